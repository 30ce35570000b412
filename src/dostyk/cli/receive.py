"""Reports that were found → readings in the ledger, with the count of what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from dostyk.errors import ModelMissing, Unstorable

if TYPE_CHECKING:
    from dostyk.intake import Failed, Found
    from dostyk.ledger.keeping import Keeping
    from dostyk.ledger.receiving import Receiving
    from dostyk.model import Claim, Report
    from dostyk.reading import Reading


class Store(Protocol):
    """Where readings go."""

    @property
    def receiving(self) -> Receiving: ...
    @property
    def keeping(self) -> Keeping: ...
    def add(self, report: Report, reading: Reading) -> object: ...
    def claims(self, *, report: str) -> list[Claim]: ...


@dataclass
class Outcome:
    """What a run did: reports read, what they claim by kind, what is wrong, and lines for `--claims`."""

    reports: int = 0
    known: int = 0  # of these versions, by this reader, in the ledger already
    kinds: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)  # by code
    first: dict[str, str] = field(default_factory=dict)  # the first message of each code
    failures: int = 0
    errors: Counter[str] = field(default_factory=Counter)  # failures by kind
    lines: list[dict[str, Any]] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)  # of reports that stay out: name, when, by whom and why
    stopped: bool = False


class Receiver:
    """Takes what was found into a ledger. A fault on one report is its own and does not stop the others."""

    def __init__(self, store: Store, read_report: Callable[[Report], Reading], *, keep_lines: bool = False) -> None:
        self._store, self._read, self._keep = store, read_report, keep_lines
        self.outcome = Outcome()

    def take(self, item: Found | Failed) -> Failed | None:
        """Read a report into the ledger; gives what failed, where anything did. Raises LedgerError."""
        from dostyk.intake import Failed

        failed = item if isinstance(item, Failed) else self._take(item)
        if failed is not None:
            self.outcome.failures += 1
            self.outcome.errors[failed.sort] += 1
        return failed

    def _take(self, found: Found) -> Failed | None:
        from dostyk.evaluate import claim_lines
        from dostyk.intake import Failed
        from dostyk.reading import READER

        report, outcome = found.report, self.outcome
        if not self._keep and self._store.receiving.knows(report.id, READER):
            outcome.known += 1
            outcome.kinds.update(claim.kind for claim in self._store.claims(report=report.id))
            return None
        erased = self._store.keeping.erased(report)
        if erased:
            outcome.erased.append(f"{report.name or report.source}: {erased}")
            return None
        try:
            reading = self._reading(found)
        except ModelMissing:
            raise  # no report can be read without it
        except Exception as error:  # noqa: BLE001 -- a fault on one report must not cost the others
            return Failed(report.path or report.name, f"reading it failed ({error!r})", "please report this")
        try:
            self._store.add(report, reading)
        except Unstorable as error:
            return Failed(report.path or report.name, f"cannot be stored ({error})", "shorten its names and addresses")
        outcome.reports += 1
        outcome.kinds.update(claim.kind for claim in reading.claims)
        for problem in reading.problems:
            outcome.problems[problem.code] += 1
            outcome.first.setdefault(problem.code, problem.message)
        if self._keep:
            outcome.lines += claim_lines(reading.claims, report)
        return None

    def _reading(self, found: Found) -> Reading:
        reading = self._read(found.report)
        known = {(problem.code, problem.passage) for problem in reading.problems}
        ours = [problem for problem in found.problems if (problem.code, problem.passage) not in known]
        return replace(reading, problems=(*ours, *reading.problems))


def summary(outcome: Outcome) -> list[str]:
    """The run in a few lines: reports, claims by kind, failures by kind, problems by code with the first of each."""
    from dostyk.clean import visible

    total = sum(outcome.kinds.values())
    known = f", {outcome.known:,} known already" if outcome.known else ""
    lines = [f"{count(outcome.reports, 'report')} read{known}, {count(total, 'claim')}"]
    lines += [f"  {kind:14}{number:6}" for kind, number in _by_size(outcome.kinds)]
    if outcome.erased:
        lines.append(f"{count(len(outcome.erased), 'report')} erased before, and not taken in again")
        lines += [f"  {said}" for said in outcome.erased]
    if outcome.failures:
        lines.append(f"{count(outcome.failures, 'place')} could not be read; all of them: dostyk check")
        lines += [f"  {kind} ({number})" for kind, number in _by_size(outcome.errors)]
    if outcome.problems:
        lines.append(f"{count(outcome.problems.total(), 'problem')}; all of them: dostyk check")
        lines += [f"  {code} ({number}): {outcome.first[code]}" for code, number in _by_size(outcome.problems)]
    return [visible(line) for line in lines]


def _by_size(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def count(number: int, word: str) -> str:
    """`1 report`, `1,200 reports`."""
    return f"{number:,} {word}" + ("" if number == 1 else "s")
