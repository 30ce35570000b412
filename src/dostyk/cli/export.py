"""`dostyk export`: the ledger in the forms of others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger

export_app = typer.Typer(help="Write the ledger in the forms of others.", no_args_is_help=True)
OutOption = Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help="Where to write it.")]


@export_app.callback()
def _export() -> None:
    """Write the ledger in the forms of others."""


@export_app.command()
def ical(
    out: OutOption,
    states: Annotated[list[str] | None, typer.Option("--with", metavar="STATE", help="Takes part; repeatable.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write a calendar: coming visits and meetings, due days, anniversaries."""
    from dostyk.cli.parties import state_code
    from dostyk.exports.ical import calendar
    from dostyk.files import replacing
    from dostyk.followup import load, today_everywhere

    with open_ledger(ledger) as store:
        codes = [state_code(state, store) for state in states or ()]
        struck = [one.entry for one in store.rejected()]
        data = calendar(load(store, today_everywhere()), states=codes, acts=len(store.acts()), struck=struck)
    with replacing(out) as part:
        part.write_bytes(data)
    notice(f"written: {out.resolve()}")
