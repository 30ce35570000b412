"""What depends on other entries: which visit an entry is part of, who holds an office now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from dostyk.ledger.rows import chunks, day_text, dump, entry_from_dict, entry_to_dict
from dostyk.ledger.schema import entries, entry_parties, offices
from dostyk.linking.offices import offices as attest
from dostyk.linking.parts import PARTS, may_be_part, may_hold, visit_states, with_parts
from dostyk.model import Entry

_DAY = timedelta(days=1)


def place(connection: Connection, old: Sequence[Entry], new: Sequence[Entry]) -> None:
    """Set anew the visits of the entries, and of those that stood in a changed visit or now may; and the offices."""
    changed = [entry for entry in (*old, *new) if entry.kind == "visit"]
    waiting = {entry.id: entry for entry in new if may_be_part(entry)}
    waiting.update((entry.id, entry) for entry in _parts_of(connection, changed))
    if waiting:
        _set_parts(connection, waiting.values(), _visits_for(connection, waiting.values()))
    states = {office_state(entry) for entry in (*old, *new) if entry.kind == "office"}
    if states:
        _attest(connection, states)


def office_state(entry: Entry) -> str:
    """The state of an office entry."""
    return entry.place.partition(":")[0] or (entry.who[0].state if entry.who else "")


def _load(connection: Connection, condition: ColumnElement[bool]) -> list[Entry]:
    query = select(entries.c.data).where(condition).order_by(entries.c.id)
    return [entry_from_dict(json.loads(data)) for data in connection.execute(query).scalars()]


def _of_state(state: str) -> ColumnElement[bool]:
    return entries.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.state == state))


def _parts_of(connection: Connection, visits: Sequence[Entry]) -> list[Entry]:
    """Entries that are part of one of the visits, or may be by days and states."""
    found: dict[str, Entry] = {}
    for some in chunks(visit.id for visit in visits):
        found.update((entry.id, entry) for entry in _load(connection, entries.c.part_of.in_(some)))
    for visit in visits:
        if may_hold(visit) and visit.date:
            low, high = (visit.date.low - _DAY).isoformat(), (visit.date.high + _DAY).isoformat()
            condition = entries.c.kind.in_(sorted(PARTS)) & (entries.c.date_low <= high)
            condition &= entries.c.date_high >= low
            for state in visit_states(visit):
                condition &= _of_state(state)
            found.update((entry.id, entry) for entry in _load(connection, condition) if may_be_part(entry))
    return list(found.values())


def _visits_for(connection: Connection, waiting: Iterable[Entry]) -> list[Entry]:
    """Visits whose days meet those of one of the entries."""
    days = [entry.date for entry in waiting if entry.date]
    if not days:
        return []
    low = (min(span.low for span in days) - _DAY).isoformat()
    high = (max(span.high for span in days) + _DAY).isoformat()
    condition = (entries.c.kind == "visit") & (entries.c.date_low <= high) & (entries.c.date_high >= low)
    states = {state for entry in waiting for state in entry.states}
    if len(states) <= 20:
        condition &= or_(*[_of_state(state) for state in sorted(states)])
    return [visit for visit in _load(connection, condition & (entries.c.date_low != "")) if may_hold(visit)]


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
            (entries.c.kind == "office")
            & or_(entries.c.place == state, entries.c.place.startswith(f"{state}:"), _of_state(state)),
        )
        connection.execute(delete(offices).where(offices.c.state == state))
        rows = [
            {"person": office.person.key, "office": office.office, "state": office.state,
             "first": day_text(office.first), "last": day_text(office.last), "current": office.current,
             "entries": dump(list(office.entries))}
            for office in attest(entry for entry in held if office_state(entry) == state)
        ]  # fmt: skip
        if rows:
            connection.execute(insert(offices), rows)
