"""Relief under way: aircraft, ships and convoys that carry goods from one state to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.amounts import amount_in
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIER = re.compile(
    r"\b(?:aircraft|airplanes?|planes?|ships?|vessels?|flights?|convoys?|trucks?|lorr(?:y|ies)|trains?|air bridge)\b"
)
_RELIEF = re.compile(
    r"\b(?:relief|humanitarian|aid|medicines?|medical|tents|blankets|food|foodstuffs|vaccines?|donated|wheat|maize|rice|grain)\b"
)
_LOAD = re.compile(
    r"\b(?:carrying|with|loaded with|bringing|transporting)\b|\brelief (?:plane|flight|ship)|\baid (?:plane|convoy)"
)
_MOVING = frozenset("leave depart arrive land dock sail take fly reach head set bring carry dispatch send".split())
_LEAVING = frozenset(["leave", "depart"])
_SHIPMENT = Frame(id="shipment", kind="aid")
_REACH = 2  # sentences between a shipment and a further one


_CONSIGNMENT = frozenset("aid shipment consignment supplies batch cargo".split())
_COMING = frozenset(["arrive", "reach", "land"])


def read_shipment(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """One draft for a sentence that tells of goods under way; `Two more planes …` goes on with the sides before."""
    if not (_CARRIER.search(sentence.text) and _LOAD.search(sentence.text)) and not _goods_arrive(sentence):
        return
    if any(d.kind == "aid" and d.sentence is sentence for d in earlier):
        return
    moving = [t for t in sentence.span if t.lemma_.lower() in _MOVING and is_verb(t)]
    verb = min(moving, key=lambda t: t.tag_ == "VBG", default=None)  # `lorries carrying maize left`
    before = next((d for d in reversed(earlier) if _just_before(d, sentence)), None)
    if verb is None or not (_RELIEF.search(sentence.text) or before):
        return
    giver, taker = _sides(context, sentence, verb)
    if before is not None and giver is None and taker is None:
        giver, taker = before.who[0], before.whom[0]
    if giver is None and taker is not None and context.home not in ("", taker.party.state):
        giver = context.mention(Party(context.home), verb)
    if giver is None or taker is None or giver.party.state == taker.party.state:
        return
    value = amount_in(sentence.text)
    match = Match(_SHIPMENT, verb, sentence, {}, [], [])
    yield draft(match, [giver], [taker], what=f"{value} of relief" if value else "relief", detail=Detail(value=value))


def _goods_arrive(sentence: Sentence) -> bool:
    """`Humanitarian aid from X arrived in Y`: what comes is the goods themselves."""
    verbs = [t for t in sentence.span if t.lemma_ in _COMING and is_verb(t)]
    return any(t.lemma_.lower() in _CONSIGNMENT for verb in verbs for t in subject(verb))


def _just_before(found: Draft, sentence: Sentence) -> bool:
    told = found.kind == "aid" and bool(found.whom) and found.frame is not None and found.frame.id == "shipment"
    return told and 0 < sentence.index - found.sentence.index <= _REACH


def _sides(context: Context, sentence: Sentence, verb: Token) -> tuple[Mention | None, Mention | None]:
    """(giver, taker): whose carrier or goods they are, and where they go; None where the sentence does not say."""
    around = Around(context, sentence, verb)
    leaving = verb.lemma_ in _LEAVING  # `left A for B`, `departed a port in A for B`
    source = [c for c in around.chunks if c.prep in ("from", "by") or c.owner or c.noun]
    source += [c for c in around.chunks if c.end <= verb.i and not c.prep and c not in source]
    source += [
        c for c in around.chunks if leaving and c.start > verb.i and (c.object_of == verb.i or c.prep in ("in", "at"))
    ]
    goal = [c for c in around.chunks if c.prep in ("for", "to", "in", "at", "into") and c not in source]
    goal = goal or [c for c in around.object() if c not in source]
    givers, takers = _states(source), _states(goal)
    if not givers and takers[1:]:
        givers = [m for m in takers[1:] if m.party.state == context.home]
    return next(iter(givers), None), next(iter(takers), None)


def _states(chunks: list[Chunk]) -> list[Mention]:
    return states_only(mentions_of(chunks))
