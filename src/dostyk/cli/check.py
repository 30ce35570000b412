"""`dostyk check`: what is wrong in the data, and with the ledger itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.receive import count
from dostyk.cli.rows import where

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.model import Problem, Report


def check(
    rederive: Annotated[bool, typer.Option("--rederive", help="Derive all entries anew and compare; slow.")] = False,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """List every problem of reports, acts and the ledger itself. Exit code 1 where there is one."""
    with open_ledger(ledger) as store:
        problems = [*store.check(rederive=rederive), *store.problems(), *_not_read(store), *_perhaps_two(store)]
        reports = {report.id: report for report in store.reports(every_version=True)} if problems else {}
        held = store.stats()
    rows = [_row(problem, reports.get(problem.report)) for problem in problems]
    if rows or form is not Format.TABLE:
        write(Listing(("code", "report", "published", "message", "quote"), rows), form)
    if rows:
        raise typer.Exit(1)
    notice(f"dostyk: nothing wrong in {held['reports']:,} reports, {held['claims']:,} claims and {held['acts']:,} acts")


def _not_read(store: Ledger) -> list[Problem]:
    """Places that could not be read, for `dostyk read --retry-failed` and `dostyk follow --retry-failed`."""
    from dostyk.intake import Failed
    from dostyk.ledger.receiving import Failure
    from dostyk.model import Problem

    failures = [
        *store.receiving.failures(),
        *(Failure(page.url, page.reason, _again(page.tries)) for page in store.receiving.failed_pages()),
    ]
    return [
        Problem(f.place, "not-read", str(Failed(f.inside or f.place, f.reason, f.remedy).error())) for f in failures
    ]


def _perhaps_two(store: Ledger) -> list[Problem]:
    """Names that are likely those of two people."""
    from dostyk.linking import in_words, perhaps_two
    from dostyk.model import Problem

    remedy = "dostyk act namesake tells two apart"
    return [Problem("", "perhaps-two", f"{in_words(*pair)} {remedy}") for pair in perhaps_two(store.offices())]


def _again(tries: int) -> str:
    return f"tried {count(tries, 'time')}; dostyk follow --retry-failed tries it again"


def _row(problem: Problem, report: Report | None) -> dict[str, Any]:
    passage = problem.passage
    return {
        "code": problem.code,
        "report": (report.title or report.name) if report else problem.report,
        "published": report.published.isoformat() if report and report.published else "",
        "message": problem.message,
        "quote": passage.quote if passage else "",
        "place": where(passage, report) if passage else "",
        "report_id": problem.report,
    }
