"""When a thing took place: the time expression that stands nearest to its trigger in the tree, else the report's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from dostyk.model import Interval
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.visit_days import deeds_within, plans_within

if TYPE_CHECKING:
    from spacy.tokens import Token

# relations of a time to an act that say when it is due or how long it holds, not when it took place
_NOT_THE_DAY = frozenset(("by", "until", "within", "before"))
# kinds of acts done once, on a day
_NEWS = frozenset("signing relations opening ratification appointment honour aid sanction invitation message".split())
# kinds that count from the day they are announced, however much later they take effect
_ANNOUNCED = frozenset(["aid", "appointment"])
_DECADE = re.compile(r"\b(?:1[89]|20)\d0s\b|\b(?:decade|century|centuries|years) ago\b")
# what a report that names no day tells of as said on its own day
_WORDS = frozenset(["statement", "commitment"])
_ACTS = frozenset("visit meeting call gathering signing ratification opening honour cooperation".split())
_CAUSES = frozenset("over for after following because amid since".split())
_CONTACTS = frozenset("visit meeting call gathering".split())
_OCCASIONS = frozenset(
    "meeting conversation call summit conference forum session visit trip talk dialogue ceremony convening".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EARLIER = frozenset(
    "previously earlier recently recent last ago past previous already once before since when night".split()
)
_TELLING = frozenset("say tell announce inform report confirm state add note disclose".split())
_LEAD = 1  # index of the last sentence that tells the news itself
_FARTHEST = 5
_LONG = 100  # days: a longer stretch that is no year says since when or how long, not when


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
    times = [w for w in context.times(draft.sentence) if w.relation not in _NOT_THE_DAY]
    times = [
        w
        for w in times
        if not (_names_something(w, draft.trigger) or _stretch(w, draft) or _in_a_future(w, draft.trigger))
    ]
    times = [w for w in times if not (_since(w, draft) or _of_what_is_said(w, draft) or _of_what_is_marked(w, draft))]
    times = [w for w in times if not (_long_past_same_day(context, w) or _of_its_cause(w, draft))]
    times = [w for w in times if not (_of_its_telling(context, w, draft) or _behind_us(context, w, draft))]
    if not times:
        return None
    ranked = sorted(times, key=lambda w: (_distance(w, draft.trigger), abs(w.start - draft.trigger.i)))
    best = next((w for w in ranked if _belongs(w, draft.trigger)), None)
    return _with_end(best, context.times(draft.sentence)) if best else None


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


def _long_past_same_day(context: Context, when: When) -> bool:
    """`on the same day` of news is not the day of old history that was mentioned last."""
    published = context.report.published
    old = published is not None and (published - when.interval.high).days > 365
    return old and "same day" in when.passage.quote.lower()


def _in_a_future(when: When, trigger: Token) -> bool:
    """`was accepted and he will come on Friday`: a time behind a later `will` is not the trigger's."""
    between = trigger.doc[trigger.i + 1 : when.start]
    if trigger.lemma_ in ("invite", "invitation", "accept") and any(t.tag_ == "VB" for t in between):
        return True  # `invited him to come in May`
    own = (trigger,) if is_verb(trigger) else (trigger, trigger.head)  # `the forum will be held on 3 May`
    later = any(t.lower_ in ("will", "wo", "'ll", "’ll") and t.head not in own for t in between)
    return later or any(
        t.lower_ == "be" and t.nbor(-1).lower_ == "to" and (is_verb(trigger) or t.head not in trigger.ancestors)
        for t in between
        if t.i
    )


def _stretch(when: When, draft: Draft) -> bool:
    """`over the past year`: a long stretch without a name of its own dates no single act."""
    days = (when.interval.high - when.interval.low).days
    return when.interval.precision == "interval" and days > _LONG and draft.kind not in ("figure", "appointment")


def _since(when: When, draft: Draft) -> bool:
    """`since 1992`, `since he was elected last May` says from when a state of things holds, not when an act was."""
    if draft.kind in _CONTACTS and any(c.dep_ == "mark" and c.lower_ == "since" for c in when.token.head.children):
        return draft.trigger != when.token.head
    return when.relation == "since" and draft.kind not in ("relations", "figure", "cooperation")


def _of_what_is_said(when: When, draft: Draft) -> bool:
    """`said that the visit of 1959 …`, `agreed to meet in June`: a time inside what is said or agreed is not the
    time of saying it."""
    if draft.kind not in ("statement", "commitment") or draft.trigger not in when.token.ancestors:
        return False
    token = when.token
    while token != draft.trigger:
        if token.dep_ in ("ccomp", "xcomp", "acl", "acl:relcl", "advcl", "nmod"):
            return True
        token = token.head
    return False


