"""`dostyk read`: reports into the ledger."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from dostyk.cli.frames import FramesOption, usable, use
from dostyk.cli.output import notice
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.receive import Receiver, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from dostyk.cli.progress import Gauge
    from dostyk.intake import Failed, Found
    from dostyk.ledger import Ledger
    from dostyk.ledger.receiving import Failure


_MOST_ENDINGS = 8  # that are named


class Supplied(TypedDict):
    """What the user gives for reports that do not say it themselves."""

    published: date | None
    outlet: str | None


@dataclass(frozen=True)
class Job:
    """A file to read, or why there is none; the day and outlet that are supplied where its reports give none."""

    place: str
    path: Path | None
    failed: Failed | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    size: int = 0


def read(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files, folders, globs, or - for standard input.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DAY", help="Day of reports that give none, YYYY-MM-DD.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="NAME", help="Outlet of reports that name none.")
    ] = None,
    claims: Annotated[
        Path | None, typer.Option("--claims", metavar="OUT.jsonl", help="Write the claims of these reports too.")
    ] = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what could not be read before; dostyk check lists it.")
    ] = False,
    frames: FramesOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Read reports into the ledger. One that cannot be read is named and does not stop the run.

    Ctrl-C stops after the report at hand; the next run goes on from there.
    """
    use(frames)
    from dostyk.cli.options import day_option
    from dostyk.cli.stopping import STOPPED
    from dostyk.errors import UsageError
    from dostyk.evaluate import write_lines
    from dostyk.intake import STDIN
    from dostyk.reading import read_report

    day = day_option("--published", published)
    if not paths and not retry_failed:
        raise UsageError("name files or folders to read, or give --retry-failed")
    usable()
    options = {"published": day.isoformat() if day else "", "outlet": outlet or ""}
    with open_ledger(ledger, create=True) as store:
        receiver = Receiver(store, read_report, keep_lines=claims is not None)
        before = store.receiving.failures()
        passed: Counter[str] = Counter()
        jobs = _jobs([path for path in paths or () if path != STDIN], options, passed)
        if retry_failed:
            jobs += _again(before, {job.place for job in jobs}, options)
        stdin = _supplied(options) if STDIN in (paths or ()) else None
        failures = _run(jobs, stdin, store, receiver, {failure.place for failure in before})
    for line in summary(receiver.outcome):
        print(line)
    for failure in failures:
        notice(f"not read: {failure.error()}")
    if passed:
        notice(f"passed over: {_endings(passed)}")
    if claims is not None:
        write_lines(claims, receiver.outcome.lines)
    if receiver.outcome.stopped:
        notice("dostyk: stopped; what was read is kept, and the same command goes on")
        raise typer.Exit(STOPPED)
    if failures:
        raise typer.Exit(1)


def _endings(passed: Counter[str]) -> str:
    """`12 .jpg, 1 .pptx`; the most frequent endings by name."""
    ranked = sorted(passed.items(), key=lambda one: (-one[1], one[0]))
    said = [f"{number:,} {suffix or 'without an ending'}" for suffix, number in ranked[:_MOST_ENDINGS]]
    rest = sum(number for _, number in ranked[_MOST_ENDINGS:])
    return ", ".join(said + ([f"{rest:,} others"] if rest else []))


def _jobs(paths: Sequence[str], options: Mapping[str, str], passed: Counter[str]) -> list[Job]:
    from dostyk.intake import Failed, as_text, find_files

    jobs = []
    for item in find_files(paths, passed):
        if isinstance(item, Failed):
            jobs.append(Job(os.path.abspath(item.path), None, item, options))
        else:
            jobs.append(Job(as_text(os.path.abspath(item)), item, None, options, _size(item)))
    return jobs


def _again(failures: Sequence[Failure], named: set[str], options: Mapping[str, str]) -> list[Job]:
    """What failed before, as it was asked for then, but for what is asked for now."""
    from dostyk.intake import as_path

    given = {name: value for name, value in options.items() if value}
    places = {failure.place: {**failure.options, **given} for failure in failures if failure.place not in named}
    return [Job(place, as_path(place), None, asked, _size(as_path(place))) for place, asked in places.items()]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it will say why
        return 0


def _run(
    jobs: Sequence[Job], stdin: Supplied | None, store: Ledger, receiver: Receiver, failed_before: set[str]
) -> list[Failed]:
    """Read every job, and note in the ledger what failed of each. Gives the failures."""
    from dostyk.cli.progress import Gauge, gauged
    from dostyk.cli.stopping import stoppable
    from dostyk.intake import read_stdin
    from dostyk.ledger.receiving import Failure

    gauge = Gauge(total=sum(job.size for job in jobs), errors=receiver.outcome.errors)
    failures: list[Failed] = []
    with stoppable("report") as stop, gauged(gauge) as step, store.bulk():
        for job in jobs:
            found: list[Failed] = []
            for item in _items(job, gauge):
                _take(item, receiver, gauge, step, found)
                if stop:
                    break
            failures += found
            if stop:
                receiver.outcome.stopped = True
                break
            gauge.before, gauge.inside = gauge.before + job.size, 0
            if found or job.place in failed_before:
                noted = [Failure(job.place, each.reason, each.remedy, each.path, job.options) for each in found]
                store.receiving.settle(job.place, noted)
        if stdin is not None and not stop:
            for item in read_stdin(**stdin):
                _take(item, receiver, gauge, step, failures)
    return failures


def _take(
    item: Found | Failed, receiver: Receiver, gauge: Gauge, step: Callable[[str], None], failures: list[Failed]
) -> None:
    from dostyk.intake import Failed

    step(item.path if isinstance(item, Failed) else item.report.name)
    gauge.reports += 1
    failed = receiver.take(item)
    if failed is not None:
        failures.append(failed)


def _items(job: Job, gauge: Gauge) -> Iterator[Found | Failed]:
    from dostyk.intake import read_file

    def at(position: int) -> None:
        gauge.inside = min(position, job.size)

    if job.failed is not None:
        yield job.failed
    elif job.path is not None:
        yield from read_file(job.path, at=at, **_supplied(job.options))


def _supplied(options: Mapping[str, str]) -> Supplied:
    from dostyk.cli.options import day_option

    day = day_option("--published", options.get("published"))
    return {"published": day, "outlet": options.get("outlet") or None}
