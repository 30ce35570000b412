"""What a statement says, in a few words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import is_verb
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

TALKED_ABOUT = frozenset(["discuss-need", "talk-about-need"])  # of what is talked about only the need is a view
_OCCASIONED = frozenset(["thanks", "congratulate", "condole", "praise", "condemn"])
_LONGEST = 12  # words of a gist
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
# nouns that say no more than the stance does
_SAME = {
    "condole": frozenset(["condolence", "sympathy", "sorrow", "sadness", "grief"]),
    "concern": frozenset(["concern"]),
    "support": frozenset(["support", "backing"]),
    "thanks": frozenset(["thank", "thanks", "gratitude"]),
    "congratulate": frozenset(["congratulation", "congratulations", "felicitation"]),
    "condemn": frozenset(["condemnation"]),
    "reject": frozenset(["rejection"]),
}
_TOWARDS = {"condole": "with", "support": "for", "thanks": "", "congratulate": ""}
_ABOUT = frozenset("over at for on about regarding of that after following in against".split())
_OCCASION = frozenset(["on", "for", "over", "upon", "at", "about", "after", "following", "regarding"])


def gist(trigger: Token, head: Token | None, of_occasion: bool = False, stance: str = "") -> str:
    """What is said, in at most twelve words of the report; `congratulated X on Y`: the occasion, not the addressee."""
    if head is None:
        if any(c.tag_ == "WDT" for c in trigger.children) and trigger.head.i < trigger.i:
            return wording(next((t for t in reversed(trigger.doc[trigger.sent.start : trigger.left_edge.i])
                                 if t.tag_.startswith("NN") and t.head.i < t.i), trigger.head))  # fmt: skip
        if trigger.dep_ == "acl:relcl" and trigger.head.tag_.startswith("NN"):
            return wording(trigger.head)
        behind = trigger.doc[trigger.i + 1 : trigger.right_edge.i + 1]  # `condemned in the strongest terms those who …`
        return behind[:_LONGEST].text.strip(" ,;.") if len(behind) > 4 and trigger.dep_ == "ROOT" else ""
    finite = any(c.dep_.startswith("nsubj") for c in head.children)
    if finite:
        return wording(head, longest=14, drop=("mark", "punct", "cc")).removeprefix("that ")
    if is_verb(head) and head.tag_ == "VB":
        undone = next((c.lower_ + " " for c in head.children if c.lower_ in ("not", "never") and c.i < head.i), "")
        return undone + action(head, longest=12)
    said = _occasion(trigger, head) if of_occasion else ""
    same = head.lemma_.lower() in _SAME.get(stance, ())  # `offered his condolences to X`: the stance itself
    if same and not said:
        return _behind(head) or _to_whom(trigger, head, stance)
    if head.dep_ == "nsubj:pass" and of_occasion and not same:  # `hope was expressed that …`
        return f"{head.lower_} {said or _behind(head) or _clause_of(trigger)}".strip()
    said = said or wording(head).removeprefix("and ").removeprefix("as well as ")
    return said if " " in said else _in_full(head)


def _behind(head: Token) -> str:
    """What a noun of feeling is about: `over the arrests`, `for the bid`, `that the road will be built`."""
    behind = sorted(
        (c for c in head.children if c.i > head.i and c.dep_ in ("nmod", "acl", "acl:relcl") and _about(c)),
        key=lambda c: int(c.i),
    )
    return f"{_about(behind[0])} {wording(behind[0])}" if behind else ""


def _about(phrase: Token) -> str:
    return next((c.lower_ for c in phrase.children if c.dep_ in ("case", "mark") and c.lower_ in _ABOUT), "")


def _to_whom(trigger: Token, head: Token, stance: str) -> str:
    """`with the king of Morocco`, `for Chile`: the addressee, where nothing else tells what words are about."""
    for child in (*head.children, *trigger.children) if stance in _TOWARDS else ():
        if child.i > head.i and any(c.dep_ == "case" and c.lower_ == "to" for c in child.children):
            return f"{_TOWARDS[stance]} {wording(child)}".strip()
    return ""


def _clause_of(trigger: Token) -> str:
    """`hope was expressed that …`: the clause that hangs on the verb."""
    clause = next((c for c in trigger.children if c.dep_ == "ccomp" and c.i > trigger.i), None)
    return f"that {wording(clause, longest=14, drop=('mark', 'punct', 'cc'))}" if clause is not None else ""


def _in_full(head: Token) -> str:
    """A phrase with all that hangs on it, where its head alone says too little: `the unity and strength of …`."""
    last = head.right_edge.i + 1
    if last == head.i + 1 and head.tag_.startswith("NN"):  # `the need for …`, `the importance X places on …`, cut off
        ends = (t.i for t in head.doc[last : head.sent.end] if t.text in (",", ";", ".") or t.tag_ == "VBD")
        last = next(ends, head.sent.end)
    words = head.doc[head.i : last][:_LONGEST]
    return words.text.strip(' ,;.”"')


def has_occasion(match: Match, stance: str) -> bool:
    """True where words go to somebody for something: `thanked X for Y`, `expressed thanks for Y`."""
    told = bool(match.frame.objects) and not (match.frame.id in TALKED_ABOUT and stance == "affirm")
    return told or (match.frame.stance in _OCCASIONED and bool(match.whom))


def _occasion(trigger: Token, head: Token) -> str:
    """`on its success`, `for sending a team`: why somebody is thanked, congratulated or consoled."""
    if head.dep_ not in ("obj", "iobj", "nsubj:pass"):
        return ""
    for child in (*trigger.children, *head.children):
        words = [c.lower_ for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i]
        if child.ent_type_ in ("DATE", "TIME") or child.lower_ in _DAYS or child.tag_ == "CD":
            continue
        about = words and (words[0] in _OCCASION or (words[0] == "with" and head.dep_ == "nsubj:pass"))
        if child.i > head.i and child.dep_ in ("obl", "nmod", "advcl", "acl") and about:
            said = action(child, longest=12) if is_verb(child) else wording(child, longest=12)
            said = child.text + said[len(child.lemma_) :] if child.tag_ == "VBG" else said
            return f"{words[0]} {said}" if said else ""
    return ""
