"""Who speaks where a clause names no speaker: the parties of a joint document, those whose talks a passive tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import Mention
from dostyk.reading.arguments import is_passive
from dostyk.reading.context import Context
from dostyk.reading.match import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_BARE = ("VB", "VBP", "VBG", "VBN")


def implied(match: Match, context: Context) -> list[Mention]:
    """Whom a clause without a speaker means."""
    return _of_the_document(match.trigger, context) or _of_the_talks(match.trigger, context)


def _of_the_document(trigger: Token, context: Context) -> list[Mention]:
    """`Recognizing the need to …;`, `3. Reiterate their support for …`: clauses of a joint document begin with what
    its parties do."""
    joint = context.reference.joint
    if len(joint) < 2 or trigger.tag_ not in _BARE or not _opens(trigger):
        return []
    return [context.mention(party, trigger) for party in joint]


def _opens(trigger: Token) -> bool:
    """True for the first word of a sentence or of a clause behind a semicolon, a number aside, or joined to one."""
    if any(c.dep_.startswith("nsubj") for c in trigger.children):
        return False
    before = trigger.doc[trigger.sent.start : trigger.i]
    if not any(t.is_alpha for t in before) or before[-1].text in (";", ":"):
        return True
    joined = trigger.dep_ in ("conj", "advcl") and trigger.head is not trigger and trigger.head.tag_ in _BARE
    return joined and _opens(trigger.head)


def _of_the_talks(trigger: Token, context: Context) -> list[Mention]:
    """`satisfaction was expressed with the level of ties`: both sides of the talks that were told of before."""
    if trigger.tag_ != "VBN" or not is_passive(trigger) or trigger.dep_ in ("acl", "acl:relcl", "amod", "advcl"):
        return []
    if any(c.dep_ == "obl:agent" for c in trigger.children):
        return []
    met = context.reference.met_before(trigger)
    return [context.mention(p.party, trigger) for p in met[-1].everyone] if met else []
