"""Measures told of by those whom they hit: `the EU's sanctions target …`, `two firms face asset freezes`."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from dostyk.model import Mention, Party
from dostyk.reading.arguments import subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_behind, noun_lemma
from dostyk.reading.readers.base import action, draft, wording
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.restrictions import report_target
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HITS = frozenset(["measures-hit", "under-measures", "face-measures"])
"""Ids of the frames that this module reads."""

MEASURES = frozenset("sanction measure designation ban listing package freeze embargo tariff restriction".split())

_TAKING = frozenset(["announce", "impose", "adopt", "introduce", "approve", "unveil"])


def acting(found: list[Mention]) -> list[Mention]:
    """Those who take measures: states, a person's in their place, and international bodies."""
    kept: dict[str, Mention] = {}
    for m in found:
        own = m if m.party.state == "IGO" else Mention(Party(m.party.state), m.passage)
        if m.party.state and (m.party.state != "IGO" or m.party.name):
            kept.setdefault(own.key, own)
    return list(kept.values())


def whose_measures(around: Around, but: Set[str] = frozenset()) -> list[Mention]:
    """`EU sanctions may be imposed`, `the sanctions of X`: whose the measures of a clause are."""
    doc = around.trigger.doc
    own = [c for c in around.chunks if c.noun in MEASURES]
    own += [c for c in around.chunks if any(noun_lemma(t) in MEASURES for t in doc[c.end : c.end + 3])]
    found = mentions_of(own) or _taken_by(around)
    return [m for m in acting(found) if m.party.state not in but]


def _taken_by(around: Around) -> list[Mention]:
    """`the sanctions announced by X target …`."""
    taken = next((t for t in subject_words(around.trigger) if t.tag_ == "VBN" and t.lemma_ in _TAKING), None)
    return mentions_of(Around(around.context, around.sentence, taken).after("by")) if taken is not None else []


def subject_words(verb: Token) -> list[Token]:
    """All words of a verb's subjects."""
    return [word for noun in subject(verb) for word in noun.subtree]


def read_hit(match: Match, context: Context) -> Iterator[Draft]:
    """A measure of whoever's it is against the state of those whom it hits, else the state that the report blames."""
    if match.trigger.tag_ == "VBG":
        return  # `announced sanctions targeting X`: read from the verb
    around = Around(context, match.sentence, match.trigger)
    actors = whose_measures(around) or (_announcing(match, context) if match.frame.id == "under-measures" else [])
    if not actors:
        return
    hit = [c for c in around.chunks if (c.start > match.trigger.i) == (match.frame.id == "measures-hit")]
    named = [m for m in states_only(mentions_of(hit)) if m.party.state not in {a.party.state for a in actors} | {"IGO"}]
    known = report_target(context, actors[0].party)
    blamed_here = [m for m in named if known is not None and m.party.state == known.state]
    if known is not None and not blamed_here:
        blamed_here = [context.mention(Party(known.state), match.trigger)]
    for target in (blamed_here or named)[:1]:
        yield draft(match, actors[:1], [target], what=_named(match.trigger))


def _announcing(match: Match, context: Context) -> list[Mention]:
    """`the ministers said that two firms would be hit`: who tells of a measure takes it."""
    saying = saying_over(match.trigger)
    told = speakers(context, saying) if saying is not None else []
    return acting(told or [m for t in match.slots.get("subj", ()) for m in context.resolve(t)])


def _named(trigger: Token) -> str:
    measure = noun_behind(trigger, MEASURES)
    return wording(measure) if measure is not None else action(trigger)
