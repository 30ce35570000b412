"""Who stands where around a trigger: the syntactic slots of a verb or noun, shared subjects and passives mended.

Slots of a verb: `subj`, `obj`, `iobj`, `by`, and one per preposition (`with`, `to`, `in` …). Of a noun: `poss`, `mod`
(adjectives and compounds before it), one per preposition, and through the verb that governs it `gsubj`, `gobj` and
`g:` with a preposition (`held talks with`, `during a meeting with`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Slots = dict[str, list["Token"]]

_SUBJECTS = ("nsubj", "csubj", "expl")
_GOVERNED = ("obj", "nsubj:pass", "obl", "iobj", "nsubj", "nmod", "xcomp", "conj", "advcl", "appos", "dep")
_CONTROL = frozenset("due set ready able likely eager keen willing poised slated prepared happy glad".split())
_BEING = frozenset(["stand", "remain", "stay", "feel"])
_RELATIVE = frozenset(["who", "which", "that", "whom"])
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


def _own_case(verb: Token, noun: Token) -> str:
    """The preposition right before a noun phrase that the parse calls an object: `calling for action`."""
    before = noun.left_edge.i - 1
    if noun.left_edge.tag_ == "IN":
        return str(noun.left_edge.lower_)
    return str(verb.doc[before].lower_) if before > verb.i and verb.doc[before].tag_ == "IN" else ""


def expand(head: Token) -> Iterator[Token]:
    """A noun phrase's head and everything coordinated with it."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and not child.tag_.startswith("VB"):
            yield from expand(child)


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
        before = [c for c in own if c.i < verb.i]  # of two, as misparsed titles give, the nearer one
        return _relative(before[-1] if before else own[0], verb)
    if depth > 5:
        return []
    return _shared_subject(verb, depth)


def _relative(noun: Token, verb: Token) -> list[Token]:
    if noun.lower_ not in _RELATIVE:
        return [noun]
    while verb.dep_ in ("xcomp", "ccomp", "conj") and verb.head is not verb:
        verb = verb.head
    named = verb.head.tag_.startswith("NNP") and verb.head.ent_type_ != "PLACE"
    if noun.lower_ == "who" and not named and _behind_name(noun):
        return [noun]  # `a dinner for X, President of Y, who is …`: hung on the dinner or on Y, said of X
    return [verb.head] if verb.dep_ == "acl:relcl" else [noun]


def _behind_name(pronoun: Token) -> bool:
    before = pronoun.i - 1
    if before > pronoun.sent.start and pronoun.doc[before].text == ",":
        before -= 1
    return before >= pronoun.sent.start and pronoun.doc[before].tag_.startswith("NNP")


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head is verb:
        return []
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and head.tag_ == "VBG" and (outer := _finite_over(head)) is not None:
        return subject(outer, depth + 1)
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
        if verb.tag_ == "VBG" or verb.dep_ == "acl:relcl":
            return [head]
        if verb.tag_ == "VB":  # `his decision to visit`, `agreed on measures to raise trade`
            return [c for c in head.children if c.dep_ == "nmod:poss"] or governing_subject(head)
        return [head]
    return []


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


def _add(slots: Slots, name: str, tokens: list[Token]) -> None:
    slots.setdefault(name, []).extend(t for head in tokens for t in expand(head))


def verb_slots(verb: Token) -> Slots:
    """The slots of a verb."""
    slots: Slots = {}
    passive = is_passive(verb)
    _add(slots, "obj" if passive else "subj", subject(verb))
    for child in verb.children:
        if child.dep_ == "obj" and child.tag_ == "CD":  # `met December 14 with X`
            _nested(slots, child)
        elif child.dep_ == "obj" and (prep := _own_case(verb, child)):  # `calling for action`, taken for an object
            _add(slots, prep, [child])
        elif child.dep_ == "obj":
            _add(slots, "obj", _relative(child, verb))
        elif child.dep_ == "conj" and _joined_object(verb, child):
            _add(slots, "obj", [child])
        elif child.dep_ == "obl" and _as_well(child):
            _add(slots, "obj", [child])
        elif child.dep_ == "iobj":
            _add(slots, "iobj", [child])
            _nested(slots, child, ("of",))
        elif child.dep_ == "obl:unmarked" and child.lemma_.lower() in ("delegation", "leader", "minister", "president"):
            _add(slots, "obj", [child])
        elif child.dep_.startswith("obl") and (prep := preposition(child)):
            _add(slots, "subj" if passive and prep == "by" else prep, [child])
            _nested(slots, child)
        elif child.dep_ == "advmod" and child.lower_ == "here":
            slots["here"] = [child]
    if verb.dep_ == "acl" and passive and "subj" not in slots:
        _add(slots, "subj", [t for t in governing_subject(verb.head) if t.dep_.startswith("nsubj")])
    if slots.get("iobj") and not slots.get("obj"):
        slots["obj"] = slots["iobj"]
    return {name: tokens for name, tokens in slots.items() if tokens}


