"""Who sat opposite whom by the order of words, where the parse lost a side of a meeting or a part of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.party_nouns import LEADERS
from dostyk.reading.arguments import FINITE, is_verb
from dostyk.reading.draft import unique
from dostyk.reading.readers.signatories import several
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dostyk.model import Mention
    from dostyk.reading.context import Context
    from dostyk.reading.match import Match

_BY_ORDER = frozenset(
    [
        "talks-held",
        "talks-begun",
        "talks-between",
        "talks-with",
        "meet",
        "receive",
        "audience",
        "courtesy-call",
        "sit-together",
    ]
)
_TO_OBJECT = frozenset(["receive"])
_REACH = 14  # words from a meeting to those whom it was between


def completed(match: Match, context: Context) -> list[Mention]:
    """Those who met: by the parse; where it has one side only, or less of a list than the words have, by the words."""
    who = unique(match.who)
    if match.frame.id not in _BY_ORDER:
        return who
    around = Around(context, match.sentence, match.trigger)
    between = several(_named_in(around, around.after("between", "among", reach=_REACH)))
    if len(_states(between)) > len(_states(who)):
        return between
    other = _others(match, around)
    if len(_states(who)) > 1:
        return _extended(who, other)
    own = around.agent() if is_verb(match.trigger) else around.left_mentions()
    return several(unique([*own, *other])) if own and other else who


def _others(match: Match, around: Around) -> list[Mention]:
    """The group behind `with`, or the objects of a verb that has them."""
    found = [] if match.frame.id in _TO_OBJECT else around.after("with", reach=_REACH)
    if not found and is_verb(match.trigger):
        return around.patient() if around.passive else _named_in(around, around.object())
    return _named_in(around, found)


def _extended(who: list[Mention], other: list[Mention]) -> list[Mention]:
    """Those who met with more of the list of which the parse has some."""
    known = {m.party.state for m in who}
    shared = [m for m in other if m.party.state in known]
    more = [m for m in other if m.party.state not in known]
    return [*who, *more] if shared and more and len(shared) < len(other) and len(known) - len(shared) > 0 else who


def _named_in(around: Around, group: list[Chunk]) -> list[Mention]:
    """The parties of a list: not who acts in the next clause, nor what a state only describes."""
    kept = [c for c in group if not c.owner and (not c.noun or c.noun in LEADERS)]
    while len(kept) > 1 and _acts(kept[-1], around.trigger.doc):
        kept.pop()
    found = mentions_of(kept)
    persons = {m.party.state for m in found if m.party.name}
    return [m for m in found if m.party.name or m.party.state not in persons]


def _acts(chunk: Chunk, doc: Doc) -> bool:
    """True for the subject of a clause that follows the list: `met A and B, and C said …`."""
    after = doc[chunk.end] if chunk.end < len(doc) else None
    return doc[chunk.start : chunk.end].root.dep_.startswith("nsubj") or (after is not None and after.tag_ in FINITE)


def _states(found: list[Mention]) -> set[str]:
    return {m.party.state for m in found}
