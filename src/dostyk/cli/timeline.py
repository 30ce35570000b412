"""`dostyk timeline`: entries in order of time."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of
from dostyk.cli.rows import ENTRY_COLUMNS, entry_row

PartiesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[A [B]]", help="States (code, name, demonym) or persons taking part.")
]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only what had begun by this day.")]


def timeline(
    parties: PartiesArgument = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only entries of this kind; may be repeated.")
    ] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Only what people rejected.")] = False,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List entries in order of time: all of them, or those of a party or between parties."""
    from dostyk.cli.options import day_option, known_kinds
    from dostyk.cli.parties import earlier, select

    kinds, last = known_kinds(kind or ()), day_option("--until", until)
    with ledger_as_of(ledger, as_of) as store:
        every = [one.entry for one in store.rejected()] if rejected else store.entries(until=last)
        found = select(every, parties or (), store.named())
        before = earlier(every, parties or ())
    if kinds:
        found = [entry for entry in found if entry.kind in kinds]
    write(Listing(ENTRY_COLUMNS, [entry_row(entry) for entry in found]), form)
    for line in before:
        notice(line)
