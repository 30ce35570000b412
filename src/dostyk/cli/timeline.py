"""`dostyk timeline`: entries in order of time."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.rows import ENTRY_COLUMNS, entry_row

PartiesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[A [B]]", help="States (code, name, demonym) or persons taking part.")
]


def timeline(
    parties: PartiesArgument = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only entries of this kind; may be repeated.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Only what had begun by this day.")
    ] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List entries in order of time: all of them, or those of a party or between parties."""
    from dostyk.cli.options import day_option, known_kinds
    from dostyk.cli.parties import select

    kinds, last = known_kinds(kind or ()), day_option("--until", until)
    with open_ledger(ledger) as store:
        found = select(store.entries(), parties or ())
    if kinds:
        found = [entry for entry in found if entry.kind in kinds]
    if last:
        found = [entry for entry in found if entry.date and entry.date.low <= last]
    write(Listing(ENTRY_COLUMNS, [entry_row(entry) for entry in found]), form)
