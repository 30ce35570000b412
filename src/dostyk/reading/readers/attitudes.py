"""The stance that a verb takes from the words around it: `noted with regret`, `called the raid illegal`, `welcomed the
proposal`, `acknowledged the contribution`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.readers.stances import BLAMING, CREDIT, IMPORTANCE, NEED, stance_of_word

if TYPE_CHECKING:
    from spacy.tokens import Token

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
_LAUDED = frozenset("decisive courageous generous tireless resolute valuable outstanding".split())
_NOTICE = frozenset("acknowledge recognise recognize note highlight underline underscore".split())
_HELP = frozenset("assistance support help aid donation solidarity backing".split())
_RECEPTION = frozenset("reception hospitality welcome assistance help aid invitation".split())
# what is proposed, set up or has come about, which a welcome supports
_BEGUN = frozenset(
    "proposal outcome result announcement opening formation establishment creation launch development".split()
)
_COMPLAINTS = {"complain": "condemn", "protest": "condemn", "lament": "concern"}
_COMING = frozenset("join move enter accede participate entry accession participation interest relation tie".split())
_LOSS = frozenset("victim death loss flood earthquake tragedy fire bushfire disaster bereaved family".split())
_FEELING = stance_of_word(
    {
        "praise": "satisfaction pleasure joy pride admiration",
        "thanks": "appreciation gratitude thank",
        "concern": "concern alarm regret worry dismay",
        "condole": "sorrow sadness grief",
        "condemn": "indignation outrage disgust",
    }
)


def judgement(trigger: Token) -> tuple[Token, str] | None:
    """`called the raid unacceptable`, `described the talks as fruitful`: the word that judges, and its stance."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + _SPAN, trigger.sent.end)]:
        if token.text in (";", ":") or token.lower_ in ("and", "but", "after", "because"):
            return None
        word = token.lemma_.lower()
        stance = "condemn" if word in BLAMING | _FAULTS else "praise" if word in _MERITS else ""
        if stance and token.i > trigger.i + 1:
            return token, stance
    return None


def gives_credit(trigger: Token) -> bool:
    """`acknowledged the valuable contribution …`: the first words behind a verb of notice speak of somebody's merit."""
    if trigger.lemma_ not in _NOTICE:
        return False
    behind = trigger.doc[trigger.i + 1 : min(trigger.i + 6, trigger.sent.end)]
    if any(t.lemma_ in IMPORTANCE or t.lemma_ in NEED for t in behind):
        return False
    return any(t.lemma_.lower() in CREDIT or t.lower_ in _LAUDED for t in behind)


def received(thing: Token) -> bool:
    """`appreciation for the warm reception`: what one was given, for which one gives thanks."""
    behind = thing.doc[thing.i + 1 : min(thing.i + 9, thing.sent.end)]
    return thing.lemma_ == "appreciation" and any(t.lemma_.lower() in _RECEPTION for t in behind)


def complaint(trigger: Token, stance: str) -> str:
    """The stance of a complaint, whatever it tells of; any other stance as it is."""
    return _COMPLAINTS.get(trigger.lemma_, stance) if stance in ("affirm", "promise") else stance


def welcoming(head: Token, trigger: Token) -> str:
    """The stance of a welcome: help is thanked for, a step or closer ties are supported, all else is praised."""
    lemma = head.lemma_.lower()
    if lemma in _HELP:
        return "thanks"
    behind = trigger.doc[trigger.i + 1 : min(trigger.i + 7, trigger.sent.end)]
    steps = any((t.tag_ == "VBG" and t.lemma_ in _COMING) or t.lower_ == "into" for t in behind)
    return "support" if lemma in _COMING | _BEGUN or steps else "praise"


def mourning(head: Token) -> bool:
    """`solidarity with the victims`, `sorrow at the loss`: said of a death or disaster."""
    return any(t.lemma_.lower() in _LOSS for t in head.doc[head.i + 1 : min(head.i + 9, head.sent.end)])


def get_well(wish: Token) -> bool:
    """`wishes for a speedy recovery`: said with condolences."""
    behind = wish.doc[wish.i + 1 : min(wish.i + 6, wish.sent.end)]
    return wish.lemma_.lower() == "wish" and any(t.lower_ == "recovery" for t in behind)


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
