"""The visit that takes an invitation up, plans for it, or is put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dostyk.followup.invitations import TAKEN_UP as STATE_TAKEN_UP
from dostyk.followup.invitations import invitation_states
from dostyk.followup.matching.sides import acting_states, told_later
from dostyk.followup.steps import PLANNED, PUT_OFF, TAKEN_UP, Step
from dostyk.followup.words import content_words
from dostyk.model import STATE, Entry

_GENERAL_PURPOSE = frozenset(("visit", "come", "attend", "pay", "year", "time", "state", "official", "accepted"))


def invitation_steps(invitation: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """Steps of one invitation: put off, then planned or taken up."""
    (state,) = invitation_states([invitation, *others], today, only=invitation.id)
    for visit in state.put_off:
        yield Step(invitation, PUT_OFF, visit, 0.8, ("a visit of the invited to the inviting side was called off",))
    if state.state == STATE_TAKEN_UP and state.answer:
        yield Step(invitation, TAKEN_UP, state.answer.entry, _score(state.answer.entry), (state.answer.why,))
        return
    planned = next(iter(state.announced), None)
    if planned:
        why = ("a visit of the invited to the inviting side is announced", "no report tells of it as past")
        yield Step(invitation, PLANNED, planned, 0.7, why)
    else:
        yield from _missions(invitation, others)


def _score(visit: Entry) -> float:
    return 0.9 if visit.kind == "visit" else 0.75


def _missions(invitation: Entry, others: Sequence[Entry]) -> Iterator[Step]:
    """A state asked to send a mission later undertakes to send one."""
    invited = {party.state for party in invitation.whom if party.kind == STATE}
    purpose = content_words(invitation.what) - _GENERAL_PURPOSE
    for other in others:
        if other.kind not in ("commitment", "visit") or not told_later(other, invitation):
            continue
        shared = purpose & content_words(other.what)
        going = {party.state for party in other.whom} | set(other.states)
        if invited & acting_states(other) and shared and acting_states(invitation) & going:
            word = sorted(shared)[0]
            yield Step(invitation, PLANNED, other, 0.6, (f"the invited side undertakes a {word} to the inviting one",))
            return
