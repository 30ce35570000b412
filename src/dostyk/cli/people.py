"""`dostyk people`: persons, and the offices that reports attest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of

if TYPE_CHECKING:
    from dostyk.ledger import Person
    from dostyk.linking import Office

_COLUMNS = ("person", "state", "office", "first", "last", "until", "current", "mentions")


def people(
    named: Annotated[list[str] | None, typer.Argument(metavar="[STATE|NAME…]", help="Only these.")] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List persons by state with their offices, from the first to the last day on which reports attest them.

    `until`: by this day at the latest another held an office that has one holder at a time.
    """
    with ledger_as_of(ledger, as_of) as store:
        persons = store.people()
    rows = [_row(person, office) for person in persons for office in person.offices or (None,)]
    rows.sort(key=lambda row: (row["state"], row["person"], row["first"], row["office"]))
    write(Listing(_COLUMNS, _narrowed(rows, named) if named else rows), form)


def _row(person: Person, office: Office | None) -> dict[str, Any]:
    return {
        "person": person.party.name,
        "state": person.party.state,
        "office": office.office if office else "",
        "first": office.first.isoformat() if office and office.first else "",
        "last": office.last.isoformat() if office and office.last else "",
        "until": office.until.isoformat() if office and office.until else "",
        "current": bool(office and office.current),
        "mentions": person.mentions,
        "spellings": list(person.spellings),
        "key": person.party.key,
    }


def _narrowed(rows: Sequence[dict[str, Any]], named: Iterable[str]) -> list[dict[str, Any]]:
    from dostyk.cli.parties import state_or_none
    from dostyk.errors import UsageError
    from dostyk.linking.named import name_words

    kept: set[int] = set()
    for text in named:
        code, words = state_or_none(text), name_words(text)
        fits = {i for i, row in enumerate(rows) if row["state"] == code or (words and words <= _words(row))}
        if not fits and code is None:
            raise UsageError(f"{text!r} names no state, and nobody in the ledger")
        kept |= fits
    return [row for i, row in enumerate(rows) if i in kept]


def _words(row: dict[str, Any]) -> frozenset[str]:
    from dostyk.linking.named import name_words

    return name_words(" ".join([row["person"], *row["spellings"]]))
