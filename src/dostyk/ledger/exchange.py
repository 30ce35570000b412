"""A ledger as lines of JSON: what was read and done, from which all else follows.

    {"dostyk": "ledger", "version": 1}
    {"report": {…}, "readings": [{"reader": …, "recorded_at": …, "claims": […], "problems": […]}]}
    {"act": {…, "chain": …, "origin": {…}}}
    {"failure": {…}}  {"feed": {…}}  {"page": {…}}  {"outlet": {…}}
    {"end": {"lines": 1234, "sha256": …}}

The last line counts the lines before it and holds their hash, so that a file cut short or altered is seen.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from dostyk.errors import LedgerError
from dostyk.ledger.rows import Row, chunks, dump
from dostyk.ledger.schema import (
    act_origins,
    acts,
    claims,
    failures,
    feeds,
    fetches,
    outlets,
    problems,
    readings,
    reports,
)

VERSION = 1
INCOMING: dict[str, Table] = {"failure": failures, "feed": feeds, "page": fetches, "outlet": outlets}
_DERIVED = ("sketch", "voice")  # columns of a report that follow from its text


def written(connection: Connection) -> Iterator[str]:
    """The lines of the file, each with its end."""
    digest, number = hashlib.sha256(), 0
    for value in _values(connection):
        line = dump(value) + "\n"
        digest.update(line.encode())
        number += 1
        yield line
    yield dump({"end": {"lines": number, "sha256": digest.hexdigest()}}) + "\n"


def values_of(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, Row]]:
    """What the lines of the file called `name` say, with their numbers from 1. Raises LedgerError, which names the
    line, at once or, for a file cut short or altered, at its end."""
    digest, number, ended = hashlib.sha256(), 0, False
    for number, line in enumerate(lines, start=1):
        if ended:
            raise LedgerError(f"{name}, line {number}: something follows the last line; export the ledger again")
        value = _value(line, name, number)
        if number == 1 and value.get("dostyk") != "ledger":
            raise LedgerError(f"{name} is no exported ledger; dostyk export ledger -o FILE writes one")
        if number == 1 and value.get("version") not in range(VERSION + 1):
            raise LedgerError(f"{name} was written by a newer version of dostyk; use that version")
        if "end" in value:
            ended = True
            if value["end"] != {"lines": number - 1, "sha256": digest.hexdigest()}:
                raise LedgerError(f"{name}, line {number}: the lines before are not those that were written")
        else:
            digest.update(line)
            if number > 1:
                yield number, value
    if not ended:
        raise LedgerError(f"{name} ends after {number} lines and is not whole; export the ledger again")


def _value(line: bytes, name: str, number: int) -> Row:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LedgerError(
            f"{name}, line {number}: no JSON ({error}); it is cut short, or no exported ledger"
        ) from error
    if not isinstance(value, dict):
        raise LedgerError(f"{name}, line {number}: no object; this is no exported ledger")
    return value


def _values(connection: Connection) -> Iterator[Row]:
    yield {"dostyk": "ledger", "version": VERSION}
    yield from _reports(connection)
    yield from _acts(connection)
    for word, table in INCOMING.items():
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings():
            yield {word: dict(row)}


def _reports(connection: Connection) -> Iterator[Row]:
    order = (reports.c.recorded_at, reports.c.source, reports.c.version)
    for some in chunks(connection.execute(select(reports.c.id).order_by(*order)).scalars(), 100):
        found = connection.execute(select(reports).where(reports.c.id.in_(some))).mappings()
        rows = {row["id"]: row for row in found}
        read = _readings(connection, some)
        for name in some:
            row = {key: value for key, value in rows[name].items() if key not in _DERIVED}
            yield {"report": row, "readings": read[name]}


def _readings(connection: Connection, ids: list[str]) -> dict[str, list[Row]]:
    query = select(readings).where(readings.c.report.in_(ids), readings.c.complete).order_by(readings.c.number)
    made = connection.execute(query).mappings().all()
    numbers = [row["number"] for row in made]
    said, wrong = defaultdict(list), defaultdict(list)
    held = select(claims.c.reading, claims.c.data).where(claims.c.reading.in_(numbers)).order_by(claims.c.id)
    for number, data in connection.execute(held):
        said[number].append(json.loads(data))
    found = select(problems).where(problems.c.reading.in_(numbers)).order_by(problems.c.number)
    for row in connection.execute(found).mappings():
        wrong[row["reading"]].append({key: value for key, value in row.items() if key not in ("number", "reading")})
    by_report = defaultdict(list)
    for row in made:
        by_report[row["report"]].append(
            {"reader": row["reader"], "recorded_at": row["recorded_at"], "claims": said[row["number"]],
             "problems": wrong[row["number"]]}
        )  # fmt: skip
    return by_report


def _acts(connection: Connection) -> Iterator[Row]:
    origins = {row["number"]: row for row in connection.execute(select(act_origins)).mappings()}
    for row in connection.execute(select(acts).order_by(acts.c.number)).mappings():
        yield {"act": {**row, "data": json.loads(row["data"]), **_origin(origins.get(row["number"]))}}


def _origin(row: RowMapping | None) -> dict[str, Any]:
    return {"origin": {key: value for key, value in row.items() if key != "number"}} if row else {}
