"""Messages, invitations, honours and exchanges: what one side does to please or move another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.model import Detail, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, draft, first_wording

_AWARD = re.compile(
    r"(?:[\"“'‘][\w\s-]{2,30}[\"”'’]\s+)?(?:[A-Z][\w’'-]+\s+){0,4}"
    r"(?:Order|Medal|Grand\s+C\w+|Collar|Star|Cross|Knight\w*|Nishan|Prize|Award)"
    r"(?:\s+(?:of|for|the|de|la|du|and|in|[A-Z1-9IVX][\w’'-]*|(?:first|second|third)[\s-](?:class|degree)))*"
)
_DEGREE = re.compile(r"\bhonorary\s+(?:\w+\s+){0,3}?(?:doctorate|degree|professor\w*|citizen\w*|\w+)", re.I)


def read_message(match: Match, context: Context) -> Iterator[Draft]:
    """A message from one side to another."""
    if match.who and match.whom:
        what = first_wording(match, "obj", "on", "for") or match.trigger.lemma_
        yield draft(match, match.who[:2], match.whom[:2], what=what)


def read_cooperation(match: Match, context: Context) -> Iterator[Draft]:
    """A joint exercise, exchange or delivery."""
    if len(match.who) >= 2:
        yield draft(match, unique(match.who), what=first_wording(match, "obj"))


def read_invitation(match: Match, context: Context) -> Iterator[Draft]:
    """An invitation: inviter, invitee, what for, who conveyed it, whether it was accepted."""
    who, whom = match.who[:1], match.whom[:2]
    if not who or not whom or {m.key for m in who} & {m.key for m in whom}:
        return
    accepted = "accepted" if _accepted(match) else ""
    carrier = _carrier(match, context, who, whom)
    what = _invited_to(match) or "to visit"
    found = draft(
        match, who, whom, what=f"{what} (accepted)" if accepted else what,
        detail=Detail(accepted=accepted, conveyed_by=carrier.key if carrier else ""), status="happened",
    )  # fmt: skip
    yield found


def _accepted(match: Match) -> bool:
    if match.trigger.lemma_ == "accept":
        return True
    at = any(c.dep_ == "case" and c.lower_ in ("at", "upon", "on") for c in match.trigger.children)
    return at or any(t.lemma_ == "accept" for t in match.sentence.span)


def _invited_to(match: Match) -> str:
    for child in match.trigger.children:
        if child.dep_ in ("xcomp", "acl", "advcl", "ccomp") and child.tag_ == "VB":
            return f"to {action(child)}"
    return first_wording(match, "for")


def _carrier(match: Match, context: Context, who: list[Mention], whom: list[Mention]) -> Mention | None:
    taken = {m.key for m in (*who, *whom)}
    if is_verb(match.trigger):
        return None
    subject = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    return next((m for m in subject if m.key not in taken), None)


def read_honour(match: Match, context: Context) -> Iterator[Draft]:
    """An award with giver and receiver; the giver may be left to the report."""
    award = award_name(match.sentence.text)
    receivers = [m for m in match.whom if m.party.name or not match.who]
    givers = match.who
    if match.trigger.lemma_ == "receive":
        receivers, givers = [m for t in match.slots.get("subj", ()) for m in context.resolve(t)], [
            m for name in ("from", "by") for t in match.slots.get(name, ()) for m in context.resolve(t)
        ]  # fmt: skip
    if not award or not receivers:
        return
    if not givers:
        state = next((c for c in context.reference.leading_states(3) if c != receivers[0].party.state), "")
        if not state:
            return
        givers = [context.mention(Party(state), match.trigger)]
    givers = [m for m in givers if m.key not in {r.key for r in receivers}]
    if givers:
        yield draft(match, givers[:1], receivers[:2], what=award, detail=Detail(award=award))


def award_name(text: str) -> str:
    """The name of an order, medal or honorary degree in a sentence, empty where there is none."""
    for pattern in (_AWARD, _DEGREE):
        found = pattern.search(text)
        if found:
            return " ".join(found.group().split()).strip()
    return ""
