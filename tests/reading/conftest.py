"""Reads a few sentences as one report and gives its claims as short lines, to stand beside what is expected."""

from collections.abc import Callable
from datetime import date

import pytest

from dostyk.model import Claim, Report
from dostyk.reading import read_report

Lines = Callable[..., list[str]]


def line(claim: Claim) -> str:
    """`kind who > whom date place status`."""
    who = " + ".join(m.key for m in claim.who)
    whom = " + ".join(m.key for m in claim.whom)
    parts = [claim.kind, who, f"> {whom}" if whom else "", claim.date.iso if claim.date else "", claim.place]
    return " ".join(p for p in [*parts, claim.status] if p)


@pytest.fixture(scope="session")
def read() -> Lines:
    """`read(text, "visit", "meeting", outlet=…, published=…)`: lines of the claims of these kinds, in order."""

    def run(text: str, *kinds: str, title: str = "", outlet: str = "", published: str = "2025-05-06") -> list[str]:
        report = Report(text=text, title=title, outlet=outlet, published=date.fromisoformat(published))
        claims = read_report(report).claims
        return [line(c) for c in claims if not kinds or c.kind in kinds]

    return run
