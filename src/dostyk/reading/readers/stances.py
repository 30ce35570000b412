"""Which stance the words of a position take: what is said decides where the verb of saying leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.readers.wrongs import wrong

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUST = frozenset(["must", "should", "shall"])
NEED = frozenset(["need", "necessity", "urgency"])
IMPORTANCE = frozenset(["importance", "significance"])
_WILLING = frozenset(["ready", "willing", "prepared", "determined", "readiness", "willingness", "determination"])


def stance_of_word(words: dict[str, str]) -> dict[str, str]:
    return {word: stance for stance, listed in words.items() for word in listed.split()}


_FUTURE = frozenset(["will", "would", "'ll", "’ll", "'d"])
# verbs, nouns and adjectives that are a stance of their own when somebody says them
_BY_LEMMA = stance_of_word(
    {
        "praise": "welcome praise commend applaud hail appreciate appreciation admire salute happy delighted proud",
        "thanks": "thank grateful gratitude thankful",
        "support": "support back endorse favour favor solidarity backing",
        "reject": "reject oppose object refuse opposition opposed rejection",
        "condemn": "condemn deplore denounce unacceptable illegal condemnation blame accuse",
        "concern": "concern concerned worried worry alarm alarmed fear regret disappointed dismayed troubled",
        "deny": "deny denial baseless untrue false groundless",
        "propose": "hope wish want propose suggest seek like invite",
        "urge": "urge call appeal request encourage ask",
        "demand": "demand expect insist require",
        "warn": "warn caution",
        "congratulate": "congratulate congratulation",
        "condole": "condolence sympathy",
        "promise": "assurance promise pledge undertake vow",
    }
)
_PRAISING = frozenset(
    """
    historic milestone exceptional outstanding valuable invaluable remarkable impressive excellent sound highly
    success achievement successful admirable exemplary tremendous unique credit courage leadership
    """.split()
)
# what is noted or acknowledged to somebody's credit
CREDIT = frozenset("contribution effort progress advance achievement leadership bravery generosity hospitality".split())
# `the importance of deepening our ties`: what is common to both is affirmed rather than asked for
_FURTHERING = frozenset("continue expand deepen strengthen develop maintain enhance further consolidate".split())
_COMMON = frozenset("cooperation co-operation partnership relation relationship tie friendship bond link".split())
_GRANTING = frozenset("accept recognise recognize tolerate allow permit agree bow yield".split())
_RISKS = frozenset("implication risk danger threat".split())
_TURNING = ("turning", "point")
BLAMING = frozenset(
    """
    brutal unprovoked heinous violation outrageous unjustified barbaric flagrant provocation wrong reckless
    contradiction contravention unlawful unjust
    """.split()
)


def _modal(head: Token) -> set[str]:
    return {c.lower_ for c in head.children if c.dep_ in ("aux", "aux:pass")}


def negative(head: Token) -> bool:
    """True where a clause is negated."""
    return any(c.lower_ in ("not", "n't", "n’t", "never", "no") for c in head.children)


def _around(head: Token) -> set[str]:
    """Lemmas of a head's own phrase, subordinate clauses left aside."""
    words = {head.lemma_.lower()}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in ("acl:relcl", "advcl", "parataxis", "ccomp", "nsubj"):
                continue
            words.add(child.lemma_.lower())
            stack.append(child)
    return words


