"""Which invitations are open, planned for, or taken up by a later visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import Answer, chronological, first_told, reports_of, took_place
from dostyk.followup.lifecycle import Verdicts
from dostyk.linking.terms import due_of_entry
from dostyk.model import PERSON, Entry, Party

OPEN, PLANNED, TAKEN_UP, PAST, WITHDRAWN = "open", "planned", "taken up", "time past", "withdrawn"
_ANSWERING = ("visit", "gathering", "meeting")


@dataclass(frozen=True, slots=True)
class InvitationState:
    """How an invitation stands.

    `state` is `open`, `planned` (a visit is announced), `taken up` (a later visit is told of), `time past` (its own
    term is over and nothing answers it) or `withdrawn`. `answer` is the visit; `put_off` are visits called off,
    `announced` those that reports announce, whatever became of them.
    """

    entry: Entry
    state: str
    accepted: bool
    answer: Answer | None = None
    put_off: tuple[Entry, ...] = ()
    announced: tuple[Entry, ...] = ()

    @property
    def shown(self) -> str:
        """The state as lists show it: what only reports propose is called so until a person settles it."""
        return f"{self.state} (proposed)" if self.answer is not None and not self.answer.settled else self.state


def invitation_states(
    entries: Iterable[Entry], today: date, only: str = "", verdicts: Verdicts | None = None
) -> list[InvitationState]:
    """How every invitation among `entries`, or the one of id `only`, stands on `today`, in order of time.

    A visit that a person rejected as an answer is none.
    """
    ordered = chronological(entries)
    visits_of: dict[Party, list[Entry]] = defaultdict(list)
    for entry in ordered:
        if entry.kind in _ANSWERING:
            for party in dict.fromkeys(entry.who):
                visits_of[party].append(entry)
    wanted = (entry for entry in ordered if entry.kind == "invitation" and only in ("", entry.id))
    return [_state_of(entry, visits_of, today, verdicts or Verdicts()) for entry in wanted]


def _state_of(
    invitation: Entry, visits_of: Mapping[Party, list[Entry]], today: date, said: Verdicts
) -> InvitationState:
    accepted = bool(invitation.detail.accepted) or "accepted" in invitation.what.casefold()
    if invitation.status in ("cancelled", "denied"):
        return InvitationState(invitation, WITHDRAWN, accepted)
    visits = {visit.id: visit for party in invitation.whom for visit in visits_of.get(party, ())}
    found = [visit for visit in chronological(visits.values())
             if _answers(invitation, visit) and not said.rejected(invitation.id, visit.id)]  # fmt: skip
    put_off = tuple(visit for visit in found if visit.status == "cancelled" and visit.kind == "visit")
    past = [visit for visit in found if took_place(visit, today)]
    if past:
        visit = min(past, key=lambda one: _apart_from(one, past[0]))
        return InvitationState(invitation, TAKEN_UP, accepted, _answer(invitation, visit, said), put_off)
    announced = tuple(visit for visit in found if visit.status in ("scheduled", "ongoing", "happened"))
    for visit in announced:
        if visit.date and visit.date.high >= today:
            answer = _answer(invitation, visit, said)
            return InvitationState(invitation, PLANNED, accepted, answer, put_off, announced)
    due = due_of_entry(invitation).interval
    state = PAST if due and due.high < today else OPEN
    return InvitationState(invitation, state, accepted, None, put_off, announced)


def _answer(invitation: Entry, visit: Entry, said: Verdicts) -> Answer:
    return Answer(visit, _why(invitation, visit), said.accepted(invitation.id, visit.id))


def _apart_from(visit: Entry, first: Entry) -> tuple[bool, bool]:
    """The journey itself before what took place on it, as long as it is the first journey."""
    same = bool(visit.date and first.date and visit.date.overlaps(first.date))
    return not same, visit.kind != "visit"


def _answers(invitation: Entry, visit: Entry) -> bool:
    """A visit of an invitee to an inviter's state that follows the invitation, or that came about by it."""
    hosts = {party.state for party in invitation.who if party.state}
    if visit.kind == "visit":
        goes_there = bool({party.state for party in visit.whom} & hosts) or _place_state(visit) in hosts
    else:
        goes_there = _place_state(visit) in hosts
    return goes_there and bool(_travellers(invitation, visit)) and _follows(invitation, visit)


def _travellers(invitation: Entry, visit: Entry) -> list[Party]:
    """Invitees who take part by name. A bare state as invitee is answered by a bare state only: nobody is guessed."""
    return [party for party in invitation.whom if party in visit.who]


def _follows(invitation: Entry, visit: Entry) -> bool:
    if visit.date is None:
        return False
    told = first_told(invitation)
    # an invitation that was told of before its day has the day of the visit that it is for
    if invitation.date is not None and not (told and told < invitation.date.low):
        return visit.date.low > invitation.date.high or _came_by_it(invitation, visit)
    if told is None:
        return False
    # "came at the invitation of": the report of the visit tells of an invitation made at some day before
    return visit.date.low > told or (visit.kind == "visit" and bool(reports_of(invitation) & reports_of(visit)))


def _came_by_it(invitation: Entry, visit: Entry) -> bool:
    """True where a report tells of both in one: "came at the invitation of"; the invitation has no day of its own."""
    at_once = invitation.part_of == visit.id and bool(reports_of(invitation) & reports_of(visit))
    return at_once and visit.kind == "visit" and bool(invitation.detail.accepted)


def _place_state(entry: Entry) -> str:
    return entry.place.partition(":")[0]


def _why(invitation: Entry, visit: Entry) -> str:
    names = " and ".join(party.name if party.kind == PERSON else party.key for party in _travellers(invitation, visit))
    where = next((p.state for p in visit.whom if p.state), "") or _place_state(visit)
    return f"a later {visit.kind} of {names} to the inviting side ({where})"
