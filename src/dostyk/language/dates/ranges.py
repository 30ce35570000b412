"""Values of what runs from one time to another: `from 4 to 6 May`, `Monday 15 to Sunday 21 August`, `2019 to date`."""

from __future__ import annotations

from dostyk.language.dates.cascade import Hit
from dostyk.language.dates.values import (
    Calendar,
    Explicit,
    Fraction,
    InYear,
    Part,
    Partial,
    Range,
    Season,
    TimeExpression,
    Value,
)
from dostyk.model import Interval


def value_in(hit: Hit, group: str) -> Value | None:
    """The value of a time that was read before, None where the group did not take part."""
    atom = hit[group]
    return atom.value if isinstance(atom, TimeExpression) else None


def range_of(hit: Hit) -> Value | None:
    """`from 4 to 6 May`, `March to May`."""
    low, high = value_in(hit, "a"), value_in(hit, "b")
    if low is None or high is None or not _match(low, high):
        return None
    if isinstance(low, Explicit) and isinstance(high, Explicit):
        first, last = low.interval.low, high.interval.high
        return Explicit(Interval.between(first, last)) if first < last else None
    return Range(low, high)


def range_by_number(hit: Hit) -> Value | None:
    """`Monday 15 to Sunday 21 August`: the month stands once, behind the last day."""
    day, last = hit.number("n"), value_in(hit, "b")
    if not day or not 1 <= day <= 31:
        return None
    if isinstance(last, Explicit):
        low = last.interval.low
        first = low.replace(day=day) if day <= low.day else None
        return Explicit(Interval.between(first, last.interval.high)) if first else None
    if isinstance(last, Partial) and last.month and last.day and day < last.day:
        return Partial(month=last.month, day=day, last_day=last.day, weekday=None, which=None)
    return None


def to_now(hit: Hit) -> Value | None:
    """`2019 to date`."""
    low = value_in(hit, "a")
    return Range(low, None) if low else None


_ORDER = ("day", "month", "year")


def _grain(value: Value) -> str:
    match value:
        case Explicit(interval):
            return interval.precision
        case Partial(month=month, day=None, weekday=None) if month:
            return "month"
        case Partial():
            return "day"
        case Calendar(unit=unit):
            return unit
        case InYear(value=inner):
            return _grain(inner)
        case Part(whole=whole):
            return _grain(whole)
        case Season() | Fraction():
            return "month"
        case _:
            return "other"


def _match(low: Value, high: Value) -> bool:
    """Whether two times can be the ends of one range: both days, both months, both years or like each other."""
    one, other = _grain(low), _grain(high)
    if "other" in (one, other):
        return False
    return one == other or {one, other} == {"day", "month"} or (other == "year" and isinstance(low, Explicit))


def range_inside(hit: Hit) -> Value | None:
    """`between May and June in 1981`."""
    low, high, year = value_in(hit, "a"), value_in(hit, "b"), value_in(hit, "y")
    if not (isinstance(low, Partial) and isinstance(high, Partial) and low.month and high.month and year):
        return None
    return Range(InYear(low, year), InYear(high, year))
