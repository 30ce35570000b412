"""How long a visit lasts where its days are told apart: `arrived on Monday for a three-day visit`, `the visit from
4 to 6 May` said of one that begins on Sunday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dostyk.language.offices import ENVOYS
from dostyk.model import Interval
from dostyk.reading.arguments import governing_verb, is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.lengths import LONGEST, days_from, days_of_stay, days_to, days_told
from dostyk.reading.time_asides import aside

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.document import Sentence

_BEGUN = frozenset(["began", "begun", "started"])
_STAYS = frozenset("visit trip tour stay".split())
ENDING = frozenset("conclude end finish wrap complete".split())
_GOING = frozenset(["visit", "travel-to", "arrive-in", "stay-in", "reach", "leave-for"])
_AWAY = frozenset(["go-away", "back-from"])  # frames of who leaves the state visited
_LASTING = frozenset(["last", "run", "stay", "remain"])
_NEAR = 2  # sentences
_A_WEEK = 6  # days from the first to the last


def whole_visits(context: Context, drafts: list[Draft]) -> None:
    """Give a visit of which only the first day is known all its days, where the report says them or how many."""
    for draft in drafts:
        if draft.kind != "visit" or draft.date is None:
            continue
        if draft.date.precision != "day":
            draft.date = _put_closer(context, draft.date) or draft.date
            continue
        days = _named_days(context, draft) or _counted(context, draft) or _told_stay(context, draft)
        days = days or _lasting(context, draft) or _begun(context, draft)
        if days is not None:
            draft.date = days


def _put_closer(context: Context, span: Interval) -> Interval | None:
    """The days of a visit planned for a week or month, which another sentence tells: `the visit from 12 to 13 May`."""
    for sentence in context.document.sentences if (span.high - span.low).days >= _A_WEEK else ():
        for when in context.times(sentence) if {t.lemma_.lower() for t in sentence.span} & _STAYS else ():
            days = when.interval
            if days.precision == "interval" and span.contains(days) and (days.high - days.low).days < _A_WEEK:
                return days
    return None


def told_stays(context: Context, drafts: list[Draft]) -> None:
    """The days of a visit that took the day of the report, where it says itself how long its visitor stays."""
    for draft in drafts:
        if draft.kind == "visit" and draft.date is not None and draft.date.precision == "day":
            if draft.date_basis == "report" and draft.status in ("happened", "ongoing"):
                own = days_of_stay(draft.sentence.text) is not None
                draft.date = (_counted(context, draft) if own else _told_stay(context, draft)) or draft.date


def _told_stay(context: Context, draft: Draft) -> Interval | None:
    """`landed in the morning and stays three days`, `came on Monday and will stay until Thursday`."""
    first = draft.date.low if draft.date is not None else None
    for sentence in context.document.sentences:
        stay = next((t for t in sentence.span if t.lemma_ in ("stay", "remain") and _verb_of_staying(t)), None)
        if stay is None or first is None or not _stays_there(context, stay, draft):
            continue
        count = days_told(stay.doc[stay.i + 1 : stay.i + 4].text)
        if count is not None:
            return days_from(first, count)
        last = next((w for w in context.times(sentence) if w.relation == "until" and 0 < w.start - stay.i <= 3), None)
        if last is not None and last.interval.precision == "day":
            return _up_to(first, last.interval.high)
    return None


def _lasting(context: Context, draft: Draft) -> Interval | None:
    """`arrived on Monday for a visit lasting until Thursday`, `a visit that runs to 8 May`."""
    doc = draft.trigger.doc
    if draft.date is None:
        return None
    for when in context.times(draft.sentence):
        behind = doc[draft.trigger.i : when.start]
        if when.relation == "until" and when.interval.precision == "day" and _LASTING & {t.lemma_ for t in behind}:
            return _up_to(draft.date.low, when.interval.high)
    return None


def _up_to(first: date, last: date) -> Interval | None:
    """From the first day to the last; a weekday may have been taken for the one before."""
    day = last + timedelta(days=7 if 0 <= (first - last).days < 7 else 0)
    return Interval.between(first, day) if 0 < (day - first).days <= LONGEST else None


def _verb_of_staying(token: Token) -> bool:
    """`came at their invitation and stays until Thursday`, also where it was taken for a noun."""
    return is_verb(token) or (token.i > token.sent.start and token.nbor(-1).lower_ == "and")


def _stays_there(context: Context, stay: Token, draft: Draft) -> bool:
    """True where it is a visitor that stays."""
    verb = stay
    while (verb.dep_ in ("conj", "xcomp") or not is_verb(verb)) and verb.head is not verb and not subject(verb):
        verb = verb.head
    visitors = {m.party for m in draft.who}
    staying = [t for t in subject(verb) if t.lemma_.lower() not in ENVOYS]
    return any(m.party in visitors for t in staying for m in context.resolve(t))


def _begun(context: Context, draft: Draft) -> Interval | None:
    """`whose visit, begun on Tuesday, is meant to …`: a visit that is going on, up to the report's own day."""
    published, trigger = context.report.published, draft.trigger
    behind = trigger.doc[trigger.i + 1 : min(trigger.i + 7, trigger.sent.end)] if trigger.tag_ == "NN" else ()
    begun = next((t for t in behind if t.lower_ in _BEGUN), None)
    first = next((w for w in context.times(draft.sentence) if begun is not None and 0 < w.start - begun.i <= 2), None)
    if first is None or published is None or first.interval.precision != "day":
        return None
    low = first.interval.low
    return Interval.between(low, published) if 0 < (published - low).days <= LONGEST else None


