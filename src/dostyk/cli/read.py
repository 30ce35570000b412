"""`dostyk read`: reports into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.intake import Failed, Found
    from dostyk.model import Claim, Report
    from dostyk.reading import Reading


class Store(Protocol):
    """Where readings go."""

    def add(self, report: Report, reading: Reading) -> object: ...
    def claims(self, *, report: str) -> list[Claim]: ...


@dataclass
class Outcome:
    """What a run did: reports read, what they claim by kind, what is wrong, and lines for `--claims`."""

    reports: int = 0
    known: int = 0  # of these versions, by this reader, in the ledger already
    kinds: Counter[str] = field(default_factory=Counter)
    problems: list[tuple[str, str, str]] = field(default_factory=list)  # report's name, code, message
    failures: list[str] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)


def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="Day of reports that give none, YYYY-MM-DD.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Outlet of reports that name none.")
    ] = None,
    claims: Annotated[
        Path | None, typer.Option("--claims", metavar="OUT.jsonl", help="Write the claims of these reports too.")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Read reports into the ledger. One that cannot be read is named and does not stop the run."""
    from dostyk.cli.options import day_option
    from dostyk.cli.progress import progress
    from dostyk.evaluate import write_lines
    from dostyk.intake import read_paths
    from dostyk.reading import read_report

    day = day_option("--published", published)
    with open_ledger(ledger, create=True) as store, progress() as step, store.bulk():
        found = read_paths(paths, published=day, outlet=outlet)
        outcome = read_all(found, store, read_report, step, keep_lines=claims is not None)
    if claims is not None:
        write_lines(claims, outcome.lines)
    for line in summary(outcome):
        print(line)
    for failure in outcome.failures:
        notice(f"not read: {failure}")
    if outcome.failures:
        raise typer.Exit(1)


def read_all(
    found: Iterable[Found | Failed],
    store: Store,
    read_report: Callable[[Report], Reading],
    step: Callable[[str], None],
    *,
    keep_lines: bool,
) -> Outcome:
    """Read every report that was found and put it into the store; what fails is noted and the rest goes on."""
    from dostyk.evaluate import claim_lines
    from dostyk.intake import Failed

    outcome = Outcome()
    for item in found:
        if isinstance(item, Failed):
            outcome.failures.append(str(item.error()))
            continue
        report = item.report
        step(report.name)
        if not keep_lines and (held := _held(store, report)):
            outcome.known += 1
            outcome.kinds.update(claim.kind for claim in held)
            continue
        try:
            reading = read_report(report)
        except Exception as error:  # noqa: BLE001 -- a fault on one report must not cost the others
            outcome.failures.append(f"{report.path or report.name}: reading it failed ({error!r}); please report this")
            continue
        store.add(report, replace(reading, problems=(*item.problems, *reading.problems)))
        outcome.reports += 1
        outcome.kinds.update(claim.kind for claim in reading.claims)
        outcome.problems += [(report.name, p.code, p.message) for p in (*item.problems, *reading.problems)]
        if keep_lines:
            outcome.lines += claim_lines(reading.claims, report)
    return outcome


def _held(store: Store, report: Report) -> list[Claim]:
    """Claims of this very report by this version of the reader, where the ledger has them already."""
    from dostyk.reading import READER

    held = store.claims(report=report.id)
    return held if any(claim.reader == READER for claim in held) else []


def summary(outcome: Outcome) -> list[str]:
    """The run in a few lines: reports, claims by kind, problems by code with the first of each."""
    total = sum(outcome.kinds.values())
    lines = [f"{_count(outcome.reports, 'report')} read, {_count(total, 'claim')}"]
    if outcome.known:
        lines[0] = (
            f"{_count(outcome.reports, 'report')} read, {outcome.known:,} known already, {_count(total, 'claim')}"
        )
    lines += [f"  {kind:14}{count:6}" for kind, count in sorted(outcome.kinds.items(), key=lambda k: (-k[1], k[0]))]
    if outcome.failures:
        lines.append(f"{_count(len(outcome.failures), 'place')} could not be read")
    if outcome.problems:
        lines.append(f"{_count(len(outcome.problems), 'problem')}; all of them: dostyk check")
        codes = Counter(code for _, code, _ in outcome.problems)
        for code, count in sorted(codes.items(), key=lambda c: (-c[1], c[0])):
            first = next(message for _, problem, message in outcome.problems if problem == code)
            lines.append(_clean(f"  {code} ({count}): {first}"))
    return lines


def _clean(line: str) -> str:
    from dostyk.cli.clean import visible

    return visible(line)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