def _of_its_cause(when: When, draft: Draft) -> bool:
    """`expelled over a leak last month`: the day of what a measure answers is not the day of the measure."""
    if draft.kind not in ("sanction", "honour"):
        return False
    before = [t.lower_ for t in when.token.doc[max(draft.trigger.i + 1, when.start - 5) : when.start]]
    if "," not in before and _CAUSES & set(before[:-1]):
        return True  # where the parse hangs the time on the measure
    for token in when.token.ancestors:
        if token == draft.trigger:
            return False
        if any(c.dep_ in ("case", "mark") and c.lower_ in _CAUSES for c in token.children):
            return True
    return False


def _of_what_is_marked(when: When, draft: Draft) -> bool:
    """`celebrates the anniversary of the victory of 1975`: the day that is remembered is not the day of remembering."""
    if draft.kind != "gathering":
        return False
    return any(t.lemma_.lower() in ("anniversary", "victory", "founding") for t in when.token.ancestors)


def _of_its_telling(context: Context, when: When, draft: Draft) -> bool:
    """`X is paying a visit, the government said on Wednesday`: the day of saying is no day of a plan or a stay."""
    if draft.kind not in _CONTACTS or draft.status == "happened":
        return False
    verb = when.token.head
    published = context.report.published
    told = verb.lemma_ in _TELLING and verb != draft.trigger and is_verb(verb)
    return told and published is not None and when.interval.high <= published


def _behind_us(context: Context, when: When, draft: Draft) -> bool:
    """`will discuss the partnership established in 2014`: no plan is for a time long past."""
    published = context.report.published
    if published is None or draft.status != "scheduled" or draft.kind not in _CONTACTS or when.basis == "tense":
        return False
    return (published - when.interval.high).days > _LONG


def _names_something(when: When, trigger: Token) -> bool:
    """`the 2019 agreement`, `the November 2021 elections`: the time is part of a name, not of the clause."""
    token = when.token
    doc = token.doc
    if when.start > 1 and doc[when.start - 1].lower_ == "of" and doc[when.start - 2].tag_ == "NNP":
        return True  # `Treaty of Friendship of 9 May 2000`
    named = token.head
    if (
        token.dep_ not in ("compound", "nummod", "amod", "nmod:desc")
        or not named.tag_.startswith("NN")
        or is_verb(named)
    ):
        return False
    # `met at the June Summit`, `their January 22 conversation`: an occasion is named by its own day
    return named.lemma_.lower() not in _OCCASIONS or not (named == trigger or trigger in named.ancestors)


def _comes_after(occasion: Token) -> bool:
    """True for the noun of `ahead of the summit`, `in advance of the funeral`, `before the talks`."""
    before = {t.lower_ for t in occasion.doc[max(occasion.sent.start, occasion.i - 7) : occasion.i]}
    return bool(before & {"ahead", "advance", "before", "after", "following", "since", "prior"})


def put_dates(context: Context, drafts: list[Draft]) -> None:
    """Give each draft its date: its own, else that of the report's main act where it is told in the same breath."""
    for draft in drafts:
        if draft.kind == "office":
            continue
        when = nearest(context, draft)
        if when is not None and draft.date is None:
            when = _by_timetable(context, draft, when)
            draft.date, draft.date_basis, draft.date_passage = _ahead(context, draft, when), when.basis, when.passage
    _only_plans(context, drafts)
    _with_relations(drafts)
    deeds_within(drafts)
    _inherit(context, drafts)
    plans_within(drafts)
    _still_to_come(context, drafts)


def _by_timetable(context: Context, draft: Draft, when: When) -> When:
    """`begins a visit on Sunday`, `arrives on Sunday`: a weekday in the present tense is the one to come."""
    published = context.report.published
    verb = draft.trigger if is_verb(draft.trigger) else draft.trigger.head
    if draft.kind not in _CONTACTS or draft.status != "happened" or verb.tag_ not in ("VBZ", "VBP") or not published:
        return when
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
    if days.high > published - timedelta(days=_LONG):  # `will expel, it said on Monday`
        return days
    year = relativedelta(years=1)
    later = Interval(days.low + year, days.high + year, days.precision)
    return later if later.low >= published else days


def _only_plans(context: Context, drafts: list[Draft]) -> None:
    """A plan without a day in a sentence that names one day, still to come, is for that day."""
    for draft in drafts:
        if draft.date is None and draft.status == "scheduled" and draft.kind in ("visit", "meeting", "call"):
            when = _only_day(context, draft, plan=True)
            if when is not None and context.report.published and when.interval.low >= context.report.published:
                draft.date, draft.date_basis, draft.date_passage = when.interval, when.basis, when.passage


