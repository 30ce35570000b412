"""`dostyk commitments`: what was promised, by whom, until when, and what may have come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.rows import entry_row
from dostyk.cli.timeline import PartiesArgument

if TYPE_CHECKING:
    from dostyk.followup import CommitmentState

_COLUMNS = ("id", "date", "side", "who", "whom", "what", "due", "state", "answer")


def commitments(
    parties: PartiesArgument = None,
    every: Annotated[bool, typer.Option("--all", help="Those that were cancelled or denied too.")] = False,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List commitments in order of time. An answer is a proposal: a later entry that may carry the commitment out."""
    from datetime import date

    from dostyk.cli.parties import select
    from dostyk.followup import commitment_states

    with open_ledger(ledger) as store:
        entries = store.entries()
    chosen = {entry.id for entry in select(entries, parties or ())}
    states = [state for state in commitment_states(entries, date.today()) if state.entry.id in chosen]
    write(Listing(_COLUMNS, [_row(state) for state in states if every or state.open]), form)


def _row(state: CommitmentState) -> dict[str, Any]:
    stands = "overdue" if state.open and state.overdue else "open" if state.open else state.entry.status
    return {
        **entry_row(state.entry),
        "side": state.side,
        "due": state.due.iso if state.due else "",
        "state": stands,
        "answer": state.answer.entry.id if state.answer else "",
        "why": state.answer.why if state.answer else "",
    }
