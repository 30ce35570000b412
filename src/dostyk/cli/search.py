"""`dostyk search`: words in reports and entries."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="What must stand in it.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 50,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Find reports and entries that hold all the words."""
    with ledger_as_of(ledger, as_of) as store:
        hits = store.search(" ".join(words), limit=limit)
    rows = [{"found": h.what, "id": h.id, "published": h.day, "title": h.title, "snippet": h.snippet} for h in hits]
    write(Listing(("found", "id", "published", "title", "snippet"), rows), form)
