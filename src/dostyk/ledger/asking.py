"""Questions to a ledger: entries, claims, reports, people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from dostyk.errors import UsageError
from dostyk.ledger.rows import chunks, entry_from_dict, problem_from, report_from, text_day
from dostyk.ledger.schema import (
    acts,
    claims,
    entries,
    entry_claims,
    entry_parties,
    offices,
    parties,
    problems,
    readings,
    reports,
    sources,
)  # fmt: skip
from dostyk.linking import Office
from dostyk.model import PERSON, Claim, Entry, Interval, Party, Problem, Report, claim_from_dict

ORDERS = ("date", "-date", "published", "-published")


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the ways reports write the name, the offices that reports attest, and how often they are named."""

    party: Party
    spellings: tuple[str, ...]
    offices: tuple[Office, ...]
    mentions: int


@dataclass(frozen=True)
class Wanted:
    """What entries are asked for; everything that is left open fits. Days are those of the entry, inclusive."""

    kinds: tuple[str, ...] = ()
    party: str = ""
    states: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    part_of: str = ""


def find_entries(connection: Connection, wanted: Wanted, order: str) -> list[Entry]:
    """Entries in order of `date` (of publication where undated) or `published`, with `-` from the latest."""
    if order not in ORDERS:
        raise UsageError(f"no order {order!r}; orders are {', '.join(ORDERS)}")
    query = select(entries.c.data, entries.c.date_low, entries.c.published, entries.c.id)
    for condition in _conditions(connection, wanted):
        query = query.where(condition)
    rows = connection.execute(query).all()
    if order.endswith("date"):
        rows = sorted(rows, key=lambda row: (row[1] or row[2], row[2], row[3]))
    else:
        rows = sorted(rows, key=lambda row: (row[2], row[1], row[3]))
    if order.startswith("-"):
        rows.reverse()
    return [entry_from_dict(json.loads(row[0])) for row in rows]


def _conditions(connection: Connection, wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    if wanted.kinds:
        yield entries.c.kind.in_(wanted.kinds)
    if wanted.statuses:
        yield entries.c.status.in_(wanted.statuses)
    if wanted.part_of:
        yield entries.c.part_of == wanted.part_of
    if wanted.since:
        yield func.coalesce(func.nullif(entries.c.date_high, ""), entries.c.published) >= wanted.since.isoformat()
    if wanted.until:
        low = func.coalesce(func.nullif(entries.c.date_low, ""), entries.c.published)
        yield (low <= wanted.until.isoformat()) & (low != "")
    if wanted.party:
        chosen = select(parties.c.chosen).where(parties.c.party == wanted.party)
        keys = {wanted.party, *connection.execute(chosen).scalars()}
        column = entry_parties.c.party if ":" in wanted.party else entry_parties.c.state
        yield entries.c.id.in_(select(entry_parties.c.entry).where(column.in_(sorted(keys))))
    for state in wanted.states:
        yield entries.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.state == state))


def load_entry(connection: Connection, name: str) -> Entry:
    """The entry of an id that is known to exist."""
    data = connection.execute(select(entries.c.data).where(entries.c.id == name)).scalar_one()
    return entry_from_dict(json.loads(data))


def load_claim(connection: Connection, name: str) -> Claim:
    """The claim of an id that is known to exist."""
    data = connection.execute(select(claims.c.data).where(claims.c.id == name)).scalar_one()
    return claim_from_dict(json.loads(data))


def find_claims(connection: Connection, report: str = "", entry: str = "", kind: str = "") -> list[Claim]:
    """Claims that count: of a report, of an entry, of a kind; by report and place in it."""
    query = select(claims.c.data).where(claims.c.counts)
    if report:
        query = query.where(claims.c.report == report)
    if kind:
        query = query.where(claims.c.kind == kind)
    if entry:
        query = query.join(entry_claims, entry_claims.c.claim == claims.c.id).where(entry_claims.c.entry == entry)
    found = [claim_from_dict(json.loads(data)) for data in connection.execute(query).scalars()]
    return sorted(found, key=lambda claim: (claim.report, claim.trigger.field, claim.trigger.start, claim.id))


def find_report(connection: Connection, name: str) -> Report:
    """The report of an id, or of what begins one. Raises UsageError."""
    rows = []
    if len(name) > 5:
        query = select(reports).where(reports.c.id.startswith(name, autoescape=True)).limit(2)
        rows = list(connection.execute(query).mappings())
    if len(rows) != 1:
        raise UsageError(f"no report {name}" if not rows else f"{name} begins the ids of several reports")
    return report_from(rows[0])


