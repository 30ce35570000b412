"""Acts that words before them say were not done, or not yet: `ruled out sending aid`, `neither A nor B signed`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.reading.arguments import governing_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = r"(?:to|on|of|for|from|in)? ?"
_NOT_DONE = re.compile(
    r"\b(?:rul(?:ed|es|ing) out|stop(?:ped|s|ping) short of|(?:no|any) (?:intention|question|plans?|plan) " + _TO
    + r"|(?:fail(?:ed|s|ing)|forgot|forgets|neglect(?:ed|s)) to|avoid(?:ed|s|ing)|instead of|rather than"
    r"|(?:failure|refusal|inability) to|(?:refrain(?:ed|s)|abstain(?:ed|s)) from|(?:nearly|almost|narrowly))\s*$"
)  # fmt: skip
_NOT_YET = re.compile(
    r"\b(?:(?:unlikely|reluctant|hesitant|unwilling) to|(?:on the (?:verge|brink)|in danger) of|close to|short of"
    r"|yet to|threat(?:ened|ens|ening)? (?:to|of))\s*$"
)
_NONE_OF = frozenset("neither none nobody".split())
_REACH = 6  # words before an act


def undone(trigger: Token) -> str:
    """`denied` for what was not done, `proposed` for what may come, empty where nothing before the act speaks of it.

    A noun takes what is said of its verb: `stopped short of imposing sanctions`.
    """
    verb = trigger if is_verb(trigger) else governing_verb(trigger)
    if verb is None or (verb is not trigger and trigger.dep_ not in ("obj", "nsubj:pass", "obl")):
        return _before(trigger)
    if any(t.lower_ in _NONE_OF for c in verb.children if c.dep_.startswith("nsubj") for t in c.subtree):
        return "denied"
    return _before(verb) or (_before(trigger) if verb is not trigger else "")


def _before(token: Token) -> str:
    first = min(
        [token.i, *(c.i for c in token.children if c.dep_ in ("mark", "det") and c.lower_ in ("a", "an", "the"))]
    )
    words = [t.lower_ for t in token.doc[max(token.sent.start, first - _REACH) : first]]
    said = " ".join(words)
    return "denied" if _NOT_DONE.search(said) else "proposed" if _NOT_YET.search(said) else ""
