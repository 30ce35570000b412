"""Which time expression of a sentence says when an act took place, and which belong to something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.model import Interval
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.time_asides import answered, in_an_aside, of_a_which, opens_with

if TYPE_CHECKING:
    from spacy.tokens import Token

# relations of a time to an act that say when it is due or how long it holds, not when it took place
NOT_THE_DAY = frozenset(("by", "until", "within", "before"))
_CAUSES = frozenset("over for after following because amid since".split())
CONTACTS = frozenset("visit meeting call gathering".split())
_OCCASIONS = frozenset(
    "meeting conversation call summit conference forum session visit trip talk dialogue ceremony convening".split()
)
TELLING = frozenset("say tell announce inform report confirm state add note disclose".split())
_MEDIA = frozenset("agency newspaper daily media paper statement press radio television channel report".split())
_SINCE = frozenset(["since", "after", "upon"])
_FARTHEST = 5
_TWO_MONTHS = 62  # days
_THIRD = 125  # days: the third of a year that a plan may be for
LONG = 100  # days: a longer stretch that is no year says since when or how long, not when


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
        if not (_names_something(w, draft.trigger) or _stretch(w, draft) or _in_a_future(w, draft.trigger))
        and not (
            in_an_aside(w, draft.trigger)
            or _led_to(w, draft)
            or _of_another_clause(w, draft)
            or (draft.kind in CONTACTS and of_a_which(w, draft.trigger))
        )
    ]
    times = [w for w in times if not (_since(w, draft) or _of_what_is_said(w, draft) or _of_what_is_marked(w, draft))]
    times = [w for w in times if not (_long_past_same_day(context, w) or _of_its_cause(w, draft))]
    times = [w for w in times if not (_of_its_telling(context, w, draft) or _behind_us(context, w, draft))]
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
    return _with_end(best, context.times(draft.sentence)) if best else None


def _of_purpose(trigger: Token) -> bool:
    """`arrived on Thursday to take part in the forum on Friday`: a time behind the purpose is its own."""
    return trigger.tag_ == "VB" and trigger.dep_ == "advcl" and trigger.i > 0 and trigger.nbor(-1).lower_ == "to"


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


def _of_another_clause(when: When, draft: Draft) -> bool:
    """`trade stood at X last year, and both strive to double it`: a time of the clause before is not its own."""
    if draft.kind != "commitment":
        return False
    clause = own_clause(draft.trigger)
    return clause is not None and clause not in (when.token, *when.token.ancestors)


def own_clause(verb: Token) -> Token | None:
    """The coordinated clause with a subject of its own that a verb stands in; None in no such."""
    return next(
        (t for t in (verb, *verb.ancestors) if t.dep_ in ("conj", "parataxis") and is_verb(t)
         and any(c.dep_.startswith("nsubj") for c in t.children)), None,
    )  # fmt: skip


def _led_to(when: When, draft: Draft) -> bool:
    """`will travel on Friday, after a call with Y`, `the statement, which followed a call`: a talk that came before
    what the sentence tells is not of its day."""
    if draft.kind not in ("meeting", "call") or draft.trigger in when.token.ancestors:
        return False
    trigger = draft.trigger
    after = any(c.dep_ == "case" and c.lower_ in ("after", "following") for c in trigger.children)
    return after or (
        trigger.head.lemma_ == "follow" and trigger.dep_ == "obj" and trigger.head not in when.token.ancestors
    )


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
    longest = _THIRD if draft.status == "scheduled" else LONG  # `will travel there early next year`
    return when.interval.precision == "interval" and days > longest and draft.kind not in ("figure", "appointment")


def _since(when: When, draft: Draft) -> bool:
    """`since 1992`, `since he was elected last May` says from when a state of things holds, not when an act was."""
    head = when.token.head
    if draft.kind in CONTACTS and any(c.dep_ == "mark" and c.lower_ in _SINCE for c in head.children):
        # of what led up to it only the beginning of an office dates nothing: `the first visit after taking office`
        return draft.trigger != head and (head.tag_ == "VBG" or any(c.lower_ == "since" for c in head.children))
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
    if draft.kind not in ("sanction", "honour", "statement", "commitment", "message"):
        return False
    if answered(when.token) and not answered(draft.trigger):
        return True
    before = [t.lower_ for t in when.token.doc[max(draft.trigger.i + 1, when.start - 10) : when.start]]
    if "," not in before[-5:] and _CAUSES & set(before[-5:-1]):
        return True  # where the parse hangs the time on the measure
    if "," not in before and "following" in before[:-1]:
        return True
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
    verb = when.token.head
    if draft.kind not in CONTACTS or (draft.status == "happened" and not _by_media(verb)):
        return False
    published = context.report.published
    told = verb.lemma_ in TELLING and verb != draft.trigger and is_verb(verb)
    return told and published is not None and when.interval.high <= published


def _by_media(verb: Token) -> bool:
    """`met in Lima, the agency reported Sunday`: those who only pass on what happened tell of it later."""
    return any(t.lemma_.lower() in _MEDIA for t in subject(verb))


def _behind_us(context: Context, when: When, draft: Draft) -> bool:
    """`will discuss the partnership established in 2014`: no plan is for a time long past."""
    published = context.report.published
    if published is None or draft.status != "scheduled" or draft.kind not in CONTACTS or when.basis == "tense":
        return False
    return (published - when.interval.high).days > LONG


def _names_something(when: When, trigger: Token) -> bool:
    """`the 2019 agreement`, `the November 2021 elections`: the time is part of a name, not of the clause."""
    token = when.token
    doc = token.doc
    if when.start > 1 and doc[when.start - 1].lower_ == "of" and doc[when.start - 2].tag_ == "NNP":
        return True  # `Treaty of Friendship of 9 May 2000`
    named = token.head
    if (
        opens_with(when)
        or token.dep_ not in ("compound", "nummod", "amod", "nmod:desc")
        or not named.tag_.startswith("NN")
        or is_verb(named)
    ):
        return False
    # `met at the June Summit`, `their January 22 conversation`: an occasion is named by its own day
    return named.lemma_.lower() not in _OCCASIONS or not (named == trigger or trigger in named.ancestors)


def _short(when: When) -> bool:
    """True for a time of two months at most, in which a plan can be looked for."""
    return (when.interval.high - when.interval.low).days <= _TWO_MONTHS


def only_day(context: Context, draft: Draft, *, plan: bool = False) -> When | None:
    """The day of a sentence that names just one, where the parse hangs it on another word."""
    times = [w for w in context.times(draft.sentence) if w.relation not in NOT_THE_DAY]
    times = [w for w in times if not (_long_past_same_day(context, w) or _of_its_cause(w, draft))]
    times = [w for w in times if not (_of_its_telling(context, w, draft) or in_an_aside(w, draft.trigger))]
    days = [w for w in times if w.interval.precision == "day" or (plan and _short(w))]
    alone = len(times) == 1 and len(days) == 1
    if not alone or _names_something(days[0], draft.trigger) or (not plan and _in_a_future(days[0], draft.trigger)):
        return None
    return days[0]
