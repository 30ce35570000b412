"""`dostyk invitations`: who invited whom, and what may have come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import AsOfOption, LedgerOption, OnDayOption
from dostyk.cli.rows import entry_row
from dostyk.cli.timeline import PartiesArgument

if TYPE_CHECKING:
    from dostyk.followup import InvitationState

_COLUMNS = ("id", "date", "who", "whom", "what", "state", "accepted", "answer")


def invitations(
    parties: PartiesArgument = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those that nothing has answered.")] = False,
    until: OnDayOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List invitations in order of time. An answer is a proposal: a later visit that may take the invitation up."""
    from dostyk.cli.parties import followed

    record, chosen = followed(ledger, parties or (), until, as_of)
    states = [state for state in record.invitations if state.entry.id in chosen]
    write(Listing(_COLUMNS, [_row(state) for state in states if not only_open or state.state == "open"]), form)


def _row(state: InvitationState) -> dict[str, Any]:
    return {
        **entry_row(state.entry),
        "state": state.shown,
        "accepted": "accepted" if state.accepted else "",
        "answer": state.answer.entry.id if state.answer else "",
        "why": state.answer.why if state.answer else "",
    }
