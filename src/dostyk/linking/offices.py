"""Who holds which office, as reports attest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dostyk.linking.titles import is_unique, office_name
from dostyk.model import Entry, Party


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held from the first to the last day that reports attest; `current` where no other is
    attested later in an office that has one holder at a time. `entries` are the entries that say so."""

    person: Party
    office: str
    state: str
    first: date | None
    last: date | None
    current: bool
    entries: tuple[str, ...]


def offices(entries: Iterable[Entry]) -> tuple[Office, ...]:
    """All offices that the entries of kind `office` attest, by state, office, first day and person."""
    found: dict[tuple[str, str, Party], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.id):
        if entry.kind == "office" and entry.who and entry.status not in ("denied", "cancelled"):
            state = entry.place.partition(":")[0] or entry.who[0].state
            found[state, office_name(_told(entry), state), entry.who[0]].append(entry)
    held = [_office(state, name, person, group) for (state, name, person), group in found.items()]
    return tuple(sorted(_close(held), key=_order))


def _order(office: Office) -> tuple[str, str, str, str]:
    return office.state, office.office, office.first.isoformat() if office.first else "", office.person.key


def _told(entry: Entry) -> str:
    return entry.detail.post or entry.what


def _office(state: str, name: str, person: Party, group: list[Entry]) -> Office:
    """`current` is settled when all holders are known; what is told as background was held once."""
    days = sorted(day for entry in group for day in _attested(entry))
    shown = name if is_unique(name, state) else max(_told(entry) for entry in group)
    held_now = any("background" not in entry.flags for entry in group)
    held_now = held_now and not shown.lower().startswith(("former ", "ex-", "late "))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(person, shown, state, first, last, held_now, tuple(entry.id for entry in group))


def _attested(entry: Entry) -> list[date]:
    """Days on which reports say that the person holds it: the claim's own days, else the day of publication."""
    days = [date.fromisoformat(day) for day, status, _ in entry.history if day and status in ("ongoing", "happened")]
    if "background" in entry.flags:
        days = []
    return [*days, entry.date.low] if entry.date else days


def _close(held: list[Office]) -> list[Office]:
    """An office that a state gives to one person at a time is held by the last that is attested in it."""
    last: dict[tuple[str, str], date] = {}
    for office in held:
        key = (office.state, office.office)
        last[key] = max(last.get(key, date.min), office.last or date.min)
    return [
        replace(office, current=False)
        if is_unique(office.office, office.state) and (office.last or date.min) < last[office.state, office.office]
        else office
        for office in held
    ]
