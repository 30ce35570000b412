"""Invitations that are declined or go both ways, and who invites where only the place to be visited is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import Mention
from dostyk.reading.arguments import subject
from dostyk.reading.context import Context
from dostyk.reading.draft import unique
from dostyk.reading.match import Match
from dostyk.reading.readers.places import place_of, states_only
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECLINING = frozenset(["decline", "refuse", "reject", "spurn", "ignore"])
_NEAR = 8  # tokens behind the verb of coming in which the place stands
_COMING = frozenset("visit attend come travel pay participate take join".split())


def declines(verb: Token) -> bool:
    """`declined an invitation`, `turned it down`."""
    return verb.lemma_ in _DECLINING or (verb.lemma_ == "turn" and any(c.lower_ == "down" for c in verb.children))


def each_other(match: Match, context: Context, verb: Token | None) -> list[Mention]:
    """The two who `invited each other` or `exchanged invitations`; none for other invitations."""
    trigger = match.trigger
    each = any(t.lower_ == "each" and t.i + 1 < t.sent.end and t.nbor(1).lower_ == "other" for t in trigger.children)
    exchanged = verb is not None and verb.lemma_ == "exchange" and trigger.tag_ == "NNS"
    acting = trigger if each else verb
    if acting is None or not (each or exchanged):
        return []
    found = unique([m for t in subject(acting) for m in context.resolve(t)])
    return found if len({m.party.state for m in found}) == len(found) == 2 else []


def match_sides(match: Match, context: Context) -> tuple[list[Mention], list[Mention]]:
    """(inviter, invitee) of an invitation that somebody declines: the invitee is the subject."""
    invitee = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    named = mentions_of(Around(context, match.sentence, match.trigger).after("from", "of", "by"))
    owners = [m for t in match.slots.get("poss", ()) for m in context.resolve(t)]
    others = [m for m in (*named, *owners) if m.party.state not in {i.party.state for i in invitee}]
    return others[:1] or host_to_visit(match, context, invitee), invitee


def host_to_visit(match: Match, context: Context, invitee: list[Mention]) -> list[Mention]:
    """`accepted an invitation to visit Kenya`, `was invited to attend the parade in Nairobi`: the state invites that
    the way leads to."""
    own = {m.party.state for m in invitee}
    coming = next((c for c in match.trigger.children if c.tag_ == "VB" and c.lemma_ in _COMING), None)
    if coming is None:
        return []
    around = Around(context, match.sentence, coming)
    place = place_of(context, [coming])[0][:3]
    there = states_only([m for c in around.chunks if c.start > coming.i for m in c.mentions])
    near = states_only(mentions_of(around.after("in", "at", "to", reach=_NEAR)))  # where the parse hangs it elsewhere
    hosts = [m for m in there if m.party.state == place] or near
    return [m for m in hosts if m.party.state not in own][:1]
