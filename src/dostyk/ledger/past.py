"""The ledger as it was known on a day: what was recorded by then, replayed through today's linking."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from dostyk.ledger import search, sketches
from dostyk.ledger.rows import Row, chunks, report_from
from dostyk.ledger.schema import (
    act_origins,
    acts,
    bands,
    claim_parties,
    claims,
    outlets,
    problems,
    readings,
    reports,
    sources,
)
from dostyk.ledger.writes import put, touch
from dostyk.linking.copies import voices


def is_later(connection: Connection, day: date) -> bool:
    """True where something was recorded after the day, in UTC."""
    end = _end(day)
    return any(
        connection.execute(select(column).where(column >= end).limit(1)).first()
        for column in (reports.c.recorded_at, readings.c.recorded_at, acts.c.at)
    )


def first_day(connection: Connection) -> str:
    """The day in UTC on which the first report was recorded, as ISO text; empty where there is none."""
    return str(connection.execute(select(func.min(reports.c.recorded_at))).scalar() or "")[:10]


def copy_known(old: Connection, new: Connection, day: date) -> None:
    """Put what one ledger had recorded by the end of the day into another, new one, and note all of it as due.

    Of a report whose readings of that time were pruned, the earliest later one stands in for them.
    """
    known = [dict(row) for row in old.execute(select(reports).where(reports.c.recorded_at < _end(day))).mappings()]
    ids = [row["id"] for row in known]
    read = _readings(old, ids, _end(day))
    speaking = voices({row["id"]: sketches.read(row["sketch"]) for row in known})
    held = [dict(row) for row in old.execute(select(acts).where(acts.c.at < _end(day))).mappings()]
    put(new, sources, _sources(known, read))
    put(new, reports, [{**row, "voice": speaking[row["id"]]} for row in known])
    _copy(old, new, bands, bands.c.report, ids)
    put(new, readings, read)
    put(new, acts, held)
    _copy(old, new, act_origins, act_origins.c.number, [row["number"] for row in held])
    _copy(old, new, outlets)
    _copy_claims(old, new, [row["number"] for row in read], _added(held))
    for row in known:
        search.index_report(new, report_from(row))


def _end(day: date) -> str:
    """The first moment after the day, as the tables compare it."""
    return (day + timedelta(days=1)).isoformat() if day < date.max else "9999-12-31T99"


def _readings(old: Connection, ids: Sequence[str], end: str) -> list[Row]:
    """The readings of these reports that were made by then, else the earliest of each; the newest version counts."""
    by_report: dict[str, list[Row]] = defaultdict(list)
    for some in chunks(ids):
        for row in old.execute(select(readings).where(readings.c.report.in_(some))).mappings():
            by_report[row["report"]].append(dict(row))
    found = []
    for made in by_report.values():
        made.sort(key=lambda row: (row["recorded_at"], row["number"]))
        found += [row for row in made if row["recorded_at"] < end] or made[:1]
    return sorted(({**row, "counts": False} for row in found), key=lambda row: row["number"])


def _sources(known: Sequence[Row], read: Sequence[Row]) -> list[Row]:
    """The sources with the version that counted; its reading is marked as counting, as when it was recorded."""
    by_report = {row["id"]: row for row in known}

    def newest(row: Row) -> tuple[Any, ...]:
        report = by_report[row["report"]]
        return report["published"], report["version"], row["number"]

    current: dict[str, Row] = {}
    for row in sorted((row for row in read if row["complete"]), key=newest):
        current[by_report[row["report"]]["source"]] = row
    for row in current.values():
        row["counts"] = True
    every = dict.fromkeys(row["source"] for row in known)
    return [{"id": name, "current": current[name]["report"] if name in current else ""} for name in every]


def _added(held: Iterable[Row]) -> list[str]:
    """Ids of the claims that people had added."""
    return [json.loads(row["data"])["payload"]["id"] for row in held if row["verb"] == "add"]


def _copy_claims(old: Connection, new: Connection, numbers: Sequence[int], added: Sequence[str]) -> None:
    """The claims and problems of readings, and the claims that people added; all of them to be derived."""
    wanted = [claims.c.reading.in_(some) for some in chunks(numbers)] + [
        claims.c.id.in_(some) for some in chunks(added)
    ]
    for condition in wanted:
        found = old.execute(select(claims).where(condition)).mappings()
        rows = [{**row, "counts": False, "component": ""} for row in found]
        put(new, claims, rows)
        names = [row["id"] for row in rows]
        _copy(old, new, claim_parties, claim_parties.c.claim, names)
        touch(new, names)
    _copy(old, new, problems, problems.c.reading, numbers)


def _copy(old: Connection, new: Connection, table: Table, column: Column[Any] | None = None,
          values: Sequence[Any] = ()) -> None:  # fmt: skip
    """Rows of a table: all, or those with these values in a column."""
    if column is None:
        put(new, table, [dict(row) for row in old.execute(select(table)).mappings()])
        return
    for some in chunks(values):
        put(new, table, [dict(row) for row in old.execute(select(table).where(column.in_(some))).mappings()])
