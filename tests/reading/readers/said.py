"""Sentences after one lead, and the statements or commitments read from them as short lines."""

from __future__ import annotations

from datetime import date

from dostyk.model import Claim, Report
from dostyk.reading import read_report

LEAD = "Norwegian Prime Minister Kari Lunde received Chilean President Diego Rojas in Oslo on Tuesday. "


def claims_of(text: str, kind: str, title: str = "", outlet: str = "", lead: str = LEAD) -> list[Claim]:
    """The claims of one kind in a made-up report of 6 May 2025."""
    report = Report(text=lead + text, title=title, outlet=outlet, published=date(2025, 5, 6))
    return [c for c in read_report(report).claims if c.kind == kind]


def lines(claims: list[Claim]) -> set[str]:
    """`who: what` of each claim, persons by their last name."""
    return {f"{' + '.join(_short(m.key) for m in c.who)}: {c.what}" for c in claims}


def _short(key: str) -> str:
    state, _, name = key.partition(":")
    return name.split()[-1] if name else state
