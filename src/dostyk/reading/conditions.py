"""On what an act depends: clauses with `if`, `unless`, `provided that`, `on condition that`, `subject to`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONS = frozenset(["if", "provided", "providing", "unless", "assuming", "subject"])
_MARKS = ("mark", "case", "advmod")
_SHARING = ("xcomp", "obj", "conj", "obl", "nsubj", "nsubj:pass")


def condition_of(verb: Token) -> Token | None:
    """The head of the words that tell on what a verb depends, None where nothing does: `will visit X if it holds`,
    `provided that it holds`, `on condition that it holds`, `Should it hold, X will …`."""
    for child in verb.children:
        if child.dep_ not in ("advcl", "obl", "xcomp", "advmod", "amod", "conj"):
            continue
        if any(_marks(c) for c in child.children) or _on_condition(child) or _provided(child):
            return child
    first = verb.sent[0]
    return first.head if first.lower_ == "should" and first.tag_ == "MD" and first.nbor(1).lower_ != "be" else None


def depends(verb: Token) -> bool:
    """True for a verb that depends on a condition."""
    return condition_of(verb) is not None


def _marks(word: Token) -> bool:
    return word.lower_ in CONDITIONS and word.dep_ in _MARKS


def _on_condition(phrase: Token) -> bool:
    return phrase.lemma_ == "condition" and any(c.lower_ == "on" for c in phrase.children)


def _provided(word: Token) -> bool:
    """`provided that …`, `subject to approval`, taken for a verb or an adjective of its own."""
    if word.i + 1 >= word.sent.end or word.i == word.sent.start:
        return False
    behind = word.nbor(1).lower_
    return (word.lower_ in ("provided", "providing") and behind == "that") or (
        word.lower_ == "subject" and behind == "to"
    )


def in_a_condition(trigger: Token) -> bool:
    """True for an act within a condition: `if X visits Y, …`."""
    token = trigger
    for _ in range(4):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "provided") for c in token.children):
            return True
        if token.head is token or token.dep_ not in _SHARING:
            return False
        token = token.head
    return False
