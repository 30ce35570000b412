"""Parts of wholes: what takes place within a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

from dostyk.linking.contradictions import days_between
from dostyk.model import PERSON, Anchor, Entry, Interval

PARTS = frozenset(("meeting", "signing", "honour", "gathering", "invitation", "relations", "opening"))
# kinds of which a report of a visit tells without a day of their own
_OF_NO_DAY = frozenset(("meeting", "gathering", "invitation"))
LONGEST = 31  # days
_WEEK = 7  # days after a visit in which a report of it tells what was done
Key = tuple[str | int, ...]  # two states of a visit and a week of it, or a report


def with_parts(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with `part_of` set to the visit in which each took place, if there is one."""
    every = list(entries)
    visits: dict[Key, list[Entry]] = defaultdict(list)
    for visit in every:
        if may_hold(visit):
            for week in _weeks(visit):
                visits[*visit_states(visit)[:2], week].append(visit)
            for report in reports_of(visit):
                visits[report,].append(visit)
    return [replace(entry, part_of=whole_of(entry, _near(entry, visits))) for entry in every]


def _near(entry: Entry, visits: Mapping[Key, Sequence[Entry]]) -> list[Entry]:
    """Visits of a week and two states of the entry, and of its reports where these place it, each once."""
    if not may_be_part(entry):
        return []
    keys: list[Key] = [(*pair, week) for pair in permutations(entry.states, 2) for week in _weeks(entry)]
    if by_report(entry):
        keys += [(report,) for report in reports_of(entry)]
    return list({visit.id: visit for key in keys for visit in visits.get(key, ())}.values())


def _weeks(entry: Entry) -> range:
    """The weeks of the entry's days and of the day before and after, by number; at most six, as its days span no more
    than a month."""
    if entry.date is None:
        return range(0)
    return range((entry.date.low.toordinal() - 1) // 7, (entry.date.high.toordinal() + 1) // 7 + 1)


def may_hold(entry: Entry) -> bool:
    """True for a visit between two states whose days are known to a month at least."""
    if entry.kind != "visit" or entry.date is None or entry.status in ("cancelled", "denied"):
        return False
    return len(visit_states(entry)) > 1 and (entry.date.high - entry.date.low).days <= LONGEST


def may_be_part(entry: Entry) -> bool:
    """True for kinds that take place within visits, with known days, or told of as done with no day at all."""
    if entry.date is None:
        return entry.kind in _OF_NO_DAY and entry.status in ("happened", "ongoing") and "background" not in entry.flags
    return entry.kind in PARTS and (entry.date.high - entry.date.low).days <= LONGEST


def by_report(entry: Entry) -> bool:
    """True where only a report that tells of both places the entry in a visit: it has no day, or names one side."""
    return entry.kind == "gathering" or entry.date is None


def reports_of(entry: Entry) -> frozenset[str]:
    """The reports that tell of the entry."""
    return frozenset(anchor.report for anchor in entry.anchors)


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
    """0 where the entry is no part of the visit, 2 where it names a visitor, else 1; a visitor's companion counts where
    one report tells of both."""
    together = bool(reports_of(entry) & reports_of(visit))
    states, stay = set(entry.states), set(visit_states(visit))
    alone = entry.kind == "gathering" and states < stay and together  # what a visitor attends in the state visited
    if not (stay <= states or alone) or not _within(entry, visit):
        return 0
    if entry.place and visit.place and entry.place.partition(":")[0] != visit.place.partition(":")[0]:
        return 0
    visitors = {party for party in visit.who if party.kind == PERSON}
    acting = {party for party in entry.parties if party.kind == PERSON}
    if visitors & acting:
        return 2
    home = {party.state for party in visitors}
    apart = visitors and any(party.state in home for party in acting) and not together
    return 0 if apart or alone else 1


def _just_told(anchor: Anchor, days: Interval) -> bool:
    """True for a report of these days or of the week after, unlike one that only recalls the visit."""
    published = date.fromisoformat(anchor.published)
    return (days.low - published).days <= 1 and (published - days.high).days <= _WEEK


def _within(entry: Entry, visit: Entry) -> bool:
    """True where the days fit, or where the entry has none and a report tells of both; `at the invitation of` his host
    a visitor comes, so that such an invitation was made before."""
    if visit.date is None:
        return False
    if entry.date is None:
        invited = entry.kind == "invitation" and bool({p.state for p in entry.whom} & {p.state for p in visit.who})
        return (
            bool(reports_of(entry) & reports_of(visit))
            and visit.status not in ("scheduled", "proposed")  # what was done was not done on a visit yet to come
            and not invited
            and any(_just_told(anchor, visit.date) for anchor in entry.anchors)
        )
    if days_between(entry.date, visit.date) > (1 if visit.date.precision == "day" else 0):
        return False
    return entry.date.low >= visit.date.low or visit.date.overlaps(entry.date)
