"""Envoys sent home: who expels or recalls whom, by the place that they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import Mention, Party
from dostyk.reading.arguments import governing_verb
from dostyk.reading.context import Context
from dostyk.reading.match import Match
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

STAFF = frozenset(
    "diplomat member staff official ambassador attaché attache envoy commissioner chargé charge embassy employee "
    "representative consul head mission national citizen diplomats people chargé d'affaires officer personnel".split()
)
_ORDERING = frozenset(["announce", "order", "issue", "decide", "confirm"])
Sides = tuple[Mention | None, Mention | None]
"""Who acts, and whom it hits."""


def behind(around: Around, trigger: Token) -> list[Chunk]:
    """Chunks behind a trigger, as far as its clause goes by the order of words."""
    found: list[Chunk] = []
    for chunk in around.chunks:
        between = trigger.doc[trigger.i + 1 : chunk.start]
        if chunk.start > trigger.i and not any(t.text == ";" for t in between):
            found.append(chunk)
    return found


def other(context: Context, match: Match, known: Mention) -> list[Mention]:
    """The other one of the states that the report is about."""
    home = [context.home] if context.reference.weights[context.home] > 1 else []
    states = [*home, *context.reference.leading_states(3), context.home]
    code = next((c for c in states if c not in ("", "IGO", known.party.state)), "")
    return [context.mention(Party(code), match.trigger)] if code else []


def recall(match: Match, context: Context, around: Around) -> Sides:
    """`recalled its ambassador in X`: the state the envoy sits in is the target."""
    actors = _speaking(match, context) or match.who or around.agent()
    actors = actors or (mentions_of(around.left()) if around.passive else [])
    if not actors:
        return None, None
    actor = actors[0]
    own = {"IGO", *(m.party.state for m in actors)}
    places = [m for m in mentions_of(behind(around, match.trigger)) if m.party.state not in own]
    before = [m for c in around.chunks if c.end <= match.trigger.i and c.prep for m in c.mentions]
    told = [m for m in before if m.party.state not in own]  # `cut ties with X, while Y recalled its ambassador`
    targets = places or told or other(context, match, actor)
    return actor, Mention(Party(targets[0].party.state), targets[0].passage) if targets else None


def _speaking(match: Match, context: Context) -> list[Mention]:
    """`X's president gave the envoy of Y an hour and said he was recalling his own`: `he` is the one who says so."""
    told = any(t.lower_ in ("he", "she", "it") for t in match.slots.get("subj", ()))
    saying = saying_over(match.trigger) if told else None
    return speakers(context, saying)[:1] if saying is not None else []


def expulsion(context: Context, match: Match, around: Around) -> Sides:
    """`the expulsion of its diplomats from X`, `X's expulsion of …`, `… by X`: the place they must leave acts."""
    slots = [t for name in ("by", "poss") for t in match.slots.get(name, ())]
    actors = [m for t in slots for m in context.resolve(t)] or mentions_of(around.after("from"))
    if not actors and (verb := governing_verb(match.trigger)) is not None and verb.lemma_ in _ORDERING:
        actors = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    own = {m.party.state for m in actors}
    targets = [m for m in match.whom or match.who if m.party.state not in own]
    targets = targets or [m for t in match.slots.get("of", ()) for m in context.resolve(t) if m.party.state not in own]
    if not actors and targets:
        actors = other(context, match, targets[0])
    if actors and not targets:
        targets = other(context, match, actors[0])
    return next(iter(actors), None), next(iter(targets), None)


def from_object(context: Context, match: Match, around: Around) -> Sides:
    """`40 German diplomats have to leave Russia`."""
    last = [(c, match.trigger.doc[c.end - 1].lemma_.lower()) for c in around.chunks if c.end <= match.trigger.i]
    staff = [c for c, word in last if c.noun in STAFF or (word in STAFF and not c.mentions[0].party.name)]
    states = [m for m in mentions_of(around.object()) if m.party.state != "IGO"]
    if not staff:
        return None, None
    target = staff[-1].mentions[0]
    actors = states or other(context, match, target)
    return (actors[0], target) if actors else (None, None)
