"""What is done within a visit takes the visit's days: each stop of a tour gives its own to what is done there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dostyk.model import Interval
from dostyk.reading.arguments import governing_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, state_at
from dostyk.reading.surface import passive
from dostyk.reading.time_asides import aside

_WITHIN = frozenset("meeting gathering signing opening honour call invitation".split())
_PLANNED = _WITHIN | {"visit"}
_DONE = ("happened", "ongoing")
_PARTS_OF_A_DAY = frozenset("morning noon afternoon evening night day today earlier later then".split())
_ENDING = frozenset("end conclude complete finish wrap wind".split())
_NEXT = frozenset("after afterward afterwards following later next subsequently then thereafter".split())
_MEANING = frozenset("intend aim hope want wish seek mean".split())
_STRETCH = 8  # days: a gathering does not last as long
_GUESSED = ("report", "dateline", "visit")


def plans_within(context: Context, drafts: list[Draft]) -> None:
    """What is planned for a visit, and the further stops of a trip, take the days of the visit that is announced; of
    a visit that has begun they take the days that are left."""
    published = context.report.published
    visits = [d for d in drafts if d.kind == "visit" and d.status in ("scheduled", "ongoing") and d.date is not None]
    plans = (
        visits
        or [d for d in drafts if d.date is not None and d.kind in ("meeting", "gathering") and d.status == "scheduled"]
        or [d for d in drafts if d.date is not None and d.kind == "gathering" and d.status == "ongoing"]
    )
    for draft in drafts:
        if draft.date is None and draft.status == "scheduled" and draft.kind in _PLANNED and not _meant(draft):
            own = [p for p in plans if _planned_with(draft, p)] or _begun(draft, drafts, published)
            own = [p for p in own if _after_these(draft, p, published)]
            _take(draft, own or _held_there(draft, drafts), published)
            _on_the_day_told(context, draft)


def _meant(draft: Draft) -> bool:
    """`intends to conclude agreements with partners`: what somebody means to do some day is not planned for a visit."""
    verb = draft.trigger.head
    return draft.trigger.dep_ == "xcomp" and verb.lemma_ in _MEANING and not passive(verb)


def _after_these(draft: Draft, plan: Draft, published: date | None) -> bool:
    """`looked forward to meeting again`: not on the visit or at the summit that goes on."""
    again = any(c.lower_ == "again" for c in draft.trigger.children)
    return not again or published is None or (plan.date is not None and plan.date.low > published)


def _begun(draft: Draft, drafts: list[Draft], published: date | None) -> list[Draft]:
    """The visits told of as begun that are not over on the day of the report."""
    if published is None or draft.kind == "visit":
        return []
    return [
        d for d in drafts
        if d.kind == "visit" and d.status == "happened" and d.date is not None and d.date.precision == "interval"
        and d.date.high >= published and _planned_with(draft, d)
    ]  # fmt: skip


def _on_the_day_told(context: Context, draft: Draft) -> None:
    """`On Tuesday they will …. Following this, X will meet Y`: a programme goes on with the day it named last."""
    first = draft.sentence.span[0].lower_
    if draft.date is None or draft.date.precision != "interval" or first not in _NEXT:
        return
    before = [s for s in context.document.sentences if s.index < draft.sentence.index]
    days = [w for s in before for w in context.times(s) if w.interval.precision == "day"]
    if days and draft.date.contains(days[-1].interval):
        draft.date, draft.date_basis, draft.date_passage = days[-1].interval, "anchor", days[-1].passage


def deeds_within(drafts: list[Draft], told: Interval | None = None, *, guessed: bool = False) -> None:
    """An undated meeting, signing or ceremony of a visitor in the state visited takes the days of the visit there;
    where `guessed`, also those of a visit that are only the report's."""
    visits = [
        d for d in drafts
        if d.kind == "visit" and d.date is not None and d.status in _DONE and (guessed or d.date_basis not in _GUESSED)
        and d.date.precision in ("day", "interval") and aside(d.trigger) is None
    ]  # fmt: skip
    if guessed and any(at_its_end(d) for d in drafts):
        return  # a report of the end of a visit tells of all its days
    visits = [v for v in visits if not (at_its_end(v) or _arrived_before(v, told))]
    for draft in drafts:
        if draft.date is None and draft.status in _DONE and draft.kind in ("meeting", "gathering"):
            _take(draft, [v for v in visits if _guest(draft, v) and _hosts(v) & _states(draft)])


