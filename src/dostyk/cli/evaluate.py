"""`dostyk evaluate`: scores against annotated reports."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, notice, write
from dostyk.cli.place import LedgerOption

if TYPE_CHECKING:
    from dostyk.evaluate import GoldReport, Matching, Score, Table


class By(StrEnum):
    """What a row of the table is."""

    KIND = "kind"
    REPORT = "report"


class Show(StrEnum):
    """Which single findings are listed instead of the table."""

    MISSED = "missed"
    EXTRA = "extra"
    ALL = "all"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder with facts/NAME.json and text/NAME.txt.")],
    text: Annotated[Path | None, typer.Option("--text", help="Folder of the texts, where it is another.")] = None,
    claims: Annotated[Path | None, typer.Option("--claims", help="Score this run instead of reading now.")] = None,
    save: Annotated[Path | None, typer.Option("--save", help="Write the claims of this run as JSON Lines.")] = None,
    against: Annotated[Path | None, typer.Option("--against", help="An older run: list what was won and lost.")] = None,
    reports: Annotated[str, typer.Option("--reports", help="Only reports whose name fits this pattern.")] = "*",
    by: Annotated[By, typer.Option("--by", help="Rows of the table.")] = By.KIND,
    show: Annotated[Show | None, typer.Option("--show", help="List misses and extras with their sentences.")] = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,  # taken like by every command; scoring reads and writes no ledger
) -> None:
    """Score what is read in annotated reports: the table, the misses and extras, two runs compared."""
    from dostyk.evaluate import load_gold, read_lines, tabulate, write_lines
    from dostyk.evaluate.match import match_all

    annotated = tuple(item for item in load_gold(gold, text) if fnmatch(item.name, reports))
    lines = list(read_lines(claims)) if claims else read_now(annotated)
    if save:
        write_lines(save, lines)
    matchings = match_all(annotated, lines)
    if against:
        write(_changes(match_all(annotated, read_lines(against)), matchings), form)
    elif show:
        write(_findings(matchings, show), form)
    else:
        table = tabulate(matchings, by.value)
        write(_scores(table, by.value), form)
        for line in _summary(table):
            notice(line)


def read_now(annotated: Sequence[GoldReport]) -> list[dict[str, Any]]:
    """Read the annotated reports; one that cannot be read counts as one in which nothing was found."""
    from dostyk.cli.progress import progress
    from dostyk.evaluate import claim_lines
    from dostyk.reading import read_report

    lines: list[dict[str, Any]] = []
    with progress(len(annotated)) as step:
        for item in annotated:
            step(item.name)
            try:
                reading = read_report(item.report)
            except Exception as error:  # noqa: BLE001 -- a failure in one report is a result of the evaluation
                notice(f"{item.name}: reading failed ({error!r})")
                continue
            lines += claim_lines(reading.claims, item.report)
    return lines


def _scores(table: Table, by: str) -> Listing:
    names = (by, "must", "found", "recall", "claims", "right", "precision", "F1")
    return Listing(names, [dict(zip(names, (name, *_figures(score)), strict=True)) for name, score in table.ordered()])


def _figures(score: Score) -> tuple[Any, ...]:
    rates = (round(score.recall, 3), round(score.precision, 3), round(score.f1, 3))
    return score.must, score.found, rates[0], score.claims, score.right, rates[1], rates[2]


def _summary(table: Table) -> list[str]:
    part, total = table.fields, table.total
    share = [
        f"{name} right {right / (of or 1):.3f} of {of}"
        for name, right, of in (
            ("parties", part.parties, part.matched),
            ("dates", part.date, part.dated),
            ("status", part.status, part.matched),
            ("evidence", part.evidence, part.matched),
            ("stance", part.stance, part.statements),
        )
    ]
    return [
        f"{table.reports} reports; of {part.matched} matched facts: " + ", ".join(share),
        f"F1 {total.f1:.3f}, recall {total.recall:.3f}, precision {total.precision:.3f}",
    ]


_FINDING = ("finding", "report", "kind", "who", "whom", "date", "status", "what", "sentence")


def _findings(matchings: Sequence[Matching], show: Show) -> Listing:
    from dostyk.evaluate.sentences import sentence_at

    rows = []
    for matching in matchings:
        text, name = matching.gold.report.text, matching.gold.name
        found = []
        if show is not Show.EXTRA:
            found += [("missed", matching.gold.facts[i].statement) for i in matching.missed]
        if show is not Show.MISSED:
            found += [("extra", matching.claims[j]) for j in matching.extra]
        rows += [_finding(what, name, said) | {"sentence": sentence_at(text, said.ranges)} for what, said in found]
    return Listing(_FINDING, rows)


def _changes(old: Sequence[Matching], new: Sequence[Matching]) -> Listing:
    from dostyk.evaluate import compare_runs
    from dostyk.evaluate.sentences import sentence_at

    texts = {matching.gold.name: matching.gold.report.text for matching in new}
    rows = [
        _finding(change.what, change.report, change.statement)
        | {"sentence": sentence_at(texts[change.report], change.statement.ranges)}
        for change in compare_runs(old, new)
    ]
    return Listing(_FINDING, rows)


def _finding(what: str, report: str, said: Any) -> dict[str, Any]:
    return {
        "finding": what,
        "report": report,
        "kind": said.kind,
        "who": list(said.who),
        "whom": list(said.whom),
        "date": said.date,
        "status": said.status,
        "what": said.what,
    }
