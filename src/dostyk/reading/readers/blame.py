"""Whom a report of measures blames: the state whose aggression, officials or companies it speaks of."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.model import Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.surface import Around

if TYPE_CHECKING:
    from dostyk.language.persons import Named

_DEEDS = frozenset(
    "aggression invasion action annexation occupation attack war violation provocation crackdown seizure coup behavior "
    "behaviour repression abuse launch interference assault strike incursion detention threat destabilization".split()
)
_HIT = frozenset(
    "official oligarch individual entity military officer bank regime junta government security businessman lawmaker "
    "oil economy intelligence company politician judge minister commander vessel import export firm leader".split()
)
_OF_MEASURES = frozenset("sanction measure embargo ban restriction tariff penalty duty pressure freeze".split())
BLAMED = 2  # weight from which a state is blamed; less is said of many
_REACH = 5  # words from a state's name to the deed that is its own


def blamed(context: Context) -> Counter[str]:
    """How often the report blames each state: `X's aggression`, `X's officials`, `sanctions against X`."""
    found: Counter[str] = Counter()
    for named in context.people.named:
        party = named.party
        if party is None or named.person is not None or party.name or party.state in ("", "IGO"):
            continue
        deeds = _own(named, _DEEDS) or _measured(named) or _done_by(named)
        found[party.state] += BLAMED * deeds + _own(named, _HIT)
    return +found


def blamed_state(context: Context, actor: Party) -> Party | None:
    """The state that a report blames most beside the one that acts; None where it blames none."""
    weights = context.reference.weights
    guilty = [(n, weights[c], c) for c, n in blamed(context).items() if n >= BLAMED and c != actor.state]
    return Party(max(guilty)[2]) if guilty else None


def rather_blamed(context: Context, around: Around, loose: list[Mention]) -> list[Mention]:
    """`against those involved in the raid on X's ships by Y`: of two states behind a measure the one that is blamed."""
    guilt = blamed(context) if loose else Counter()
    n, guilty = max(((n, code) for code, n in guilt.items()), default=(0, ""))
    if n < BLAMED or guilt[loose[0].party.state] >= BLAMED:
        return loose
    return [m for c in around.chunks for m in c.mentions if m.party == Party(guilty)][:1] or loose


def _own(named: Named, nouns: frozenset[str]) -> bool:
    """`X's nouns`, `Xian nouns`: one of them stands in the noun phrase that the state's name opens."""
    doc = named.doc
    for token in doc[named.end : min(named.end + _REACH, len(doc))]:
        if noun_lemma(token) in nouns:
            return True
        if not (token.tag_.startswith(("JJ", "NN", "RB", "VBN", "VBG")) or token.tag_ in ("POS", "CC", "HYPH")):
            return False
    return False


def _done_by(named: Named) -> bool:
    """`the attack by X`, `the attack by Xian officers`."""
    before = named.doc[max(0, named.start - 3) : named.start]
    return any(noun_lemma(a) in _DEEDS and b.lower_ == "by" for a, b in pairwise(before))


def _measured(named: Named) -> bool:
    """`sanctions on X`, `measures taken against X`."""
    before = named.doc[max(0, named.start - 5) : named.start]
    preposition = next((t for t in reversed(before) if t.tag_ == "IN"), None)
    if preposition is None or preposition.lower_ not in ("on", "against", "upon"):
        return False
    return any(noun_lemma(t) in _OF_MEASURES for t in before if t.i < preposition.i)
