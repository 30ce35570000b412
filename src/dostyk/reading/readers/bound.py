"""Whom an undertaking binds: those who agree, their states, the owner of a commitment, the parties of a treaty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import expand
from dostyk.reading.context import Context
from dostyk.reading.draft import unique
from dostyk.reading.match import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

INSTRUMENTS = frozenset("treaty agreement memorandum framework pact accord protocol convention".split())
_PRESIDING = frozenset(["speaker", "chairman", "chairwoman", "chairperson"])
NOTED = frozenset(["note", "highlight", "outline", "reinforce", "discuss"])  # so is another's, to their credit
_VOICED = frozenset("reaffirm affirm reiterate reinforce underscore underline stress emphasize emphasise".split())
_BODIES = frozenset("commission committee council".split())
_JOINT = frozenset("joint mixed intergovernmental bilateral inter-governmental".split())
_HEADS = frozenset(["president", "prime", "premier", "chancellor", "king", "queen", "emir", "sultan"])
_ACTING = frozenset(  # who acts for states where the report does not say for which
    """minister president premier leader head side party delegation official country participant government member
    representative secretary envoy chief talk meeting summit conference""".split()
)


def states_of(who: list[Mention]) -> list[Mention]:
    """The states of persons of several states; one who speaks alone binds himself."""
    if len({m.party.state for m in who}) < 2 or any(m.party.kind != PERSON for m in who if m.party.name):
        return who
    kept: dict[str, Mention] = {}
    for m in who:
        kept.setdefault(m.party.state, m if m.party.state == "IGO" else Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def bound_by(context: Context, act: Token, who: list[Mention]) -> list[Mention]:
    """Who is bound by a clause agreed on: its own subject where that is another party, else those who agreed."""
    if act.tag_.startswith("NN"):  # `assured X of China's support`
        owners = [m for c in act.children if c.dep_ == "nmod:poss" and c.tag_ != "PRP$" for m in context.resolve(c)]
        return owners or who
    own = [c for c in act.children if c.dep_ == "nsubj"]
    found = unique([m for t in own for head in expand(t) for m in context.resolve(head)])
    same = {m.party.state for m in found} == {m.party.state for m in who}
    return found if found and not same else who


def _heads_of_state(context: Context, who: list[Mention]) -> bool:
    """True where somebody among those who speak binds their state in person."""
    parties = {m.party for m in who if m.party.kind == PERSON}
    titles = [p.title_words() for p in context.people.persons if p.party in parties]
    return any(words & _HEADS and "vice" not in words for words in titles)


def named_owner(match: Match, context: Context) -> list[Mention]:
    """Whose commitment it is where somebody of another state puts it forward: `noted Chile's commitment to …`."""
    owners = [t for name in ("poss", "of") for t in match.slots.get(name, ()) if t.tag_ != "PRP$"]
    found = unique([m for t in owners for m in context.resolve(t)])
    own = unique([m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)])
    same = {m.party.state for m in found} <= {m.party.state for m in own}
    voiced = same and found and match.trigger.head.lemma_ in _VOICED and not _heads_of_state(context, own)
    if voiced and not any(m.party.name for m in found):
        return found  # `the minister reaffirmed X's commitment`: it is the state's
    if not same and match.trigger.head.lemma_ in NOTED:
        return []
    return own if same and len(own) == 1 else found


def state_beside(match: Match, context: Context) -> list[Mention]:
    """`the U.S. readiness to …`, `the United States' readiness to …`: the state it is said to be of."""
    found = [n for c in match.trigger.children if c.dep_ in ("amod", "compound", "nmod:poss")
             and (n := context.people.at(c)) is not None and n.person is None and n.party is not None]  # fmt: skip
    own = {m.party.state for m in match.who}
    return [m for n in found[:1] if (m := context.people.mention(n)) and m.party.state in own]


def instrument_sides(context: Context, subjects: Iterable[Token], at: Token) -> list[Mention]:
    """What an instrument permits or demands binds its parties."""
    if not any(t.lemma_.lower() in INSTRUMENTS for t in subjects):
        return []
    return [context.mention(Party(code), at) for code in context.reference.sides(at)]


def both_sides(context: Context, match: Match, who: list[Mention]) -> list[Mention]:
    """`the leaders agreed`, of whom one is known only: the states that the report sets beside each other."""
    many = any(t.tag_ == "NNS" and not t.ent_type_ for t in match.slots.get("subj", ()))
    codes = context.reference.sides(match.trigger) if many and len({m.party.state for m in who}) == 1 else []
    if len(codes) != 2 or who[0].party.state not in codes:
        return who
    return [context.mention(Party(code), match.trigger) for code in codes]


def by_somebody(context: Context, match: Match) -> bool:
    """`the two leaders resolved`, none of them named: both sides; of `the official pledged` nobody knows whose."""
    doers = [*match.slots.get("subj", ()), *match.slots.get("obj", ())]
    two = any(c.lower_ in ("two", "both") for t in doers if t.tag_ == "NNS" for c in t.children)
    return two or any(context.resolve(h) for t in doers for h in expand(t))


def joint_body(context: Context, match: Match) -> list[Mention]:
    """`the joint committee decided`, `it was decided`: both sides, where the report sets two beside each other."""
    said = [*match.slots.get("subj", ()), *match.slots.get("obj", ())]
    bodies = [t for t in said if t.lemma_.lower() in _BODIES and any(c.lower_ in _JOINT for c in t.children)]
    unsaid = any(c.dep_ == "nsubj:pass" and c.lower_ == "it" for c in match.trigger.children)
    codes = context.reference.sides(match.trigger) if bodies or unsaid else []
    return [context.mention(Party(code), match.trigger) for code in codes] if len(codes) == 2 else []


def chambers_agree(context: Context, who: list[Mention]) -> bool:
    """True where one who agrees presides over a parliament, which nobody can bind in person."""
    parties = {m.party for m in who if m.party.kind == PERSON}
    return any(p.title_words() & _PRESIDING for p in context.people.persons if p.party in parties)


def others_agree(context: Context, match: Match) -> bool:
    """`the company agreed to …`: the subject is somebody, but nobody who acts for a state."""
    named = match.slots.get("subj", [])
    nouns = [t for t in named if t.tag_.startswith("NN")]
    known = any(t.lemma_.lower() in _ACTING or context.resolve(t) or party_in(context, t) for t in nouns)
    return bool(nouns) and len(nouns) == len(named) and not known


def party_in(context: Context, noun: Token) -> bool:
    """True where a noun phrase names a party anywhere: `the fleet of Norway`."""
    return any(context.resolve(c) for c in noun.subtree)
