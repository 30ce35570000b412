"""Which time expression of a sentence says when an act took place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.model import Interval
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.other_times import (
    CONTACTS,
    behind_us,
    holds_since,
    in_a_future,
    led_to,
    long_past_same_day,
    names_something,
    of_another_clause,
    of_its_cause,
    of_its_telling,
    of_the_topic,
    of_what_is_marked,
    of_what_is_said,
    stretch,
)
from dostyk.reading.time_asides import in_an_aside, of_a_which

if TYPE_CHECKING:
    from spacy.tokens import Token

# relations of a time to an act that say when it is due or how long it holds, not when it took place
NOT_THE_DAY = frozenset(("by", "until", "within", "before"))
_FARTHEST = 5
_BESIDE = 3  # tokens between a time and another that puts it closer
_DAYS = ("day", "interval")
_TWO_MONTHS = 62  # days


def tree_distance(a: Token, b: Token) -> int:
    """Steps between two words of one sentence through the tree; a clause boundary counts three."""
    up_a = [a, *a.ancestors]
    up_b = {t.i: n for n, t in enumerate([b, *b.ancestors])}
    for n, token in enumerate(up_a):
        if token.i in up_b:
            path = up_a[:n] + [b, *b.ancestors][: up_b[token.i]]
            barriers = sum(2 for t in path if is_verb(t) and t.dep_ in ("conj", "parataxis", "acl:relcl", "ccomp"))
            return n + up_b[token.i] + barriers
    return 99


def nearest(context: Context, draft: Draft) -> When | None:
    """The time expression of the sentence that belongs to a draft, None where none does."""
    times = [w for w in context.times(draft.sentence) if w.relation not in NOT_THE_DAY]
    times = [
        w
        for w in times
        if not (names_something(w, draft.trigger) or stretch(w, draft) or in_a_future(w, draft.trigger))
        and not (
            in_an_aside(w, draft.trigger)
            or led_to(w, draft)
            or of_another_clause(w, draft)
            or (draft.kind in CONTACTS and of_a_which(w, draft.trigger))
            or of_the_topic(w, draft)
        )
    ]
    times = [
        w for w in times if not (holds_since(w, draft) or of_what_is_said(w, draft) or of_what_is_marked(w, draft))
    ]
    times = [w for w in times if not (long_past_same_day(context, w) or of_its_cause(w, draft))]
    times = [w for w in times if not (of_its_telling(context, w, draft) or behind_us(context, w, draft))]
    if not times:
        return None
    purpose = _of_purpose(draft.trigger)
    ranked = sorted(
        times,
        key=lambda w: (
            purpose and w.start < draft.trigger.i,
            _distance(w, draft.trigger),
            abs(w.start - draft.trigger.i),
        ),
    )
    best = next((w for w in ranked if _belongs(w, draft.trigger)), None)
    return _with_end(_put_closer(best, times), context.times(draft.sentence)) if best else None


def _of_purpose(trigger: Token) -> bool:
    """`arrived on Thursday to take part in the forum on Friday`: a time behind the purpose is its own."""
    return trigger.tag_ == "VB" and trigger.dep_ == "advcl" and trigger.i > 0 and trigger.nbor(-1).lower_ == "to"


def _put_closer(when: When, times: list[When]) -> When:
    """`next week, from 12 to 13 May`, `this month (on 3 May)`: the days behind a longer time that holds them."""
    inside = (w for w in times if 0 <= w.start - when.end <= _BESIDE and when.interval.contains(w.interval))
    return next((w for w in inside if w.interval != when.interval and w.interval.precision in _DAYS), when)


def _with_end(when: When, times: list[When]) -> When:
    """`Monday, April 27, through Thursday, April 30`: a first day joined with the last day behind it."""
    end = next((w for w in times if w.relation == "until" and 0 <= w.start - when.end <= 3), None)
    if end is None or end.interval.high < when.interval.low:
        return when
    return replace(when, interval=Interval.between(when.interval.low, end.interval.high))


def _distance(when: When, trigger: Token) -> int:
    """Steps through the tree; a time that stands beside the trigger counts as nearer than its tree says."""
    beside = -3 <= when.start - trigger.i <= 3
    return tree_distance(when.token, trigger) - (3 if beside else 0)


def _belongs(when: When, trigger: Token) -> bool:
    """True where a time stands in the trigger's own phrase, over it in the tree, or near it."""
    if trigger in when.token.ancestors or -3 <= when.start - trigger.i <= 3:
        return True
    governor = when.token.head
    over = governor == trigger or governor in trigger.ancestors
    if over and is_verb(governor):
        return True
    return tree_distance(when.token, trigger) <= _FARTHEST


def _short(when: When) -> bool:
    """True for a time of two months at most, in which a plan can be looked for."""
    return (when.interval.high - when.interval.low).days <= _TWO_MONTHS


def only_day(context: Context, draft: Draft, *, plan: bool = False) -> When | None:
    """The day of a sentence that names just one, where the parse hangs it on another word."""
    times = [w for w in context.times(draft.sentence) if w.relation not in NOT_THE_DAY]
    times = [w for w in times if not (long_past_same_day(context, w) or of_its_cause(w, draft))]
    times = [w for w in times if not (of_its_telling(context, w, draft) or in_an_aside(w, draft.trigger))]
    days = [w for w in times if w.interval.precision == "day" or (plan and _short(w))]
    alone = len(times) == 1 and len(days) == 1
    if not alone or names_something(days[0], draft.trigger) or (not plan and in_a_future(days[0], draft.trigger)):
        return None
    return days[0]
