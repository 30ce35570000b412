"""The syntactic slots of a trigger.

Slots of a verb: `subj`, `obj`, `iobj`, `by`, and one per preposition (`with`, `to`, `in` …). Of a noun: `poss`, `mod`
(adjectives and compounds before it), one per preposition, and through the verb that governs it `gsubj`, `gobj` and
`g:` with a preposition (`held talks with`, `during a meeting with`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import (
    expand,
    governing_subject,
    governing_verb,
    is_passive,
    is_verb,
    preposition,
    relative,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Slots = dict[str, list["Token"]]

_CARRIED_OUT = frozenset("make pay hold give sign send plan schedule".split())  # `visits planned to X and Y`
_NESTED = ("with", "to", "between", "by")
_BEHIND_A_DAY = (*_NESTED, "of", "among")  # `a meeting on Monday of the ministers of A and B`
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# names that go on with `of`: `the Republic of the Congo`
_NAMED_BY_OF = frozenset(
    """republic kingdom state states city province port region island islands union government ministry sultanate
    emirate commonwealth federation duchy university bank council assembly house court department""".split()
)
_BEING = frozenset(["stand", "remain", "stay", "feel"])


def _own_case(verb: Token, noun: Token) -> str:
    """The preposition right before a noun phrase that the parse calls an object: `calling for action`."""
    before = noun.left_edge.i - 1
    if noun.left_edge.tag_ == "IN":
        return str(noun.left_edge.lower_)
    return str(verb.doc[before].lower_) if before > verb.i and verb.doc[before].tag_ == "IN" else ""


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
            _add(slots, "obj", relative(child, verb))
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
            if passive and prep == "by":  # `by X and by Y`
                slots["subj"].extend(slots.pop("by", ()))
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


def _nested(slots: Slots, noun: Token, words: tuple[str, ...] = _NESTED) -> None:
    """Prepositional phrases that a parser hung on the phrase before: `met in Astana with X`."""
    for child in noun.children:
        if child.dep_ == "nmod" and (prep := preposition(child)) in words:
            slots.setdefault(prep, []).extend(expand(child))
        elif child.dep_ == "obj" and not is_verb(noun):  # `received in Hanoi a delegation`
            slots.setdefault("obj", []).extend(expand(child))


def _of_the_doer(slots: Slots, place: Token) -> None:
    """`the arrival in Suva of the Tongan premier`: who arrives, hung on the place."""
    if place.tag_ == "NNP" and place.lower_ not in _NAMED_BY_OF:
        slots.setdefault("of", []).extend(
            t for c in place.children if c.dep_ == "nmod" and preposition(c) == "of" and not _bare(c) for t in expand(c)
        )
    if not slots.get("of"):
        slots.pop("of", None)


def _bare(name: Token) -> bool:
    """`Bay of Bengal`: a name alone."""
    return name.tag_ == "NNP" and not any(c.dep_ in ("amod", "compound", "det", "flat") for c in name.children)


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
            _add(slots, "gsubj", relative(child, noun))
        elif child.dep_ in ("amod", "compound", "nmod:desc"):
            _add(slots, "mod", [child])
        elif child.dep_.startswith(("nmod", "obl")) and (prep := preposition(child)):
            _add(slots, prep, [child])
            _nested(slots, child, _BEHIND_A_DAY if child.lower_ in WEEKDAYS else _NESTED)
            if child.lower_ not in WEEKDAYS:
                _of_the_doer(slots, child)
        elif child.dep_ in ("acl", "acl:relcl") and child.lemma_ in _CARRIED_OUT:
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
