"""`dostyk instruments`: what was signed, and what became of it."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import AsOfOption, LedgerOption, OnDayOption
from dostyk.cli.rows import entry_row
from dostyk.cli.timeline import PartiesArgument

_COLUMNS = ("id", "date", "who", "instrument", "state", "steps")


def instruments(
    parties: PartiesArgument = None,
    waiting: Annotated[
        bool, typer.Option("--not-in-force", help="Only agreements that are signed and not known to be in force.")
    ] = False,
    until: OnDayOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List instruments in order of time, with the steps that later reports propose for them."""
    from dostyk.cli.parties import followed
    from dostyk.followup.instruments import name_of, needs_force
    from dostyk.followup.lifecycle import by_subject

    record, chosen = followed(ledger, parties or (), until, as_of)
    steps = by_subject(record.steps)
    rows: list[dict[str, Any]] = []
    for state in record.instruments:
        entry, own = state.entry, steps.get(state.entry.id, [])
        reached = next((step.to for step in reversed(own) if step.to in ("in force", "ratified", "ended")), "")
        if entry.id not in chosen or (waiting and (reached or not needs_force(entry))):
            continue
        begun = "signed" if entry.kind == "signing" and entry.status == "happened" else entry.what or entry.status
        rows.append(
            {
                **entry_row(entry),
                "instrument": name_of(entry),
                "state": f"{reached} (proposed)" if reached else begun if entry.status == "happened" else entry.status,
                "steps": [f"{step.to} {step.evidence.date.iso if step.evidence.date else ''}".strip() for step in own],
                "evidence": [step.evidence.id for step in own],
            }
        )
    write(Listing(_COLUMNS, rows), form)
