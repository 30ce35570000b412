"""Statements: who took which stance on what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail, Mention
from dostyk.reading.arguments import is_verb, negated
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match, lemma_of
from dostyk.reading.readers.base import action, draft, narrow, sentence_span, wording
from dostyk.reading.readers.speech import complements, saying_over, speakers
from dostyk.reading.readers.stances import feeling_with, promises, stance_of_content

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_EACH = frozenset(["urge", "demand", "propose"])  # stances of which each thing asked for is a statement of its own
_FUTURE = frozenset(["will", "shall", "'ll", "’ll"])
_EMPTY = frozenset(["that", "this", "it", "what", "which", "so", "him", "her", "them", "visit", "call", "meeting"])
CARRYING = frozenset(["say", "affirm", "announce", "agree-that", "agree-on"])


def positions(match: Match, joint: bool) -> Iterator[tuple[Token | None, str]]:
    """(head of what is said, stance) of each position at a trigger."""
    frame, trigger = match.frame, match.trigger
    if frame.objects:
        for token in match.slots.get("obj", ()):
            stance = frame.objects.get(lemma_of(token), "")
            if stance:
                yield token, stance
        return
    said = complements(trigger)
    if frame.stance in _ONE_EACH:
        yield from ((head, frame.stance) for head in _asked(trigger, said))
        return
    if frame.stance != "affirm":
        yield (said[0] if said else None), frame.stance
        return
    felt = feeling_with(trigger)
    for head in said:
        yield head, felt or stance_of_content(head, joint)


def _asked(trigger: Token, said: list[Token]) -> list[Token | None]:
    """Each action asked for, `urged X to do A and to do B`; else what the verb governs."""
    heads = [
        c
        for c in trigger.children
        if c.dep_ in ("xcomp", "ccomp", "acl", "advcl") and c.tag_ == "VB" and c.i > trigger.i
    ]
    if not heads:
        heads = [g for c in trigger.children if c.dep_ in ("obj", "obl") for g in c.children
                 if g.dep_ in ("acl", "xcomp") and g.tag_ == "VB"]  # fmt: skip
    if heads:
        return [heads[0], *(c for c in heads[0].children if c.dep_ == "conj" and c.tag_ == "VB")]
    return list(said[:1]) or [None]


def gist(trigger: Token, head: Token | None) -> str:
    """What is said, in at most twelve words of the report."""
    if head is None:
        relative = trigger.dep_ == "acl:relcl" and trigger.head.tag_.startswith("NN")
        return wording(trigger.head) if relative else ""
    return action(head, longest=12) if is_verb(head) and head.tag_ == "VB" else wording(head)


def _speaking(match: Match, context: Context) -> tuple[list[Mention], Mention | None]:
    """(who takes the position, who is quoted as saying so): one's own words reported by oneself are one's own."""
    saying = saying_over(match.trigger)
    if saying is None or saying == match.trigger:
        return match.who, None
    outer = speakers(context, saying)
    if not outer:
        return match.who, None
    states = {m.party.state for m in match.who}
    if not match.who or states & {m.party.state for m in outer}:
        return outer, None
    return match.who, outer[0]


def read_statement(match: Match, context: Context) -> Iterator[Draft]:
    """The positions at a trigger with their speaker; what says nothing is left out."""
    trigger = match.trigger
    if trigger.dep_ in ("amod", "acl") and trigger.tag_ == "VBN":
        return
    if match.frame.stance == "affirm" and saying_over(trigger) is not None:
        return  # the verb above carries it
    who, quoted = _speaking(match, context)
    if not who:
        return
    for head, stance in positions(match, joint=len({m.party.state for m in who}) > 1):
        said = gist(trigger, head)
        if (not said and not match.whom) or (stance == "affirm" and (said.lower() in _EMPTY or " " not in said)):
            continue
        if stance == "affirm" and head is not None and promises(head) and _own(context, head, who):
            stance = "promise"
        status, stance = _status(trigger, stance)
        if status:
            yield draft(
                match, who, match.whom, what=f"{stance} {said}".strip(), detail=Detail(stance=stance), status=status,
                flags=(), attributed_to=quoted, span=_span(match, head),
            )  # fmt: skip


def _own(context: Context, head: Token, who: list[Mention]) -> bool:
    """True where the clause speaks of what the speaker's own side will do."""
    doers = speakers(context, head)
    return bool(doers) and {m.party.state for m in doers} <= {m.party.state for m in who}


def _status(trigger: Token, stance: str) -> tuple[str, str]:
    """(status, stance) of an utterance; an empty status where the words say that it was not made."""
    if negated(trigger):
        return ("happened", "reject") if stance in ("support", "praise") else ("", stance)
    bearer: Token = trigger
    while bearer.dep_ == "conj" and bearer.tag_ == "VB" and not any(c.dep_ == "aux" for c in bearer.children):
        bearer = bearer.head
    will = any(c.lower_ in _FUTURE and c.dep_ == "aux" for c in bearer.children)
    return ("scheduled" if will else "happened"), stance


def _span(match: Match, head: Token | None) -> tuple[Token, Token]:
    """The sentence where it is short; else the words from the trigger to the end of what is said."""
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(first, last, head if head is not None else match.trigger)
