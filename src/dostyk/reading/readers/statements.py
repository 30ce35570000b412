"""Statements: who took which stance on what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Detail, Mention
from dostyk.reading.arguments import is_passive
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, narrow, sentence_span
from dostyk.reading.readers.gists import gist, has_occasion
from dostyk.reading.readers.positions import SIDED, positions
from dostyk.reading.readers.speech import of_own_side, saying_over, speakers, speaking, told_by
from dostyk.reading.readers.stances import promises
from dostyk.reading.readers.utterances import no_utterance, status_said

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset(["say", "affirm", "announce", "agree", "promise"])
_EMPTY = frozenset(["that", "this", "it", "what", "which", "so", "him", "her", "them", "visit", "call", "meeting"])


def read_statement(match: Match, context: Context) -> Iterator[Draft]:
    """The positions at a trigger with their speaker; what says nothing is left out."""
    trigger = match.trigger
    if (trigger.dep_ in ("amod", "acl") and trigger.tag_ == "VBN" and is_passive(trigger)) or no_utterance(match):
        return
    saying = saying_over(trigger)
    if match.frame.stance == "affirm" and saying is not None and not told_by(saying, trigger):
        if not _of_others(match, context, saying):
            return  # the verb above carries it
    who, quoted = speaking(match, context)
    if not who:
        return
    for head, stance in positions(match, joint=len({m.party.state for m in who}) > 1):
        if match.frame.id == "say" and head is not None and _deed_of_another(context, head, who):
            continue
        said = gist(trigger, head, of_occasion=has_occasion(match, stance), stance=stance)
        if match.frame.id == "committed-to" and head is not None:
            said = f"commitment to {said}"
        if match.frame.id == "judge" and head is not None:
            said = _as_judged(trigger, head)
        bare = not said and not match.whom and not match.frame.objects
        if bare or (stance == "affirm" and (said.lower() in _EMPTY or " " not in said)):
            continue
        if (
            stance == "affirm"
            and match.frame.id in _TELLING
            and head is not None
            and promises(head)
            and of_own_side(context, head, who)
        ):
            stance = "promise"
        if stance == "affirm" and match.frame.id == "announce":
            stance = "announce"
        if match.frame.id == "hope-for" and stance == "propose" and head is not None and _hoped_of(context, head, who):
            stance = "urge"
        status, stance = status_said(trigger, stance)
        if status == "scheduled" and match.frame.id in SIDED:
            status = "happened"  # `we will stand with X` says where one stands now
        if status:
            yield draft(
                match, who, match.whom, what=f"{stance} {said}".strip(), detail=Detail(stance=stance), status=status,
                flags=(), attributed_to=quoted, span=_span(match, head), head=head,
            )  # fmt: skip


def _of_others(match: Match, context: Context, saying: Token) -> bool:
    """`both leaders reaffirmed the need …, the spokesman added`: words of others that somebody reports."""
    own, outer = {m.key for m in match.who}, {m.key for m in speakers(context, saying)}
    if not outer or own & outer:
        return False
    apart = not {m.party.state for m in match.who} & {m.party.state for m in speakers(context, saying)}
    named = any(m.party.name for m in match.who)
    told = match.frame.id in ("say", "promise") and bool(own) and apart  # `said X had assured him that …`
    return told or (named and match.frame.id in ("affirm", "agree", "reinforce"))


def _deed_of_another(context: Context, head: Token, who: list[Mention]) -> bool:
    """`President X reaffirmed …, the spokesman said`: what somebody else did is told, and read for itself."""
    past = head.tag_ == "VBD" or (head.tag_ == "VBN" and any(c.tag_ == "VBD" for c in head.children))
    doers = speakers(context, head) if past else []
    return any(m.party.kind == PERSON for m in doers) and not {m.key for m in doers} & {m.key for m in who}


def _hoped_of(context: Context, head: Token, who: list[Mention]) -> bool:
    """`hopes that Chile will ratify …`: what is hoped of another side is asked of it."""
    asked_of = {m.party.state for m in speakers(context, head)} - {""}
    own = {m.party.state for m in who}
    return len(own) == 1 and bool(asked_of) and not asked_of & own


def _as_judged(trigger: Token, judgement: Token) -> str:
    """What is judged together with the judgement: `raid in the region unacceptable`."""
    start = trigger.i + 1
    while start < judgement.i and trigger.doc[start].tag_ == "DT":
        start += 1
    end = judgement.head.i if judgement.dep_ == "amod" and judgement.head.i > judgement.i else judgement.i
    return str(trigger.doc[start : end + 1].text)  # `called X an important partner`


def _span(match: Match, head: Token | None) -> tuple[Token, Token]:
    """The sentence where it is short; else the words from the trigger to the end of what is said."""
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(first, last, head if head is not None else match.trigger)
