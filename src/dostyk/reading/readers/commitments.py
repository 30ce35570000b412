"""Commitments: who is bound to do what later, one for each action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import PERSON, Detail, Mention
from dostyk.reading.arguments import expand, is_verb, negated, subject, verb_slots
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, clause_span, draft, narrow, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

# what is willed but binds nobody: states of mind, occurrences, and kinds of their own
_NO_UNDERTAKING = frozenset(
    """be have become remain see know feel need want hope believe think depend mean require know like visit travel
    meet attend arrive receive host leave return go come speak participate take depart sign address include mark
    commence begin start end last bring contribute benefit result allow enable represent""".split()
)
_WILL_FRAME = Frame(id="will", kind="commitment")


def actions(verb: Token) -> list[Token]:
    """The actions that a verb of agreement governs: its infinitives or clauses, with those coordinated."""
    heads = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and c.i > verb.i]
    heads = [h for h in heads if h.tag_ in ("VB", "VBG") or any(c.dep_ == "aux" for c in h.children)]
    if not heads:
        heads = [
            t for child in verb.children if child.dep_ == "obl" and child.tag_ == "VBG" for t in (child,)
        ]  # fmt: skip
    found: list[Token] = []
    for head in heads[:1]:
        found.append(head)
        found += [t for t in _coordinated(head) if is_verb(t)]
    return found


def _coordinated(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "conj":
            yield child
            yield from _coordinated(child)


def read_commitment(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each action agreed to, pledged or promised."""
    if not match.who or (negated(match.trigger)):
        return
    who = unique(match.who)
    found = actions(match.trigger)
    if not found and not is_verb(match.trigger):
        found = [c for c in match.trigger.children if c.dep_ in ("acl", "nmod") and c.i > match.trigger.i][:1]
    if not found:
        return
    for act in found:
        yield from _drafts(match, act, who)


def _drafts(match: Match, act: Token, who: list[Mention]) -> Iterator[Draft]:
    """One draft for each object of an action where it has several, else one for the action."""
    what = action(act) if is_verb(act) else wording(act)
    if not what:
        return
    first, last = clause_span(act)
    start = match.trigger if abs(act.i - match.trigger.i) < 12 and match.trigger.i < first.i else first
    yield draft(match, who, [], what=what, span=narrow(start, last, act), status="happened", flags=())


def read_will(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`The two countries will …`, `We will …`: a future of states, or of persons who act for them, binds them."""
    for token in sentence.span:
        if not is_verb(token) or token.lemma_ in _NO_UNDERTAKING or negated(token):
            continue
        if not any(
            c.lower_ in ("will", "shall", "'ll", "’ll") and c.dep_ == "aux" for c in _will_bearer(token).children
        ):
            continue
        who = unique([m for t in subject(token) for head in expand(t) for m in context.resolve(head)])
        if not who or any(c.dep_ == "nsubj:pass" for c in token.children):
            continue
        match = Match(_WILL_FRAME, token, sentence, verb_slots(token), who, [])
        yield draft(
            match, who, what=action(token), span=clause_span(token), status="happened", flags=(), confidence=0.45
        )


def _will_bearer(token: Token) -> Token:
    """The verb whose auxiliary a coordinated verb shares."""
    while token.dep_ == "conj" and is_verb(token.head) and token.tag_ == "VB":
        if any(c.dep_ == "aux" for c in token.children):
            return token
        token = token.head
    return token


def is_person(mention: Mention) -> bool:
    """True for a person."""
    return mention.party.kind == PERSON


def with_detail(found: Draft, **values: str) -> Draft:
    """The draft with further details."""
    found.detail = Detail.from_dict({**found.detail.given(), **values})
    return found