def stance_of_content(head: Token, joint: bool = False) -> str:
    """The stance of what is said, from its head; `joint`: several sides say it, who affirm a need rather than urge.

    `affirm` where nothing in it shows another.
    """
    lemma = head.lemma_.lower()
    modal = _modal(head)
    if particular := _particular(head, modal):
        return particular
    if modal & _MUST:
        return "affirm" if joint and "should" not in modal and lemma != "hold" else "demand"
    if lemma in NEED:
        return "affirm" if joint and not _of_another(head) else "urge"
    if lemma in IMPORTANCE:
        return "urge" if not joint and _of_doing(head) else "affirm"
    if (
        lemma in _WILLING
        or head.lower_ in _WILLING
        or any(c.lemma_ in _WILLING for c in head.children if c.dep_ in ("xcomp", "amod"))
    ):
        return "promise"
    if lemma in CREDIT:
        return "praise"
    if lemma == "expect" and any(c.dep_ == "ccomp" for c in head.children):
        return "affirm"  # a forecast
    own = "" if any(c.dep_ == "aux:pass" for c in head.children) else _BY_LEMMA.get(lemma, "") or _by_object(head)
    if own:
        return _negated(own) if negative(head) else own
    if blamed := wrong(head):
        return blamed
    if modal & _FUTURE and any(c.lemma_ in ("like", "wish", "want", "prefer") for c in (head,)):
        return "propose"
    return _by_colour(head)


def _particular(head: Token, modal: set[str]) -> str:
    """What whole turns of phrase say: `reserves the right to …`, `nothing justifies …`, `would be desirable`."""
    lemma = head.lemma_.lower()
    objects = {c.lemma_ for c in head.children if c.dep_ == "obj"}
    subjects = {c.lemma_.lower() for c in head.children if c.dep_.startswith("nsubj")}
    if (lemma == "reserve" and "right" in objects) or (modal & _FUTURE and lemma == "have" and "concern" in objects):
        return "warn"
    if lemma in ("justify", "excuse", "warrant") and "nothing" in subjects:
        return "reject"
    if lemma == "desirable" and modal:
        return "propose"
    if (lemma == "bear" and "fruit" in objects) or lemma in ("delight", "please"):
        return "praise"
    if lemma in _GRANTING and negative(head):
        return "reject"  # `will never accept …`
    there = any(c.dep_ == "expl" for c in head.children)
    return "concern" if there and subjects & _RISKS and not negative(head) else ""


def _by_object(head: Token) -> str:
    """`has concerns`, `shares the hope`: a light verb takes the stance of its object."""
    if head.lemma_ not in ("have", "share", "hold", "express", "remain"):
        return ""
    return next((_BY_LEMMA[c.lemma_] for c in head.children if c.dep_ == "obj" and c.lemma_ in _BY_LEMMA), "")


def _negated(stance: str) -> str:
    return {"support": "reject", "propose": "reject", "praise": "reject", "deny": "affirm"}.get(stance, stance)


def _by_colour(head: Token) -> str:
    words = _around(head)
    if words & BLAMING:
        return "condemn"
    if words & _PRAISING or words.issuperset(_TURNING) or {"turn", "point"} <= words:
        return "praise"
    return "affirm"


def _of_doing(noun: Token) -> bool:
    """`the importance of reforming …`, `the importance of Israel taking steps`; ties are furthered together."""
    doing = next((c for c in noun.children if c.i > noun.i and c.tag_ == "VBG"), None)
    if doing is None or doing.lemma_ not in _FURTHERING:
        return doing is not None
    behind = doing.doc[doing.i + 1 : min(doing.i + 8, doing.sent.end)]
    return not any(t.lemma_.lower() in _COMMON for t in behind)


def _of_another(need: Token) -> bool:
    """`the need for Chile to ratify …`: for somebody named, who is to do it."""
    behind = list(need.doc[need.i + 1 : min(need.i + 6, need.sent.end)])
    ends = [t.i for t in behind if t.lower_ == "to"]
    return bool(ends) and behind[0].lower_ == "for" and any(t.tag_ in ("NNP", "NNS") for t in behind if t.i < ends[0])


def promises(head: Token) -> bool:
    """True for a clause in the future, as said by somebody of what their own side will do."""
    return bool(_modal(head) & _FUTURE) and not negative(head)


def demands(head: Token) -> bool:
    """True for a clause with `must`, or with `we should`."""
    ours = any(c.dep_ == "nsubj" and c.lower_ == "we" for c in head.children)
    return "must" in _modal(head) or (ours and "should" in _modal(head))
