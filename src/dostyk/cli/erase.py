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
        str | None, typer.Option("--person", metavar="KEY", help="All that names a person: reports, and words of acts.")
    ] = None,
    with_copies: Annotated[bool, typer.Option("--with-copies", help="Other versions and copies, too.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase without asking.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who erases; else DOSTYK_USER or the computer's user.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Erase reports for good, with their claims and what acts quote of them. That they were erased stays in the log."""
    from dostyk.cli.options import acting_person
    from dostyk.cli.parties import state_or_none
    from dostyk.errors import UsageError

    if not ids and not person:
        raise UsageError("name the reports to erase by id, or a person with --person")
    if not reason.strip():
        raise UsageError("say why with --reason; it is all that stays beside who and when")
    if person and state_or_none(person):
        raise UsageError(f"{person} is a state; --person takes a person, as VNM:To Lam")
    with open_ledger(ledger) as store:
        named, acts = store.keeping.naming(person) if person else ([], [])
        found, left = _chosen(store, [*(store.report(name) for name in ids or []), *named], with_copies)
        if not found and not acts:
            notice(f"dostyk: no report and no act names {person}")
            return
        for line in (*map(_line, found), *(f"act {act.number}: {act.verb}, by {act.by}" for act in acts)):
            notice(f"  {line}")
        what = _what(len(found), len(acts), person or "")
        if not yes:
            typer.confirm(f"Erase {what} for good?", abort=True, err=True)
        done = store.keeping.erase(
            [report.id for report in found], by=acting_person(by), reason=reason, person=person or ""
        )
    numbers = str(done[0].number) + (f" to {done[-1].number}" if len(done) > 1 else "") if done else ""
    notice(f"erased: {what}" + (f"; act{'s' if len(done) > 1 else ''} {numbers} of the log" if done else ""))
    for report in left:
        notice(f"still there, another version or copy: {_line(report)}")
    notice("backups and exports made before still hold all of it")


def _chosen(store: Ledger, named: list[Report], with_copies: bool) -> tuple[list[Report], list[Report]]:
    """The reports to erase, and their versions and copies that stay."""
    found = {report.id: report for report in named}
    also = {other.id: other for report in list(found.values()) for other in store.keeping.also_there(report)}
    if with_copies:
        return list({**found, **also}.values()), []
    return list(found.values()), [other for name, other in also.items() if name not in found]


def _line(report: Report) -> str:
    from dostyk.clean import one_line

    day = report.published.isoformat() if report.published else "no day"
    return one_line(f"{report.id[:10]}  {day}  {report.outlet or report.source}: {report.title or report.name}")


def _what(reports: int, acts: int, person: str) -> str:
    """`2 reports`, `1 report, and To Lam from the words of 3 acts`."""
    from dostyk.cli.receive import count

    names = f"{person} from the words of {count(acts, 'act')}" if acts else ""
    return ", and ".join(part for part in (count(reports, "report") if reports else "", names) if part)
