"""What depends on other entries: which visit an entry is part of, who holds an office now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from dostyk.ledger.rows import chunks, day_text, dump, entry_from_dict, entry_to_dict
from dostyk.ledger.schema import claims, entries, entry_claims, entry_parties, listed, offices
from dostyk.linking.offices import ATTESTING, office_state
from dostyk.linking.offices import offices as attest
from dostyk.linking.parts import LONGEST, PARTS, by_report, may_be_part, may_hold, reports_of, visit_states, with_parts
from dostyk.model import Entry

_DAY = timedelta(days=1)
_NEIGHBOURS = 100  # visits, in order of time, whose parts are looked for at once


def place(connection: Connection, old: Sequence[Entry], new: Sequence[Entry]) -> None:
    """Set anew the visits of the entries, and of those that stood in a changed visit or now may; and the offices."""
    known = {entry.id: entry for entry in new}
    changed = [entry for entry in (*old, *new) if entry.kind == "visit"]
    waiting = {entry.id: entry for entry in new if may_be_part(entry)}
    waiting.update((entry.id, entry) for entry in _parts_of(connection, changed, known))
    if waiting:
        _set_parts(connection, waiting.values(), _visits_for(connection, waiting.values(), known))
    states = {office_state(entry) for entry in (*old, *new)} - {""}
    if states:
        _attest(connection, states)


def _load(connection: Connection, condition: ColumnElement[bool]) -> list[Entry]:
    query = select(entries.c.data).where(condition).order_by(entries.c.id)
    return [entry_from_dict(json.loads(data)) for data in connection.execute(query).scalars()]


def _of_state(state: str) -> ColumnElement[bool]:
    return entries.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.state == state))


def _load_some(connection: Connection, names: Iterable[str], known: Mapping[str, Entry]) -> list[Entry]:
    """The entries of these ids, read where they are not at hand."""
    wanted = sorted(set(names))
    found = [known[name] for name in wanted if name in known]
    for some in chunks(name for name in wanted if name not in known):
        found += _load(connection, entries.c.id.in_(some))
    return found


def _parts_of(connection: Connection, visits: Sequence[Entry], known: Mapping[str, Entry]) -> list[Entry]:
    """Entries that are part of one of the visits, or may be by days and states."""
    names: set[str] = set()
    for some in chunks(visit.id for visit in visits):
        names.update(connection.execute(select(entries.c.id).where(entries.c.part_of.in_(some))).scalars())
    holding = sorted((visit for visit in visits if may_hold(visit)), key=_first_day)
    for near in chunks(holding, _NEIGHBOURS):
        names |= _parts_around(connection, near, known)
    undated = (entries.c.kind == "gathering") | (entries.c.kind.in_(sorted(PARTS)) & (entries.c.date_low == ""))
    names |= _told_beside(connection, holding, undated)
    return [entry for entry in _load_some(connection, names, known) if may_be_part(entry)]


def _told_beside(connection: Connection, some: Iterable[Entry], condition: ColumnElement[bool]) -> set[str]:
    """Ids of entries of a condition of which a report tells that tells of one of these."""
    found: set[str] = set()
    for names in chunks(sorted({report for entry in some for report in reports_of(entry)})):
        told = select(entries.c.id).join(entry_claims, entry_claims.c.entry == entries.c.id)
        told = told.join(claims, claims.c.id == entry_claims.c.claim)
        found.update(connection.execute(told.where(claims.c.report.in_(names), condition)).scalars())
    return found


def _first_day(entry: Entry) -> str:
    return entry.date.low.isoformat() if entry.date else ""


def _parts_around(connection: Connection, visits: Sequence[Entry], known: Mapping[str, Entry]) -> set[str]:
    """Ids of entries, but for those at hand, whose days and states are those of one of the visits, which lie near each
    other in time."""
    days = {visit.id: (visit.date.low - _DAY, visit.date.high + _DAY) for visit in visits if visit.date}
    query = select(entries.c.id, entries.c.kind, entries.c.date_low, entries.c.date_high, listed.c.states)
    query = query.join(listed, (listed.c.entry == entries.c.id) & (listed.c.state == ""))
    by_state: dict[str, list[tuple[str, str, str, set[str]]]] = defaultdict(list)
    for name, kind, low, high, states in connection.execute(query.where(*_within(days.values()))):
        if kind in PARTS and name not in known:
            for state in states.split():
                by_state[state].append((name, low, high, set(states.split())))
    found: set[str] = set()
    for visit in visits:
        first, last = (day.isoformat() for day in days[visit.id])
        states = visit_states(visit)
        found.update(name for name, low, high, there in by_state[states[0]]
                     if low <= last and high >= first and there.issuperset(states))  # fmt: skip
    return found


def _within(spans: Iterable[tuple[date, date]]) -> list[ColumnElement[bool]]:
    """Conditions for entries of at most a month whose days meet the time from the first to the last of these.

    Conditions on the kind would have SQLite read the index of kinds, which chooses less.
    """
    listed_spans = list(spans)
    first, last = min(low for low, _ in listed_spans), max(high for _, high in listed_spans)
    earliest = date.fromordinal(max(first.toordinal() - LONGEST, 1))
    low = entries.c.date_low.between(earliest.isoformat(), last.isoformat())
    return [low, entries.c.date_high >= first.isoformat()]


def _visits_for(connection: Connection, waiting: Collection[Entry], known: Mapping[str, Entry]) -> list[Entry]:
    """Visits whose days meet those of one of the entries, and those told of beside it where a report places it."""
    beside = _told_beside(connection, filter(by_report, waiting), entries.c.kind == "visit")
    visits = beside | _visits_of_days(connection, waiting)
    return [visit for visit in _load_some(connection, visits, known) if may_hold(visit)]


def _visits_of_days(connection: Connection, waiting: Iterable[Entry]) -> set[str]:
    days = [(entry.date.low - _DAY, entry.date.high + _DAY) for entry in waiting if entry.date]
    if not days:
        return set()
    query = select(entries.c.id, entries.c.kind).where(*_within(days))
    states = {state for entry in waiting for state in entry.states}
    if len(states) <= 20:
        query = query.where(or_(*[_of_state(state) for state in sorted(states)]))
    return {name for name, kind in connection.execute(query) if kind == "visit"}


def _set_parts(connection: Connection, waiting: Iterable[Entry], visits: Sequence[Entry]) -> None:
    listed = list(waiting)
    placed = {entry.id: entry for entry in with_parts([*listed, *visits])}
    for entry in listed:
        part_of = placed[entry.id].part_of
        if part_of != entry.part_of:
            data = dump(entry_to_dict(replace(entry, part_of=part_of)))
            connection.execute(
                update(entries).where(entries.c.id == entry.id).values(part_of=part_of, data=data)
            )  # fmt: skip


def _attest(connection: Connection, states: set[str]) -> None:
    for state in sorted(states):
        held = _load(
            connection,
            entries.c.kind.in_(ATTESTING)
            & or_(entries.c.place == state, entries.c.place.startswith(f"{state}:"), _of_state(state)),
        )
        connection.execute(delete(offices).where(offices.c.state == state))
        rows = [
            {"person": office.person.key, "office": office.office, "state": office.state,
             "first": day_text(office.first), "last": day_text(office.last), "current": office.current,
             "entries": dump(list(office.entries)), "until": day_text(office.until),
             "successor": office.successor.key if office.successor else "", "basis": dump(list(office.basis))}
            for office in attest(entry for entry in held if office_state(entry) == state)
        ]  # fmt: skip
        if rows:
            connection.execute(insert(offices), rows)
