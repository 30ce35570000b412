"""Who travels without a name or an office: lawmakers, teams, ships of a navy; they act for the state they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.party_nouns import noun_of
from dostyk.model import Mention, Party
from dostyk.reading.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset("group team number party dozen pair crew convoy fleet flotilla squadron contingent".split())
_PERSONS = frozenset(
    """lawmaker mp parliamentarian legislator senator deputy congressman expert inspector negotiator official envoy
    businessman entrepreneur executive officer judge rector mayor governor""".split()
)
_SHIPS = frozenset("ship warship vessel frigate destroyer corvette cruiser submarine carrier cutter gunboat".split())
_LINKS = frozenset(["nmod", "nmod:poss", "amod", "compound", "appos", "flat", "conj"])
_OWNING = frozenset(["of", "from", "'s", "’s", "'", "’"])
_DEPTH = 3


def travellers(context: Context, nouns: list[Token]) -> list[Mention]:
    """The states of those who travel: `a group of Italian lawmakers`, `two Indian warships`, `a frigate of the Hellenic
    Navy`; none for other nouns."""
    return [m for noun in nouns if _travel(noun) for m in _state_in(context, noun, _DEPTH)][:1]


def _travel(noun: Token) -> bool:
    word = noun_of(noun)
    if word in _GROUPS:
        return any(_travel(c) for c in noun.children if c.dep_ == "nmod")
    return word in _PERSONS | _SHIPS


def _state_in(context: Context, noun: Token, depth: int) -> list[Mention]:
    """The first state that the words of a noun phrase name, those nearest to the noun first."""
    for child in noun.children if depth else ():
        if child.dep_ not in _LINKS or any(c.dep_ == "case" and c.lower_ not in _OWNING for c in child.children):
            continue
        named = context.people.at(child)
        party = named.resolve() if named is not None else None
        if party is not None and party.state not in ("", "IGO"):
            return [Mention(Party(party.state), context.document.passage(child, child))]
        if found := _state_in(context, child, depth - 1):
            return found
    return []
