"""From what an expression says to the days it means.

A year that the text leaves out is taken from the day of writing in the sense of the verb, or from the anchor: the
time told before. Where neither is known the answer is None.
"""

from __future__ import annotations

from datetime import date, timedelta

from dostyk.language.dates.arithmetic import around, fine_enough, moved, part_of, unit_of, units_from, window
from dostyk.language.dates.nearest import choose, day_candidates, month_candidates, season, weekday_near
from dostyk.language.dates.scene import Habits, Resolved, Scene
from dostyk.language.dates.values import (
    Calendar,
    Explicit,
    Fiscal,
    Fraction,
    InYear,
    Numeric,
    Offset,
    Part,
    Partial,
    Range,
    Season,
    TimeExpression,
    Value,
    Window,
)
from dostyk.model import Interval

_BACKWARDS = timedelta(days=62)
"""How far behind the time told before a story may step back without naming the year anew."""


def resolve(
    expr: TimeExpression,
    *,
    published: date | None,
    tense: str | None = None,
    anchor: Interval | None = None,
    habits: Habits | None = None,
) -> Resolved | None:
    """The days that `expr` means, or None where they cannot be known.

    `published` is the day the words were written (a dateline's day, where it has one); `tense` is past, present,
    future or None, of the verb the expression hangs on; `anchor` is the time the text told before. With an anchor, a
    day or month without a year is the first that is not over two months before the anchor; without, it is the nearest
    to `published` in the sense of the tense.
    """
    scene = Scene(published, tense, anchor, habits or Habits(), set())
    try:
        interval = _interval(expr.value, scene)
    except (ValueError, OverflowError):  # a day the calendar does not have, or one outside of its years
        return None
    if interval is None:
        return None
    basis = next((name for name in ("anchor", "tense", "published") if name in scene.used), "explicit")
    return Resolved(interval, basis, expr.relation)


def _interval(value: Value, scene: Scene) -> Interval | None:
    match value:
        case Explicit(interval):
            return interval
        case Numeric():
            return _numeric(value, scene)
        case Partial() | Season() | Fraction():
            return _without_year(value, scene)
        case Calendar(unit, offset, anchored):
            base = scene.base(anchored)
            return _calendar(base, unit, offset, scene) if base else None
        case Offset():
            return _offset(value, scene)
        case Window(count, unit, sign, anchored):
            base = scene.base(anchored)
            return window(base, count, unit, sign) if base else None
        case Part():
            return _part(value, scene)
        case InYear(inner, year):
            whole = _interval(year, scene)
            return _in(inner, whole, scene) if whole and whole.precision == "year" else None
        case Range(low, high):
            return _range(low, high, scene)
        case Fiscal(ends, offset):
            return _fiscal(ends, offset, scene)
        case _:
            return None


def _calendar(base: Interval, unit: str, offset: int, scene: Scene) -> Interval | None:
    """A calendar unit; the weekend told of in the past is the one that has begun."""
    if not fine_enough(base, unit):
        return None
    found = unit_of(base, unit, offset)
    if unit == "weekend" and offset == 0 and scene.tense == "past" and found.low > base.low:
        scene.used.add("tense")
        return unit_of(base, unit, -1)
    return found


def _numeric(value: Numeric, scene: Scene) -> Interval | None:
    if scene.habits.day_first is None:
        return None
    day, month = (value.first, value.second) if scene.habits.day_first else (value.second, value.first)
    if value.year:
        return Interval.day(date(value.year, month, day))
    return _without_year(Partial(month, day), scene)


def _offset(value: Offset, scene: Scene) -> Interval | None:
    if value.only_future and scene.tense != "future":
        return None
    base = scene.base(value.anchored)
    if base is None or not fine_enough(base, value.unit):
        return None
    if value.only_future:
        scene.used.add("tense")
    return units_from(base, value.count * value.sign, value.unit)


def _without_year(value: Partial | Season | Fraction, scene: Scene) -> Interval | None:
    """A day, month or season nearest to the day of writing, or first on or after the anchor."""
    if isinstance(value, Season) and value.year:
        return season(value.year, value.season, scene.habits.southern)
    if scene.anchor and value.which is None:
        scene.used.add("anchor")
        return around(_candidates(value, scene.anchor.low, scene), scene.anchor.low - _BACKWARDS)
    published = scene.day()
    if published is None:
        return None
    if isinstance(value, Partial) and value.weekday is not None and value.month is value.day is None:
        if scene.tense in ("past", "future") and value.which is None:
            scene.used.add("tense")
        return weekday_near(value.weekday, value.which, published, scene.tense)
    if isinstance(value, Partial) and value.month is None and value.which is not None:
        month = unit_of(Interval.day(published), "month", value.which)
        return _days(month.low.year, month.low.month, value)
    if isinstance(value, Partial) and value.month is None and value.weekday is not None and scene.tense != "future":
        return choose(_candidates(value, published, scene), published, None, None)  # such days are weeks apart
    if value.which is None and scene.tense in ("past", "future"):
        scene.used.add("tense")
    return choose(_candidates(value, published, scene), published, scene.tense, value.which)


