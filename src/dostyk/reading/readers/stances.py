"""Which stance the words of a position take: what is said decides where the verb of saying leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.readers.wrongs import wrong

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUST = frozenset(["must", "should", "shall"])
_NEED = frozenset(["need", "necessity", "urgency"])
_IMPORTANCE = frozenset(["importance", "significance"])
_WILLING = frozenset(["ready", "willing", "prepared", "determined", "readiness", "willingness", "determination"])


def _stance_of_word(words: dict[str, str]) -> dict[str, str]:
    return {word: stance for stance, listed in words.items() for word in listed.split()}


_FUTURE = frozenset(["will", "would", "'ll", "’ll", "'d"])
# verbs, nouns and adjectives that are a stance of their own when somebody says them
_BY_LEMMA = _stance_of_word(
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
# what is called so is condemned, or praised
_FAULTS = frozenset(
    """
    unacceptable illegal unlawful illegitimate irresponsible absurd shameful disgraceful dangerous cynical hypocritical
    unfair unfounded baseless groundless mistake error sighted shortsighted provocative aggression escalation threat
    unjustifiable unjustified unwarranted inadmissible outrageous reprehensible barbaric hostile condemnable insulting
    regrettable deplorable inhumane cowardly despicable vile abhorrent lie hypocrisy blackmail farce crime genocide
    """.split()
)
_MERITS = frozenset(
    """
    meaningful useful cordial unique rare
    fruitful productive constructive positive friend partner ally landmark important significant pivotal historic
    milestone exceptional outstanding remarkable excellent success successful exemplary
    """.split()
)
_SPAN = 16  # words behind a verb of judging in which the judgement stands
# what is noted or acknowledged to somebody's credit
_CREDIT = frozenset(
    "contribution effort progress advance achievement leadership bravery generosity hospitality".split()
)
_NOTICE = frozenset("acknowledge recognise recognize note highlight underline underscore".split())
_HELP = frozenset("assistance support help aid donation contribution solidarity backing".split())
_COMING = frozenset("join move enter accede participate entry accession participation interest relation tie".split())
_LOSS = frozenset("victim death loss flood earthquake tragedy fire bushfire disaster bereaved family".split())
_TURNING = ("turning", "point")
_BLAMING = frozenset(
    """
    brutal unprovoked heinous violation outrageous unjustified barbaric flagrant provocation wrong reckless
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
    if modal & _MUST:
        return "affirm" if joint and "should" not in modal and lemma != "hold" else "demand"
    if lemma in _NEED:
        return "affirm" if joint else "urge"
    if lemma in _IMPORTANCE:
        return "urge" if not joint and _of_doing(head) else "affirm"
    if lemma in _WILLING or any(c.lemma_ in _WILLING for c in head.children if c.dep_ in ("xcomp", "amod")):
        return "promise"
    if lemma in _CREDIT:
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


def _by_object(head: Token) -> str:
    """`has concerns`, `shares the hope`: a light verb takes the stance of its object."""
    if head.lemma_ not in ("have", "share", "hold", "express", "remain"):
        return ""
    return next((_BY_LEMMA[c.lemma_] for c in head.children if c.dep_ == "obj" and c.lemma_ in _BY_LEMMA), "")


def _negated(stance: str) -> str:
    return {"support": "reject", "propose": "reject", "praise": "reject", "deny": "affirm"}.get(stance, stance)


def _by_colour(head: Token) -> str:
    words = _around(head)
    if words & _BLAMING:
        return "condemn"
    if words & _PRAISING or words.issuperset(_TURNING) or {"turn", "point"} <= words:
        return "praise"
    return "affirm"


def judgement(trigger: Token) -> tuple[Token, str] | None:
    """`called the raid unacceptable`, `described the talks as fruitful`: the word that judges, and its stance."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + _SPAN, trigger.sent.end)]:
        if token.text in (";", ":") or token.lower_ in ("and", "but", "after", "because"):
            return None
        word = token.lemma_.lower()
        stance = "condemn" if word in _BLAMING | _FAULTS else "praise" if word in _MERITS else ""
        if stance and token.i > trigger.i + 1:
            return token, stance
    return None


def _of_doing(noun: Token) -> bool:
    """`the importance of expanding …`."""
    return any(c.tag_ == "VBG" for c in noun.children if c.i > noun.i)


def gives_credit(trigger: Token) -> bool:
    """`acknowledged the valuable contribution …`: the first words behind a verb of notice speak of somebody's merit."""
    if trigger.lemma_ not in _NOTICE:
        return False
    behind = trigger.doc[trigger.i + 1 : min(trigger.i + 6, trigger.sent.end)]
    if any(t.lemma_ in _IMPORTANCE or t.lemma_ in _NEED for t in behind):
        return False
    return any(t.lemma_.lower() in _CREDIT for t in behind)


def welcoming(head: Token, trigger: Token) -> str:
    """The stance of a welcome: help is thanked for, a step or closer ties are supported, all else is praised."""
    lemma = head.lemma_.lower()
    if lemma in _HELP:
        return "thanks"
    behind = trigger.doc[trigger.i + 1 : min(trigger.i + 7, trigger.sent.end)]
    steps = any((t.tag_ == "VBG" and t.lemma_ in _COMING) or t.lower_ == "into" for t in behind)
    return "support" if lemma in _COMING or steps else "praise"


def mourning(head: Token) -> bool:
    """`solidarity with the victims`, `sorrow at the loss`: said of a death or disaster."""
    return any(t.lemma_.lower() in _LOSS for t in head.doc[head.i + 1 : min(head.i + 9, head.sent.end)])


def promises(head: Token) -> bool:
    """True for a clause in the future, as said by somebody of what their own side will do."""
    return bool(_modal(head) & _FUTURE) and not negative(head)


def feeling_with(trigger: Token) -> tuple[str, Token] | None:
    """`noted with satisfaction`: the stance that a phrase with `with` gives a verb, and the word of feeling.

    Followed along the words, as parsers hang such phrases anywhere.
    """
    behind = list(trigger.doc[trigger.i + 1 : min(trigger.i + 6, trigger.sent.end)])
    if not behind or behind[0].lower_ != "with":
        return None
    for token in behind[1:]:
        found = _FEELING.get(token.lemma_.lower(), "")
        if found:
            return found, token
        if not token.tag_.startswith(("JJ", "RB", "NN", "DT", "CC", "PRP$")):
            return None
    return None


_FEELING = _stance_of_word(
    {
        "praise": "satisfaction pleasure joy pride admiration",
        "thanks": "appreciation gratitude thank",
        "concern": "concern alarm regret worry dismay",
        "condole": "sorrow sadness grief",
        "condemn": "indignation outrage disgust",
    }
)


def demands(head: Token) -> bool:
    """True for a clause with `must`, or with `we should`."""
    ours = any(c.dep_ == "nsubj" and c.lower_ == "we" for c in head.children)
    return "must" in _modal(head) or (ours and "should" in _modal(head))
