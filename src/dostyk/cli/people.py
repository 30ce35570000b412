"""`dostyk people`: persons, and the offices that reports attest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of

if TYPE_CHECKING:
    from dostyk.ledger import Ledger, Person
    from dostyk.linking import Office
    from dostyk.model import Party

_COLUMNS = ("person", "state", "office", "first", "last", "until", "next_known", "current", "mentions")


def people(
    named: Annotated[list[str] | None, typer.Argument(metavar="[STATE|NAME…]", help="Only these.")] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List persons by state with their offices, from the first to the last day on which reports attest them.

    `until`: by this day at the latest another held an office that has one holder at a time, or the term had
    ended; `next_known`: the next holder that reports know; `basis`, in JSON and CSV, are the entries that say so.
    """
    with ledger_as_of(ledger, as_of) as store:
        persons, wanted = store.people(), _meant(named or (), store)
    rows = [_row(person, office) for person in persons for office in person.offices or (None,)]
    rows.sort(key=lambda row: (row["state"], row["person"], row["first"], row["office"]))
    write(Listing(_COLUMNS, _narrowed(rows, wanted) if named else rows), form)


def _row(person: Person, office: Office | None) -> dict[str, Any]:
    return {
        "person": person.party.name,
        "state": person.party.state,
        "office": office.office if office else "",
        "first": office.first.isoformat() if office and office.first else "",
        "last": office.last.isoformat() if office and office.last else "",
        "until": office.until.isoformat() if office and office.until else "",
        "next_known": office.successor.key if office and office.successor else "",
        "basis": list(office.basis) if office else [],
        "current": bool(office and office.current),
        "mentions": person.mentions,
        "spellings": list(person.spellings),
        "key": person.party.key,
    }


def _meant(named: Iterable[str], store: Ledger) -> frozenset[Party]:
    """The parties that are named, all together. Raises UsageError where one of them is nobody."""
    from dostyk.cli.parties import parties_of_entry
    from dostyk.linking.named import called, nobody

    found: set[Party] = set()
    spelt = store.named()
    for text in named:
        meant = called(text, spelt) or parties_of_entry(text, store.entries())
        if not meant:
            raise nobody(text, spelt)
        found |= meant
    return frozenset(found)


def _narrowed(rows: Sequence[dict[str, Any]], found: Iterable[Party]) -> list[dict[str, Any]]:
    from dostyk.model import STATE

    states = {party.state for party in found if party.kind == STATE}
    keys = {party.key for party in found}
    return [row for row in rows if row["state"] in states or row["key"] in keys]
