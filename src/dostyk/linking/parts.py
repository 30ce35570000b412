"""Parts of wholes: what takes place within a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dostyk.linking.contradictions import days_between
from dostyk.model import PERSON, Entry

PARTS = frozenset(("meeting", "signing", "honour", "gathering", "invitation", "relations", "opening"))
LONGEST = 31  # days
_DAY = timedelta(days=1)


def with_parts(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with `part_of` set to the visit in which each took place, if there is one."""
    every = list(entries)
    visits: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for visit in every:
        if may_hold(visit):
            for month in _months(visit):
                visits[visit_states(visit)[0], month].append(visit)
    return [replace(entry, part_of=whole_of(entry, _near(entry, visits))) for entry in every]


def _near(entry: Entry, visits: Mapping[tuple[str, str], Sequence[Entry]]) -> list[Entry]:
    """Visits of a month and a state of the entry, each once."""
    if not may_be_part(entry):
        return []
    found = {visit.id: visit for state in entry.states for month in _months(entry)
             for visit in visits.get((state, month), ())}  # fmt: skip
    return list(found.values())


def _months(entry: Entry) -> list[str]:
    """The months of the entry's days and of the day before and after; at most three, as its days span no more."""
    if entry.date is None:
        return []
    low, high = entry.date.low - _DAY, entry.date.high + _DAY
    middle = low + (high - low) / 2
    return sorted({f"{day:%Y-%m}" for day in (low, middle, high)})


def may_hold(entry: Entry) -> bool:
    """True for a visit between two states whose days are known to a month at least."""
    if entry.kind != "visit" or entry.date is None or entry.status in ("cancelled", "denied"):
        return False
    return len(visit_states(entry)) > 1 and (entry.date.high - entry.date.low).days <= LONGEST


def may_be_part(entry: Entry) -> bool:
    """True for kinds that take place within visits, with known days."""
    return entry.kind in PARTS and entry.date is not None and (entry.date.high - entry.date.low).days <= LONGEST


def visit_states(visit: Entry) -> tuple[str, ...]:
    """Visitor and host; where no host is named, the state of the place."""
    place = visit.place.partition(":")[0]
    return visit.states if visit.whom or not place else tuple(dict.fromkeys((*visit.states, place)))


def whole_of(entry: Entry, visits: Sequence[Entry]) -> str:
    """The id of the visit of the same states and days, if any: by its visitors, then the shortest, then by id."""
    if not may_be_part(entry):
        return ""
    fitting = [(_fit(entry, visit), visit) for visit in visits if may_hold(visit)]
    best = min(((-fit, _span(visit), visit.id) for fit, visit in fitting if fit), default=None)
    return best[2] if best else ""


def _span(visit: Entry) -> int:
    return (visit.date.high - visit.date.low).days if visit.date else LONGEST


def _fit(entry: Entry, visit: Entry) -> int:
    """0 where the entry is no part of the visit, 2 where it names a visitor, else 1."""
    if visit.date is None or entry.date is None or not set(visit_states(visit)) <= set(entry.states):
        return 0
    if days_between(entry.date, visit.date) > (1 if visit.date.precision == "day" else 0):
        return 0
    if entry.date.low < visit.date.low and not visit.date.overlaps(entry.date):
        return 0
    if entry.place and visit.place and entry.place.partition(":")[0] != visit.place.partition(":")[0]:
        return 0
    visitors = {party for party in visit.who if party.kind == PERSON}
    acting = {party for party in entry.parties if party.kind == PERSON}
    if visitors & acting:
        return 2
    home = {party.state for party in visitors}
    return 0 if visitors and any(party.state in home for party in acting) else 1
