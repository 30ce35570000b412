"""The stops of a tour: where a report tells in one breath which places somebody's way leads to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.stays import made
from dostyk.reading.readers.visits import PLACES
from dostyk.reading.status import status_of
from dostyk.reading.surface import passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.persons import Named

_ON_THE_WAY = frozenset(["itinerary", "stopover", "leg"])
_TRAVELS = frozenset("tour trip journey voyage visit itinerary swing programme program".split())
_TAKING = frozenset(["take", "lead", "bring"])  # `the tour takes him to X`
_COVERING = frozenset("include cover comprise span encompass feature".split())
_STOPS = frozenset(["visits", "stops", "stopovers", "trips", "visit", "stop"])
_JOINTS = frozenset([",", "and", "the", "then", "to", "in", "finally", "as", "well"])
_REACH = 2  # paragraphs before in which the traveller of an unnamed tour was named


def read_tour(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`Grenada is also on his itinerary`, `the tour will take her to Kenya and Ghana`, `the trip includes visits to
    Chile, Peru and Fiji`: the stops of a visitor told of before."""
    trigger = next((t for t in sentence.span if _leads_on(t)), None)
    if trigger is None:
        return
    who = _travellers(context, trigger, found)
    told = {m.party.state for d in found if d.kind == "visit" and d.sentence is sentence for m in d.whom}
    own = {m.party.state for m in who} | told | {""}
    status = status_of(trigger)[0]
    status = "scheduled" if status == "happened" and _still_planned(trigger) else status
    for stop in states_only(_stops(context, sentence, trigger)) if who else ():
        if stop.party.state not in own:
            stay = made(sentence, trigger, list(who), [stop], status)
            stay.place = stop.party.state
            yield stay


def _leads_on(token: Token) -> bool:
    """True for the word of a sentence that says where a way leads."""
    if token.lemma_.lower() in _ON_THE_WAY:
        return True
    if token.lower_ in _STOPS and any(c.lower_ == "with" and c.dep_ == "case" for c in token.children):
        return token.tag_ == "NNS"  # `a tour of the region, with stops in X and Y`
    if not is_verb(token) or passive(token) or token.lemma_ not in _TAKING | _COVERING:
        return False
    if not any(t.lemma_.lower() in _TRAVELS for t in subject(token)):
        return False
    objects = [c for c in token.children if c.dep_ == "obj"]
    if token.lemma_ in _TAKING:
        return not any(t.lower_ == "place" for t in objects)
    return not objects or any(_a_stop(t) for t in objects)


def _a_stop(token: Token) -> bool:
    """True for `visits to X`, `stops in X`, and for a place itself."""
    return token.lower_ in _STOPS or token.tag_ in ("NNP", "NNPS")


def _still_planned(trigger: Token) -> bool:
    planned = any(c.lower_ in ("planned", "scheduled", "due", "expected") for c in trigger.children)
    told = trigger.lemma_ in _COVERING and trigger.tag_ in ("VBZ", "VBP")  # `the tour includes X and Y`
    return planned or told or trigger.lemma_.lower() == "itinerary"


def _travellers(context: Context, trigger: Token, found: list[Draft]) -> list[Mention]:
    """Whose tour it is, else the visitors of the last visit told of, else the person named last."""
    travels = [trigger, *(subject(trigger) if is_verb(trigger) else [])]
    owners = [c for t in travels for c in t.children if c.dep_ == "nmod:poss"]
    if owners:
        return [m for t in owners for m in context.resolve(t) if m.party.name]
    visit = next((d for d in reversed(found) if d.kind == "visit" and any(m.party.name for m in d.who)), None)
    if visit is not None:
        return visit.who
    person = next((p for p in context.reference.persons_before(trigger, _REACH) if p.state), None)
    return [] if person is None else [context.mention(person.party, trigger)]


def _stops(context: Context, sentence: Sentence, trigger: Token) -> list[Mention]:
    """The places listed behind the trigger; `X is also on his itinerary` has them before it."""
    named = [n for n in context.people.in_sentence(sentence) if n.kind in PLACES and n.party is not None]
    behind = [n for n in named if n.start > trigger.i]
    kept: list[Named] = behind[:1]
    for before, after in pairwise(behind):
        between = before.doc[before.end : after.start]
        if not all(t.lower_ in _JOINTS or t.tag_ == "CD" for t in between):
            break
        kept.append(after)
    chosen = kept or [n for n in named if n.end <= trigger.i]
    mentions = (context.people.mention(n, Party(n.party.state)) for n in chosen if n.party is not None)
    return [m for m in mentions if m is not None]
