"""Which of the days a calendar repeats is meant: the nearest to the day of writing in the sense of the verb."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dostyk.model import Interval

ZONES = timedelta(days=1)
"""How far a dated happening may lie past the day of publication and still be past: reports cross time zones."""


def month_candidates(near: date, month: int, day: int | None, last: int | None = None) -> list[Interval]:
    """The month, or its day or days, in the years around `near`; eight for what comes in leap years only."""
    reach = 8 if (month, day) == (2, 29) else 2
    return list(_valid(((year, month) for year in range(near.year - reach, near.year + reach + 1)), day, last))


def day_candidates(
    near: date, *, weekday: int | None = None, day: int | None = None, last: int | None = None
) -> list[Interval]:
    """The weekdays of the weeks, or the numbered days of the months, around `near`."""
    if weekday is not None:
        monday = near - timedelta(days=near.weekday())
        return [Interval.day(monday + timedelta(weeks=week, days=weekday)) for week in (-1, 0, 1)]
    first = near.replace(day=1)
    months = (first + relativedelta(months=step) for step in range(-2, 3))
    return list(_valid(((each.year, each.month) for each in months), day, last))


def _valid(months: Iterator[tuple[int, int]], day: int | None, last: int | None) -> Iterator[Interval]:
    for year, month in months:
        try:
            if day is None:
                yield Interval.month(year, month)
            else:
                yield Interval.between(date(year, month, day), date(year, month, last or day))
        except ValueError:  # not every month has a 31st, nor every year a 29 February
            continue


def choose(candidates: list[Interval], published: date, tense: str | None, which: int | None) -> Interval | None:
    """The candidate meant. Past: the last that has begun; future: the first not over; else the nearest.

    "Last" and "next" leave out the one that holds the day of writing; "this" asks for the one in its year.
    """
    if which is not None and which < 0:
        return max((each for each in candidates if each.high < published), default=None)
    if which is not None and which > 0:
        return min((each for each in candidates if each.low > published), default=None)
    if which == 0:
        return min(
            (each for each in candidates if published.year in (each.low.year, each.high.year)),
            key=lambda each: abs((each.low - published).days),
            default=None,
        )
    if tense == "past":
        return max((each for each in candidates if each.low <= published + ZONES), default=None)
    if tense == "future":
        return min((each for each in candidates if each.high >= published), default=None)
    return min(
        candidates,
        key=lambda each: (each.gap_days(Interval.day(published)), abs((each.low - published).days)),
        default=None,
    )


def weekday_near(weekday: int, which: int | None, published: date, tense: str | None) -> Interval:
    """A weekday. Past: the last on or before the day of writing; future: the next on or after; else the nearest.

    "Last" and "next" mean the last before and the first after it; "this" the one of the same week.
    """
    back = (published.weekday() - weekday) % 7
    if which == 0:
        return Interval.day(published - timedelta(days=published.weekday() - weekday))
    if which is not None:
        return Interval.day(
            published - timedelta(days=back or 7) if which < 0 else published + timedelta(days=7 - back)
        )
    if tense == "past" or (tense != "future" and back <= 3):
        return Interval.day(published - timedelta(days=back))
    return Interval.day(published + timedelta(days=(7 - back) % 7))


def season(year: int, number: int, southern: bool) -> Interval:
    """The meteorological season that begins in a year: three whole months from March, June, September, December."""
    first = date(year, (3, 6, 9, 12)[(number + 2) % 4 if southern else number], 1)
    return Interval.between(first, first + relativedelta(months=3) - timedelta(days=1))
