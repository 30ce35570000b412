"""All that follow-up knows of a ledger on a day: entries, steps, and how everything stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.followup.answer import first_told
from dostyk.followup.commitments import CommitmentState, commitment_states
from dostyk.followup.instruments import InstrumentState, instrument_states
from dostyk.followup.invitations import InvitationState, invitation_states
from dostyk.followup.lifecycle import ACCEPT, REJECT, Verdicts
from dostyk.followup.matching import propose
from dostyk.followup.matching.scheduled import PLANS
from dostyk.followup.moves import Move, moves
from dostyk.followup.steps import HAPPENED, SIGNED, Step
from dostyk.model import Entry

if TYPE_CHECKING:
    from dostyk.ledger import Bound, Ledger


@dataclass(frozen=True)
class Record:
    """Entries known on `today` in order of time, with every step and state derived from them."""

    today: date
    entries: tuple[Entry, ...]
    steps: tuple[Step, ...]
    verdicts: Verdicts
    commitments: tuple[CommitmentState, ...]
    invitations: tuple[InvitationState, ...]
    instruments: tuple[InstrumentState, ...]

    @cached_property
    def moves(self) -> Mapping[str, tuple[Move, ...]]:
        """What was put off to when, and what from, by entry id."""
        return moves(self.steps, self.verdicts)

    @cached_property
    def told_of(self) -> frozenset[str]:
        """Ids of what was announced and of which later reports tell that it took place, as far as no person said no."""
        shown = (step for step in self.steps if step.to in (HAPPENED, SIGNED))
        return frozenset(step.subject.id for step in shown if self.verdicts.about(step) != REJECT)

    def undertakings(self) -> list[CommitmentState]:
        """Commitments that can be checked."""
        return [state for state in self.commitments if state.check.checkable]


def record_of(entries: Iterable[Entry], today: date, verdicts: Verdicts | None = None) -> Record:
    """The record that these entries make on `today`; what was first told of later is left out."""
    known = tuple(entry for entry in entries if (first_told(entry) or today) <= today)
    said = verdicts or Verdicts()
    steps = tuple(propose(known, today))
    return Record(
        today,
        known,
        steps,
        said,
        tuple(commitment_states(known, today, said, steps)),
        tuple(invitation_states(known, today, verdicts=said)),
        tuple(instrument_states(known, today)),
    )


def load(ledger: Ledger, today: date) -> Record:
    """The record of a ledger, without the rows of registers whose import was undone."""
    undone = ledger.bound(("assign",), undone=True)
    gone = withdrawn(ledger.bound(("assign",)), undone) if undone else set()
    entries = [entry for entry in ledger.entries() if entry.id not in gone or entry.reports > 1]
    return record_of(entries, today, verdicts_of(ledger.bound(("settle",))))


def withdrawn(held: Sequence[Bound], undone: Sequence[Bound]) -> set[str]:
    """Ids of entries that were rows of an imported register, where nothing that holds assigns them any more."""
    rows = {place.entry for bound in undone if bound.act.payload.get("register") for place in bound.places}
    return rows - {place.entry for bound in held for place in bound.places}


def register_address(name: str) -> str:
    """The address of the report that an imported register becomes."""
    return f"urn:dostyk:register:{name}"


def withdrawn_registers(held: Sequence[Bound], undone: Sequence[Bound]) -> set[str]:
    """Names of the registers whose import was undone."""
    before, now = ({bound.act.payload.get("register", "") for bound in some} for some in (undone, held))
    return before - now - {""}


def verdicts_of(settled: Sequence[Bound]) -> Verdicts:
    """What the acts that hold say of steps; of two about one step, the later."""
    found = {}
    for bound in settled:
        said = bound.act.payload
        if said["verdict"] not in (ACCEPT, REJECT) or not bound.places:
            continue
        first, last = bound.places[0].entry, bound.places[-1].entry
        if first and last:
            found[first, said["to"], last] = said["verdict"]
    return Verdicts(found)


def moves_of(ledger: Ledger, entry: Entry, today: date) -> tuple[Move, ...]:
    """The moves of one entry, from what the ledger holds of its kind and states."""
    if entry.kind not in PLANS or entry.date is None:
        return ()
    beside = ledger.entries(kind=entry.kind, states=entry.states[:2])
    return moves(propose(beside, today), verdicts_of(ledger.bound(("settle",)))).get(entry.id, ())
