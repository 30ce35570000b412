"""`dostyk act add`: a claim that the reader did not find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.model import Party


def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Id of the report that says so, or how it begins.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="As in `visit`.")],
    quote: Annotated[str, typer.Argument(metavar="QUOTE", help="The words that say so, as they stand in the report.")],
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE…", help='`who="VNM:To Lam" whom=KAZ date=2025-05-05`; `;` between parties.'
        ),
    ],
    by: Annotated[
        str | None, typer.Option("--by", help="Who decides. Without it DOSTYK_USER, else the computer's user.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why.")] = "",
    ledger: LedgerOption = None,
) -> None:
    """Add a claim that the reader did not find, with the words of the report that say so."""
    from dostyk.cli.options import acting_person, known_kinds, pairs_option
    from dostyk.linking.byhand import claim_by_hand

    known_kinds([kind])
    said = pairs_option(values, "{!r}: write FIELD=VALUE, as in date=2025-05-06")
    with open_ledger(ledger) as store:
        named, found = store.named(), store.report(report)
        who, whom = (_parties(said.pop(side, ""), named) for side in ("who", "whom"))
        claim = claim_by_hand(found, kind, quote, who, whom, said)
        act = store.add_claim(claim, by=acting_person(by), reason=reason)
        entry = next(entry for entry in store.entries(kind=kind) if claim.id in entry.claims)
    notice(f"act {act.number}: add, by {act.by}; it is told in entry {entry.id}")


def _parties(text: str, named: Mapping[Party, Party]) -> list[Party]:
    return [_party(part.strip(), named) for part in text.split(";") if part.strip()]


def _party(text: str, named: Mapping[Party, Party]) -> Party:
    """A state by any of its names; a key as it stands, so that nobody need be known before; else who is so named."""
    from dostyk.cli.parties import state_or_none
    from dostyk.linking.named import named_party
    from dostyk.model import Party

    code = state_or_none(text)
    if code is not None:
        return Party(code)
    state, colon, name = text.partition(":")
    known = next((party for party in named if party.key == text), None)
    if colon and name and (state == "IGO" or state_or_none(state) == state):
        return known or Party.parse(text)
    return named_party(text, named, exact=False)
