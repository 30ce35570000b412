"""Verbs that the tagger takes for nouns: `Foreign Minister X plans to visit Y`, `Welcoming the truce in Z; …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.offices import TITLE_HEADS
from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PRESENT = {
    "plans": "plan", "visits": "visit", "hosts": "host", "aims": "aim", "hopes": "hope", "heads": "head",
    "travels": "travel", "welcomes": "welcome", "talks": "talk", "leaves": "leave",
    "departs": "depart", "arrives": "arrive", "meets": "meet", "tours": "tour",
}  # fmt: skip
_HELD = frozenset(["held", "hold", "holds"])
_STANDS = {
    "denied": "deny", "refuted": "refute", "rejected": "reject", "dismissed": "dismiss", "rebutted": "rebut",
    "welcomed": "welcome", "condemned": "condemn", "praised": "praise", "criticised": "criticise",
    "criticized": "criticize", "hailed": "hail", "slammed": "slam", "protested": "protest", "denounced": "denounce",
}  # fmt: skip
_DAY = 4  # words of a day between `will` and its verb
# with which the clauses of a declaration begin
_DECLARING = frozenset(
    """welcome recall note recognise recognize affirm reaffirm reiterate express condemn support emphasise emphasize
    stress underline underscore acknowledge commend""".split()
)


def mend_verbs(sentence: Span) -> None:
    """Put right, in place, the words of a sentence that were not taken for its verb."""
    _mend_present(sentence)
    _mend_declaring(sentence)
    _mend_held(sentence)
    _mend_taking_a_stand(sentence)
    _mend_lower_case(sentence)


def _mend_lower_case(sentence: Span) -> None:
    """`Bolivia's president shook hands and spoke`, the first verb taken for a name behind the office."""
    root = sentence.root
    if not root.tag_.startswith("NN") or not root.text.islower() or root.i == sentence.start:
        return
    if root.tag_ == "NNS" and {"nsubj", "obj"} <= {c.dep_ for c in root.children}:
        root.tag_ = "VBZ"  # `The memorandum bears the signatures of X`
        return
    office = root.nbor(-1)
    joined = any(c.dep_ == "conj" and c.tag_ == "VBD" for c in root.children)
    if office.head == root and office.lower_ in TITLE_HEADS and joined and any(c.dep_ == "obj" for c in root.children):
        root.tag_, office.dep_, office.tag_ = "VBD", "compound", "NN"  # the rest is mended as `the office plans to`


def _mend_declaring(sentence: Span) -> None:
    """Make the first word of a sentence a verb where it is one of declaring with its object behind it."""
    first = next((t for t in sentence if t.is_alpha), None)
    if first is None or first.tag_.startswith("VB") or first.dep_ not in ("ROOT", "parataxis", "conj"):
        return
    if not any(c.dep_ == "obj" and c.i > first.i for c in first.children):
        return
    word = first.lower_
    stems = {word, word.removesuffix("ing"), word.removesuffix("ing") + "e"}
    lemma = next(iter(stems & _DECLARING), "")
    if lemma:
        first.tag_, first.lemma_ = "VBG" if word.endswith("ing") else "VB", lemma


def _mend_present(sentence: Span) -> None:
    """Make the head of a sentence without a finite verb, a plural behind a name, the verb of that name."""
    root = sentence.root
    if root.tag_ not in ("NNS", "NNP", "NNPS") or root.text not in _PRESENT or root.i == sentence.start:
        return
    name = root.nbor(-1)
    if not (name.tag_.startswith("NNP") or name.lower_ in TITLE_HEADS) or any(t.tag_ in FINITE for t in sentence):
        return
    while name.dep_ == "flat" and name.head.i < name.i:
        name = name.head
    if name.head != root:
        return
    root.tag_, root.lemma_ = "VBZ", _PRESENT[root.text]
    name.dep_ = "nsubj"
    for child in list(root.children):
        _as_of_a_verb(child, root, name)


def mend_helped(noun: Token) -> None:
    """`will no longer travel to X`, where the verb was taken for a noun that an auxiliary goes with."""
    helped = any(c.tag_ == "MD" and c.i < noun.i for c in noun.children)
    if helped and not any(c.dep_ in ("cop", "det", "compound") for c in noun.children):
        noun.tag_, noun.lemma_ = "VB", noun.lower_
        for child in noun.children:
            child.dep_ = "advmod" if child.dep_ == "amod" else child.dep_


def mend_office(verb: Token) -> None:
    """`Austria's chancellor plans to visit Y`, where the office was taken for a part of the verb: it is its subject."""
    if verb.tag_ not in FINITE or verb.i == verb.sent.start or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    office = verb.nbor(-1)
    if office.head != verb or office.dep_ not in ("compound", "nmod", "amod") or office.lower_ not in TITLE_HEADS:
        return
    office.dep_, office.tag_ = "nsubj", "NN" if office.tag_ == "JJ" else office.tag_
    for child in list(verb.children):
        if child.i < office.i and child.dep_ in ("amod", "compound", "nmod:desc", "det", "nmod:poss", "nmod"):
            child.head = office


def _as_of_a_verb(child: Token, verb: Token, name: Token) -> None:
    if child.i < name.i and child.dep_ in ("amod", "compound", "nmod:desc", "det", "nmod:poss"):
        child.head = name
    elif child.i > verb.i and child.tag_ == "VB" and child.dep_ == "acl":
        child.dep_ = "xcomp"
    elif child.i > verb.i and child.dep_ in ("nmod", "appos"):
        child.dep_ = "obl" if any(c.dep_ == "case" for c in child.children) else "obj"


def _mend_held(sentence: Span) -> None:
    """`The two held talks and signed papers`, taken for held talks: the verb heads the sentence, the talks are held."""
    talks = sentence.root
    held = next((c for c in talks.children if c.lower_ in _HELD and c.dep_ in ("amod", "compound")), None)
    if held is None or held.i + 1 > talks.i or not talks.tag_.startswith("NN"):
        return
    doers = [c for c in talks.children if c.dep_.startswith("nsubj") and c.i < held.i]
    if not doers and not any(t.tag_ in FINITE for t in sentence if t != held):
        before = [c for c in talks.children if c.i < held.i and c.tag_.startswith("NN") and c.i > sentence.start]
        doers = before[-1:]
        for doer in doers:
            doer.dep_ = "nsubj"
    if not doers:
        return
    held.tag_, held.lemma_, held.head, held.dep_ = "VBD", "hold", held, "ROOT"
    for child in list(talks.children):
        if child in doers or child.i < held.i or (child.i > talks.i and child.dep_ in ("conj", "punct", "obl")):
            child.head = held
    talks.head, talks.dep_ = held, "obj"


def _mend_taking_a_stand(sentence: Span) -> None:
    """`Peru refuted media reports of …`, taken for reports that Peru refuted: the verb heads the sentence."""
    thing = sentence.root
    if not thing.tag_.startswith("NN") or any(c.dep_.startswith(("nsubj", "cop", "aux")) for c in thing.children):
        return
    verb = next((c for c in thing.children if c.dep_ == "amod" and c.lower_ in _STANDS and c.i < thing.i), None)
    if verb is None or verb.i == sentence.start:
        return
    names = [c for t in (verb, thing) for c in t.children if c.i < verb.i and c.tag_.startswith("NN")]
    if not names:
        return
    verb.tag_, verb.lemma_, verb.head, verb.dep_ = "VBD", _STANDS[verb.lower_], verb, "ROOT"
    thing.head, thing.dep_ = verb, "obj"
    for child in list(thing.children):
        if child.i < verb.i:
            child.head = names[-1] if child.dep_ == "det" else verb
    for name in names:
        name.head, name.dep_ = (verb, "nsubj") if name is names[-1] else (names[-1], "compound")
    for child in list(verb.children):
        if child.dep_ in ("det", "amod", "nmod:poss") and child.i < verb.i:
            child.head = names[-1]


def mend_parted(will: Token) -> None:
    """`X will on Thursday be in Y`, torn apart by the day: the auxiliary belongs to what X will be or do."""
    behind = will.doc[will.i + 1 : min(will.i + _DAY + 2, will.sent.end)]
    verb = next((t for t in behind if t.tag_ == "VB"), None)
    if verb is None or not behind[0].tag_.startswith("IN"):
        return
    head, over, dep = (verb.head if verb.dep_ == "cop" else verb), will.head, will.dep_
    if dep in ("flat", "amod") and over not in (head, *head.ancestors):  # taken for a part of the name
        will.head, will.dep_, over.head, over.dep_ = head, "aux", head, "nsubj"
    if will.dep_ == "aux" or head in (will, over, *over.ancestors) or over is will:
        return
    for child in list(will.children):
        child.head = head
        if child.i < will.i and child.tag_.startswith("NN"):
            child.dep_ = "nsubj"
    for day in over.children:
        if will.i < day.i < verb.i:
            day.head = head
    will.head, will.dep_ = head, "aux"
    head.head, head.dep_ = over, dep
