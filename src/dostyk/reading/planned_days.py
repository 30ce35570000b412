"""The days of what was called off or put off: for when it had been planned, and for when it is planned now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from dostyk.model import Interval
from dostyk.reading.calling_off import calls_off, puts_off
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.status import chain

if TYPE_CHECKING:
    from spacy.tokens import Token

_CALLED_OFF = frozenset("visit meeting call gathering signing opening".split())
_PLANS = _CALLED_OFF | {"ratification", "gathering"}
_ENDS = frozenset("end close out ends over".split())
_PLANNED = frozenset("planned scheduled due set fixed slated expected intended foreseen begin begun start".split())
_AGAIN = frozenset(["to", "until", "till", "for"])
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_JUST_OVER = 1  # days since the day of a plan that a report still tells of as new
_REACH = 8  # tokens from the verb that puts off to the new day
_BEFORE = 5  # tokens from `planned` to its day


def put_planned_days(context: Context, draft: Draft) -> bool:
    """Give what is called off the day it was planned for, and what is put off its new day; False for all other drafts,
    whose times say when they were."""
    verb = _caller_off(draft) if draft.status == "cancelled" and draft.kind in _CALLED_OFF else None
    if verb is None:
        return False
    times = context.times(draft.sentence)
    new = next((w for w in times if puts_off(verb) and _new_day(w, verb)), None)
    if new is not None:
        draft.status, draft.flags = "scheduled", tuple(dict.fromkeys((*draft.flags, "postponed")))
    when = new or next((w for w in times if _told(w, draft, context.report.published)), None)
    if when is not None:
        draft.date = nearest_to(when, context.report.published, ahead=new is not None, just_now=not _has_been(verb))
        draft.date_basis, draft.date_passage = when.basis, when.passage
    return True


def plans_by_a_day(context: Context, drafts: list[Draft]) -> None:
    """`will visit X before the end of the month`, `is to open by June`: a plan with a limit lies between the report and
    that limit."""
    published = context.report.published
    if published is None:
        return
    for draft in drafts:
        if draft.date is not None or draft.status not in ("scheduled", "proposed") or draft.kind not in _PLANS:
            continue
        limits = [w for w in context.times(draft.sentence) if w.relation in ("by", "before") and _close(w, draft)]
        last = _last_day(limits[0]) if limits else None
        if last is not None and last >= published:
            draft.date, draft.date_basis = Interval.between(published, last), limits[0].basis
            draft.date_passage = limits[0].passage


def _close(when: When, draft: Draft) -> bool:
    return draft.trigger in when.token.ancestors or when.token.head in draft.trigger.ancestors


def _last_day(when: When) -> date:
    """The last day that a limit leaves: `before June` leaves May, `before the end of June` all of it."""
    words = set(when.passage.quote.lower().replace("’", "'").split())
    if when.relation == "by" or words & _ENDS:
        return when.interval.high
    return when.interval.low - timedelta(days=1)


def nearest_to(when: When, published: date | None, *, ahead: bool = False, just_now: bool = False) -> Interval:
    """`planned for October has been put off`, told in September: the tense is of the putting off, not of the plan; the
    nearest such day is meant, or the next one. A weekday lies ahead, unless it is `just_now` over."""
    days, weekday = when.interval, when.passage.quote.lower() in _WEEKDAYS
    if published is None or when.basis not in ("tense", "published") or (when.basis == "published" and not weekday):
        return days
    step = timedelta(days=7) if weekday else relativedelta(years=1)
    around = [Interval(days.low + step * n, days.high + step * n, days.precision) for n in (-1, 0, 1)]
    if ahead:
        return min(span for span in around if span.high >= published)
    over = _JUST_OVER if just_now else 0
    past = [span for span in around if weekday and (published - span.high).days > over]
    return min((span for span in around if span not in past), key=lambda span: abs((span.low - published).days))


def _has_been(verb: Token) -> bool:
    """`has been put off`: before its day; `was put off` may be told on the day after."""
    return any(c.lower_ in ("has", "have") and c.dep_.startswith("aux") for c in verb.children)


def _caller_off(draft: Draft) -> Token | None:
    """The verb that says of a plan that it is off."""
    own = next((t for t in chain(draft.trigger) if t != draft.trigger and calls_off(t)), None)
    return draft.trigger if own is None and calls_off(draft.trigger) else own


def _new_day(when: When, verb: Token) -> bool:
    """`was put off until March`, `rescheduled from 5 to 12 May`."""
    before = when.token.doc[max(verb.i, when.start - 3) : when.start]
    return 0 < when.start - verb.i <= _REACH and any(t.lower_ in _AGAIN for t in before)


def _told(when: When, draft: Draft, published: date | None) -> bool:
    """`planned for Thursday`, `Thursday's meeting`, `her trip next week`: not the day on which it was called off."""
    before = when.token.doc[max(when.token.sent.start, when.start - _BEFORE) : when.start]
    if any(t.lower_ in _PLANNED for t in before):
        return True
    if when.token.dep_ in ("nmod:poss", "compound", "nmod") and when.token.head == draft.trigger:
        return True
    return published is not None and when.interval.low > published
