"""`dostyk log`: how an entry came about."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import LedgerOption, open_ledger


def log(
    entry: Annotated[str, typer.Argument(metavar="[ID]", help="Id of an entry, or how it begins.")] = "",
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List the reports that tell of an entry and the acts on it, as they were recorded, and which acts were undone;
    without an ID all acts."""
    with open_ledger(ledger) as store:
        lines = store.log(entry)
    rows = [{"at": line.at, "what": line.what, "by": line.by, "text": line.text,
             "act": line.number or None, "undone": line.undone} for line in lines]  # fmt: skip
    write(Listing(("at", "what", "act", "by", "text", "undone"), rows), form)
