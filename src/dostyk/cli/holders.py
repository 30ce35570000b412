"""`dostyk holders`: who held which office, from tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger


def holders(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="CSV or Popolo JSON.")],
    state: Annotated[str, typer.Option("--state", help="The state of lines that name none.")] = "",
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="The day on which the table was right.")
    ] = None,
    outlet: Annotated[str, typer.Option("--outlet", metavar="NAME", help="Who made the table.")] = "",
    ledger: LedgerOption = None,
) -> None:
    """Read who held which office, from CSV (name, office, state, since, until) or Popolo JSON.

    `dostyk people` lists it. A table is a report like others: its lines are quoted, and reading it again when it has
    changed replaces it.
    """
    from dostyk.cli.options import day_option
    from dostyk.cli.parties import state_code, state_or_none
    from dostyk.errors import why_unreadable
    from dostyk.exports.holders_in import Holder, as_report, holders_in, rivals

    day, code = day_option("--published", published), state_code(state) if state else ""
    faults = 0
    with open_ledger(ledger, create=True) as store:
        for file in files:
            found: list[Holder | str] = []
            try:
                text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
                found = list(holders_in(text, state_or_none, code))
            except OSError as error:
                found = [f"{why_unreadable(error)}; check the path and its rights"]
            except UnicodeDecodeError:
                found = ["is no text in UTF-8; save it as CSV or JSON in UTF-8"]
            except ValueError as error:
                found = [str(error)]
            good = [one for one in found if isinstance(one, Holder)]
            for fault in (one for one in found if isinstance(one, str)):
                notice(f"not read: {file}: {fault}")
                faults += 1
            for rival in rivals(good):
                notice(f"{file}: {rival}")
            if good:
                where = str(file.resolve())
                added = store.add(*as_report(good, path=where, name=file.stem, published=day, outlet=outlet))
                notice(f"{file}: {len(good)} terms of office" + ("" if added.new else ", all known"))
    if faults:
        raise typer.Exit(1)
