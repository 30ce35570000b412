"""`dostyk due`: what asks for something now."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import LedgerOption, open_ledger

_COLUMNS = ("kind", "due", "side", "who", "text", "id")
WithOption = Annotated[str | None, typer.Option("--with", metavar="STATE", help="Only what concerns this state.")]
SideOption = Annotated[str | None, typer.Option("--side", metavar="STATE", help="Only where this state has to act.")]


def due(
    within: Annotated[str, typer.Option("--within", metavar="90d", help="How far ahead: 90d, 12w, 6m, 1y.")] = "90d",
    other: WithOption = None,
    side: SideOption = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="As of this day; without it today.")] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List what is overdue, due soon, silent, unanswered, not returned, not in force, not met, and anniversaries."""
    from dostyk.cli.options import day_option, days_option
    from dostyk.cli.parties import state_code
    from dostyk.followup import concerns, due_items, load, today_everywhere

    today, ahead = day_option("--on", on) or today_everywhere(), days_option("--within", within)
    with open_ledger(ledger) as store:
        code, own = (state_code(text, store) if text else "" for text in (other, side))
        items = due_items(load(store, today), ahead)
    rows: list[dict[str, Any]] = [
        {
            "kind": item.kind,
            "due": item.day.iso if item.day else "",
            "side": item.side,
            "who": [party.key for party in item.entry.parties],
            "text": item.text,
            "id": item.entry.id,
            "number": item.number,
        }
        for item in items
        if concerns(item, code, own)
    ]
    write(Listing(_COLUMNS, rows), form)