def find_reports(connection: Connection, *, every_version: bool) -> list[Report]:
    """Reports by day published and id; of each source the version that counts, or all."""
    query = select(reports)
    if not every_version:
        query = query.join(sources, sources.c.current == reports.c.id)
    found = [report_from(row) for row in connection.execute(query).mappings()]
    return sorted(found, key=lambda report: (report.published or date.min, report.id))


def find_people(connection: Connection, state: str = "") -> list[Person]:
    """People by state and name; of one state, or all."""
    query = select(parties.c.party, parties.c.chosen, parties.c.mentions).where(parties.c.chosen_kind == PERSON)
    spelt: dict[str, dict[str, int]] = defaultdict(dict)
    for key, chosen, mentions in connection.execute(query):
        if not state or Party.parse(chosen, PERSON).state == state:
            spelt[chosen][key] = spelt[chosen].get(key, 0) + mentions
    held: dict[str, list[Office]] = defaultdict(list)
    for office in find_offices(connection, state=""):
        held[office.person.key].append(office)
    return [
        Person(
            Party.parse(chosen, PERSON),
            tuple(sorted({Party.parse(key, PERSON).name for key in keys})),
            tuple(held.get(chosen, ())),
            sum(keys.values()),
        )
        for chosen, keys in sorted(spelt.items())
    ]


def find_offices(connection: Connection, state: str = "") -> list[Office]:
    """Offices of a state, or all: current holders first, then the latest attested."""
    query = select(offices)
    if state:
        query = query.where(offices.c.state == state)
    rows = sorted(connection.execute(query).mappings(), key=lambda row: (row["office"], row["person"]))
    rows.sort(key=lambda row: (bool(row["current"]), str(row["last"])), reverse=True)
    return [
        Office(
            Party.parse(row["person"], PERSON), row["office"], row["state"], text_day(row["first"]),
            text_day(row["last"]), bool(row["current"]), tuple(json.loads(row["entries"])), text_day(row["until"]),
            Party.parse(row["successor"], PERSON) if row["successor"] else None, tuple(json.loads(row["basis"])),
        )
        for row in rows
    ]  # fmt: skip


def find_problems(connection: Connection, report: str = "") -> list[Problem]:
    """Problems of the readings that count, and of acts."""
    query = (
        select(problems)
        .join(readings, readings.c.number == problems.c.reading, isouter=True)
        .where((problems.c.reading == 0) | readings.c.counts)
    )
    if report:
        query = query.where(problems.c.report == report)
    return sorted(
        (problem_from(row) for row in connection.execute(query).mappings()),
        key=lambda problem: (problem.report, problem.code, problem.message),
    )


def count_all(connection: Connection) -> dict[str, int | dict[str, int] | str]:
    """How much the ledger holds, and the days of its first and last report."""

    def number(column: ColumnElement[str], condition: ColumnElement[bool] | None = None) -> int:
        query = select(func.count(column))
        return int(connection.execute(query if condition is None else query.where(condition)).scalar_one())

    def by_kind(column: ColumnElement[str], condition: ColumnElement[bool] | None = None) -> dict[str, int]:
        query = select(column, func.count()).group_by(column).order_by(column)
        rows = connection.execute(query if condition is None else query.where(condition))
        return {row[0]: row[1] for row in rows}

    days = connection.execute(
        select(func.min(reports.c.published), func.max(reports.c.published)).where(reports.c.published != "")
    ).one()
    return {
        "reports": number(reports.c.id), "sources": number(sources.c.id),
        "voices": len(set(connection.execute(select(reports.c.voice)).scalars())),
        "claims": number(claims.c.id, claims.c.counts.is_(True)), "entries": number(entries.c.id),
        "parties": len(set(connection.execute(select(parties.c.chosen)).scalars())),
        "problems": number(problems.c.code), "acts": number(acts.c.verb),
        "claims_by_kind": by_kind(claims.c.kind, claims.c.counts.is_(True)), "entries_by_kind": by_kind(entries.c.kind),
        "first": days[0] or "", "last": days[1] or "",
    }  # fmt: skip


def recorded(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """For reports, when they were recorded, and outlet and title in one line."""
    found = {}
    for some in chunks(ids):
        query = select(reports.c.id, reports.c.recorded_at, reports.c.outlet, reports.c.title, reports.c.name)
        for name, at, outlet, title, stem in connection.execute(query.where(reports.c.id.in_(some))):
            found[name] = (at, ", ".join(part for part in (outlet, title or stem) if part) or name)
    return found


def day_of(value: date | str | None, *, end: bool = False) -> date | None:
    """A day from a day, or from ISO text of a day, month or year (its first day, or its last)."""
    if value is None or isinstance(value, date):
        return value
    try:
        span = Interval.parse(value)
    except ValueError as error:
        raise UsageError(str(error)) from error
    return span.high if end else span.low
