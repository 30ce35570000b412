"""Who stands where around a word: verbs, their subjects where they are shared, passives, what a noun hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.senders import sender

if TYPE_CHECKING:
    from spacy.tokens import Token


_SUBJECTS = ("nsubj", "csubj", "expl")
_GOVERNED = ("obj", "nsubj:pass", "obl", "iobj", "nsubj", "nmod", "xcomp", "conj", "advcl", "appos", "dep")
_CONTROL = frozenset("due set ready able likely eager keen willing poised slated prepared happy glad".split())
_DOCUMENTS = frozenset(["statement", "declaration", "communiqué", "communique"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])  # tags of verbs that carry a clause
_REACTIONS = frozenset("reaction response protest criticism condemnation rebuke outcry objection".split())
_RETINUE = frozenset(["delegation", "entourage", "team", "retinue"])
_RELATIVE = frozenset(["who", "which", "that", "whom"])
OPENINGS = frozenset(["opportunity", "chance", "occasion"])  # nouns that open a way to an act
# verbs whose object is the subject of the infinitive behind it: `invited X to visit`
OBJECT_CONTROL = frozenset(
    """invite ask urge tell instruct order encourage persuade want request task enable""".split()
)


def is_verb(token: Token) -> bool:
    """True for a verb form; participles that modify a noun as adjectives are none."""
    if not token.tag_.startswith("VB") or token.dep_ in ("aux", "aux:pass", "compound"):
        return False
    return token.dep_ != "amod" or token.tag_ == "VBD" or _after_auxiliary(token)


def _after_auxiliary(token: Token) -> bool:
    """True for `had invited` where the parse takes the participle for an adjective."""
    if token.i == token.sent.start:
        return False
    before = token.doc[token.i - 1]
    if before.tag_.startswith("RB") and before.i > token.sent.start:
        before = before.nbor(-1)
    return before.lower_ in ("has", "have", "had") and token.tag_ == "VBN"


def preposition(token: Token) -> str:
    """The preposition of a noun phrase, empty without one; `because of` and the like by their first word."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.lower_ not in ("'s", "’s"):
            return str(child.lower_)
    edge = token.left_edge  # `by Party General Secretary X`, where the preposition hangs on a part of the title
    return str(edge.lower_) if edge.dep_ == "case" and edge.tag_ in ("IN", "TO") else ""


def expand(head: Token) -> Iterator[Token]:
    """A noun phrase's head and everything coordinated with it, save for whom the head brings along."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and not child.tag_.startswith("VB") and not brought_along(child):
            yield from expand(child)


def brought_along(noun: Token) -> bool:
    """`the minister and her delegation`."""
    return noun.lemma_.lower() in _RETINUE and any(c.tag_ == "PRP$" for c in noun.children)


def is_passive(verb: Token) -> bool:
    """True for a passive verb or a past participle that hangs on a noun."""
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or any(c.dep_ == "aux" for c in verb.children):
        return False
    # `Lunde called on …`: a name that heads a whole sentence is the subject of the verb behind it
    return not (verb.head.dep_ == "ROOT" and verb.head.tag_.startswith("NNP") and verb.head.i < verb.i)


def subject(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of a verb's logical subject, looked for where it is shared: coordination, control, relatives."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer")]
    if own:
        own = [c for c in own if not brought_along(c)] or own
        before = [c for c in own if c.i < verb.i]  # of two, as misparsed titles give, the nearer one
        return relative(before[-1] if before else own[0], verb)
    if depth > 5:
        return []
    return _shared_subject(verb, depth)


def relative(noun: Token, verb: Token) -> list[Token]:
    """The noun that a relative pronoun stands for; any other noun is itself."""
    if noun.lower_ not in _RELATIVE:
        return [noun]
    while verb.dep_ in ("xcomp", "ccomp", "conj") and verb.head is not verb:
        verb = verb.head
    if noun.lower_ == "which" and verb.dep_ == "acl:relcl" and (answering := _who_reacts(noun, verb.head)):
        return answering
    named = verb.head.tag_.startswith("NNP") and verb.head.ent_type_ != "PLACE"
    joined_later = any(
        c.dep_ == "conj" and c.i > verb.i for c in verb.head.children
    )  # `X, who stayed, and her deputy Y`
    if noun.lower_ == "who" and (not named or joined_later) and _behind_name(noun):
        return [noun]  # `a dinner for X, President of Y, who is …`: hung on the dinner or on Y, said of X
    return [verb.head] if verb.dep_ == "acl:relcl" else [noun]


def _who_reacts(pronoun: Token, noun: Token) -> list[Token]:
    """`drew a protest from Chile, which expelled …`: of a reaction it is said by whom, and what is told is theirs."""
    if noun.lemma_ not in _REACTIONS or not _behind_name(pronoun):
        return []
    return [c for c in noun.children if c.dep_ == "nmod" and preposition(c) in ("from", "by") and c.i < pronoun.i][-1:]


def _behind_name(pronoun: Token) -> bool:
    before = pronoun.i - 1
    if before > pronoun.sent.start and pronoun.doc[before].text == ",":
        before -= 1
    return before >= pronoun.sent.start and pronoun.doc[before].tag_.startswith("NNP")


def _by_its_sender(verb: Token) -> list[Token]:
    """`received a letter from X, congratulating him`: what hangs on the letter is X's."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl"):
        return []
    over = next((t for t in verb.ancestors if t.lemma_ == "receive" and is_verb(t)), None)
    return [t for t in sender(over) if t.i < verb.i] if over is not None else []


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head is verb:
        return []
    if from_whom := _by_its_sender(verb):
        return from_whom
    helped = any(c.dep_.startswith("aux") for c in (*verb.children, *head.children))
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helped)
    if verb.dep_ == "conj" and past and head.tag_ in ("VBG", "VB") and (outer := _finite_over(head)) is not None:
        return subject(outer, depth + 1)
    if verb.dep_ == "conj" and any(c.dep_ == "cop" for c in head.children):
        return subject(head, depth + 1)  # `X is a friend and will help`
    if verb.dep_ in ("conj", "parataxis") and is_verb(head):
        return _first_person(verb, head) or subject(head, depth + 1)
    if verb.dep_ in ("xcomp", "ccomp"):
        objects = [c for c in head.children if c.dep_ in ("obj", "iobj")]
        if objects and head.lemma_ in OBJECT_CONTROL:
            return [objects[0]]
        if is_passive(head) or is_verb(head) or head.tag_.startswith(("JJ", "NN")):
            return subject(head, depth + 1)
    if verb.dep_ == "csubj" and head.lemma_ in _CONTROL and head.i < verb.i:
        return subject(head, depth + 1)  # `he is due to pay a visit`
    if verb.dep_ == "advcl":
        return subject(head, depth + 1) if is_verb(head) or head.tag_.startswith(("JJ", "NN")) else []
    if verb.dep_ in ("acl", "acl:relcl"):
        if verb.tag_ == "VBG" and head.dep_ == "obj" and head.lemma_ in _DOCUMENTS and is_verb(head.head):
            return subject(head.head, depth + 1)  # `X and Y issued a statement condemning …`
        if verb.tag_ == "VBG" or verb.dep_ == "acl:relcl":
            return [head]
        if verb.tag_ == "VB" and head.lemma_ in OPENINGS and (given := _given(head)):
            return given
        if verb.tag_ == "VB":  # `his decision to visit`, `agreed on measures to raise trade`
            return [c for c in head.children if c.dep_ == "nmod:poss"] or governing_subject(head)
        return [head]
    return []


