"""Relative clauses that the parser takes for the sentence: `X, whose visit will not take place, spoke of …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def mend_whose(whose: Token) -> None:
    """`X, whose visit will not take place, spoke of …`, where the first verb was taken for the sentence's own."""
    noun = whose.head
    if noun.dep_.startswith("nsubj"):
        _mend_whose_verb(whose, noun)
        return
    name, verb = noun.head, noun.head.head
    if noun.dep_ != "acl:relcl" or name.dep_ != "nsubj" or verb.dep_ != "ROOT" or verb.i < noun.i:
        return
    own = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("parataxis", "conj") and _finite(c)), None)
    if own is None or own.nbor(-1).text != ",":
        return
    own.head, own.dep_ = own, "ROOT"
    name.head = own
    verb.head, verb.dep_ = name, "acl:relcl"
    noun.head, noun.dep_ = verb, "nsubj"


def _mend_whose_verb(whose: Token, noun: Token) -> None:
    """The same where the parse gives the sentence's own verb to `visit`, or gives it no subject."""
    verb = noun.head
    names = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < whose.i]
    if verb.dep_ in ("acl:relcl", "appos") and verb.head.dep_ == "ROOT" and verb.head.tag_.startswith("NN"):
        names.append(verb.head)
    behind = [verb.head] if verb.dep_ == "advcl" and verb.head.i > verb.i else list(verb.children)
    own = next((c for c in behind if c.i > verb.i and c.tag_ in ("VBD", "VBN", "VBZ")), None)
    if len(names) != 1 or verb.i < noun.i or own is None or own.nbor(-1).text != ",":
        return
    if any(c.dep_.startswith("nsubj") for c in own.children) or any(t.lower_ == "and" for t in names[0].children):
        return
    own.tag_ = "VBD" if own.tag_ == "VBN" else own.tag_
    if own.head == verb:
        own.head, own.dep_ = own, "ROOT"
    names[0].head, names[0].dep_ = own, "nsubj"
    verb.head, verb.dep_ = names[0], "acl:relcl"


def mend_planned(planned: Token) -> None:
    """`The visit of X, planned for June, was put off`, where the plan was taken for a clause before the sentence."""
    noun = next((c for c in planned.children if c.dep_.startswith("nsubj")), None)
    if planned.dep_ == "ROOT":
        _turn_to_own(planned)
    own = planned.head
    if noun is None or planned.dep_ != "advcl" or own.i < planned.i or planned.tag_ not in ("VBN", "VBD"):
        return
    helped = any(c.dep_.startswith("aux") for c in planned.children)
    if helped or any(c.dep_.startswith("nsubj") for c in own.children):
        return
    passive = any(c.dep_ == "aux:pass" for c in own.children)
    noun.head, noun.dep_ = own, "nsubj:pass" if passive else "nsubj"
    planned.head, planned.dep_, planned.tag_ = noun, "acl", "VBN"


def _turn_to_own(planned: Token) -> None:
    """The same where the plan heads the sentence: `Talks planned for Thursday were put off`."""
    later = [c for c in planned.children if c.dep_ == "conj"]
    own = next((c for c in later if any(g.dep_.startswith("aux") for g in c.children)), None)
    if own is not None and not any(c.dep_ == "cc" or c.dep_.startswith("nsubj") for c in own.children):
        own.head, own.dep_ = own, "ROOT"
        planned.head, planned.dep_ = own, "advcl"


def mend_interrupted(sentence: Span) -> None:
    """`X, who comes as envoy of Y, will meet Z`, where X heads the sentence and its verb was put into the clause."""
    name = sentence.root
    clause = next((c for c in name.children if c.dep_ == "acl:relcl" and c.i > name.i), None)
    if not name.tag_.startswith("NNP") or clause is None or not any(t.tag_ == "WP" for t in clause.children):
        return
    will = next((t for t in clause.subtree if t.i > clause.i and t.tag_ == "MD" and t.nbor(-1).text == ","), None)
    verb = will.head if will is not None else None
    if will is None or verb is None or verb is clause or verb.dep_ not in ("advcl", "parataxis", "conj", "ccomp"):
        return
    for child in list(verb.children):
        if child.i < will.i and child.text != ",":
            child.head, child.dep_ = clause, "obl" if child.dep_.startswith("nsubj") else child.dep_
    verb.head, verb.dep_ = verb, "ROOT"
    name.head, name.dep_ = verb, "nsubj"


def _finite(token: Token) -> bool:
    return token.tag_ in FINITE and not any(c.dep_.startswith("nsubj") for c in token.children)
