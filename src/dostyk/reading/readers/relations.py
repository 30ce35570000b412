"""Relations of states: established, raised, lowered, cut, recognised; and what states do together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Detail, Interval, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_before, noun_behind, noun_lemma
from dostyk.reading.readers.base import draft, first_wording, wording
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.signatories import INSTRUMENTS
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOPED = frozenset(["advance", "encourage", "discuss", "explore", "urge", "promote"])
_TIES = frozenset(["relation", "relations", "relationship", "tie", "ties"])
_PARTNERSHIP = frozenset(["partnership", "partner", "level", "alliance"])
_FORMAL = frozenset(["diplomatic", "ambassadorial", "consular", "full"])
_MAKING = frozenset(
    "establish sever resume restore cut break downgrade suspend upgrade elevate raise normalise normalize lift "
    "re-establish forge become establishment resumption restoration elevation upgrade severance normalisation "
    "normalization".split()
)
_LEVEL_WORDS = frozenset("strategic comprehensive diplomatic special ambassadorial full enhanced global".split())
_MUCH_NAMED = 3  # weight of a state that a report is about, not one that it mentions
_RAISING = frozenset("upgrade elevate raise lift promote forge open elevation upgrading".split())
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?\b")
_COUNTS = {
    **{word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{word: 10 * n for n, word in enumerate("ten twenty thirty forty fifty sixty seventy eighty ninety".split(), 1)},
    "a": 1,
}
_PASSED = re.compile(
    rf"\b(?P<half>half )?(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}) (?P<unit>years?|decades?|century|centuries) since\b",
    re.I,
)
_LONG_STANDING = frozenset(["firmly", "well", "strongly", "closely", "long", "already"])

_AS_PARTNERS = re.compile(r"^(?:become )?(?:an? )?(.*?) partners?\b")  # `become strategic partners`
# what a parser runs on into behind a level: `a strategic partnership and President X presented …`
# relations that are no more, or less than they were
_ENDING = {"sever": "severed", "severance": "severed", "break": "broken off", "cut": "cut", "suspend": "suspended",
           "downgrade": "downgraded"}  # fmt: skip
_NEXT_CLAUSE = re.compile(r" and (?=[A-Z])|, (?:which|who|that) | (?:which|that) ")


def read_relations(match: Match, context: Context) -> Iterator[Draft]:
    """Relations of two states at a new level."""
    level = _NEXT_CLAUSE.split(_level(match))[0].strip(" ,")
    if not level:
        return
    sides = _sides(match, context)
    if not 2 <= len(sides) <= 6:
        return
    partner = _one_partner(match, context, sides)
    ended = _ENDING.get(match.trigger.lemma_.lower())
    level = f"{level} {ended}" if ended else level
    for pair in [[s, partner] for s in sides if s.key != partner.key] if partner else [sides]:
        yield from _at_level(match, context, sorted(pair, key=lambda m: m.passage.start), level)


def _one_partner(match: Match, context: Context, sides: list[Mention]) -> Mention | None:
    """`four states established relations with X`: X, with whom each of the others has a pair of its own."""
    if len(sides) < 3:
        return None
    behind = states_only(mentions_of(Around(context, match.sentence, match.trigger).after("with")))
    return next((m for m in sides if len(behind) == 1 and m.key == behind[0].key), None)


def _at_level(match: Match, context: Context, sides: list[Mention], level: str) -> Iterator[Draft]:
    found = draft(match, sides, what=level, detail=Detail(level=level))
    if not is_verb(match.trigger) and _hoped_for(match.trigger):
        found.status = "proposed"
    if found.status == "scheduled" and _settled(match):
        found.status = "happened"
    if found.status == "happened" and (adopted := _adopted_with(match.trigger)) is not None:
        found.status, found.flags = status_of(adopted)
    if when := _years_since(match, context):
        found.date, found.date_basis = when, "published"
    if match.frame.id == "years-of-relations":
        found.what, found.status = f"{level} established", "happened"
        found.date = _founding_year(match, context)
        found.date_basis = "published" if found.date else ""
    yield found


def _adopted_with(trigger: Token) -> Token | None:
    """`A statement that raises ties to a partnership is expected to be adopted`: the partnership comes with it."""
    paper = trigger.head if trigger.dep_ in ("acl", "acl:relcl") else None
    told = paper is not None and noun_lemma(paper) in INSTRUMENTS and trigger.tag_ in ("VBZ", "VBP", "VBG")
    if paper is None or not told or paper.dep_ not in ("nsubj:pass", "obj"):
        return None
    return next((c for c in paper.head.children if c.dep_ == "xcomp"), paper.head)


def _hoped_for(trigger: Token) -> bool:
    """`work towards the restoration of relations`."""
    toward = any(c.dep_ == "case" and c.lower_ in ("toward", "towards") for c in trigger.children)
    return toward or any(t.lemma_ in _HOPED for t in trigger.ancestors)


def _settled(match: Match) -> bool:
    """A state recognises by deciding to, and two leaders who have agreed on a partnership have one."""
    verb = match.trigger.head
    if match.frame.id == "recognise":
        return verb.lemma_ in ("decide", "agree")
    settled = verb.lemma_ in ("agree", "decide") and verb.tag_ in ("VBD", "VBN")
    return settled and "partner" in match.sentence.text.lower()


def _sides(match: Match, context: Context) -> list[Mention]:
    around = Around(context, match.sentence, match.trigger)
    found = states_only(match.who)
    if match.frame.id == "recognise":
        return _recognition(match, around, found)
    if len(found) < 2:
        named = states_only([*found, *mentions_of(around.left()), *mentions_of(around.after("with", "between", "and"))])
        found = named if len(named) >= 2 else [*found, *(m for m in named if m.key not in {f.key for f in found})]
    elif is_verb(match.trigger):  # `A and B established relations with C`, where the parse hangs C on the relations
        have = {m.party.state for m in found}
        found = [*found, *(m for m in states_only(mentions_of(around.after("with"))) if m.party.state not in have)]
    if len(found) < 2 and match.slots.get("between"):
        return found  # `between X and states of the region`: those are not named
    if len(found) < 2:
        sides = [context.mention(Party(code), match.trigger) for code in context.reference.sides(match.trigger)]
        have = {m.party.state for m in found}
        extra = [m for m in sides if m.party.state not in have]
        found = [*found, *(extra[:1] if found else extra)]
    return found


def _recognition(match: Match, around: Around, found: list[Mention]) -> list[Mention]:
    """Who recognises whom: a state, or its independence, must be what is recognised, not a fact or a need."""
    head = match.trigger.head
    if match.trigger.dep_ == "acl:relcl" and head.tag_ == "NNS" and not around.context.resolve(head):
        return []  # `the countries that have recognised it`: which, nobody says
    behind = match.trigger.doc[match.trigger.i + 1 : match.trigger.i + 8]
    named = [c for c in around.object() if not c.noun and not any(m.party.name for m in c.mentions)]
    owned = [c for c in around.chunks if c.owner and 0 < c.start - match.trigger.i < 5]
    statehood = any(t.lower_ in ("independence", "statehood", "sovereignty") for t in behind)
    if not (named or statehood) or any(t.lower_ in ("that", "how") for t in behind[:2]):
        return []
    objects = states_only(mentions_of(named or owned))
    subjects = [m for m in (found or states_only(around.agent())) if m.key not in {o.key for o in objects}]
    subjects = subjects or [m for m in states_only(around.agent()) if m.key not in {o.key for o in objects}]
    return [*subjects, *objects] if subjects and objects else found


def _level(match: Match) -> str:
    """The level as worded: the partnership where one is named, else the relations themselves."""
    if match.frame.id == "recognise":
        return "recognition"
    trigger = match.trigger
    partnership = noun_behind(trigger, _PARTNERSHIP, 16)
    ties = noun_behind(trigger, _TIES, 10) or noun_before(trigger, _TIES, 12)
    if match.frame.id == "are-partners":
        said = any(c.dep_ == "cop" for c in trigger.children) and trigger.tag_ in ("NNS", "NNPS")
        return "strategic partnership" if said else ""
    if trigger.lemma_ == "become" and (partnership is None or noun_lemma(partnership) != "partner"):
        return ""
    if partnership is not None and trigger.lemma_.lower() in _MAKING and _is_level(partnership):
        name = name_around(partnership, longest=6)
        return _AS_PARTNERS.sub(r"\1 partnership", name) if trigger.lemma_ == "become" else name
    if trigger.tag_ == "VBN" and trigger.dep_ == "acl" and noun_lemma(trigger.head) in _PARTNERSHIP:
        return name_around(trigger.head, longest=6) if _is_level(trigger.head) else ""
    if ties is None or trigger.lemma_ == "become":
        return ""
    if trigger.lemma_.lower() in _RAISING and not _FORMAL & {t.lower_ for t in ties.doc[max(0, ties.i - 3) : ties.i]}:
        return ""  # `raised ties`: to what, it does not say
    formal = bool(_FORMAL & {t.lower_ for t in ties.doc[max(0, ties.i - 3) : ties.i]})
    if match.frame.id == "years-of-relations":
        return "diplomatic relations" if formal or noun_behind(trigger, {"establishment"}) else ""
    if not formal and not (_bare(ties) and trigger.nbor(-1 if trigger.i else 0).lower_ not in _LONG_STANDING):
        return ""
    return _ties_name(ties) if formal or trigger.lemma_.lower() in _MAKING else ""


def _ties_name(ties: Token) -> str:
    """`full diplomatic relations`: the noun with the adjectives before it."""
    low = ties.i
    while low > ties.sent.start and ties.doc[low - 1].tag_ in ("JJ", "NN"):
        low -= 1
    return str(ties.doc[low : ties.i + 1].text)


def _is_level(noun: Token) -> bool:
    words = {t.lower_ for t in noun.doc[max(0, noun.i - 5) : noun.i]}
    return bool(words & _LEVEL_WORDS)


def _bare(ties: Token) -> bool:
    """`established ties` says diplomatic ones; `established close economic ties` does not."""
    before = ties.doc[ties.i - 1] if ties.i else None
    return before is not None and (not before.tag_.startswith(("JJ", "NN")) or before.lower_ in ("bilateral", "-"))


def _founding_year(match: Match, context: Context) -> Interval | None:
    """The year that an anniversary counts from: of the day it falls on, else of publication, less its number."""
    window = match.sentence.doc[max(match.sentence.span.start, match.trigger.i - 6) : match.trigger.i + 1].text
    number = next(reversed(list(_ORDINAL.finditer(window))), None)
    times = [w.interval for w in context.times(match.sentence) if w.interval.low.year == w.interval.high.year]
    published = context.report.published
    base = next((t.low.year for t in times if t.low.year > 1900), published.year if published else 0)
    return Interval.year(base - int(number.group(1))) if number and base and int(number.group(1)) < 300 else None


def _years_since(match: Match, context: Context) -> Interval | None:
    """`fifty years since they established relations`: the year of the report less the years that have passed."""
    published = context.report.published
    before = match.sentence.doc[match.sentence.span.start : match.trigger.i].text
    found = _PASSED.search(before)
    if published is None or found is None:
        return None
    count = _COUNTS.get(found.group("count").lower(), 0) or int(re.sub(r"\D", "", found.group("count")) or 0)
    years = count * {"y": 1, "d": 10, "c": 100}[found.group("unit")[0].lower()]
    half = 50 if found.group("half") else 0
    return Interval.year(published.year - (half or years)) if half or years else None


# -- cooperation -------------------------------------------------------------------------------------------


def read_cooperation(match: Match, context: Context) -> Iterator[Draft]:
    """A joint exercise, exchange or delivery; an exchange with a person is a talk."""
    talks = [t for t in match.slots.get("obj", ()) if t.lemma_ == "exchange"]
    if any(m.party.kind == PERSON for t in talks for c in t.children for m in context.resolve(c)):
        return
    around = Around(context, match.sentence, match.trigger)
    between = ("to",) if match.frame.id == "delivery" else ("with", "between")
    who = match.who if len(match.who) >= 2 else mentions_of([*around.left(), *around.after(*between)])
    if len({m.party.state for m in who}) >= 2:
        noun = match.trigger.tag_.startswith("NN")
        what = wording(match.trigger, drop=("case", "det", "nmod")) if noun else first_wording(match, "obj")
        yield draft(match, unique(who), what=what)