def _named_days(context: Context, draft: Draft) -> Interval | None:
    """Days told beside the word in another sentence that begin on the day of the visit."""
    for sentence in context.document.sentences:
        if not {t.lemma_.lower() for t in sentence.span} & _STAYS:
            continue
        for when in context.times(sentence):
            days = when.interval
            if days.precision == "interval" and draft.date is not None and days.low == draft.date.low:
                if (days.high - days.low).days <= LONGEST:
                    return days
    return None


def _counted(context: Context, draft: Draft) -> Interval | None:
    """As many days as the report gives the visit, from its first one on."""
    day = draft.date
    near = context.document.around(draft.sentence, _NEAR, _NEAR)
    said = [draft.sentence, *(s for s in near if _tells_of(context, s, draft))]
    count = next((n for s in said if (n := days_of_stay(s.text))), None) or _for_some_days(draft)
    if count is None or day is None or (draft.status == "ongoing" and aside(draft.trigger) is not None):
        return None  # `held talks with X, who is paying a three-day visit`: the day of the talks need not be the first
    if _is_last_day(draft):
        return days_to(day.low, count)
    return None if {t.lemma_ for t in draft.sentence.span} & ENDING else days_from(day.low, count)


def _for_some_days(draft: Draft) -> int | None:
    """`will visit Kenya for three days from 12 May`."""
    going = draft.frame is not None and draft.frame.id in _GOING
    return days_told(draft.sentence.text, behind_for=True) if going else None


def _is_last_day(draft: Draft) -> bool:
    """`ended a visit on Friday`, `left Oslo on Friday after a visit`; who leaves for a state sets out."""
    verb = draft.trigger if is_verb(draft.trigger) else governing_verb(draft.trigger)
    away = draft.frame is not None and draft.frame.id in _AWAY
    if any(c.dep_ == "case" and c.lower_ == "after" for c in draft.trigger.children):
        return True  # `left Hanoi on Friday after a three-day visit`
    back = verb is not None and verb.lemma_ == "return" and any(t.lower_ == "from" for t in verb.subtree)
    return away or back or (verb is not None and verb.lemma_ in ENDING)


def _tells_of(context: Context, sentence: Sentence, draft: Draft) -> bool:
    """True for a sentence near that of the visit, before or behind it, that names a visitor first or nobody."""
    if sentence.field != "text":
        return False
    first = next((n.person for n in context.people.in_sentence(sentence) if n.person is not None), None)
    return first is None or first.party in [m.party for m in draft.who]
