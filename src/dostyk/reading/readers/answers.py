"""Measures told of by what they answer or repeat: `Italy followed with 30`, `Y followed suit`, `X retaliated with
duties of its own`, `Z took similar measures`; the rest is that of the measure told of just before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Mention
from dostyk.reading.arguments import expand, is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.base import draft, wording
from dostyk.reading.readers.hits import MEASURES, acting
from dostyk.reading.readers.measure_sides import bare_number
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANSWER = frozenset(["follow", "retaliate", "respond", "reciprocate", "reply", "hit", "strike", "counter"])
_BACK = frozenset(["hit", "strike"])
_TAKING = frozenset("take adopt impose introduce announce issue order enact apply".split())
_ALIKE = frozenset("similar same like such identical equivalent reciprocal comparable parallel".split())
_REPEATING = frozenset(["likewise", "same"])
_TAKEN = MEASURES | frozenset("duty curb quota step expulsion closure countermeasure levy".split())
_REACH = 2  # sentences between a measure and what answers it
_ANSWERED = Frame(id="answered-in-kind", kind="sanction")


def read_answer(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """One draft for each act that is told of by a measure before it."""
    for token in sentence.span:
        if not is_verb(token):
            continue
        before = _told_before(token, sentence, earlier)
        what = _measure(token, before)
        if not what or any(d.kind == "sanction" and d.trigger == token for d in earlier):
            continue
        around = Around(context, sentence, token)
        who = [m for t in subject(token) for h in expand(t) for m in context.resolve(h)] or mentions_of(around.left())
        who = [m for m in acting(who) if before is None or _may_act(m, before, token)]
        if who:
            hit = _hit(around, who[0], before)
            match = Match(_ANSWERED, token, sentence, {}, who, hit)
            if hit:
                yield draft(match, who, hit, what=what)


def _told_before(token: Token, sentence: Sentence, earlier: list[Draft]) -> Draft | None:
    """The last measure before a verb, not further away than a desk officer would look back."""
    measures = [d for d in earlier if d.kind == "sanction" and d.whom and d.trigger != token]
    near = [d for d in measures if d.sentence.index >= sentence.index - _REACH]
    return next((d for d in reversed(near) if d.sentence is not sentence or d.trigger.i < token.i), None)


def _may_act(mention: Mention, before: Draft, token: Token) -> bool:
    """Who has taken the measure does not answer it; a bare number is told only of those who follow."""
    acted = {m.party.state for m in before.who}
    hit = {m.party.state for m in before.whom} if _number_near(token) else set()
    return mention.party.state not in acted | hit


def _hit(around: Around, actor: Mention, before: Draft | None) -> list[Mention]:
    """Whom it hits: the state that the measure names, else who took the one answered, else whom that one hit."""
    behind = [c for c in around.chunks if c.start > around.trigger.i]
    behind = [c for c in behind if c.noun or c.prep in ("on", "against", "from")]
    named = [m for m in states_only(mentions_of(behind)) if m.party.state != actor.party.state]
    if named or before is None:
        return named[:1]
    hit_before = any(m.party.state == actor.party.state for m in before.whom)
    return acting(before.who)[:1] if hit_before else before.whom[:1]


def _measure(token: Token, before: Draft | None) -> str:
    """The measure in few words; empty for what is none, or cannot be told without the one before."""
    if token.lemma_ in ("expel", "oust") and bare_number(token):
        return f"expulsion of {_number_near(token)} diplomats" if before is not None else ""
    if token.lemma_ in _ANSWER:
        if before is not None and (number := _number_near(token)):
            return f"expulsion of {number} diplomats"
        if before is not None and any(t.lower_ == "suit" for t in token.children):
            return f"likewise, {before.what}"
        back = token.lemma_ not in _BACK or any(c.lower_ == "back" for c in token.children)
        return _taken(token, "obl", before is not None) if back else ""
    if before is not None and token.lemma_ == "do" and {c.lower_ for c in token.children} & _REPEATING:
        return f"likewise, {before.what}"
    alike = token.lemma_ in _TAKING and before is not None
    return _taken(token, "obj", alike) if alike else ""


def _taken(verb: Token, relation: str, alike: bool) -> str:
    """The measure that somebody answers with (`retaliated with tariffs`), or one like another (`a similar ban`)."""
    for noun in verb.children:
        if noun.dep_ != relation or noun_lemma(noun) not in _TAKEN:
            continue
        marks = {c.lower_ for c in noun.children}
        if "with" in marks if relation == "obl" else alike and marks & _ALIKE:
            return wording(noun)
    return ""


def _number_near(token: Token) -> str:
    window = token.doc[token.i + 1 : min(token.i + 5, len(token.doc))]
    near = next((t for t in window if t.like_num or t.tag_ in ("NN", "NNS")), None)
    return near.text if near is not None and near.like_num else ""
