"""When a thing took place: its own time, else that of the visit it belongs to or of the report's main act."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from dostyk.model import Interval
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.background import ground, in_the_background, led_up, past_of_past
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.jubilees import celebrated
from dostyk.reading.list_days import days_of_lists
from dostyk.reading.other_times import CONTACTS, LONG
from dostyk.reading.own_time import NOT_THE_DAY, nearest, only_day
from dostyk.reading.past_plans import past_plan
from dostyk.reading.planned_days import nearest_to, plans_by_a_day, put_planned_days
from dostyk.reading.retold import at_that_time, papers_of_relations, papers_told_before, relations_of_papers
from dostyk.reading.time_asides import answered, aside
from dostyk.reading.visit_days import at_its_end, days_of_gatherings, deeds_within, plans_within, some_day_of
from dostyk.reading.visit_length import told_stays, whole_visits
from dostyk.reading.word_days import agreed_on_visits, terms_of_treaties, words_to_come

# kinds of acts done once, on a day
_NEWS = frozenset("signing relations opening ratification appointment honour aid sanction invitation message".split())
# kinds that count from the day they are announced, however much later they take effect
_ANNOUNCED = frozenset(["aid", "appointment"])
_DECADE = re.compile(r"\b(?:1[89]|20)\d0s\b|\b(?:decade|century|centuries|years) ago\b")
# what a report that names no day tells of as said on its own day
_WORDS = frozenset(["statement", "commitment"])
_SAID = _WORDS | {"invitation", "message"}
_ACTS = frozenset("visit meeting call gathering signing ratification opening honour cooperation".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EARLIER = frozenset(
    "previously earlier recently recent last ago past previous already once before since when night".split()
)
_SETTING_OUT = frozenset("depart leave arrive embark fly".split())
_LEAD = 1  # index of the last sentence that tells the news itself


def put_dates(context: Context, drafts: list[Draft]) -> None:
    """Give each draft its date: its own, else that of the report's main act where it is told in the same breath."""
    for draft in drafts:
        if draft.kind == "office" or ground(draft) or put_planned_days(context, draft):
            continue
        when = nearest(context, draft)
        if when is not None and draft.date is None and not _words_of_tomorrow(context, draft, when):
            when = _by_timetable(context, draft, when)
            days = _ahead(context, draft, when)
            if draft.status == "cancelled" and past_plan(draft.trigger):
                days = nearest_to(when, context.report.published, just_now=True)
            draft.date, draft.date_basis, draft.date_passage = days, when.basis, when.passage
    at_that_time(context, drafts)
    papers_told_before(drafts)
    _only_plans(context, drafts)
    plans_by_a_day(context, drafts)
    papers_of_relations(drafts)
    days_of_lists(drafts)
    whole_visits(context, drafts)
    deeds_within(drafts, lead_day(context))
    terms_of_treaties(drafts)
    celebrated(context, drafts)
    _inherit(context, drafts)
    told_stays(context, drafts)
    deeds_within(drafts, lead_day(context), guessed=True)
    plans_within(context, drafts)
    days_of_gatherings(drafts)
    relations_of_papers(drafts)
    words_to_come(drafts, context.report.published)
    _still_to_come(context, drafts)


def _words_of_tomorrow(context: Context, draft: Draft, when: When) -> bool:
    """`will come on Friday at the invitation of X`: what has been said or written is not of a day to come; nor has it
    been undertaken in a year that is not over: `will send a mission this year`."""
    published = context.report.published
    if draft.kind not in _SAID or draft.status != "happened" or published is None:
        return False
    return (when.interval.high if draft.kind == "commitment" else when.interval.low) > published


def _by_timetable(context: Context, draft: Draft, when: When) -> When:
    """`begins a visit on Sunday`, `arrives on Sunday`: a weekday in the present tense is the one to come."""
    published = context.report.published
    verb = draft.trigger if is_verb(draft.trigger) else draft.trigger.head
    if draft.kind not in CONTACTS or draft.status != "happened" or verb.tag_ not in ("VBZ", "VBP") or not published:
        return when
    if when.interval.low > published:
        draft.status = "scheduled"  # `leads a delegation to X tomorrow`
    if verb.lemma_ in _SETTING_OUT and when.interval == Interval.day(published):
        draft.status = "scheduled"  # `departs today for X`
    past = (published - when.interval.high).days
    if when.passage.quote.lower().removeprefix("on ") not in _WEEKDAYS or not 0 < past < 7:
        return when
    draft.status = "scheduled"
    return replace(when, interval=Interval.day(when.interval.high + timedelta(days=7)))


def _ahead(context: Context, draft: Draft, when: When) -> Interval:
    """The days of a time; `discussed the upcoming visit on August 30` put what is planned into the year behind."""
    published, days = context.report.published, when.interval
    if published is None or draft.status != "scheduled" or when.basis != "tense":
        return days
    if days.high > published - timedelta(days=LONG):  # `will expel, it said on Monday`
        return days
    year = relativedelta(years=1)
    later = Interval(days.low + year, days.high + year, days.precision)
    return later if later.low >= published else days


def _only_plans(context: Context, drafts: list[Draft]) -> None:
    """A plan without a day in a sentence that names one day, still to come, is for that day."""
    for draft in drafts:
        if draft.date is None and draft.status == "scheduled" and draft.kind in ("visit", "meeting", "call"):
            when = only_day(context, draft, plan=True)
            if when is not None and context.report.published and when.interval.low >= context.report.published:
                draft.date, draft.date_basis, draft.date_passage = when.interval, when.basis, when.passage