def _joined_object(verb: Token, noun: Token) -> bool:
    """`extend the Government's and my condolences`: a further object that a parser joined to the verb."""
    clause = any(c.dep_.startswith("nsubj") or c.dep_ == "cop" for c in noun.children)
    return noun.tag_ in ("NN", "NNS") and not clause and any(c.dep_ == "obj" for c in verb.children)


def _as_well(phrase: Token) -> bool:
    """`discussed X, as well as Y`: a further object that a parser took for a phrase of its own."""
    return any(c.dep_ == "cc" for c in phrase.children) and not any(c.dep_ == "case" for c in phrase.children)


def _nested(slots: Slots, noun: Token, words: tuple[str, ...] = ("with", "to", "between", "by")) -> None:
    """Prepositional phrases that a parser hung on the phrase before: `met in Astana with X`."""
    for child in noun.children:
        if child.dep_ == "nmod" and (prep := preposition(child)) in words:
            slots.setdefault(prep, []).extend(expand(child))
        elif child.dep_ == "obj" and not is_verb(noun):  # `received in Hanoi a delegation`
            slots.setdefault("obj", []).extend(expand(child))


def _owner(noun: Token) -> Token | None:
    """The name that a phrase is put beside: `President X, then on the last day of a visit`."""
    token = noun
    for _ in range(3):
        if token.dep_ not in ("nmod", "appos", "obl") or token.head is token:
            return None
        apposed = token.dep_ == "appos"
        token = token.head
        if apposed and token.tag_ == "NNP":
            return token
    return None


def noun_slots(noun: Token) -> Slots:
    """The slots of a noun, with those of the verb that governs it."""
    slots: Slots = {}
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            _add(slots, "poss", [child])
        elif child.dep_ == "nsubj":  # `who is on a visit`
            _add(slots, "gsubj", _relative(child, noun))
        elif child.dep_ in ("amod", "compound", "nmod:desc"):
            _add(slots, "mod", [child])
        elif child.dep_.startswith(("nmod", "obl")) and (prep := preposition(child)):
            _add(slots, prep, [child])
            _nested(slots, child)
        elif child.dep_ in ("acl", "acl:relcl") and child.lemma_ in ("make", "pay", "hold", "give", "sign", "send"):
            for name, tokens in verb_slots(child).items():
                slots.setdefault("subj" if name == "subj" else name, []).extend(tokens)
    if owner := _owner(noun):
        slots["owner"] = [owner]
    verb = governing_verb(noun)
    if verb is not None:
        described = verb.head if verb.dep_ == "acl:relcl" else None  # `X, who is paying a visit`
        for name, tokens in verb_slots(verb).items():
            others = [t for t in tokens if t != noun and (t == described or noun not in t.subtree)]
            if others:
                slots.setdefault({"subj": "gsubj", "obj": "gobj"}.get(name, f"g:{name}"), others)
    return slots


def slots_of(trigger: Token) -> Slots:
    """The slots of a trigger, verb or noun; an adjective that is said of somebody has those of a verb."""
    said_of = trigger.tag_.startswith("JJ") and any(c.dep_ in ("nsubj", "nsubj:pass", "cop") for c in trigger.children)
    if trigger.tag_.startswith("JJ") and trigger.dep_ == "xcomp" and trigger.head.lemma_ in _BEING:
        return verb_slots(trigger.head)  # `stands ready to …`
    return verb_slots(trigger) if said_of or is_verb(trigger) else noun_slots(trigger)


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
