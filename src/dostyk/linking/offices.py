"""Who holds which office, as reports attest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dostyk.linking.titles import as_shown, is_unique, office_name
from dostyk.model import Entry, Interval, Party


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held from the first to the last day that reports attest; `current` where no other is
    attested later in an office that has one holder at a time. `entries` are the entries that say so. `until` is the
    day before a later holder of such an office is first attested: by then at the latest it was another's."""

    person: Party
    office: str
    state: str
    first: date | None
    last: date | None
    current: bool
    entries: tuple[str, ...]
    until: date | None = None


def offices(entries: Iterable[Entry], until: date = date.max) -> tuple[Office, ...]:
    """All offices that the entries of kind `office` attest by a day, by state, office, first day and person."""
    found: dict[tuple[str, str, Party], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.id):
        if entry.kind == "office" and entry.who and entry.status not in ("denied", "cancelled"):
            state = entry.place.partition(":")[0] or entry.who[0].state
            found[state, office_name(_told(entry), state), entry.who[0]].append(entry)
    held = [_office(state, name, person, group, until) for (state, name, person), group in found.items()]
    told = [office for office in held if office.first or until == date.max]
    return tuple(sorted(closed(_settle(told)), key=_order))


def _order(office: Office) -> tuple[str, str, str, str]:
    return office.state, office.office, office.first.isoformat() if office.first else "", office.person.key


def _told(entry: Entry) -> str:
    return entry.detail.post or entry.what


def _office(state: str, name: str, person: Party, group: list[Entry], until: date) -> Office:
    """`current` is settled when all holders are known; what is told as background was held once."""
    days = sorted(day for entry in group for day in _attested(entry) if day <= until)
    shown = name if is_unique(name, state) else max(as_shown(_told(entry), state) for entry in group)
    held_now = any("background" not in entry.flags for entry in group)
    held_now = held_now and not shown.lower().startswith(("former ", "ex-", "late "))
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(person, shown, state, first, last, held_now, tuple(entry.id for entry in group))


def _attested(entry: Entry) -> list[date]:
    """Days on which reports say that the person holds it: when they were published, the day from which it is held,
    and of a term with both ends its last day."""
    days = [date.fromisoformat(day) for day, status, _ in entry.history if day and status in ("ongoing", "happened")]
    if "background" in entry.flags:
        days = []
    told = [Interval.parse(version.value) for version in entry.versions.get("date", ())]
    told = [entry.date] if "date" in entry.corrected and entry.date else told
    return [*days, *(span.low for span in told), *(span.high for span in told if span.precision == "interval")]


def closed(held: Iterable[Office]) -> list[Office]:
    """The offices with `until` set where a new holder closed them, in the order given."""
    listed = list(held)
    begun: dict[tuple[str, str], list[tuple[date, Party]]] = defaultdict(list)
    for office in listed:
        if office.first and is_unique(office.office, office.state):
            begun[office.state, office.office].append((office.first, office.person))
    return [replace(office, until=_next(office, begun[office.state, office.office])) for office in listed]


def _next(office: Office, begun: Iterable[tuple[date, Party]]) -> date | None:
    """The day before the next holder is attested, where there is one."""
    after = [day for day, person in begun if office.last and day > office.last and person != office.person]
    return min(after) - timedelta(days=1) if after else None


def _settle(held: list[Office]) -> list[Office]:
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