def _arrived_before(visit: Draft, told: Interval | None) -> bool:
    """`arrived on Friday`, in news of Monday: what is told of as new was not done on the day of arrival."""
    day = visit.date
    return told is not None and day is not None and day.precision == "day" and told.low > day.high


def at_its_end(visit: Draft) -> bool:
    """`ended her visit on Friday`: the day of departure, of which what was done within the visit need not be."""
    verb = governing_verb(visit.trigger)
    ended = verb is not None and verb.lemma_ in _ENDING and visit.date is not None and visit.date.precision == "day"
    return ended and visit.aliases == 0


def some_day_of(draft: Draft) -> bool:
    """What a report of the end of a visit tells of without a time of its own: it was done on some day of the visit."""
    return draft.kind in _WITHIN and not _PARTS_OF_A_DAY & {t.lower_ for t in draft.sentence.span}


def _held_there(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The gatherings at the place of a plan: `while in Davos I will also meet X`."""
    return [
        d for d in drafts
        if d.kind == "gathering" and d.date is not None and draft.place and state_at(d.place) == state_at(draft.place)
        and _guest(draft, d)
    ]  # fmt: skip


def _take(draft: Draft, visits: list[Draft], published: date | None = None) -> None:
    """Give a draft the days of the visit that it belongs to: by place, by host, by nearness in the text."""
    if not visits:
        return
    place = state_at(draft.place)
    best = min(
        visits,
        key=lambda v: (
            place not in _hosts(v) if place else False,
            not _hosts(v) & (_states(draft) - _visitors(v)),
            abs(v.sentence.index - draft.sentence.index),
        ),
    )
    draft.date, draft.date_basis, draft.date_passage = _left(best, published), "visit", best.date_passage


def _left(visit: Draft, published: date | None) -> Interval | None:
    """The days of a visit; of one that has begun those from the day of the report on, for what is yet to be done."""
    days = visit.date
    if published is None or days is None or visit.status != "happened" or not days.low < published <= days.high:
        return days
    return Interval.between(published, days.high)


def _planned_with(draft: Draft, plan: Draft) -> bool:
    states, there = _states(draft), _states(plan)
    visitors = {m.key for m in plan.who if m.party.name}
    if draft.kind == "visit" and plan.kind != "visit":
        return False  # a further stop is not on the day of a parade at this one
    own = bool(visitors & {m.key for m in (*draft.who, *draft.whom) if m.party.name})
    if own or len(states & there) > 1 or (draft.kind == "visit" and bool(states & there)):
        return True
    return plan.kind == "visit" and _guest(draft, plan) and state_at(draft.place) in _hosts(plan)


def _guest(draft: Draft, visit: Draft) -> bool:
    """True where a visitor takes part in what a draft tells of, by name or for their state."""
    for visitor in visit.who:
        for party in (m.party for m in (*draft.who, *draft.whom)):
            same = party.state == visitor.party.state
            if same and (party == visitor.party or not party.name or not visitor.party.name):
                return True
    return False


def _states(draft: Draft) -> set[str]:
    return _codes(m.party.state for m in (*draft.who, *draft.whom))


def days_of_gatherings(drafts: list[Draft]) -> None:
    """`will attend the summit in Oslo later this month. … will host the leaders from 15 to 17 June`: a gathering of
    which only a stretch is told has the days of its guest's visit to the state where it is held."""
    visits = [d for d in drafts if d.kind == "visit" and d.date is not None and d.status != "cancelled"]
    for draft in drafts:
        if draft.kind != "gathering" or draft.date is None or not draft.place or _days(draft.date) < _STRETCH:
            continue
        for visit in visits:
            days = visit.date
            there = state_at(draft.place) in _hosts(visit) and _guest(draft, visit)
            if there and days is not None and draft.date.contains(days) and _days(days) < _STRETCH:
                draft.date, draft.date_basis, draft.date_passage = days, visit.date_basis, visit.date_passage
                break


def _days(span: Interval) -> int:
    return (span.high - span.low).days + 1


def _hosts(visit: Draft) -> set[str]:
    return _codes(m.party.state for m in visit.whom)


def _visitors(visit: Draft) -> set[str]:
    return _codes(m.party.state for m in visit.who)


def _codes(states: Iterable[str]) -> set[str]:
    return {code for code in states if code}
