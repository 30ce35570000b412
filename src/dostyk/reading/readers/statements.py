"""Statements: who took which stance on what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match, lemma_of
from dostyk.reading.readers.base import action, clause_span, draft, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

_URGING = frozenset(["need", "must", "should", "necessity"])
_GIST_DEPS = ("obj", "ccomp", "xcomp", "obl", "advcl", "nmod")


def _complement(trigger: Token) -> Token | None:
    for wanted in ("ccomp", "xcomp", "obj", "obl"):
        for child in trigger.children:
            if child.dep_ == wanted and child.i > trigger.i:
                return child
    return next((c for c in trigger.children if c.dep_ in ("ccomp", "parataxis")), None)


def stance_of(match: Match) -> str:
    """The stance of a frame, made finer by what is said: a need is urged, a promise promised."""
    frame = match.frame
    if frame.objects:
        lemmas = [lemma_of(t) for t in match.slots.get("obj", ())]
        return next((frame.objects[w] for w in lemmas if w in frame.objects), "affirm")
    if frame.stance != "affirm":
        return frame.stance
    complement = _complement(match.trigger)
    if complement is None:
        return "affirm"
    if not is_verb(complement) and complement.lemma_ in ("need", "necessity"):
        return "urge"
    if any(c.lower_ in ("should", "must") for c in complement.children):
        return "urge"
    return "affirm"


def gist(trigger: Token) -> str:
    """What is said, in at most twelve words of the report."""
    complement = _complement(trigger)
    if complement is None:
        return ""
    return action(complement, longest=12) if is_verb(complement) and complement.tag_ == "VB" else wording(complement)


def read_statement(match: Match, context: Context) -> Iterator[Draft]:
    """A position with its speaker; courtesy verbs without an object say nothing and are left out."""
    trigger = match.trigger
    if not match.who or (trigger.dep_ in ("amod", "acl") and trigger.tag_ == "VBN"):
        return
    said = gist(trigger)
    if not said and not match.whom:
        return
    stance = stance_of(match)
    found = draft(
        match, match.who, match.whom, what=f"{stance} {said}".strip(), detail=Detail(stance=stance),
        span=clause_span(trigger),
    )  # fmt: skip
    if found.status == "denied" and stance == "support":
        found.status, found.detail = "happened", Detail(stance="reject")
        found.what = f"reject {said}"
    yield found
