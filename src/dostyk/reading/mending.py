"""Parses put right where this field's sentences mislead the parser: long titles, headlines, days inside phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.lemmas import table
from dostyk.reading.arguments import FINITE
from dostyk.reading.attributions import mend_attributions
from dostyk.reading.doubling import mend_doubling
from dostyk.reading.mending_clauses import (
    mend_absolute,
    mend_agreed,
    mend_held_behind,
    mend_parted_subject,
    mend_regarding,
    mend_row_of_acts,
    mend_second_act,
)
from dostyk.reading.mending_lists import mend_list_of_verbs
from dostyk.reading.mending_names import (
    HYPHENS,
    mend_hyphen,
    mend_joined,
    mend_neighbouring,
    mend_opening_phrase,
    mend_pair,
    mend_visiting,
    mend_whence,
)
from dostyk.reading.mending_phrases import mend_phrase
from dostyk.reading.mending_relatives import mend_interrupted, mend_planned, mend_whose
from dostyk.reading.mending_times import mend_day, mend_opening_time
from dostyk.reading.mending_verbs import mend_helped, mend_office, mend_parted, mend_verbs
from dostyk.reading.slots import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_INTRODUCING = frozenset("DT JJ JJR JJS PRP$ POS CC RB".split())
_TELLING_OF = frozenset("assure inform remind notify convince accuse apprise".split())
_GOING = frozenset("arrive depart travel go come insist agree concur".split())  # what is done to nobody
_UNDERTAKING = frozenset("agree pledge promise undertake commit vow plan decide".split())
_PLANNING = frozenset("plan schedule set fix slate expect intend announce foresee".split())


def mend(sentence: Span) -> None:
    """Put right tags and heads of a sentence, in place; a sentence that is mended already stays as it is."""
    _mend_verbless(sentence)
    _mend_gone(sentence)
    _mend_rootless(sentence)
    _mend_the_two(sentence)
    _mend_between_names(sentence)
    mend_interrupted(sentence)
    mend_opening_time(sentence)
    mend_doubling(sentence)
    mend_verbs(sentence)
    mend_regarding(sentence)
    mend_parted_subject(sentence)
    for token in sentence:
        mend_phrase(token)
        _mend_participle(token)
        if token.lemma_ in _TELLING_OF:
            _mend_told_of(token)
        if token.lemma_ in _UNDERTAKING:
            mend_agreed(token)
        if token.tag_ == "WP$":
            mend_whose(token)
        if token.dep_ == "conj" and token.i > sentence.start:
            mend_second_act(token)
        if token.lemma_ in _PLANNING:
            mend_planned(token)
        if token.tag_ == "VBN":
            _mend_opening(token) if token.i == sentence.start else mend_held_behind(token)
        if token.dep_.startswith("nsubj") and token.head.dep_ in ("aux", "aux:pass", "cop"):
            token.head = token.head.head  # `X has today left`, the subject hung on the auxiliary
        if token.lower_ in WEEKDAYS and token.dep_ == "compound":
            mend_day(token)
        if token.text in HYPHENS and token.i - sentence.start > 0 and token.i + 1 < sentence.end:
            mend_pair(token)
            mend_hyphen(token)
        if token.tag_ == "CC" and token.i - sentence.start > 0:
            mend_joined(token)
        if token.dep_.startswith("nsubj") and token.tag_ == "NN":
            mend_opening_phrase(token)
        if token.dep_ == "obl" and token.tag_.startswith("NNP"):
            mend_whence(token)
        if token.lower_ == "having":
            mend_absolute(token)
        if token.lower_ == "will":
            mend_parted(token)
        if token.tag_ in FINITE:
            mend_office(token)
            mend_row_of_acts(token)
        if token.tag_ == "NN":
            mend_helped(token)
        if token.lower_ == "visiting" and token.tag_ == "VBG":
            mend_visiting(token)
        if token.lower_ in ("neighbouring", "neighboring"):
            mend_neighbouring(token)
    mend_list_of_verbs(sentence)
    mend_attributions(sentence)


def _mend_told_of(verb: Token) -> None:
    """`assured X of support`: what X is told of belongs to the verb."""
    told = next((c for c in verb.children if c.dep_ in ("obj", "iobj")), None)
    for thing in () if told is None else list(told.children):
        if thing.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ == "of" for c in thing.children):
            thing.head, thing.dep_ = verb, "obl"


def _mend_opening(participle: Token) -> None:
    """`Accompanied by X, Y will visit …`, where Y was put beside X: Y is the subject of the verb."""
    verb = participle.head
    if verb is participle or verb.i < participle.i or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    for token in participle.subtree:
        edge = token.left_edge
        if token.dep_ in ("appos", "conj") and token.tag_ == "NNP" and "," in (edge.text, edge.nbor(-1).text):
            token.head, token.dep_ = verb, "nsubj"
            participle.dep_ = "advcl"
            return


def _mend_verbless(sentence: Span) -> None:
    """`The Department on Monday summoned Ambassador X`, its verb taken for an adjective: it heads the sentence."""
    root = sentence.root
    if not root.tag_.startswith("NN") or any(t.tag_ in FINITE for t in sentence):
        return
    verb = next((t for t in sentence if t.i > root.i and _past_form(t)), None)
    if verb is None:
        return
    thing = verb.head
    while thing.dep_ in ("nmod:desc", "compound", "amod") and thing.head.i > verb.i:
        thing = thing.head
    phrases = [c for c in (*root.children, *thing.children) if c.i > thing.i and c.dep_ == "nmod"]
    _head_sentence(verb, root, thing)
    for phrase in phrases:
        if phrase.head == root:
            phrase.head, phrase.dep_ = verb, "obl"


def _mend_gone(sentence: Span) -> None:
    """`The officials arrived in Oslo`, taken for officials whom somebody arrived: the verb heads the sentence."""
    root = sentence.root
    if not root.tag_.startswith("NN") or any(t.tag_ in FINITE for t in sentence):
        return
    clauses = [c for c in root.children if c.i > root.i and c.dep_ == "acl" and c.tag_ == "VBN"]
    verb = next((c for c in clauses if c.lemma_ in _GOING or _calls_on(c) or _thing_done(c) is not None), None)
    if verb is None:
        return
    thing = _thing_done(verb)
    verb.tag_, verb.head, verb.dep_ = "VBD", verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
    if thing is not None:  # `Peru's minister called off her visit`
        thing.dep_ = "obj"


def _calls_on(verb: Token) -> bool:
    return verb.lemma_ == "call" and any(t.lower_ == "on" for t in verb.doc[verb.i + 1 :][:1])


def _thing_done(verb: Token) -> Token | None:
    """What a verb is done to, with an article or owner of its own: no participle has such a thing behind it."""
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ in ("obj", "xcomp") and c.tag_ in ("NN", "NNS"))
    return next((c for c in behind if any(k.dep_ in ("det", "nmod:poss") for k in c.children)), None)


def _mend_the_two(sentence: Span) -> None:
    """`The two discussed trade`, taken for two discussed trades: they are who did it."""
    if any(t.tag_ in FINITE for t in sentence):
        return
    verbs = (t for t in sentence[2:] if t.nbor(-1).lower_ == "two" and t.nbor(-2).lower_ == "the" and _past_form(t))
    verb = next(verbs, None)
    if verb is None or verb.head.dep_ != "ROOT":
        return
    _head_sentence(verb, verb.nbor(-1), verb.head)
    verb.nbor(-2).head = verb.nbor(-1)


def _mend_between_names(sentence: Span) -> None:
    """`X assured Y of help`, taken for a name that is modified by another: the verb heads the sentence."""
    if any(t.tag_ in FINITE and t.dep_ != "conj" for t in sentence):
        return
    verbs = (t for t in sentence if t.tag_ == "VBN" and t.dep_ == "xcomp" and t.head.tag_ == "NNP" and t.head.i < t.i)
    verb, root = next(verbs, None), sentence.root
    if verb is None or verb.lower_ not in table():
        return
    behind = [root] if root.i > verb.i else [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "NNP"]
    behind = behind or [c for c in root.children if c.dep_ == "obj" and c.i > verb.i]
    if behind:
        _head_sentence(verb, verb.head, behind[0])
        joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ in FINITE and c.i < behind[0].i]
        behind[0].head = joined[-1] if joined else verb


def _head_sentence(verb: Token, doer: Token, thing: Token) -> None:
    """Make a verb in the past the head of its sentence, with a subject and an object."""
    verb.tag_, verb.lemma_ = "VBD", table()[verb.lower_]
    verb.head, verb.dep_ = verb, "ROOT"
    doer.head, doer.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "obj"


def _mend_rootless(sentence: Span) -> None:
    """`President X met Y in Z`, taken for a name with a clause behind it: the verb heads the sentence."""
    root = sentence.root
    if not root.tag_.startswith("NNP") or any(c.dep_ in ("cop", "nsubj") for c in root.children):
        return
    clauses = [c for c in root.children if c.dep_ in ("acl", "acl:relcl") and c.tag_ == "VBD" and c.i > root.i]
    if len(clauses) != 1 or any(c.dep_ == "mark" for c in clauses[0].children):
        return
    verb = clauses[0]
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if subject is not None:  # `Aleksandr` | `Lukashenko met`: one name cut in two
        if any(not t.tag_.startswith("NNP") for t in root.doc[root.i + 1 : subject.i + 1]):
            return
        subject.head, subject.dep_ = root, "flat"
    behind = [c for c in root.children if c.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
    for child in behind:
        child.head = verb


def _past_form(token: Token) -> bool:
    """True for a participle before a noun that no article or adjective introduces: the past tense of a known verb."""
    if token.dep_ != "amod" or token.head.i < token.i or token.lower_ not in table() or not token.lower_.endswith("ed"):
        return False
    return token.tag_ in ("JJ", "VBN", "VBD") and token.nbor(-1).tag_ not in _INTRODUCING


def _mend_participle(token: Token) -> None:
    """Participles that the tagger or parser takes for adjectives: `was summoned to`, `X and Y exchanged letters`."""
    if token.tag_ == "NNP" and token.text.islower() and token.lower_.endswith("ed") and token.i > token.sent.start:
        token.tag_ = "VBD"  # `Prime Minister X on Monday telephoned Turkish President Y`
    if token.lower_ == "visit" and token.tag_ == "VB" and token.i > token.sent.start and _behind_adjective(token):
        token.tag_ = "NN"  # `will make his first official visit China`
    if token.lower_.endswith("ing") and token.dep_ == "amod" and token.head.i > token.i:
        _mend_looking_forward(token)
    if token.tag_ == "VBN" and token.dep_ == "amod" and _verbless(token):
        token.tag_ = "VBD"
    if token.tag_ == "VBD" and token.dep_ == "amod" and any(c.dep_.startswith("nsubj") for c in token.children):
        _mend_headless(token)
    if token.tag_ != "JJ" or not token.lower_.endswith("ed") or token.i + 1 >= len(token.doc) or token.i == 0:
        return
    if token.nbor(-1).lower_ in ("was", "were", "been", "being") and token.nbor(1).tag_ in ("IN", "TO"):
        token.tag_ = "VBN"
        done_to = token.i + 2 < len(token.doc) and token.nbor(2).tag_ != "VB"  # unlike `were pleased to see`
        for child in token.children if done_to else ():
            child.dep_ = "aux:pass" if child.dep_ == "cop" else child.dep_


def _behind_adjective(token: Token) -> bool:
    before = token.nbor(-1)
    return before.tag_ in ("PRP$", "JJ", "DT") or (before.head == token and before.dep_ in ("amod", "nmod:poss"))


def _mend_looking_forward(token: Token) -> None:
    """`looks forward to welcoming President X`: the participle is the verb, and the name its object."""
    name, doc = token.head, token.doc
    if token.i < 3 or doc[token.i - 1].lower_ != "to" or doc[token.i - 2].lower_ != "forward":
        return
    if name.head is name or name.head.i >= token.i:
        return
    token.tag_, token.dep_, token.head = "VBG", "advcl", name.head
    name.dep_, name.head = "obj", token
    doc[token.i - 1].dep_, doc[token.i - 1].head = "mark", token


def _mend_headless(token: Token) -> None:
    """`X voiced hope that …`, taken for a noun with a participle: the verb heads the sentence."""
    noun = token.head
    if noun.dep_ != "ROOT" or noun.i < token.i:
        return
    token.head, token.dep_ = token, "ROOT"
    noun.head, noun.dep_ = token, "obj"


def _verbless(token: Token) -> bool:
    """True in a sentence without a finite verb whose words begin before the participle."""
    sent = token.sent
    if token.i - sent.start < 2 or token.nbor(-1).tag_ in ("DT", "JJ", "PRP$", "RB", "CD", "IN", "POS", "CC"):
        return False
    return not any(t.tag_ in FINITE for t in sent)
