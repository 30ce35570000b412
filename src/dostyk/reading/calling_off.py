"""What calls off or puts off what is planned: verbs, their particles, what is said of a visit, and the new day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_CANCEL = frozenset("cancel scrap abandon scuttle drop axe shelve ditch".split())
_PUT_OFF = frozenset("postpone delay defer reschedule suspend adjourn".split())
_PUT = frozenset([("put", "off"), ("put", "back"), ("push", "back"), ("set", "back"), ("bring", "forward")])
_WAITING = frozenset(["hold", "ice"])  # `was put on hold`
_MOVED = frozenset(["move", "shift", "push", "bring", "change"])
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_A_TIME = re.compile(
    r"(?:\w+ )?(?:back |forward )?(?:by [\w ]{1,20} )?(?:to|until|till|for) (?:the |an? )?"
    r"(?:mid-|early |late |later |new )?"
    r"(?:\d|" + _MONTHS + r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next|this|spring|summer|autumn|winter"
    r"|(?:beginning|end|start|middle|first|second|last) |tomorrow|date|day|week|month|year)"
)  # fmt: skip


def calls_off(verb: Token) -> bool:
    """True for a verb that puts off or cancels what it is said of: `was deferred`, `was called off`, `is off`."""
    particle = verb.lemma_ == "call" and any(c.lower_ == "off" for c in verb.children)
    return verb.lemma_ in _CANCEL or puts_off(verb) or particle or _is_off(verb)


def puts_off(verb: Token) -> bool:
    """True for a verb that leaves a plan for another day: `was put off`, `on hold`, `moved to May`."""
    if verb.lemma_ in _PUT_OFF or any((verb.lemma_, c.lower_) in _PUT for c in verb.children):
        return True
    waits = any(c.lemma_ in _WAITING and any(k.lower_ == "on" for k in c.children) for c in verb.children)
    return (verb.lemma_ in ("put", "place") and waits) or (verb.lemma_ in _MOVED and _to_a_time(verb))


def _is_off(word: Token) -> bool:
    """`the visit is off`."""
    return word.lower_ == "off" and any(c.dep_ == "cop" for c in word.children)


def _to_a_time(verb: Token) -> bool:
    return _A_TIME.match(verb.doc[verb.i + 1 : verb.sent.end].text) is not None
