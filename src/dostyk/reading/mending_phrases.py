"""Phrases that a parser hangs one word too high or too low: `called off the talks`, `regards X as Y`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_REGARDING = frozenset("regard consider see view describe hail condemn denounce recognise recognize treat".split())
_QUOTES = frozenset(['"', "”", "»"])
_LEAVING = frozenset("withdrawal exit departure".split())
_HEARSAY = frozenset("report claim allegation rumour rumor suggestion speculation".split())
_WITH_OTHERS = frozenset("talk talks meeting conversation discussion dialogue negotiation consultation".split())


def mend_phrase(token: Token) -> None:
    """Put right how one word hangs on another; a word that hangs well stays as it is."""
    if token.tag_ == "RP" and token.dep_ == "case":
        _mend_particle(token)
    elif token.lower_ == "present" and token.tag_ in ("VBP", "VB") and token.dep_ == "advcl":
        _mend_those_present(token)
    elif token.dep_ == "dep" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
        token.dep_ = "ccomp"  # `It was agreed that …`
    elif token.tag_ == "VBN" and any(c.dep_ == "cop" for c in token.children):
        _mend_adjective(token)
    elif token.dep_ == "obj":
        _mend_object(token)
    elif token.dep_ == "nmod" and _case(token) == "as":
        _mend_regarded(token)
    elif token.dep_ == "nmod" and _case(token):
        _mend_behind_quotation(token)
        _mend_note(token)
    elif token.dep_ == "obl" and _case(token) == "from":
        _mend_leaving(token)
    elif token.dep_ == "obl" and token.tag_ == "NN" and _case(token) == "to":
        _mend_infinitive(token)
    elif token.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children):
        _mend_hearsay(token)
    elif token.dep_ == "obl" and _case(token) == "with":
        _mend_with(token)
    elif token.dep_ == "obl" and _case(token) == "in" and token.tag_ == "NN":
        _mend_within(token)


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case" and c.i < token.i), "")


def _mend_adjective(token: Token) -> None:
    """`is opposed to X`, tagged as a passive but parsed as an adjective: it is one."""
    if not any(c.dep_.startswith("aux") for c in token.children):
        token.tag_, token.lemma_ = "JJ", token.lower_
        for child in token.children:
            child.dep_ = "nsubj" if child.dep_ == "nsubj:pass" else child.dep_


def _mend_object(token: Token) -> None:
    """`added to its list two banks`: a noun has no object, its verb has; `is opposed to X`: with a case it is none."""
    noun = token.head
    if noun.tag_.startswith("NN") and noun.dep_ == "obl" and noun.head.tag_.startswith("VB") and noun.i < token.i:
        token.head = noun.head
    elif _case(token) == "to":
        token.dep_ = "obl"


def _mend_particle(particle: Token) -> None:
    """`called off the talks`: the talks are called off, not off the talks called."""
    thing = particle.head
    verb = thing.head
    if thing.dep_ == "obl" and verb.i == particle.i - 1:
        particle.head, particle.dep_ = verb, "compound:prt"
        thing.dep_ = "obj"


def _mend_those_present(word: Token) -> None:
    """`In talks with the delegations present, the leaders …`, taken for what the delegations present."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    if not before.tag_.startswith("NN") or any(c.dep_ in ("obj", "mark", "aux") for c in word.children):
        return
    for child in list(word.children):
        child.head = word.head
        child.dep_ = "obl" if child.dep_.startswith("nsubj") else child.dep_
    word.head, word.dep_, word.tag_ = before, "amod", "JJ"


def _mend_regarded(token: Token) -> None:
    """`regards the raid as a step`: a step is what it is regarded as."""
    thing = token.head
    if thing.dep_ == "obj" and thing.head.lemma_ in _REGARDING:
        token.head, token.dep_ = thing.head, "obl"


def _mend_behind_quotation(token: Token) -> None:
    """`signed the memorandum "On tourism" in Lima`: what stands behind the closing mark is no part of the name."""
    case = next(c for c in token.children if c.dep_ == "case" and c.i < token.i)
    verb = next((t for t in token.ancestors if t.tag_.startswith("VB") and t.i < case.i), None)
    if verb is not None and case.nbor(-1).text in _QUOTES and token.head.i < case.i:
        token.head, token.dep_ = verb, "obl"


def _mend_note(token: Token) -> None:
    """`took note with concern of the decision`: the note is of it."""
    verb = token.head.head
    note = next((c for c in verb.children if c.dep_ == "obj" and c.lower_ == "note"), None)
    if note is not None and token.head.dep_ == "obl" and _case(token) == "of":
        token.head = note


def _mend_leaving(token: Token) -> None:
    """`notified Chile of its withdrawal from the treaty`: the withdrawal is from it."""
    case = next(c for c in token.children if c.dep_ == "case" and c.i < token.i)
    noun = case.nbor(-1) if case.i > case.sent.start else case
    if noun.lemma_ in _LEAVING and noun.head == token.head:
        token.head, token.dep_ = noun, "nmod"


def _mend_infinitive(token: Token) -> None:
    """`offered to mediate between A and B`, the verb taken for a noun."""
    to = token.nbor(-1)
    if to.lower_ == "to" and token.lower_.endswith("ate") and not any(c.i < to.i for c in token.children):
        token.tag_, token.dep_, to.tag_, to.dep_ = "VB", "xcomp", "TO", "mark"
        for child in token.children:
            child.dep_ = "obl" if child.dep_ == "nmod" else child.dep_


def _mend_hearsay(clause: Token) -> None:
    """`rejected reports that X had met Y`: that is what the reports say."""
    that = next(c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that")
    noun = that.nbor(-1) if that.i > that.sent.start else that
    if noun.lemma_ in _HEARSAY and noun.dep_ == "obj" and noun.head == clause.head:
        clause.head, clause.dep_ = noun, "acl"


def _mend_with(token: Token) -> None:
    """`praised the outcome of his talks with X`: the talks are with X, unless they are what the verb itself has."""
    case = next(c for c in token.children if c.dep_ == "case" and c.i < token.i)
    talks = case.nbor(-1) if case.i > case.sent.start else case
    if talks.lemma_.lower() in _WITH_OTHERS and talks.head != token.head:
        token.head, token.dep_ = talks, "nmod"


def _mend_within(token: Token) -> None:
    """`stressed the importance of peace in the region`: the peace is in the region, not the stress."""
    case = next(c for c in token.children if c.dep_ == "case" and c.i < token.i)
    noun = case.nbor(-1) if case.i > case.sent.start else case
    within = noun.dep_ == "nmod" and _case(noun) == "of" and noun.head.dep_ == "obj" and noun.head.head == token.head
    if within and noun.tag_.startswith("NN") and not noun.tag_.startswith("NNP"):
        token.head, token.dep_ = noun, "nmod"
