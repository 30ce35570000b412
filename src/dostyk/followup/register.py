"""The register: every undertaking and instrument with its lead, its answers, and what reports show of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dostyk.followup.answer import first_told
from dostyk.followup.instruments import name_of
from dostyk.followup.lifecycle import by_subject, standing
from dostyk.followup.record import Record
from dostyk.followup.steps import BROKEN, CLOSED, DONE, PARTLY, STARTED, STATES, Step
from dostyk.linking.terms import due_of_entry
from dostyk.model import Entry, Interval

if TYPE_CHECKING:
    from dostyk.ledger import Bound, Place

DIFFICULTIES = ("money", "staff", "law", "partner", "coordination", "technical", "other")


@dataclass(frozen=True, slots=True)
class Lead:
    """The agency that has to carry something out, its focal point, and the partner's counterpart. Empty: unknown."""

    agency: str = ""
    focal: str = ""
    counterpart: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a lead reported: `number` is that of the act, `day` the day it speaks of (ISO), `kind` one of DIFFICULTIES
    or empty. It is the lead's own word."""

    number: int
    at: str
    by: str
    lead: str
    day: str
    state: str
    done: str = ""
    difficulties: str = ""
    kind: str = ""
    recommendations: str = ""
    round: str = ""


@dataclass(frozen=True)
class Item:
    """One line of the register. `id` leads to it for good: the address of a row that was imported, else the entry's.

    `state` is what people settled; `reported` what the lead said last, None where it said nothing; `steps` are what
    reports show. `register` names the register a row came from.
    """

    id: str
    entry: Entry
    lead: Lead
    ref: str
    register: str
    content: str
    due: Interval | None
    state: str
    overdue: bool
    steps: tuple[Step, ...]
    answers: tuple[Progress, ...]

    @property
    def reported(self) -> Progress | None:
        """The last answer of the lead."""
        return self.answers[-1] if self.answers else None

    @property
    def kind(self) -> str:
        """`commitment` or `instrument`."""
        return "commitment" if self.entry.kind == "commitment" else "instrument"

    @property
    def stands(self) -> str:
        """The state to count by: as settled, else as the lead reports it, else `open`."""
        return self.reported.state if self.state == "open" and self.reported else self.state

    @property
    def disagreement(self) -> str:
        """Where the lead's word and independent reports do not fit, in words; empty where they do."""
        return _disagreement(self)

    @property
    def unconfirmed(self) -> bool:
        """True where the lead alone says that it is done."""
        said = self.reported
        shown = any(step.to in (DONE, "in force") for step in self.steps)
        return bool(said and said.state == DONE and self.state != DONE and not shown)

    def of_state(self, code: str) -> bool:
        """True where the state takes part."""
        return code in self.entry.states


def _disagreement(item: Item) -> str:
    said, who = item.reported, item.lead.agency or "the lead"
    if said is None:
        return ""
    shown = [step for step in item.steps if step.to in (*STATES, "in force", "ratified", "ended")]
    against = next((step for step in shown if step.to == BROKEN), None)
    if against and said.state in (STARTED, PARTLY, DONE):
        return f"{who} reports “{said.state}”; a report of {_day(against)} speaks against it"
    finished = next((step for step in shown if step.to in (DONE, "in force")), None)
    if finished and said.state in ("open", STARTED, PARTLY):
        return f"{who} reports “{said.state}”; a report of {_day(finished)} says {finished.to}"
    return ""


def _day(step: Step) -> str:
    """The day on which it was first told, which need not be the day that it is told of."""
    told = first_told(step.evidence)
    return told.isoformat() if told else "an unknown day"


def by_need(item: Item) -> tuple[date, list[tuple[str, int]], str]:
    """Sorts what is due first to the front; references count as people count: R9 before R10."""
    ref = [(text, int(number or 0)) for text, number in re.findall(r"(\D*)(\d*)", item.ref)]
    return item.due.high if item.due else date.max, ref, item.id


def register(record: Record, acts: Sequence[Bound]) -> list[Item]:
    """Every undertaking and instrument with its lead and answers, by the acts that hold, in order of time."""
    rows = imported_rows(acts)
    of_entry: dict[str, list[str]] = defaultdict(list)
    for address, place in rows.items():
        of_entry[place.entry].append(address)
    assigned, answers = _assigned(acts, rows), _answers(acts, rows)
    steps = by_subject(record.steps)
    found = []
    for entry, overdue in _tracked(record, set(of_entry) | set(assigned)):
        for name in sorted(of_entry.get(entry.id, ())) or [entry.id]:
            own = tuple(steps.get(entry.id, ()))
            stands = standing(own, record.verdicts)
            said = assigned.get(name, {})
            due = due_of_entry(entry).interval
            shown = tuple(step for step in stands.seen)
            closed = stands.state in CLOSED
            found.append(
                Item(name, entry, _lead(said), said.get("ref", ""), said.get("register", ""),
                     said.get("content", "") or _content(entry), due, stands.state, overdue and not closed, shown,
                     tuple(answers.get(name, ())))
            )  # fmt: skip
    return found


def _tracked(record: Record, wanted: set[str]) -> Iterable[tuple[Entry, bool]]:
    promised = {state.entry.id: state for state in record.commitments}
    signed = {state.entry.id for state in record.instruments}
    for entry in record.entries:
        state = promised.get(entry.id)
        if state is not None and (state.check.checkable or entry.id in wanted):
            late = bool(state.open and state.due and state.due.high < record.today)
            yield entry, late
        elif entry.id in signed:
            yield entry, False


def _content(entry: Entry) -> str:
    return entry.what if entry.kind == "commitment" else name_of(entry)


def _lead(said: Mapping[str, str]) -> Lead:
    return Lead(said.get("lead", ""), said.get("focal", ""), said.get("counterpart", ""))


def imported_rows(acts: Sequence[Bound]) -> dict[str, Place]:
    """Rows of imported registers by address."""
    return {
        place.address: place
        for bound in acts
        if bound.act.verb == "assign" and bound.act.payload.get("register")
        for place in bound.places
        if place.entry
    }


def key_of(place: Place, rows: Mapping[str, Place]) -> str:
    """The id of the item at a place: the row's address, else the entry's id."""
    return place.address if place.address in rows else place.entry


def _assigned(acts: Sequence[Bound], rows: Mapping[str, Place]) -> dict[str, dict[str, str]]:
    """What was last said about who leads each item; a later act changes only what it says."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for bound in acts:
        if bound.act.verb == "assign":
            for place in bound.places:
                found[key_of(place, rows)].update({k: v for k, v in bound.act.payload.items() if v})
    return dict(found)


def _answers(acts: Sequence[Bound], rows: Mapping[str, Place]) -> dict[str, list[Progress]]:
    found: dict[str, list[Progress]] = defaultdict(list)
    for bound in acts:
        act, said = bound.act, bound.act.payload
        if act.verb == "progress":
            progress = Progress(
                act.number, act.at, act.by, said["lead"], said.get("day", ""), said["state"], said.get("done", ""),
                said.get("difficulties", ""), said.get("kind", ""), said.get("recommendations", ""),
                said.get("round", ""),
            )  # fmt: skip
            for place in bound.places:
                found[key_of(place, rows)].append(progress)
    return dict(found)
