"""Parts of wholes: what takes place within a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dostyk.linking.contradictions import days_between
from dostyk.model import PERSON, Entry

PARTS = frozenset(("meeting", "signing", "honour", "gathering", "invitation", "relations", "opening"))
_LONGEST = 31


def with_parts(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with `part_of` set to the visit in which each took place, if there is one."""
    every = list(entries)
    visits: dict[frozenset[str], list[Entry]] = defaultdict(list)
    for entry in every:
        if may_hold(entry):
            visits[frozenset(visit_states(entry))].append(entry)
    placed = []
    for entry in every:
        near = [visit for states, held in visits.items() if states <= set(entry.states) for visit in held] \
            if may_be_part(entry) else []  # fmt: skip
        placed.append(replace(entry, part_of=whole_of(entry, near)))
    return placed


def may_hold(entry: Entry) -> bool:
    """True for a visit between two states whose days are known to a month at least."""
    if entry.kind != "visit" or entry.date is None or entry.status in ("cancelled", "denied"):
        return False
    return len(visit_states(entry)) > 1 and (entry.date.high - entry.date.low).days <= _LONGEST


def may_be_part(entry: Entry) -> bool:
    """True for kinds that take place within visits, with known days."""
    return entry.kind in PARTS and entry.date is not None and (entry.date.high - entry.date.low).days <= _LONGEST


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
    return (visit.date.high - visit.date.low).days if visit.date else _LONGEST


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
