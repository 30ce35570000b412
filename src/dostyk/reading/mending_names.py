"""Names that the parser takes apart or runs together: `the Australia-UK Forum`, `met President X and Minister Y`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.party_nouns import LEADERS, noun_of, plural_form

if TYPE_CHECKING:
    from spacy.tokens import Token

_IN_NAMES = ("NNP", "NNPS", "NN", "NNS", "JJ")
_LONGEST = 8  # words of such a name
# what two states hold together under a name of both
_JOINT = frozenset(
    """commission committee council board group forum dialogue summit consultation conference meeting partnership
    mechanism subcommittee subcommission""".split()
)
HYPHENS = frozenset(["-", "–"])


def mend_hyphen(hyphen: Token) -> None:
    """`the Australia-UK Leadership Forum`, taken for a state and a forum beside it: one name with its last word."""
    first, name = hyphen.nbor(-1), hyphen.nbor(1)
    if first.whitespace_ or hyphen.whitespace_ or not (first.tag_ == name.tag_ == "NNP"):
        return
    while name.dep_ == "flat" and name.nbor(1).tag_ == "NNP" and name.i + 2 < name.sent.end:
        name = name.nbor(1)  # `Norway-UK` taken for one name, with the forum beside it
    while name.dep_ in ("compound", "amod", "nmod:desc") and name.head.i > name.i:
        name = name.head
    if first.head.i > hyphen.i or not (name.head == first or name.head == first.head) or name.i == hyphen.i + 1:
        return
    before = [c for c in first.children if c.i < first.i and c.dep_ in ("det", "amod", "case", "nmod:poss")]
    if name.dep_ != "obj":
        name.head, name.dep_ = (name if first.head is first or first.dep_ == "ROOT" else first.head), first.dep_
    first.head, first.dep_ = name, "compound"
    for child in before:
        child.head = name


def mend_pair(hyphen: Token) -> None:
    """`the meeting of the Norway-Chile Joint Commission`, torn at the hyphen: one name, which its last word heads."""
    doc, end = hyphen.doc, hyphen.sent.end
    first, last = hyphen.nbor(-1), hyphen.i + 1
    if first.whitespace_ or hyphen.whitespace_ or not first.text[:1].isupper():
        return
    while last + 1 < end and doc[last + 1].text[:1].isupper() and doc[last + 1].tag_ in _IN_NAMES:
        last += 1
    head = doc[last]
    if noun_of(head) not in _JOINT or last - hyphen.i > _LONGEST or not doc[hyphen.i + 1].text[:1].isupper():
        return
    run = list(doc[first.i : last + 1])
    outer = next((t for t in run if t.head is t or not {*run} & {t.head, *t.head.ancestors}), None)
    if outer is None:
        return
    over, dep = (head if outer.head is outer else outer.head), outer.dep_
    for token in run:
        for child in list(token.children):
            if child not in run and child is not over:
                child.head = head
    for token in run[:-1]:
        token.head, token.dep_ = head, "punct" if token is hyphen else "compound"
    head.head, head.dep_ = over, dep


def mend_joined(word: Token) -> None:
    """`met President X and Minister Y`, X taken for a part of Y's name: they are two, joined by `and`."""
    last = word.head
    while last.dep_ in ("nmod:desc", "compound", "amod") and last.head.i > last.i:
        last = last.head
    if last.tag_ != "NNP" or last.i < word.i:
        return
    before = [c for c in last.children if c.dep_ in ("compound", "nmod:desc") and c.tag_ == "NNP" and c.i < word.i]
    first = before[0] if len(before) == 1 else None
    if first is None or not any(c.dep_ == "nmod:desc" for c in first.children):
        return
    first.head, first.dep_ = (first if last.dep_ == "ROOT" else last.head), last.dep_
    last.head, last.dep_ = first, "conj"
    word.head = last


def mend_visiting(word: Token) -> None:
    """`President X and visiting Prime Minister Y`, taken for a visit to Y: the word describes Y, who is joined to X."""
    name = next((c for c in word.children if c.dep_ == "obj" and c.tag_.startswith("NNP") and c.i > word.i), None)
    joint = word.nbor(-1) if word.i > word.sent.start + 1 else word
    if name is None or joint.lower_ != "and" or word.dep_ != "conj" or joint.nbor(-1).tag_ != "NNP":
        return
    first = joint.nbor(-1)
    while first.dep_ in ("flat", "compound") and first.head.tag_ == "NNP":
        first = first.head
    name.head, name.dep_, joint.head = first, "conj", name
    word.head, word.dep_, word.tag_ = name, "amod", "JJ"
    for child in list(word.children):
        child.head = name


def mend_neighbouring(word: Token) -> None:
    """`a visit to neighbouring X`, taken for a clause of neighbouring: the word describes X."""
    name = word.nbor(1) if word.i + 1 < word.sent.end else word
    while name.dep_ in ("compound", "amod") and name.head.i > name.i:
        name = name.head
    if not word.tag_.startswith("VB") or not name.tag_.startswith("NNP") or name.head != word:
        return
    over, dep = word.head, word.dep_
    for child in list(word.children):
        if child != name:
            child.head = name if child.i < word.i else over
            child.dep_ = "case" if child.i < word.i else child.dep_
    name.head, name.dep_ = over, "nmod" if over.tag_.startswith("NN") else "obl" if dep != "ROOT" else dep
    word.head, word.dep_, word.tag_ = name, "amod", "JJ"


def mend_opening_phrase(noun: Token) -> None:
    """`During his stay, President X will meet Y`, the stay taken for who meets and X put beside it."""
    if not any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        return
    name = next((c for c in noun.children if c.dep_ == "appos" and c.tag_ == "NNP" and c.left_edge.i > noun.i), None)
    name = name or next((c for t in noun.children for c in t.children if c.dep_ == "appos" and c.tag_ == "NNP"), None)
    if name is None or not any(t.text == "," for t in noun.doc[noun.i : name.i]):
        return
    name.head, name.dep_ = noun.head, noun.dep_
    noun.dep_ = "obl"


def mend_whence(phrase: Token) -> None:
    """`held talks with her counterparts from A and B`, the states taken for where it was held: they are whose."""
    case = next((c for c in phrase.children if c.dep_ == "case" and c.lower_ == "from" and c.i < phrase.i), None)
    noun = case.nbor(-1) if case is not None and case.i > case.sent.start else None
    if noun is not None and plural_form(noun) and noun_of(noun) in LEADERS and phrase.head != noun:
        phrase.head, phrase.dep_ = noun, "nmod"
