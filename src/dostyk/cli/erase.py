"""`dostyk erase`: reports that have to go, with all that is held of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.model import Report


def erase(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT…", help="Ids of reports, or how they begin.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept.")] = "",
    person: Annotated[
        str | None, typer.Option("--person", metavar="KEY", help="All reports that name a person, as VNM:To Lam.")
    ] = None,
    with_copies: Annotated[bool, typer.Option("--with-copies", help="Other versions and copies, too.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who erases; else DOSTYK_USER or the computer's user.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Erase reports for good, with their claims and what acts quote of them. That they were erased stays in the log."""
    from dostyk.cli.options import acting_person
    from dostyk.errors import UsageError

    if not ids and not person:
        raise UsageError("name the reports to erase by id, or a person with --person")
    if not reason.strip():
        raise UsageError("say why with --reason; it is all that stays beside who and when")
    with open_ledger(ledger) as store:
        found, left = _chosen(store, ids or [], person, with_copies)
        if not found:
            notice(f"dostyk: no report names {person}")
            return
        for report in found:
            notice(f"  {_line(report)}")
        if not yes:
            typer.confirm(f"Erase {_count(found)} for good?", abort=True, err=True)
        acts = store.keeping.erase([report.id for report in found], by=acting_person(by), reason=reason)
    notice(f"erased: {_count(found)}, act{'s' if len(acts) > 1 else ''} {acts[0].number}"
           + (f" to {acts[-1].number}" if len(acts) > 1 else ""))  # fmt: skip
    for report in left:
        notice(f"still there, another version or copy: {_line(report)}")
    notice("backups and exports made before still hold them")


def _chosen(
    store: Ledger, ids: list[str], person: str | None, with_copies: bool
) -> tuple[list[Report], list[Report]]:  # fmt: skip
    """The reports to erase, and their versions and copies that stay."""
    named = [store.report(name) for name in ids] + (store.keeping.naming(person) if person else [])
    found = {report.id: report for report in named}
    also = {other.id: other for report in list(found.values()) for other in store.keeping.also_there(report)}
    if with_copies:
        return list({**found, **also}.values()), []
    return list(found.values()), [other for name, other in also.items() if name not in found]


def _line(report: Report) -> str:
    from dostyk.clean import one_line

    day = report.published.isoformat() if report.published else "no day"
    return one_line(f"{report.id[:10]}  {day}  {report.outlet or report.source}: {report.title or report.name}")


def _count(found: list[Report]) -> str:
    from dostyk.cli.receive import count

    return count(len(found), "report")
