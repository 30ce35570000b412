"""Times of a sentence that belong to something else: to a topic, a cause, another clause, to the telling itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.time_asides import answered, opens_with

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTACTS = frozenset("visit meeting call gathering".split())
TELLING = frozenset("say tell announce inform report confirm state add note disclose".split())
LONG = 100  # days: a longer stretch that is no year says since when or how long, not when
_THIRD = 125  # days: the third of a year that a plan may be for
_CAUSES = frozenset("over for after following because amid since".split())
_OCCASIONS = frozenset(
    "meeting conversation call summit conference forum session visit trip talk dialogue ceremony convening".split()
)
_MEDIA = frozenset(
    """agency newspaper daily media paper statement press radio television channel report release communiqué communique
    readout bulletin""".split()
)
_AFTERWARDS = frozenset(["result", "outcome", "finding", "achievement", "impression"])
_SINCE = frozenset(["since", "after", "upon"])
_COUNTED = frozenset(["earlier", "later", "ago", "before", "after"])
_POINTING = frozenset("last next this yesterday today tomorrow".split())  # `Only last May Prime Minister X …`


def of_another_clause(when: When, draft: Draft) -> bool:
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


def of_the_topic(when: When, draft: Draft) -> bool:
    """`discussed how to work together at the summit on April 22`: a time within what is talked about."""
    if draft.frame is None or draft.frame.id != "discuss" or draft.trigger not in when.token.ancestors:
        return False
    between = []
    for token in when.token.ancestors:
        if token == draft.trigger:
            break
        between.append(token)
    topic = bool(between) and between[-1].dep_ in ("obj", "ccomp", "xcomp", "conj")
    return topic and (len(between) > 1 or is_verb(between[-1]))


def led_to(when: When, draft: Draft) -> bool:
    """`will travel on Friday, after a call with Y`, `the statement, which followed a call`: a talk that came before
    what the sentence tells is not of its day."""
    trigger = draft.trigger
    if draft.kind == "visit" and trigger.tag_ == "VBG" and any(c.lower_ == "after" for c in trigger.children):
        return trigger not in when.token.ancestors  # `arrived in X on Monday after visiting Y`
    if draft.kind not in ("meeting", "call") or trigger in when.token.ancestors:
        return False
    after = any(c.dep_ == "case" and c.lower_ in ("after", "following") for c in trigger.children)
    return after or (
        trigger.head.lemma_ == "follow" and trigger.dep_ == "obj" and trigger.head not in when.token.ancestors
    )


def long_past_same_day(context: Context, when: When) -> bool:
    """`on the same day` of news is not the day of old history that was mentioned last."""
    published = context.report.published
    old = published is not None and (published - when.interval.high).days > 365
    return old and "same day" in when.passage.quote.lower()


def in_a_future(when: When, trigger: Token) -> bool:
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


_PARTS_OF_A_YEAR = frozenset("half early late mid beginning end".split())
_HALF = 184  # days


def stretch(when: When, draft: Draft) -> bool:
    """`over the past year`: a long stretch without a name of its own dates no single act."""
    days = (when.interval.high - when.interval.low).days
    longest = _THIRD if draft.status == "scheduled" else LONG  # `will travel there early next year`
    words = {t.lower_ for t in when.token.doc[when.start : when.end]}
    if words & _PARTS_OF_A_YEAR and any(t.isdigit() and len(t) == 4 for t in words):
        longest = max(longest, _HALF)  # `opened in the second half of 2024`
    return when.interval.precision == "interval" and days > longest and draft.kind not in ("figure", "appointment")


def holds_since(when: When, draft: Draft) -> bool:
    """`since 1992`, `since he was elected last May` says from when a state of things holds, not when an act was."""
    head = when.token.head
    if draft.kind in CONTACTS and any(c.dep_ == "mark" and c.lower_ in _SINCE for c in head.children):
        # of what led up to it only the beginning of an office dates nothing: `the first visit after taking office`
        return draft.trigger != head and (head.tag_ == "VBG" or any(c.lower_ == "since" for c in head.children))
    return when.relation == "since" and draft.kind not in ("relations", "figure", "cooperation")


def of_what_is_said(when: When, draft: Draft) -> bool:
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


def of_its_cause(when: When, draft: Draft) -> bool:
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


def of_what_is_marked(when: When, draft: Draft) -> bool:
    """`celebrates the anniversary of the victory of 1975`: the day that is remembered is not the day of remembering."""
    if draft.kind != "gathering":
        return False
    return any(t.lemma_.lower() in ("anniversary", "victory", "founding") for t in when.token.ancestors)


def of_its_telling(context: Context, when: When, draft: Draft) -> bool:
    """`X is paying a visit, the government said on Wednesday`: the day of saying is no day of a plan or a stay."""
    verb = when.token.head
    if draft.kind in CONTACTS and _looked_back_on(draft.trigger) and draft.trigger not in when.token.ancestors:
        return True
    if draft.kind not in CONTACTS or (draft.status == "happened" and not _by_media(verb)):
        return False
    published = context.report.published
    told = verb.lemma_ in TELLING and verb != draft.trigger and is_verb(verb)
    if draft.trigger.dep_ == "obj" and draft.trigger.head == verb and when.start > draft.trigger.i:
        return False  # `announced a visit by X in June`
    return told and published is not None and when.interval.high <= published


def _looked_back_on(noun: Token) -> bool:
    """`informed X on Friday of the results of his visit`: the visit was before."""
    first = noun.left_edge
    return first.lower_ == "of" and first.i > noun.sent.start and first.nbor(-1).lemma_.lower() in _AFTERWARDS


def _by_media(verb: Token) -> bool:
    """`met in Lima, the agency reported Sunday`: those who only pass on what happened tell of it later."""
    return any(t.lemma_.lower() in _MEDIA for t in subject(verb))


def behind_us(context: Context, when: When, draft: Draft) -> bool:
    """`will discuss the partnership established in 2014`: no plan is for a time long past."""
    published = context.report.published
    if published is None or draft.status != "scheduled" or draft.kind not in CONTACTS or when.basis == "tense":
        return False
    return (published - when.interval.high).days > LONG


def names_something(when: When, trigger: Token) -> bool:
    """`the 2019 agreement`, `the November 2021 elections`: the time is part of a name, not of the clause."""
    token = when.token
    doc = token.doc
    if when.start > 1 and doc[when.start - 1].lower_ == "of" and doc[when.start - 2].tag_ == "NNP":
        return True  # `Treaty of Friendship of 9 May 2000`
    named = token.head
    counted = when.start == token.sent.start and when.passage.quote.split()[-1].lower() in _COUNTED
    if (
        counted  # `Two days earlier Minsk had …`
        or opens_with(when)
        or (when.start - token.sent.start <= 1 and when.passage.quote.split()[0].lower() in _POINTING)
        or token.dep_ not in ("compound", "nummod", "amod", "nmod:desc", "nmod:poss")
        or not named.tag_.startswith("NN")
        or is_verb(named)
    ):
        return False
    if token.dep_ == "nmod:poss" and named in (trigger, *trigger.ancestors):
        return False  # `last year's signing`
    # `met at the June Summit`, `their January 22 conversation`: an occasion is named by its own day
    return named.lemma_.lower() not in _OCCASIONS or not (named == trigger or trigger in named.ancestors)
