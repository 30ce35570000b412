"""Reports in, claims out. Pure: reading writes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.intake.readable import why_not_read
from dostyk.model import Claim, Problem, Report
from dostyk.reading.version import READER

__all__ = ["READER", "Reading", "read_report"]


@dataclass(frozen=True)
class Reading:
    """What one version of the reader found in one report. `report` is its id, `reader` the reader's version."""

    report: str
    reader: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def read_report(report: Report) -> Reading:
    """Read a report. The same report and version give the same claims in the same order.

    A report in a language that is not read, or too long to read, gives no claims and a problem that says so.
    """
    unread = why_not_read(report)
    if unread is not None:
        return Reading(report.id, READER, (), (unread,))
    from dostyk.reading.reader import read

    claims, problems = read(report)
    return Reading(report.id, READER, tuple(claims), tuple(problems))
