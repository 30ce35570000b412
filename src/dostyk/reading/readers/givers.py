"""Who gives aid and who takes it: from slots and the order of words, else the sides of the report."""

from __future__ import annotations

from itertools import takewhile

from dostyk.model import BODY, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.match import Match
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, Chunk, mentions_of

_MUCH_NAMED = 4  # weight of a state that a report is about, not one that it mentions
_NO_TAKER = ("with", "by", "through", "from", "against", "of")
ABROAD = frozenset(
    "countries nations economies partners africa asia pacific caribbean global world international region".split()
)


def givers_and_takers(match: Match, context: Context, around: Around) -> tuple[list[Mention], list[Mention]]:
    """Givers and takers: from slots and word order; an agreement that provides is the author's giving."""
    if match.trigger.lemma_ in ("receive", "accept"):
        named = match.who or around.left_mentions()
        takers = states_only(named) or [m for m in named if m.party.state == "IGO" and m.party.name]
        givers = states_only(mentions_of(around.after("from") or around.after("by")))
        return givers or _other(context, match, takers), takers
    enabled = match.trigger.head if match.trigger.head.lemma_ == "enable" else None
    if enabled is not None:  # `will enable the Red Cross to provide`
        givers = mentions_of(Around(context, match.sentence, enabled).object())
    else:
        givers = states_only(match.who) or states_only(around.agent()) or match.who
    if match.trigger.tag_ == "VBG" and match.trigger.doc[max(0, match.trigger.i - 1)].lower_ == "by":
        free = [c for c in around.chunks if not c.prep and c.object_of < 0 and c.end <= match.trigger.i]
        givers = states_only(mentions_of(free[:1])) or givers
    if not givers and (context.home or context.body):
        own_party = Party(context.home) if context.home else Party("IGO", context.body, BODY)
        givers = [context.mention(own_party, match.trigger)]
    own = {m.party.state for m in givers}
    takers = [m for m in states_only(match.whom) if m.party.state not in own]
    behind = [c for c in around.chunks if c.start > match.trigger.i and not c.owner]
    given_to = [c for c in behind if c.prep in ("to", "for", "in")] + [c for c in behind if c.prep not in _NO_TAKER]
    if not takers:
        others = [c for c in given_to if any(m.party.state not in own for m in states_only(c.mentions))]
        takers = [m for m in states_only(mentions_of(_listed(others))) if m.party.state not in own]
    body = [m for c in behind if c.prep in ("to", "by") for m in c.mentions if m.party.state == "IGO"]
    if not takers and not body and _to_many(match):
        return givers, []
    return givers, takers or body[:1] or _other(context, match, givers)


def _listed(given_to: list[Chunk]) -> list[Chunk]:
    """The first two, and whoever is enumerated with them: `to A, B and C`."""
    further = list(takewhile(lambda c: c.joined, given_to[2:]))
    return given_to[:2] + further


def by_others(match: Match, context: Context) -> bool:
    """`At least 30 countries have provided aid`: givers whom nobody names."""
    subjects = match.slots.get("subj", ())
    plural = subjects and all(t.tag_ in ("NNS", "NNPS") for t in subjects)
    if plural and all(t.lower_ in ABROAD and not any(c.dep_ == "det" for c in t.children) for t in subjects):
        return True
    return bool(plural) and not match.who and not any(context.resolve(t) for t in subjects)


def _to_many(match: Match) -> bool:
    """`to countries in need`: takers whom nobody names."""
    behind = match.sentence.doc[match.trigger.i + 1 : min(match.trigger.i + 14, match.sentence.span.end)]
    return any(t.lower_ in ABROAD and t.head.i > match.trigger.i - 1 for t in behind)


def _other(context: Context, match: Match, known: list[Mention]) -> list[Mention]:
    """The other state that the sentence, else the report, is about."""
    own = {m.party.state for m in known}
    named = [n.resolve() for n in context.people.in_sentence(match.sentence) if n.person is None]
    codes = [p.state for p in named if p is not None and p.state != "IGO"]
    codes += [c for c in context.reference.leading_states(3) if context.reference.weights[c] >= _MUCH_NAMED]
    other = next((c for c in codes if c and c not in own), "") if known else ""
    return [context.mention(Party(other), match.trigger)] if other else []