def _candidates(value: Partial | Season | Fraction, near: date, scene: Scene) -> list[Interval]:
    match value:
        case Season(number):
            return [season(near.year + step, number, scene.habits.southern) for step in range(-2, 3)]
        case Fraction(number, parts):
            return [part_of(Interval.year(near.year + step), "fraction", number, parts) for step in (-1, 0, 1)]
        case Partial(month=None, day=None):
            return day_candidates(near, weekday=value.weekday)
        case Partial(month=None, day=day, last_day=last, weekday=weekday):
            found = day_candidates(near, day=day, last=last)
            return [each for each in found if weekday is None or each.low.weekday() == weekday]
        case Partial(month=month, day=day, last_day=last):
            return month_candidates(near, month or 1, day, last)


def _days(year: int, month: int, value: Partial) -> Interval:
    first = date(year, month, value.day or 1)
    return Interval.between(first, date(year, month, value.last_day)) if value.last_day else Interval.day(first)


def _in(value: Value, whole: Interval, scene: Scene) -> Interval | None:
    """What lacks a year, in the year `whole`."""
    match value:
        case Partial(month=int(month), day=None):
            return Interval.month(whole.low.year, month)
        case Partial(month=int(month)):
            return _days(whole.low.year, month, value)
        case Season(number):
            return season(whole.low.year, number, scene.habits.southern)
        case Part(name, inner, number, parts, unit):
            return part_of(found, name, number, parts, unit) if (found := _in(inner, whole, scene)) else None
        case Range(low, high) if high:
            first, last = _in(low, whole, scene), _in(high, whole, scene)
            return Interval.between(first.low, last.high) if first and last else None
        case _:
            return None


def _part(value: Part, scene: Scene) -> Interval | None:
    whole = _interval(value.whole, scene)
    if whole is None:
        return None
    if value.name not in ("earlier", "later"):
        return part_of(whole, value.name, value.number, value.parts, value.unit)
    if not scene.published or not whole.low <= scene.published <= whole.high:
        return whole
    published = scene.day() or whole.low
    if value.name == "earlier":
        return Interval.between(whole.low, published)
    return Interval.between(published, whole.high)


def _range(low: Value, high: Value | None, scene: Scene) -> Interval | None:
    """Both ends; an end without a year takes it from the other, so that they stand in order."""
    if high is None:
        first, today = _interval(low, scene), scene.day()
        return Interval.between(first.low, today) if first and today and first.low <= today else None
    if _lacks_year(low) and not _lacks_year(high):
        last = _interval(high, scene)
        return _ending(low, last, scene) if last else None
    first = _interval(low, scene)
    if first is None:
        return None
    if not _lacks_year(high):
        last = _interval(high, scene)
    else:
        assert isinstance(high, Partial | Season | Fraction)
        last = around(_candidates(high, first.low, scene), first.low)
    return Interval.between(first.low, last.high) if last and first.low <= last.high else None


def _ending(low: Value, last: Interval, scene: Scene) -> Interval | None:
    """The range that ends with `last` and begins with the latest `low` before its end."""
    assert isinstance(low, Partial | Season | Fraction)
    starts = [each for each in _candidates(low, last.high, scene) if each.low <= last.low]
    return Interval.between(max(starts).low, last.high) if starts else None


def _lacks_year(value: Value) -> bool:
    return (
        isinstance(value, Partial | Season | Fraction) and value.which is None and getattr(value, "year", None) is None
    )


def _fiscal(ends: int | None, offset: int, scene: Scene) -> Interval | None:
    start = scene.habits.fiscal_start
    if start is None:
        return None
    if ends is None:
        published = scene.day()
        if published is None:
            return None
        ends = published.year + offset + (1 if published.month >= start > 1 else 0)
    first = date(ends - (1 if start > 1 else 0), start, 1)
    return Interval.between(first, moved(first, 1, "year", back=1))
