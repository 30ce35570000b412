"""Attributions that a parser hangs elsewhere: `…, the minister said, urging X to …`, `affirming that, under him, …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.quotations import SAYING
from dostyk.reading.arguments import FINITE
from dostyk.reading.mending_clauses import mend_past_relative, mend_relative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TELLING = SAYING | frozenset(
    """assure inform report express urge demand propose suggest reaffirm highlight point acknowledge confirm voice
    praise thank condemn reject welcome call wish hope describe pledge promise vow accuse criticise criticize deny
    stress laud applaud commend hail""".split()
)
_CLOSING = SAYING | frozenset(["assure", "report", "inform", "point", "reply", "believe", "quote", "decide", "agree"])
_QUOTING = frozenset(["quote", "cite", "report"])
_LONGEST_SPEAKER = 14  # words between the comma and the verb of a closing attribution
_MISSED = ("amod", "acl", "dep", "appos", "advcl", "conj", "acl:relcl")
_HUNG = ("conj", "acl:relcl", "advcl")
_CIRCUMSTANCES = frozenset("when while after before as if because since although though once until whereas".split())
_TELLING_WHOM = frozenset(["tell", "assure", "inform", "remind", "warn", "notify", "convince"])
_BREAKS = frozenset([",", "”", '"', "''", "’", "'"])


def mend_attributions(sentence: Span) -> None:
    """Put right, in place, who says what in a sentence."""
    for token in sentence:
        if token.lemma_ in _TELLING_WHOM:
            _mend_telling(token)
        if token.lower_ == "on" and token.dep_ == "compound:prt" and token.head.lemma_ == "call":
            _mend_calling(token)
        if token.lemma_ in _CLOSING and token.tag_ == "VBD":
            _mend_inverted(token)
        if token.lemma_ in SAYING and token.tag_ in ("VBD", "VBZ"):
            _mend_parted(token)
            _mend_behind_a_phrase(token)
            mend_relative(token)
        if token.tag_ == "POS" and token.head.dep_ in ("obj", "iobj"):
            _mend_owner(token.head)
        if token.tag_ == "WDT" and token.lower_ == "that" and token.head.dep_ == "ccomp":
            _mend_opening_that(token)
        if token.lower_ == "her" and token.dep_ in ("obj", "iobj"):
            _mend_her(token)
        if token.tag_ == "VBG" and token.i > sentence.start:
            _mend_behind(token)
        if (
            token.tag_ == "VBG"
            and token.lemma_ in SAYING
            and token.i > sentence.start
            and token.nbor(-1).lower_ == "as"
        ):
            _mend_quoted(token)
        if token.tag_ == "VBG" and token.lemma_ in TELLING:
            mend_past_relative(token)
            _mend_that(token)
    for token in sentence:
        if token.lemma_ in _CLOSING and token.tag_ in ("VBD", "VBZ", "VBN"):
            _mend_closing(token)
    for token in sentence:
        if token.lemma_ in TELLING and token.tag_ == "VBG":
            _mend_adding(token)


def _mend_quoted(saying: Token) -> None:
    """`“…,” X was quoted by an agency as saying`: X said so."""
    quoted = next((t for t in saying.ancestors if t.lemma_ in _QUOTING and t.tag_ == "VBN"), None)
    speaker = next((c for c in quoted.children if c.dep_ == "nsubj:pass"), None) if quoted is not None else None
    if quoted is None or speaker is None or any(c.dep_ == "ccomp" for c in saying.children):
        return
    told = quoted.head if quoted.dep_ in ("ccomp", "parataxis", "conj", "advcl") and quoted.head.i < speaker.i else None
    told = told or next((c for c in quoted.children if c.dep_ in ("ccomp", "parataxis") and c.i < speaker.i), None)
    if told is None:
        return
    if told.head == quoted:
        told.head, told.dep_ = told, "ROOT"
    saying.head, saying.dep_, saying.tag_ = told, "parataxis", "VBD"
    speaker.head, speaker.dep_, quoted.head, quoted.dep_ = saying, "nsubj", saying, "dep"


def _mend_closing(verb: Token) -> None:
    """`…, the ministry said`, taken for a second sentence or a participle: it is put beside the sentence it tells."""
    opening = _speaker_begins(verb)
    if opening is None:
        return
    root, doc = verb.sent.root, verb.doc
    if root == verb:
        _mend_told(verb, opening)
        return
    if root.i >= opening or not any(t.tag_ in FINITE for t in doc[verb.sent.start : opening]):
        return
    own = any(c.dep_ == "nsubj" and opening <= c.i < verb.i for c in verb.children)
    if verb.dep_ in _HUNG and verb.head.i < opening and own and not any(c.dep_ == "ccomp" for c in verb.children):
        verb.head, verb.dep_ = (verb.head if verb.dep_ == "conj" else root), "parataxis"
        return
    if verb.dep_ not in _MISSED or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    speaker = doc[verb.i - 1]
    while opening <= speaker.head.i < verb.i and speaker.head is not speaker:
        speaker = speaker.head
    told = verb.head
    if speaker.tag_[:2] != "NN" or speaker == root or speaker in verb.children:
        return
    verb.tag_ = "VBD"
    verb.head, verb.dep_ = root, "parataxis"
    speaker.head, speaker.dep_ = verb, "nsubj"
    if told.i > verb.i and told != root:  # `assured reporters`
        told.head, told.dep_ = verb, "obj"


def _mend_inverted(verb: Token) -> None:
    """`“…,” said President X`, where the name was taken for what is said: it is who says it."""
    if verb.i == verb.sent.start or verb.nbor(-1).text not in _BREAKS or verb.i + 1 >= verb.sent.end:
        return
    if any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    behind = [c for c in verb.children if c.i > verb.i and c.left_edge.i == verb.i + 1]
    name = next((c for c in behind if c.tag_ == "NNP" or c.lower_ in offices.TITLE_HEADS), None)
    if name is not None and name.dep_ == "obj" and name.tag_ != "NNP" and verb.dep_ == "conj":
        return  # `rejected the claims, recalled its ambassador and left`
    if name is not None and name.dep_ in ("ccomp", "xcomp", "obj", "dep"):
        name.dep_ = "nsubj"
        if verb.dep_ == "conj" and verb.head.i < verb.i:  # `the claims are untrue, said spokesman X`
            verb.dep_ = "parataxis"


def _mend_behind_a_phrase(verb: Token) -> None:
    """`In a letter to President X, President Y said`: the name right before the verb, taken for one more name of X."""
    other = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ == "NNP"), None)
    if other is None or other.i == verb.sent.start or verb.sent[0].tag_ not in ("IN", "VBG"):
        return
    name = next((c for c in reversed(list(other.children)) if c.dep_ in ("appos", "flat") and c.i > other.i), None)
    if name is None or name.right_edge.i != verb.i - 1 or name.tag_ != "NNP":
        return
    begins = min(t.i for t in name.subtree if not t.is_punct)
    if verb.doc[begins - 1].text == "," and any(c.dep_ in ("nmod:desc", "compound") for c in name.children):
        name.head, name.dep_ = verb, "nsubj"
        other.dep_ = "obl"


def _mend_parted(verb: Token) -> None:
    """`said the exemption, which holds since May, would help`, taken for an exemption that is said: it would help."""
    thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    if thing is None or not thing.tag_.startswith("NN") or thing.left_edge.i > verb.i + 1:
        return
    clauses = [c.left_edge for c in thing.subtree if c.dep_ in ("acl:relcl", "acl")]
    if not any("," in (edge.text, edge.nbor(-1).text) for edge in clauses):
        return  # else a list of verbs: `noted the progress, praised Norway and left`
    late = [c for c in verb.children if c.i > thing.i and c.dep_ in ("parataxis", "conj", "advcl")]
    clause = next((c for c in late if _goes_on(c)), None)
    if clause is None or any(c.dep_.startswith("nsubj") for c in clause.children):
        return
    thing.head, thing.dep_ = clause, "nsubj"
    clause.head, clause.dep_ = verb, "ccomp"


def _goes_on(clause: Token) -> bool:
    """True for a clause that begins with a comma and a finite verb."""
    comma = clause.left_edge if clause.left_edge.text == "," else clause.left_edge.nbor(-1)
    return comma.text == "," and comma.nbor(1).tag_ in FINITE


def _mend_told(verb: Token, opening: int) -> None:
    """What is said, taken for a circumstance of the saying: `That X came is an honour, Y told reporters`; or its
    subject for a second subject: `The raid, she said, deserved …`."""
    said = [c for c in verb.children if c.dep_ in ("ccomp", "advcl", "conj") and c.tag_[:2] in ("VB", "NN", "JJ")]
    before = [c for c in verb.children if c.dep_ == "nsubj" and c.i < opening]
    behind = next((c for c in said if c.i > verb.i and not any(g.dep_.startswith("nsubj") for g in c.children)), None)
    if before and behind is not None and (behind.dep_ == "ccomp" or behind.nbor(-1).text in _BREAKS):
        behind.head, behind.dep_ = behind, "ROOT"
        behind.tag_ = "VBD" if behind.tag_ == "JJ" and behind.lower_.endswith("ed") else behind.tag_
        before[0].head = behind
        verb.head, verb.dep_ = behind, "parataxis"
        return
    told = next((c for c in said if c.i < opening), None)
    if told is None or told.dep_ != "advcl" or any(c.dep_ in ("ccomp", "xcomp", "parataxis") for c in verb.children):
        return
    bare = not any(c.dep_.startswith(("nsubj", "csubj")) for c in told.children)
    if not bare and not any(t.lower_ in _CIRCUMSTANCES and t.dep_ in ("mark", "advmod") for t in told.children):
        told.head, told.dep_ = told, "ROOT"
        verb.head, verb.dep_ = told, "parataxis"


def _speaker_begins(verb: Token) -> int | None:
    """Where the words between a comma and a verb of saying begin, None where they are no speaker."""
    doc = verb.doc
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - _LONGEST_SPEAKER) - 1, -1):
        token = doc[i]
        if token.text in _BREAKS:
            return i + 1 if i + 1 < verb.i and doc[i + 1].tag_ not in ("CC", "WDT", "WP") else None
        if token.tag_.startswith(("VB", "MD", "W", "TO")):
            return None
    return None


def _mend_her(her: Token) -> None:
    """`expressed her sorrow`, taken for her, who is expressed as sorrow: what is expressed is hers."""
    verb = her.head
    thing = next((c for c in verb.children if c.i > her.i and c.dep_ in ("xcomp", "obj")), None)
    if thing is None or not thing.tag_.startswith("NN"):
        return
    if any(t.tag_.startswith(("DT", "VB")) for t in her.doc[her.i + 1 : thing.i]):
        return
    if verb.tag_[:2] == "VB" and her.tag_ in ("PRP", "PRP$") and not any(c.dep_ == "case" for c in thing.children):
        thing.dep_, her.head, her.dep_, her.tag_ = "obj", thing, "nmod:poss", "PRP$"


def _mend_owner(owner: Token) -> None:
    """`conveyed Prime Minister X's thanks`, taken for two objects of the verb: the first owns the second."""
    near = owner.doc[owner.i + 2 : min(owner.i + 6, owner.sent.end)]
    thing = next((t for t in near if t.head == owner.head and t.dep_ == owner.dep_), None)
    if thing is not None and thing.tag_.startswith("NN"):
        owner.head, owner.dep_ = thing, "nmod:poss"


def _mend_telling(verb: Token) -> None:
    """`told reporters that trade would grow`, taken for reporters that trade would grow."""
    told = next((c for c in verb.children if c.dep_ in ("obj", "iobj") and c.i > verb.i), None)
    clause = next((c for c in told.children if c.dep_ == "acl:relcl"), None) if told is not None else None
    if clause is None or any(c.dep_ == "ccomp" for c in verb.children):
        return
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    if that is None or that.dep_ == "nsubj":
        return
    if any(c.dep_.startswith("nsubj") for c in clause.children if c != that):
        clause.head, clause.dep_ = verb, "ccomp"
        that.head, that.dep_, that.tag_ = clause, "mark", "IN"


def _mend_opening_that(that: Token) -> None:
    """`told X that trade would grow`, where `that` was taken for what trade would grow: it opens the clause."""
    if that.dep_ != "nsubj" and any(c.dep_.startswith("nsubj") for c in that.head.children):
        that.dep_, that.tag_ = "mark", "IN"


def _mend_calling(on: Token) -> None:
    """`call on all parties to accept …`, taken for a verb `call on`: the preposition goes with those called on."""
    called = next((c for c in on.head.children if c.dep_ == "obj" and c.i > on.i), None)
    if called is not None and any(t.lower_ == "to" for t in on.doc[called.i : on.sent.end]):
        called.dep_, on.head, on.dep_ = "obl", called, "case"


def _mend_that(participle: Token) -> None:
    """`affirming that under him the nation will …`, taken for `affirming that` before a sentence of its own."""
    verb = participle.head
    if participle.i + 1 >= participle.sent.end or participle.dep_ != "advcl" or verb.i < participle.i:
        return
    that = participle.nbor(1)
    told = any(c.dep_ == "ccomp" for c in participle.children) or not any(c.dep_ == "nsubj" for c in verb.children)
    if that.lower_ != "that" or that.head != participle or told or participle.i == participle.sent.start:
        return
    if verb.dep_ == "ROOT":
        return
    participle.head = verb.head
    verb.head, verb.dep_ = participle, "ccomp"
    that.head, that.dep_ = verb, "mark"


def _mend_behind(participle: Token) -> None:
    """`said President X adding that …`, `…, X said, lauding …`: a participle taken for a part of the name, or for
    what is said."""
    head = participle.head
    if any(c.dep_.startswith(("nsubj", "aux")) for c in participle.children):
        return
    if participle.dep_ == "acl" and head.dep_ == "nsubj" and head.head.lemma_ in _CLOSING and head.i > head.head.i:
        participle.head, participle.dep_ = head.head, "advcl"
    if participle.dep_ == "ccomp" and head.lemma_ in _CLOSING and participle.nbor(-1).text in _BREAKS:
        participle.dep_ = "advcl"


def _mend_adding(participle: Token) -> None:
    """`…, X said, urging Y to …`: the participle behind an attribution goes with who said it."""
    if participle.i - participle.sent.start < 3 or participle.nbor(-1).text not in _BREAKS:
        return
    doc, head = participle.doc, participle.head
    for verb in reversed(doc[participle.sent.start : participle.i]):
        if verb.lemma_ in _CLOSING and verb.dep_ == "parataxis" and verb != head and verb.i > head.i:
            participle.head, participle.dep_ = verb, "advcl"
            return
