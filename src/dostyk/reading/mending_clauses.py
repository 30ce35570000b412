"""Clauses that a parser hangs on each other: relative clauses taken for what is said, or given what goes with the
main verb; those who act taken for more of an opening phrase; a second act taken for one of a row of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def mend_regarding(sentence: Span) -> None:
    """`Regarding Peru and Chile, A and B stressed …`, one row to the parser: those behind the comma act."""
    for head in sentence:
        cased = head.dep_ == "nsubj" and any(c.dep_ == "case" and c.i == sentence.start for c in head.children)
        comma = next((c for c in head.subtree if c.text == "," and c.i > head.i), None) if cased else None
        acting = [c for c in head.children if c.dep_ == "conj" and comma is not None and c.i > comma.i]
        joined = (c for t in acting for c in t.children if c.dep_ == "cc")
        if acting and not any(comma is not None and c.i == comma.i + 1 for c in joined):  # no list: `A, B and C`
            acting[0].head, acting[0].dep_ = head.head, "nsubj"
            for other in acting[1:]:
                other.head = acting[0]
            head.dep_ = "obl"
            return


def mend_second_act(verb: Token) -> None:
    """`suspended flights and recalled its ambassador`, the second act taken for one of what the first is done to."""
    thing = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or not thing.tag_.startswith("NN") or verb.nbor(-1).tag_ != "CC":
        return
    determined = any(k.dep_ in ("det", "nmod:poss", "nummod") for c in verb.children if c.dep_ == "obj"
                     for k in c.children)  # fmt: skip
    own = any(c.dep_.startswith("nsubj") for c in verb.children) or any(c.dep_ == "cop" for c in thing.children)
    first = next((t for t in thing.ancestors if t.tag_ in FINITE), None)
    if first is not None and first.tag_ == "VBD" and determined and not own:
        verb.head = first


def mend_row_of_acts(verb: Token) -> None:
    """`reiterated their commitment to X, agreed to do Y`, taken for a commitment that agreed: two acts in a row."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VBD" and c.i > verb.i), None)
    thing = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if clause is None or thing is None or verb.tag_ != "VBD" or clause.nbor(-1).text != ",":
        return
    own = any(c.tag_ == "PRP$" for c in thing.children) and thing.left_edge.i == verb.i + 1
    if own and any(c.dep_.startswith("nsubj") for c in verb.children):
        thing.head, thing.dep_, clause.dep_ = verb, "obj", "conj"


def mend_parted_subject(sentence: Span) -> None:
    """`The premier and her husband will travel to X`, taken for the premier, and that her husband will travel."""
    first = sentence.root
    if not first.tag_.startswith("NN") or any(c.dep_ in ("cop", "nsubj", "aux") for c in first.children):
        return
    for verb in first.children:
        joint = next((c for c in verb.children if c.dep_ == "cc" and c.lower_ == "and"), None)
        other = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if verb.dep_ != "conj" or joint is None or other is None or other.left_edge.i != joint.i + 1:
            continue
        if not verb.tag_.startswith("VB") or not any(c.tag_ == "PRP$" for c in other.children):
            continue
        verb.head, verb.dep_, first.head, first.dep_ = verb, "ROOT", verb, other.dep_
        other.head, other.dep_, joint.head = first, "conj", other
        for child in list(first.children):
            if child.i > verb.i:
                child.head = verb
        return


def mend_agreed(verb: Token) -> None:
    """`agreed to double arrivals to 200,000`, `agreed to send aid, provided that …`: what stands behind the act that is
    agreed is its own."""
    act = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > verb.i), None)
    if act is None:
        return
    for child in list(verb.children):
        to_number = child.tag_ == "CD" and child.dep_ == "obl" and any(c.lower_ == "to" for c in child.children)
        provided = child.lower_ in ("provided", "providing") and child.i + 1 < len(child.doc)
        if child.i > act.i and (to_number or (provided and child.nbor(1).lower_ == "that")):
            child.head, child.dep_ = act, "obl" if to_number else "advcl"


def mend_held_behind(participle: Token) -> None:
    """`builds on the dialogue, held in Oslo in May`, the participle joined to the verb: it tells of the dialogue."""
    verb, comma = participle.head, participle.nbor(-1)
    if participle.dep_ not in ("conj", "advcl") or comma.text != "," or verb.tag_ not in FINITE or verb.i > comma.i:
        return
    if any(c.dep_ in ("cc", "aux", "aux:pass", "mark") or c.dep_.startswith("nsubj") for c in participle.children):
        return
    if any(c.dep_ == "conj" and c.i > participle.i and c.tag_ in FINITE for c in verb.children):
        return  # a list of verbs, this one taken for a participle
    noun = next((t for t in comma.nbor(-1).ancestors if t.dep_ in ("obj", "obl") and t.head == verb), comma.nbor(-1))
    if noun.tag_.startswith("NN") and noun.head == verb and not any(c.dep_ == "obj" for c in participle.children):
        participle.head, participle.dep_ = noun, "acl"


def mend_absolute(having: Token) -> None:
    """`…, X and Y having exchanged invitations`, the names put below the sentence before: they did it."""
    verb, last = having.head, having.nbor(-1) if having.i > having.sent.start else having
    if having.dep_ != "aux" or any(c.dep_.startswith("nsubj") for c in verb.children) or last.tag_ != "NNP":
        return
    row = [last, *(t for t in last.ancestors if t.tag_ == "NNP" and t.i < having.i)]
    name = next((t for t in reversed(row) if t.dep_ in ("obl", "appos", "obj", "nmod", "conj")), None)
    before = [t for t in name.sent if t.i < name.left_edge.i] if name is not None else []
    if name is None or name.head is verb or not any(t.text == "," for t in before):
        return
    for child in name.children:
        if child.dep_ == "case" and child.tag_ == "NNP":  # `General Secretary To Lam`
            child.dep_ = "compound"
    title = before[-1]
    if title.tag_ == "NNP" and title.dep_ == "appos":
        title.head, title.dep_ = name, "nmod:desc"
    name.head, name.dep_ = verb, "nsubj"


def mend_relative(verb: Token) -> None:
    """`said the people mourn the coup d'état that has taken place`: what is said is the sentence before `that`."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    that = next((c for c in clause.children if c.tag_ == "WDT" and c.dep_ == "nsubj"), None) if clause else None
    if clause is None or that is None or that.nbor(-1).tag_ not in ("NN", "NNS", "FW"):
        return
    told = next((c for c in clause.children if c.dep_ == "advcl" and verb.i < c.i < that.i), None)
    if told is not None and any(c.dep_.startswith("nsubj") for c in told.children):
        told.head, told.dep_ = verb, "ccomp"
        clause.head, clause.dep_ = that.nbor(-1), "acl:relcl"


def mend_past_relative(participle: Token) -> None:
    """`denounced the raids, which are led by X, calling on Y to …`: the participle goes with the main verb."""
    clause = participle.head
    if participle.dep_ != "advcl" or clause.dep_ != "acl:relcl":
        return
    pronoun = next((c for c in clause.children if c.tag_ == "WDT" and c.i > 0 and c.nbor(-1).text == ","), None)
    verb = next((t for t in clause.head.ancestors if t.tag_[:2] == "VB"), None) if pronoun is not None else None
    closed = participle.i > participle.sent.start and participle.nbor(-1).text == ","
    if verb is not None and closed:
        participle.head = verb