def _still_to_come(context: Context, drafts: list[Draft]) -> None:
    """What is to be on a day after the report's own has not happened, however it is told."""
    published = context.report.published
    for draft in drafts:
        if draft.kind in _ACTS and draft.status in ("happened", "ongoing") and published and draft.date:
            if draft.date.low > published + timedelta(days=0 if draft.kind == "gathering" else 1):
                draft.status = "scheduled"


def _inherit(context: Context, drafts: list[Draft]) -> None:
    """Undated acts of today's telling take the day of the report's main act, named in the text or the dateline."""
    main = next(
        (
            d for d in drafts
            if d.date and d.date.precision in ("day", "interval") and d.status in ("happened", "ongoing")
            and d.kind in ("visit", "meeting", "call", "gathering", "signing", "message", "honour", "sanction")
            and "background" not in d.flags and _recent(context, d) and not (led_up(d) or answered(d.trigger))
            and (d.kind != "visit" or (aside(d.trigger) is None and not at_its_end(d)))
        ),
        None,
    )  # fmt: skip
    agreed_on_visits(drafts, main)
    told = lead_day(context)
    ended = any(at_its_end(d) for d in drafts)
    newer = _newer(main, told or context.dateline_day)
    for draft in drafts:
        if draft.date is None and draft.kind in _ANNOUNCED and draft.status in ("scheduled", "proposed"):
            day = context.report.published
            draft.date, draft.date_basis = (Interval.day(day), "report") if day else (None, "")
            continue
        if (
            draft.kind in ("office", "figure")
            or ground(draft)
            or draft.date is not None
            or (draft.status not in ("happened", "ongoing") and not _called_off(draft))
            or (ended and some_day_of(draft))
            or past_of_past(draft)
            or in_the_background(draft)
            or _at_an_open_time(context, draft)
        ):
            continue
        if draft.kind in _NEWS and _DECADE.search(draft.sentence.text):
            continue
        lead = told if draft.kind in _NEWS else None
        own = only_day(context, draft) if draft.kind in _NEWS else None
        if own is not None:
            draft.date, draft.date_basis, draft.date_passage = own.interval, own.basis, own.passage
        elif lead is not None and main is not None and main.sentence.index > 1:
            draft.date, draft.date_basis = lead, "report"
        elif newer is not None:
            draft.date, draft.date_basis = newer, "report"
        elif main is not None and main.date is not None:
            draft.date, draft.date_basis, draft.date_passage = main.date, "report", main.date_passage
        elif context.dateline_day is not None:
            draft.date, draft.date_basis = context.dateline_day, "dateline"
        elif told is not None and (draft.kind in _NEWS or _referred(draft) or _plainly_told(draft)):
            draft.date, draft.date_basis = told, "report"
        elif (draft.kind in _WORDS or _just_now(draft) or _is_lead(draft)) and context.report.published is not None:
            draft.date, draft.date_basis = Interval.day(context.report.published), "report"


def _at_an_open_time(context: Context, draft: Draft) -> bool:
    """`signed it in recent weeks`, `met a few days ago`: the words give a time, and not which day it was."""
    clauses = (draft.trigger, draft.trigger.head)
    return draft.kind not in _WORDS and any(t.head in clauses for t in context.open_times(draft.sentence))


def _called_off(draft: Draft) -> bool:
    """`A lunch of the two was cancelled`: one of the day that is told of."""
    return draft.frame is not None and draft.frame.id == "called-off" and draft.status == "cancelled"


def _newer(main: Draft | None, day: Interval | None) -> Interval | None:
    """The day of the news, where the first dated act stands behind the lead and is older: it is background."""
    if main is None or main.date is None or day is None or main.sentence.index <= _LEAD:
        return None
    return day if day.low > main.date.low else None


def _plainly_told(draft: Draft) -> bool:
    """`spoke with the ministers of A and B`, with no word that puts it before the day of the news."""
    verb = draft.trigger if is_verb(draft.trigger) else draft.trigger.head
    words = {t.lower_ for t in draft.sentence.span}
    return draft.kind in ("meeting", "call") and verb.tag_ in ("VBD", "VBN") and not words & _EARLIER


def _referred(draft: Draft) -> bool:
    """`the visit of X`, spoken of as something of these days."""
    return draft.frame is not None and draft.frame.refers


def lead_day(context: Context) -> Interval | None:
    """The day that the first two sentences tell of, where it is news on the day of publication; None without one."""
    published = context.report.published
    lead = [s for s in context.document.sentences if s.field == "text"][:2]
    for sentence in lead if published is not None else ():
        for when in context.times(sentence):
            age = (published - when.interval.high).days if published else 99
            if when.relation in NOT_THE_DAY or aside(when.token) is not None:
                continue
            if when.interval.precision == "day" and 0 <= age <= 7:
                return when.interval
    return None


def _just_now(draft: Draft) -> bool:
    """`has signed`, `have established`: a release tells in the perfect what is new on its day."""
    trigger = draft.trigger
    before = trigger.doc[max(trigger.sent.start, trigger.i - 4) : trigger.i]
    words = {t.lower_ for t in before}
    return draft.kind in _NEWS and bool(words & {"has", "have"}) and not words & {"ever", "always", "already", "long"}


def _is_lead(draft: Draft) -> bool:
    """The news itself: what a main clause of the first sentences tells in the past, with no time of its own."""
    if draft.sentence.index > _LEAD or draft.kind not in _ACTS or _referred(draft):
        return False
    verb = draft.trigger if is_verb(draft.trigger) else governing_verb(draft.trigger)
    root = draft.sentence.span.root
    return verb is not None and verb == root and verb.tag_ in ("VBD", "VBZ", "VBN")


def _recent(context: Context, draft: Draft) -> bool:
    published = context.report.published
    return published is None or draft.date is None or abs((published - draft.date.high).days) <= 10
