"""Commitments: who is bound to what, until when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import Answer, chronological, first_told, made_on
from dostyk.followup.checkable import Check, check_of
from dostyk.followup.lifecycle import Standing, Verdicts, by_subject, standing
from dostyk.followup.matching import propose
from dostyk.followup.steps import BROKEN, DONE, PARTLY, STARTED, Step
from dostyk.followup.targets import Target, target_of
from dostyk.followup.words import first_word
from dostyk.linking.terms import Due, due_of_entry
from dostyk.model import Entry, Interval, Party

JOINT = "joint"
_ANSWERING = (DONE, PARTLY, STARTED)
_GONE = ("cancelled", "denied")


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """A commitment and how it stands.

    `side` is `joint`, a state's code, or empty; `check` tells an undertaking from a courtesy; `term` is when it is due
    and where that is known from. `overdue` is true from the day after the term ends, of open undertakings only.
    `source` is the id of the meeting, visit or document it comes from, empty where the reports name none.
    """

    entry: Entry
    side: str
    check: Check
    term: Due
    target: Target | None
    standing: Standing
    overdue: bool
    source: str = ""

    @property
    def due(self) -> Interval | None:
        """The days within which it is due; None where none are known."""
        return self.term.interval

    @property
    def open(self) -> bool:
        """False where reports called it off, or a person settled that it is done, broken, superseded or lapsed."""
        return not self.standing.closed and self.entry.status not in _GONE

    @property
    def state(self) -> str:
        """The state of its lifecycle; `broken` where those bound called it off."""
        return BROKEN if self.entry.status in _GONE and not self.standing.closed else self.standing.state

    @property
    def bound(self) -> tuple[Party, ...]:
        """Who is bound."""
        return self.entry.who

    @property
    def beneficiary(self) -> tuple[Party, ...]:
        """For whom, where it is one side."""
        return self.entry.whom

    @property
    def action(self) -> str:
        """The verb."""
        return first_word(self.entry.what)

    @property
    def object(self) -> str:
        """What the verb is done to: the rest of the words."""
        _, _, rest = self.entry.what.partition(self.action)
        return rest.strip() if self.action else self.entry.what

    @property
    def answer(self) -> Answer | None:
        """The step that goes furthest, the surest of these; a proposal unless it was settled."""
        moving = [step for step in self.standing.seen if step.to in _ANSWERING]
        if not moving:
            return None
        best = min(moving, key=lambda step: (_ANSWERING.index(step.to), -step.score))
        return Answer(best.evidence, "; ".join(best.why), best in self.standing.settled)


def due_of(entry: Entry) -> Interval | None:
    """The term that reports give or the words tell; None where there is none or none that can be dated."""
    return due_of_entry(entry).interval


def side_of(entry: Entry) -> str:
    """`joint` where parties of several states are bound, the one state's code, or empty where no state is known."""
    states = dict.fromkeys(party.state for party in entry.who if party.state and party.state != "IGO")
    return JOINT if len(states) > 1 else next(iter(states), "")


def commitment_states(
    entries: Iterable[Entry], today: date, verdicts: Verdicts | None = None, steps: Iterable[Step] | None = None
) -> list[CommitmentState]:
    """How every commitment among `entries` stands on `today`, in order of time.

    `steps` are those that `propose` gave for the same entries, where they are at hand.
    """
    ordered = chronological(entries)
    found = by_subject(propose(ordered, today) if steps is None else steps)
    homes = {entry.id: entry for entry in ordered}
    return [_state_of(entry, found, verdicts, homes, today) for entry in ordered if entry.kind == "commitment"]


def _state_of(
    entry: Entry, steps: Mapping[str, list[Step]], verdicts: Verdicts | None, homes: Mapping[str, Entry], today: date
) -> CommitmentState:  # fmt: skip
    term = due_of_entry(entry)
    check = check_of(entry, term)
    stands = standing(steps.get(entry.id, ()), verdicts)
    waiting = check.checkable and not stands.closed and entry.status not in _GONE
    overdue = bool(waiting and term.interval and term.interval.high < today)
    source = entry.part_of if entry.part_of in homes else ""
    return CommitmentState(entry, side_of(entry), check, term, target_of(entry), stands, overdue, source)


def last_seen(state: CommitmentState) -> date | None:
    """The last day on which a report told of it or of something that bears on it."""
    days = [first_told(state.entry), *(first_told(step.evidence) for step in state.standing.seen)]
    made = made_on(state.entry)
    known = [day for day in days if day] or ([made.low] if made else [])
    return max(known, default=None)
