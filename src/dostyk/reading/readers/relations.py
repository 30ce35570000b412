"""Relations of states at a new level, what is opened between them, and what they do together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Interval, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_before, noun_behind, noun_lemma
from dostyk.reading.readers.base import draft, first_wording
from dostyk.reading.readers.contacts import put_place, states_only
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
_JOINT_BODIES = frozenset(
    ["dialogue", "mechanism", "commission", "committee", "council", "association", "platform", "group"]
)
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?\b")
_SINCE = re.compile(
    r"\b(?:relations|ties|relationship)\b[^.;]{0,40}?\b(?:dat\w+|go|goes|going|went|reach\w*) back to "
    r"(?P<year>1[89]\d\d|20\d\d)\b"
    r"|\b(?:relations|ties)\b[^.;]{0,30}?\b(?:in place |established |begun )?since (?P<since>1[89]\d\d|20\d\d)\b"
)
_GOING_BACK = Frame(id="relations-since", kind="relations")

# what a parser runs on into behind a level: `a strategic partnership and President X presented …`
_NEXT_CLAUSE = re.compile(r" and (?=[A-Z])|, (?:which|who|that) | (?:which|that) ")


def read_relations(match: Match, context: Context) -> Iterator[Draft]:
    """Relations of two states at a new level."""
    level = _NEXT_CLAUSE.split(_level(match))[0].strip(" ,")
    if not level:
        return
    sides = _sides(match, context)
    if not 2 <= len(sides) <= 6:
        return
    sides = sorted(sides, key=lambda m: m.passage.start)
    found = draft(match, sides, what=level, detail=Detail(level=level))
    if not is_verb(match.trigger) and _hoped_for(match.trigger):
        found.status = "proposed"
    if found.status == "scheduled" and _settled(match):
        found.status = "happened"
    if match.frame.id == "years-of-relations":
        found.what, found.status = f"{level} established", "happened"
        found.date = _founding_year(match, context)
        found.date_basis = "published" if found.date else ""
    yield found


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
    if trigger.lemma_ == "become" and (partnership is None or noun_lemma(partnership) != "partner"):
        return ""
    if partnership is not None and trigger.lemma_.lower() in _MAKING and _is_level(partnership):
        return name_around(partnership, longest=6)
    if ties is None or trigger.lemma_ == "become":
        return ""
    if trigger.lemma_.lower() in _RAISING and not _FORMAL & {t.lower_ for t in ties.doc[max(0, ties.i - 3) : ties.i]}:
        return ""  # `raised ties`: to what, it does not say
    formal = bool(_FORMAL & {t.lower_ for t in ties.doc[max(0, ties.i - 3) : ties.i]})
    if match.frame.id == "years-of-relations":
        return "diplomatic relations" if formal or noun_behind(trigger, {"establishment"}) else ""
    if not formal and not _bare(ties):
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
    number = _ORDINAL.search(window)
    times = [w.interval for w in context.times(match.sentence) if w.interval.low.year == w.interval.high.year]
    published = context.report.published
    base = next((t.low.year for t in times if t.low.year > 1900), published.year if published else 0)
    return Interval.year(base - int(number.group(1))) if number and base and int(number.group(1)) < 300 else None


def read_going_back(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`relations which go back to 1980`: established then."""
    found = _SINCE.search(sentence.text)
    if not found:
        return
    at = sentence.doc.char_span(
        sentence.span.start_char + found.start(), sentence.span.start_char + found.end(), alignment_mode="expand"
    )
    codes = context.reference.sides(at[0]) if at is not None else ()
    if at is None or len(codes) < 2:
        return
    match = Match(_GOING_BACK, at[0], sentence, {}, [], [])
    year = Interval.year(int(found.group("year") or found.group("since")))
    sides = [context.mention(Party(code), at[0]) for code in codes]
    yield draft(match, sides, what="diplomatic relations established", date=year, date_basis="explicit", flags=(),
                status="happened", detail=Detail(level="diplomatic relations"))  # fmt: skip


# -- openings ----------------------------------------------------------------------------------------------


