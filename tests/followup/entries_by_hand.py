"""Entries made by hand, one report each."""

from __future__ import annotations

from dostyk.model import Anchor, Detail, Entry, Interval, Party


def entry(
    kind: str, who: str, whom: str = "", day: str = "", place: str = "", what: str = "", status: str = "happened",
    told: str = "2025-01-01", report: str = "", detail: Detail | None = None,
) -> Entry:  # fmt: skip
    """An entry told of by one report on day `told`."""
    name = report or f"r-{kind}-{who}-{whom}-{day}-{what}"
    anchor = Anchor(told, name, "text", 0, 5, kind)
    return Entry(
        id=anchor.entry_id, kind=kind, anchors=(anchor,), claims=(), who=_parties(who), whom=_parties(whom),
        date=Interval.parse(day) if day else None, date_basis="", place=place, what=what, status=status,
        detail=detail or Detail(),
    )  # fmt: skip


def _parties(keys: str) -> tuple[Party, ...]:
    return tuple(Party.parse(key.strip()) for key in keys.split(";") if key.strip())
