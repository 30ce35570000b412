"""Lists of verbs that were taken apart: `X noted A, praised B and left`, `X urged Y to do A and do B`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PUT_BELOW = frozenset("ccomp advcl parataxis".split())
_INTRODUCING = frozenset("mark aux aux:pass cop expl".split())
_ASKING = frozenset("WDT WP WRB WP$".split())


def mend_list_of_verbs(sentence: Span) -> None:
    """Join the verbs of a list that begins behind a comma without a subject of its own."""
    for verb in sentence:
        if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.tag_ in FINITE:
            _join_infinitive(verb)
        if verb.tag_ not in FINITE or verb.dep_ not in _PUT_BELOW or verb.i == sentence.start:
            continue
        if verb.head.i < verb.i and _goes_on(verb):
            verb.dep_ = "conj"
        elif verb.head.i > verb.i and _goes_on(verb.head) and _begins(verb):
            _turn(verb, verb.head)


def _join_infinitive(verb: Token) -> None:
    """`urged X to do A and do B`: B is joined with A, not with the urging."""
    between = (c for c in verb.head.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i < verb.i)
    first = next((c for c in between if c.tag_ == "VB"), None)
    if first is not None and not any(c.dep_ == "aux" for c in verb.children):
        verb.head = first


def _goes_on(verb: Token) -> bool:
    """True for a finite verb right behind a comma, without a subject, behind another finite verb of a list."""
    if verb.tag_ not in FINITE or verb.nbor(-1).text != "," or _own_subject(verb):
        return False
    above = verb.head
    return above.i >= verb.i or (above.tag_ in FINITE and not any(c.dep_ in _INTRODUCING for c in verb.children))


def _begins(verb: Token) -> bool:
    """True for a finite verb with a subject and no word that makes its clause depend on another."""
    asked = any(t.tag_ in _ASKING for c in verb.children if c.i < verb.i for t in c.subtree)
    return _own_subject(verb) and not asked and not any(c.dep_ == "mark" for c in verb.children)


def _own_subject(verb: Token) -> bool:
    return any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in verb.children)


def _turn(first: Token, second: Token) -> None:
    """The first verb of a list takes the place of the second, which it was put below."""
    above, dep = second.head, second.dep_
    later = [c for c in second.children if c.dep_ == "conj" and c.i > second.i]
    first.head, first.dep_ = (first if above is second else above), dep
    for one in (second, *later):
        one.head, one.dep_ = first, "conj"
