"""Sums with days, weeks, months and years. Weeks run from Monday to Sunday."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dostyk.model import Interval

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_EDGES = {"start", "end"}


def moved(day: date, count: int, unit: str, *, back: int = 0) -> date:
    """The day `count` units on, less `back` days; a day that a month lacks becomes its last one."""
    if unit in _MONTHS:
        step = day + relativedelta(months=count * _MONTHS[unit])
    else:
        step = day + timedelta(days=count * (7 if unit in ("week", "weekend") else 1), hours=0)
    return step - timedelta(days=back)


def fine_enough(base: Interval, unit: str) -> bool:
    """Whether `base` is told precisely enough to count in `unit` from it: no day follows from a year."""
    days = (base.high - base.low).days
    return days <= {"month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3653, "century": 36525}.get(
        unit, 10
    )


def unit_of(base: Interval, unit: str, offset: int) -> Interval:
    """The calendar unit `offset` units from the one that holds the first day of `base` (the last, going on)."""
    day = base.high if offset > 0 else base.low
    if unit == "day":
        return Interval.day(day + timedelta(days=offset))
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
        return Interval.between(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        first = moved(day.replace(day=1), offset, "month")
        return Interval.month(first.year, first.month)
    if unit == "year":
        return Interval.year(day.year + offset)
    years = {"decade": 10, "century": 100}.get(unit)
    if years:
        first = date((day.year // years + offset) * years or 1, 1, 1)
    else:
        length = _MONTHS[unit]
        first = moved(date(day.year, (day.month - 1) // length * length + 1, 1), offset, unit)
    return Interval.between(first, moved(first, 1, unit, back=1))


def units_from(base: Interval, count: int, unit: str) -> Interval:
    """`count` units from `base`, as precise as the unit: years give a year, months a month, the rest days."""
    if unit == "hour":
        unit, count = "day", int(count / 24)
    if unit in ("year", "decade", "century") and base.precision in ("day", "month", "year"):
        return Interval.year(moved(base.low, count, unit).year)
    if unit == "month" and base.precision in ("day", "month"):
        day = moved(base.low, count, unit)
        return Interval.month(day.year, day.month)
    if unit == "week" and base.precision == "day":
        return unit_of(base, "week", count)
    return Interval.between(moved(base.low, count, unit), moved(base.high, count, unit))


def window(base: Interval, count: int, unit: str, sign: int) -> Interval:
    """The days of `count` units that end with the last day of `base`, or begin with its last day."""
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    if sign < 0:
        return Interval.between(moved(base.high, -count, unit), base.high)
    return Interval.between(base.high, moved(base.high, count, unit))


def around(candidates: list[Interval], day: date) -> Interval | None:
    """The first candidate that has not ended before `day`."""
    return min((each for each in candidates if each.high >= day), default=None)


def part_of(whole: Interval, name: str, number: int = 1, parts: int = 1, unit: str = "month") -> Interval:
    """A part of `whole`: early, mid and late are thirds; start and end the first and last smaller unit.

    The start and end of a year or quarter are a month, of a month a week, of a week two days, of a decade a year.
    """
    if whole.precision == "day":
        return whole
    if name == "fraction":
        return _slice(whole, number - 1, number, parts)
    if name in ("early", "mid", "late"):
        third = ("early", "mid", "late").index(name)
        return _slice(whole, third, third + 1, 3)
    if name in _EDGES:
        return _edge(whole, name)
    if name == "weekday":
        return Interval.day(whole.low + timedelta(days=number))
    if name == "nth":
        low = moved(whole.low, number - 1, unit)
        return _named(min(low, whole.high), min(whole.high, moved(low, 1, unit, back=1)))
    first = name == "first"
    if first:
        return _named(whole.low, min(whole.high, moved(whole.low, number, unit, back=1)))
    return _named(max(whole.low, moved(whole.high + timedelta(days=1), -number, unit)), whole.high)


def _edge(whole: Interval, name: str) -> Interval:
    days = (whole.high - whole.low).days + 1
    unit = (
        "decade"
        if days > 20000
        else "year"
        if days > 1000
        else "month"
        if days > 80
        else "week"
        if days > 20
        else "day"
    )
    count = 2 if unit == "day" else 1
    if name == "start":
        return _named(whole.low, moved(whole.low, count, unit, back=1))
    return _named(moved(whole.high + timedelta(days=1), -count, unit), whole.high)


def _slice(whole: Interval, first: int, last: int, parts: int) -> Interval:
    """From the `first` to the `last` cut of `whole` in `parts` parts.

    What is longer than ten years is cut by years, what comes out even by months, the rest by days.
    """
    after = whole.high + timedelta(days=1)
    months = (after.year - whole.low.year) * 12 + after.month - whole.low.month
    if whole.low.day == after.day == 1 and (months % parts == 0 or months >= 120):
        unit = 12 if months >= 120 else 1
        cuts = [round(months / unit * cut / parts) * unit for cut in (first, last)]
        low, end = (whole.low + relativedelta(months=cut) for cut in cuts)
        return _named(low, end - timedelta(days=1))
    days = 30 if 28 <= (after - whole.low).days <= 31 else (after - whole.low).days
    low = whole.low + timedelta(days=days * first // parts)
    high = whole.high if last == parts else whole.low + timedelta(days=days * last // parts - 1)
    return Interval.between(low, max(low, high))


def _named(low: date, high: date) -> Interval:
    """The interval as a month or year where it is one."""
    for whole in (Interval.month(low.year, low.month), Interval.year(low.year)):
        if (whole.low, whole.high) == (low, high):
            return whole
    return Interval.between(low, high)
