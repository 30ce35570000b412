"""`dostyk commitments`: what was promised, by whom, until when, and what may have come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import AsOfOption, LedgerOption, OnDayOption
from dostyk.cli.rows import entry_row
from dostyk.cli.timeline import PartiesArgument

if TYPE_CHECKING:
    from dostyk.followup import CommitmentState

_COLUMNS = ("id", "date", "side", "who", "whom", "what", "due", "state", "answer")


def commitments(
    parties: PartiesArgument = None,
    every: Annotated[bool, typer.Option("--all", help="Courtesies and closed ones too.")] = False,
    until: OnDayOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List open undertakings in order of time. An answer is a proposal: a later entry that may carry one out."""
    from dostyk.cli.parties import followed

    record, chosen = followed(ledger, parties or (), until, as_of)
    states = [state for state in record.commitments if state.entry.id in chosen]
    shown = [state for state in states if every or (state.open and state.check.checkable)]
    write(Listing(_COLUMNS, [_row(state) for state in shown]), form)
    if len(shown) < len(states):
        notice(f"{len(states) - len(shown)} courtesies and closed ones not shown; --all lists them")


def _row(state: CommitmentState) -> dict[str, Any]:
    stands = "overdue" if state.open and state.overdue else state.state
    return {
        **entry_row(state.entry),
        "side": state.side,
        "due": state.due.iso if state.due else "",
        "due_basis": state.term.basis,
        "kind_of_promise": state.check.kind,
        "rule": state.check.why,
        "target": state.target.amount.words if state.target else "",
        "indicator": state.target.indicator if state.target else "",
        "number": state.target.amount.number if state.target else None,
        "unit": state.target.amount.unit if state.target else "",
        "source": state.source,
        "state": stands,
        "answer": state.answer.entry.id if state.answer else "",
        "why": state.answer.why if state.answer else "",
    }
