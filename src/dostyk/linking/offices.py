"""Who holds which office, as reports attest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dostyk.linking.texts import likeness
from dostyk.model import Entry, Party


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held from the first to the last day that reports attest; `current` where none of the
    state is attested in it later. `entries` are the entries that say so."""

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
            found[state, _title(entry), entry.who[0]].append(entry)
    held = [_office(state, person, group) for (state, _, person), group in found.items()]
    return tuple(sorted(_close(held), key=_order))


def _order(office: Office) -> tuple[str, str, str, str]:
    return office.state, office.office, office.first.isoformat() if office.first else "", office.person.key


def _title(entry: Entry) -> str:
    return (entry.detail.post or entry.what).strip().lower()


def _office(state: str, person: Party, group: list[Entry]) -> Office:
    days = sorted(day for entry in group for day in _attested(entry))
    office = group[0].detail.post or group[0].what
    first, last = (days[0], days[-1]) if days else (None, None)
    return Office(person, office, state, first, last, False, tuple(entry.id for entry in group))


def _attested(entry: Entry) -> list[date]:
    """Days on which reports say that the person holds it: the claim's own days, else the day of publication."""
    days = [date.fromisoformat(day) for day, status, _ in entry.history if day and status in ("ongoing", "happened")]
    return [*days, entry.date.low] if entry.date else days


def _close(held: list[Office]) -> list[Office]:
    """Of those attested in one office of a state the last is current; a former holder's own title does not count."""
    by_state: dict[str, list[Office]] = defaultdict(list)
    for office in held:
        by_state[office.state].append(office)
    closed = []
    for office in held:
        later = [other for other in by_state[office.state] if other.person != office.person and _same(office, other)
                 and (other.last or date.min) > (office.last or date.min)]  # fmt: skip
        closed.append(replace(office, current=not later and not office.office.lower().startswith(("former ", "ex-"))))
    return closed


def _same(one: Office, other: Office) -> bool:
    return likeness(one.office, other.office) > 0.95
