"""`dostyk act add`: a claim that the reader did not find."""

from __future__ import annotations

from typing import Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger


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
    from dostyk.linking.named import parties_of

    known_kinds([kind])
    said = pairs_option(values, "{!r}: write FIELD=VALUE, as in date=2025-05-06")
    with open_ledger(ledger) as store:
        named, found = store.named(), store.report(report)
        who, whom = (parties_of(said.pop(side, ""), named) for side in ("who", "whom"))
        claim = claim_by_hand(found, kind, quote, who, whom, said)
        act = store.add_claim(claim, by=acting_person(by), reason=reason)
        entry = next(entry for entry in store.entries(kind=kind) if claim.id in entry.claims)
    notice(f"act {act.number}: add, by {act.by}; it is told in entry {entry.id}")
