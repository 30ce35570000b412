"""What a clause says of the deeds of others: that they are wrong or a threat, that nobody has a right to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

WRONGS = frozenset(
    """violate breach trample flout undermine perpetrate threaten destabilise destabilize invade annex repress detain
    persecute imprison shutter subject torture attack murder""".split()
)
_WRONGED = WRONGS | frozenset(
    """interfere meddle contravene infringe smear slander vilify distort fabricate provoke inflame fan bully coerce
    jeopardise jeopardize politicise politicize sabotage disrespect ignore fail""".split()
)
_WRONG = frozenset(
    """inadmissible unwarranted unjustifiable wrongful wrong unfair unilateral hostile unfriendly hegemonic malicious
    violation interference infringement breach contravention affront bullying hegemony""".split()
)
_RIGHT = frozenset("right basis foundation ground mandate legitimacy justification authority validity place".split())
_REFUSED = frozenset("recognise recognize accept agree tolerate allow acknowledge bow yield".split())
_UNTENABLE = frozenset(["untenable", "unfounded", "unreal", "unconvincing"])
_NEGATIVE = frozenset(["no", "not", "n't", "n’t", "never", "neither", "nor"])


def wrong(head: Token) -> str:
    """The stance of a clause that says another does wrong, empty where it says no such thing."""
    lemma = head.lemma_.lower()
    negative = any(c.lower_ in _NEGATIVE for c in head.children)
    objects = [c for c in head.children if c.dep_ == "obj"]
    if lemma == "have" and any(o.lemma_ in _RIGHT and _without(o) for o in objects):
        return "reject"
    if lemma in _UNTENABLE or (lemma in ("look", "seem", "appear") and _UNTENABLE & {c.lower_ for c in head.children}):
        return "reject"
    if lemma == "affair" and any(c.lemma_ in ("internal", "domestic") for c in head.children):
        return "reject"
    if negative:
        return "reject" if lemma in _REFUSED else ""
    if lemma == "pose" and any(o.lemma_ in ("threat", "danger", "risk") for o in objects):
        return "warn"
    first = any(c.dep_ == "nsubj" and c.lower_ in ("we", "i") for c in head.children)
    passive = any(c.dep_ == "aux:pass" for c in head.children)
    if first or passive:
        return ""
    predicate = any(c.dep_ == "cop" for c in head.children)
    if (predicate and (lemma in _WRONG or _coloured(head))) or (lemma in _WRONGED and head.tag_.startswith("VB")):
        return "condemn"
    return ""


def _without(noun: Token) -> bool:
    return any(c.lower_ in _NEGATIVE for c in noun.children)


def _coloured(noun: Token) -> bool:
    """`are examples of illegal sanctions`: the adjectives of what something is called."""
    return any(t.lemma_.lower() in _WRONG or t.lemma_.lower() == "illegal" for t in noun.subtree if t.dep_ == "amod")