def read_opening(match: Match, context: Context) -> Iterator[Draft]:
    """An embassy, route or joint body opened."""
    things = match.frame.object.union(*match.frame.with_.values())
    head, name = _opened(match, things)
    if not name or _by_paper(match) or (head is not None and head.i and head.nbor(-1).lemma_ == "take"):
        return
    around = Around(context, match.sentence, match.trigger)
    bare = around.passive and match.trigger.dep_ == "acl"  # `the service established in 1965`
    who = [] if bare else unique(match.who)
    who = who or (around.agent() if is_verb(match.trigger) else mentions_of(around.after("by")))
    bodies = any(m.party.state == "IGO" for m in who)
    joint = head is not None and noun_lemma(head) in _JOINT_BODIES
    told = not bare or bool(around.agent())
    if head is not None and joint and told and not bodies and len({m.party.state for m in who}) < 2:
        have = {m.party.state for m in who}
        weights = context.reference.weights
        codes = dict.fromkeys((*context.reference.sides(match.trigger), *context.reference.leading_states()))
        codes = {c: None for c in codes if weights[c] >= _MUCH_NAMED}
        sides = [context.mention(Party(code), match.trigger) for code in codes]
        who = [*states_only(who), *(m for m in sides if m.party.state not in have)][:2]
    if not who and head is not None and noun_lemma(head) in _MISSIONS:
        who = _owner(around, head)
    status, flags = status_of(match.trigger)
    if match.trigger.dep_.startswith(("nsubj", "csubj")) and status == "scheduled":
        status = status if match.trigger.head.lemma_ in ("take", "hold", "occur", "begin") else "happened"
    agreed = any(t.lemma_ in ("agree", "help", "suggest") for t in list(match.trigger.ancestors)[:3])
    if not who or (status in ("scheduled", "proposed") and agreed):
        return
    if head is not None and noun_lemma(head) == "dialogue" and not any(c.i < head.i for c in head.children):
        return  # `open dialogue`: talk, no body
    found = draft(match, who, what=name, status=status, flags=flags)
    put_place(found, match, context)
    yield found


def _owner(around: Around, head: Token) -> list[Mention]:
    """Whose mission it is: `the Consulate General of X`, `the Ghana Embassy`."""
    near = [c for c in around.chunks if c.end == head.i or c.start <= head.i < c.end]
    behind = [c for c in around.chunks if 0 < c.start - head.i < 7 and c.prep == "of"]
    return states_only(mentions_of([*near, *behind[:1]]))


def _opened(match: Match, things: frozenset[str]) -> tuple[Token | None, str]:
    """The head of what is opened, and its wording."""
    if match.frame.id == "ribbon":
        head = noun_behind(match.trigger, _PREMISES)
        return head, name_around(head) if head is not None else ""
    heads = [t for name in ("obj", "of") for t in match.slots.get(name, ()) if noun_lemma(t) in things]
    if heads:
        return heads[0], first_wording(match, "obj", "of")
    things = things or _PREMISES
    head = noun_behind(match.trigger, things, 9) or noun_before(match.trigger, things)
    return head, name_around(head) if head is not None else ""


def _by_paper(match: Match) -> bool:
    """`the mechanism established by the statement`: set up by a paper, told of in passing."""
    behind = [t.lower_ for t in match.trigger.doc[match.trigger.i + 1 : match.trigger.i + 8]]
    return "by" in behind[:1] and bool({"statement", "agreement", "treaty", "declaration", "law", "act"} & set(behind))


_MISSIONS = frozenset(["embassy", "consulate", "mission", "chancery", "consulate-general"])
_PREMISES = frozenset(
    "embassy consulate office centre center mission chancery building school hospital factory plant".split()
)


# -- cooperation -------------------------------------------------------------------------------------------


def read_cooperation(match: Match, context: Context) -> Iterator[Draft]:
    """A joint exercise, exchange or delivery."""
    around = Around(context, match.sentence, match.trigger)
    who = match.who if len(match.who) >= 2 else mentions_of([*around.left(), *around.after("with", "between")])
    if len({m.party.state for m in who}) >= 2:
        yield draft(match, unique(who), what=first_wording(match, "obj"))
