"""Plans told of in the past: what was to be, and whether anything came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.status import chain
from dostyk.reading.tense import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAST_PLANS = frozenset("was were going due planned scheduled expected set supposed slated meant".split())


def past_plan(trigger: Token) -> bool:
    """`was to stay`, `was going to meet`, `would have gone`, `was to have met`: a plan told of in the past."""
    for token in chain(trigger):
        aux = auxiliaries(token)
        was_to = token.tag_.startswith("VB") and aux & {"was", "were"} and any(c.lower_ == "to" for c in token.children)
        if was_to or ("have" in aux and "would" in aux):
            return True
        head = token.head
        if token.tag_ == "VB" and token.dep_ in ("xcomp", "advcl", "csubj") and head.lower_ in _PAST_PLANS:
            past = head.lower_ in ("was", "were") or bool(auxiliaries(head) & {"was", "were", "had"})
            if past:
                return True
    return False


def given_up(trigger: Token) -> bool:
    """`was to have met`, `would have gone`, `was due to visit X but stayed`: a plan of which nothing came."""
    if any("have" in auxiliaries(t) and (auxiliaries(t) & {"would", "was", "were"}) for t in chain(trigger)):
        return True
    behind = trigger.doc[trigger.i + 1 : trigger.sent.end]
    return past_plan(trigger) and any(t.lower_ == "but" and t.dep_ == "cc" for t in behind)