def _given(chance: Token) -> list[Token]:
    """Who gets an opportunity: `will give me an opportunity to meet Y`."""
    verb = governing_verb(chance)
    if verb is None or verb.lemma_ not in ("give", "provide", "offer", "afford", "allow"):
        return []
    return [c for c in verb.children if c.dep_ in ("iobj", "obj") and c != chance]


def _finite_over(verb: Token) -> Token | None:
    """The finite verb that a gerund hangs on: `stressed the need of building trust and praised …`."""
    for over in verb.ancestors:
        if over.tag_ == "VBD" and is_verb(over):
            return over
    return None


def _first_person(verb: Token, head: Token) -> list[Token]:
    """`I am glad he was not hurt and commend …`: a base form goes not with `he was` but with the `I` further out."""
    finite = any(c.lower_ in ("was", "is", "has", "does") and c.dep_.startswith(("aux", "cop")) for c in head.children)
    if verb.tag_ not in ("VB", "VBP") or head.dep_ != "ccomp" or not (finite or head.tag_ in ("VBZ", "VBD")):
        return []
    if any(c.dep_ == "aux" or c.lower_ == "to" for c in verb.children):
        return []
    outer = [c for c in head.head.children if c.dep_ == "nsubj"]
    return [c for c in outer if c.lower_ in ("i", "we")]


def governing_verb(noun: Token, depth: int = 0) -> Token | None:
    """The verb that a noun hangs on, through coordination and prepositional phrases."""
    head = noun.head
    if head is noun or depth > 4 or noun.dep_ not in _GOVERNED:
        return None
    return head if is_verb(head) else governing_verb(head, depth + 1)


def governing_subject(noun: Token) -> list[Token]:
    """The subject of the verb that a noun hangs on, the noun itself left out."""
    verb = governing_verb(noun)
    return [t for t in subject(verb) if t != noun] if verb is not None else []


def negated(token: Token) -> bool:
    """True where the token itself is negated: `did not meet`, `no meeting`, `never visited`."""
    return any(
        (
            c.lower_ in ("not", "n't", "n’t", "never", "no", "neither", "nor")
            and c.dep_ in ("advmod", "det", "cc:preconj")
        )
        or (c.lower_ == "longer" and c.dep_ == "advmod" and any(g.lower_ == "no" for g in c.children))
        for c in token.children
    )


def clause(trigger: Token) -> tuple[Token, Token]:
    """First and last token of the clause of a trigger: its subtree, other clauses coordinated with it left out."""
    members = [trigger]
    stack = [trigger]
    while stack:
        for child in stack.pop().children:
            other = child.dep_ in ("conj", "parataxis") and is_verb(child)
            if other or (child.dep_ in ("punct", "cc") and child.i > trigger.i):
                continue
            members.append(child)
            stack.append(child)
    inside = sorted(t.i for t in members)
    return trigger.doc[inside[0]], trigger.doc[inside[-1]]
