"""The value of an expression as TIMEX3 writes it, with X for what the words leave open."""

from __future__ import annotations

from dostyk.language.dates.scene import Resolved
from dostyk.language.dates.values import (
    Calendar,
    Duration,
    Explicit,
    Fraction,
    InYear,
    Part,
    Partial,
    Season,
    TimeExpression,
    Value,
    Window,
)
from dostyk.model import Interval

_SEASONS = ("SP", "SU", "FA", "WI")
_LETTERS = {"hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}
_YEARS = {"decade": 10, "century": 100}


def timex(expression: TimeExpression, resolved: Resolved | None = None) -> str:
    """`2025-05-06`, `2025-W18`, `199` (the 1990s), `XXXX-05-06`, `XXXX-WXX-2`, `P90D`; "" where no value fits."""
    if resolved is not None:
        return _settled(expression.value, resolved.interval)
    return _open(expression.value)


def _settled(value: Value, interval: Interval) -> str:
    if interval.precision != "interval":
        return interval.iso
    year = interval.low.year
    match value:
        case Calendar(unit="week"):
            return f"{interval.low:%G-W%V}"
        case Calendar(unit="weekend"):
            return f"{interval.low:%G-W%V}-WE"
        case Calendar(unit="quarter") | Fraction(parts=4) | Part(name="fraction", parts=4):
            return f"{year}-Q{interval.high.month // 3}"
        case Fraction(parts=2) | Part(name="fraction", parts=2):
            return f"{year}-H{interval.high.month // 6}"
        case Season(season=season):
            return f"{year}-{_SEASONS[season]}"
        case Explicit() | Calendar():
            return _round(interval) or interval.iso
        case _:
            return interval.iso


def _round(interval: Interval) -> str:
    """A decade or a century by the figures its years share."""
    first, last = interval.low.year, interval.high.year
    for years in (10, 100):
        if first % years == 0 and last == first + years - 1:
            return str(first // years)
    return ""


def _open(value: Value) -> str:
    match value:
        case Explicit(interval):
            return _settled(value, interval)
        case Partial(month=None, day=None, weekday=int(weekday)):
            return f"XXXX-WXX-{weekday + 1}"
        case Partial(month=month, day=day, last_day=last):
            head = f"XXXX-{month:02d}" if month else "XXXX-XX"
            ends = [f"{head}-{each:02d}" for each in (day, last) if each]
            return "/".join(ends) or head
        case Season(season=season):
            return f"XXXX-{_SEASONS[season]}"
        case Fraction(number, parts):
            return f"XXXX-{'Q' if parts == 4 else 'H'}{number}"
        case Duration(count, unit) | Window(count, unit):
            return _length(count, unit)
        case InYear(value=inner):
            return _open(inner)
        case _:
            return ""


def _length(count: int, unit: str) -> str:
    if unit in _YEARS:
        return f"P{count * _YEARS[unit]}Y"
    letter = _LETTERS.get(unit, "")
    return f"PT{count}H" if letter == "TH" else f"P{count}{letter}" if letter else ""
