"""Open commitments by side, their terms, and later entries that may carry them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import Answer, chronological, made_on, took_place
from dostyk.followup.words import content_words, likeness, shares_a_subject
from dostyk.model import Entry, Interval

JOINT = "joint"
_LIKE_ENOUGH = 0.6
# what a promise of this verb looks like once it is carried out
_CARRIED_OUT_AS = {
    "signing": frozenset(("sign", "conclude", "adopt", "initial", "finalise", "finalize", "complete")),
    "ratification": frozenset(("ratify", "approve")),
    "opening": frozenset(("open", "establish", "launch", "create", "inaugurate", "set", "start", "resume")),
    "appointment": frozenset(("appoint", "designate", "name", "nominate", "return")),
    "visit": frozenset(("visit", "send")),
    "gathering": frozenset(("hold", "convene", "organise", "organize", "host")),
}


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """How a commitment stands: whose it is (`joint`, a state's code, or empty), its term, and what may answer it.

    `open` is false only where it was cancelled or denied: an answer is a proposal and closes nothing.
    `overdue` is true from the day after its term ends.
    """

    entry: Entry
    side: str
    due: Interval | None
    overdue: bool
    open: bool
    answer: Answer | None = None


def due_of(entry: Entry) -> Interval | None:
    """The term that the reports give; None where they give none or none that can be dated."""
    try:
        return Interval.parse(entry.detail.due) if entry.detail.due else None
    except ValueError:
        return None


def side_of(entry: Entry) -> str:
    """`joint` where parties of several states are bound, the one state's code, or empty where no state is known."""
    states = dict.fromkeys(party.state for party in entry.who if party.state and party.state != "IGO")
    return JOINT if len(states) > 1 else next(iter(states), "")


def commitment_states(entries: Iterable[Entry], today: date) -> list[CommitmentState]:
    """How every commitment among `entries` stands on `today`, in order of time."""
    ordered = chronological(entries)
    deeds_of: dict[str, list[Entry]] = defaultdict(list)
    for entry in ordered:
        if entry.kind in _CARRIED_OUT_AS and took_place(entry, today):
            for state in entry.states:
                deeds_of[state].append(entry)
    return [_state_of(entry, deeds_of, today) for entry in ordered if entry.kind == "commitment"]


def _state_of(entry: Entry, deeds_of: Mapping[str, list[Entry]], today: date) -> CommitmentState:
    due = due_of(entry)
    doings = chronological({deed.id: deed for state in entry.states for deed in deeds_of.get(state, ())}.values())
    answer = next((found for doing in doings if (found := _answer(entry, doing))), None)
    is_open = entry.status not in ("cancelled", "denied")
    return CommitmentState(entry, side_of(entry), due, bool(due and due.high < today), is_open, answer)


def _answer(commitment: Entry, doing: Entry) -> Answer | None:
    """A deed of the promised kind, about the same thing, by one of those bound, on a later day."""
    promised, deed = made_on(commitment), doing.date
    if promised is None or deed is None or deed.low <= promised.high:
        return None
    verbs = _CARRIED_OUT_AS[doing.kind]
    if not content_words(commitment.what) & verbs:
        return None
    done = " ".join(filter(None, (doing.what, doing.detail.instrument, doing.detail.post)))
    rest = " ".join(content_words(commitment.what) - verbs)
    if likeness(rest, done) < _LIKE_ENOUGH or not shares_a_subject(rest, done):
        return None
    return Answer(doing, f"a later {doing.kind} about the same thing")