def _with_relations(drafts: list[Draft]) -> None:
    """The paper that establishes relations, told of right after them, was signed on the day they began."""
    begun = [d for d in drafts if d.kind == "relations" and d.date and d.date.precision == "day"]
    for draft in drafts:
        if draft.kind != "signing" or draft.date is not None or draft.status != "happened":
            continue
        states = {m.party.state for m in draft.who}
        for told in begun:
            near = 0 <= draft.sentence.index - told.sentence.index <= 2
            if near and states == {m.party.state for m in told.who}:
                draft.date, draft.date_basis, draft.date_passage = told.date, told.date_basis, told.date_passage


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
            and "background" not in d.flags and _recent(context, d) and not _led_up(d)
        ),
        None,
    )  # fmt: skip
    told = lead_day(context)
    for draft in drafts:
        if draft.date is None and draft.kind in _ANNOUNCED and draft.status in ("scheduled", "proposed"):
            day = context.report.published
            draft.date, draft.date_basis = (Interval.day(day), "report") if day else (None, "")
            continue
        if (
            draft.kind in ("office", "figure")
            or draft.date is not None
            or draft.status not in ("happened", "ongoing")
            or _past_of_past(draft)
            or _in_the_background(draft)
        ):
            continue
        if draft.kind in _NEWS and _DECADE.search(draft.sentence.text):
            continue
        lead = told if draft.kind in _NEWS else None
        own = _only_day(context, draft) if draft.kind in _NEWS else None
        if own is not None:
            draft.date, draft.date_basis, draft.date_passage = own.interval, own.basis, own.passage
        elif lead is not None and main is not None and main.sentence.index > 1:
            draft.date, draft.date_basis = lead, "report"
        elif main is not None and main.date is not None:
            draft.date, draft.date_basis, draft.date_passage = main.date, "report", main.date_passage
        elif context.dateline_day is not None:
            draft.date, draft.date_basis = context.dateline_day, "dateline"
        elif told is not None and (draft.kind in _NEWS or _referred(draft) or _plainly_told(draft)):
            draft.date, draft.date_basis = told, "report"
        elif (draft.kind in _WORDS or _just_now(draft) or _is_lead(draft)) and context.report.published is not None:
            draft.date, draft.date_basis = Interval.day(context.report.published), "report"


def _only_day(context: Context, draft: Draft, *, plan: bool = False) -> When | None:
    """The day of a sentence that names just one, where the parse hangs it on another word."""
    times = [w for w in context.times(draft.sentence) if w.relation not in _NOT_THE_DAY]
    times = [w for w in times if not (_long_past_same_day(context, w) or _of_its_cause(w, draft))]
    times = [w for w in times if not _of_its_telling(context, w, draft)]
    days = [w for w in times if w.interval.precision == "day"]
    alone = len(times) == 1 and len(days) == 1
    if not alone or _names_something(days[0], draft.trigger) or (not plan and _in_a_future(days[0], draft.trigger)):
        return None
    return days[0]


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
            if when.interval.precision == "day" and 0 <= age <= 7 and when.relation not in _NOT_THE_DAY:
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


_BEHIND = frozenset("after since before following during".split())


def _led_up(draft: Draft) -> bool:
    """`Following X's talks with Y on April 24, Z met …`: what came before the report's own act."""
    return any(c.dep_ == "case" and c.lower_ in _BEHIND - {"during"} for c in draft.trigger.children)


def _in_the_background(draft: Draft) -> bool:
    """Words that only point to something older: `two years after X's trip`, `agreements signed by the two
    governments`, `79 years of relations`."""
    trigger = draft.trigger
    if draft.kind == "signing" and trigger.tag_ == "VBN" and trigger.dep_ in ("acl", "acl:relcl"):
        return True
    if draft.kind == "relations" and trigger.lemma_.lower() in ("anniversary", "year"):
        return True
    points = any(c.dep_ == "case" and c.lower_ in _BEHIND for c in trigger.children)
    return draft.kind == "visit" and points and draft.frame is not None and draft.frame.refers


def _past_of_past(draft: Draft) -> bool:
    """`had visited`, `the decision to expel`: told as lying before the report's own day."""
    trigger = draft.trigger
    if trigger.tag_ == "VB" and trigger.dep_ == "acl" and trigger.head.lemma_ in ("decision", "move", "step"):
        return True
    if trigger.dep_ == "ccomp" and trigger.head.tag_ == "VBD" and trigger.head.lemma_ in _TELLING:
        return False  # `said that the Queen had received him` is what is new
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in trigger.children)
