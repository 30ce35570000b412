"""`pledged to double trade`, where `double` was taken for an adjective: the verb, its object and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TIMES = frozenset("double triple treble quadruple halve".split())
_MORE = frozenset(["more", "than"])


def mend_doubling(sentence: Span) -> None:
    """Make verbs of these words behind `to` and before the thing that is to grow, in place."""
    for token in sentence:
        noun = token.head
        if token.lower_ in _TIMES and token.tag_ != "VB" and noun.i > token.i > sentence.start and noun != token:
            mark = next((t for t in reversed(sentence.doc[sentence.start : token.i]) if t.lower_ not in _MORE), token)
            if mark.lower_ == "to" and noun.tag_.startswith("NN"):
                _make_verb(token, noun, mark)


def _make_verb(verb: Token, noun: Token, mark: Token) -> None:
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    verb.head = verb if noun.dep_ == "ROOT" else noun.head
    verb.dep_ = "ROOT" if noun.dep_ == "ROOT" else "acl" if noun.head.tag_.startswith("NN") else "xcomp"
    noun.head, noun.dep_ = verb, "obj"
    mark.head, mark.dep_ = verb, "mark"
    for child in list(noun.children):
        if child.i > noun.i and any(c.lower_ in ("to", "by", "within") for c in child.children if c.dep_ == "case"):
            child.head, child.dep_ = verb, "obl"
