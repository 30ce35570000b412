"""Values of decades, centuries, eras and fiscal years."""

from __future__ import annotations

from datetime import date

from dostyk.language.dates.cascade import Hit
from dostyk.language.dates.values import Explicit, Fiscal, Vague, Value
from dostyk.model import Interval


def decade(hit: Hit) -> Value | None:
    first = hit.number("d") or 0
    if _possessive(hit):
        return Explicit(Interval.year(first))
    return Explicit(
        Interval.between(date(first, 1, 1), date(first + (99 if first % 100 == 0 and first < 1900 else 9), 12, 31))
    )


def _possessive(hit: Hit) -> bool:
    return any(mark in hit.written("d") for mark in "'’") and not hit.has("the")


def century(hit: Hit) -> Value | None:
    number = hit.number("n") or 0
    if hit["u"] != "century" or not 1 < number <= 22 or hit.has("bce"):
        return Vague() if hit["u"] == "century" else None
    return Explicit(Interval.between(date(100 * number - 100, 1, 1), date(100 * number - 1, 12, 31)))


def era(hit: Hit) -> Value | None:
    """`500 CE`, `AD 842`; what lies before them is older than the calendar of this program."""
    if hit.has("bce"):
        return Vague()
    year = hit.number("y") or 0
    return Explicit(Interval.year(year)) if 0 < year < 2200 else None


def fiscal(hit: Hit) -> Value | None:
    """`fiscal year 2025`, `FY25`, `the 2024-25 financial year`, `the current fiscal year`."""
    if hit.has("w"):
        return Fiscal(offset=hit.number("w") or 0)
    if (year := hit.number("y")) is not None:
        return Fiscal(year)
    atom = hit["a"]
    value = getattr(atom, "value", None)
    if isinstance(value, Explicit):
        return Fiscal(value.interval.high.year)
    return None
