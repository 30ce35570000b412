"""Values of what is written in figures: ISO dates, dotted and slashed dates, years and runs of years."""

from __future__ import annotations

from datetime import date

from dostyk.language.dates.cascade import Hit
from dostyk.language.dates.lexicon import NAMED, code, codes_of
from dostyk.language.dates.values import Explicit, Numeric, Partial, Value
from dostyk.model import Interval

_OTHER = code("OTHER")
_BEFORE_YEAR = codes_of(
    "IN OF SINCE BY UNTIL FROM FOR DURING BEFORE EARLIER LATER EDGE TO AND OPEN DASH COMMA THE ABOUT AFTER THIS BETWEEN"
    " THROUGH OR EDGEOF POSS SLASH FULLYEAR"
)
"""What stands before a year and hardly before another number."""


def day_value(year: int | None, month: int | None, first: int | None, last: int | None = None) -> Value | None:
    """A day or a run of days of one month; None where the calendar has no such day."""
    if first is None or month is None or not 1 <= first <= 31:
        return None
    try:
        low = date(year or 2000, month, first)  # a leap year, for 29 February without a year
        high = date(year or 2000, month, last) if last else low
    except ValueError:
        return None
    if high < low:
        return None
    if year is None:
        return Partial(month, first, last)
    return Explicit(Interval.between(low, high))


def iso_month(hit: Hit) -> Value | None:
    """`2025-05` is a month, `2024-25` and `2005-06` run from one year to the next."""
    year, number = hit.number("y"), hit.number("n")
    if year is None or number is None or len(hit.written("n")) != 2 or not hit.glued("y", "dash"):
        return None
    if number > year % 100:
        return Explicit(Interval.between(date(year, 1, 1), date(year - year % 100 + number, 12, 31)))
    if 1 <= number <= 12 and not hit.has("en"):
        return Explicit(Interval.month(year, number))
    return None


def split_year(hit: Hit) -> Value | None:
    value = hit["s"]
    year, number = value if isinstance(value, tuple) else (0, 0)
    if number != (year + 1) % 100:
        return None
    return Explicit(Interval.between(date(year, 1, 1), date(year + 1, 12, 31)))


def years(hit: Hit) -> Value | None:
    """`2025-2030`."""
    first, last = hit.number("a") or 0, hit.number("y") or 0
    if first < 1900 and hit.before() not in _BEFORE_YEAR:
        return None
    return Explicit(Interval.between(date(first, 1, 1), date(last, 12, 31))) if first < last else None


def numeric(hit: Hit) -> Value | None:
    """`30/4`, `6.5.2025`: dotted dates put the day first; slashed ones only where one number is above 12."""
    value = hit["n"]
    if not isinstance(value, tuple):
        return None
    first, second = value[:2]
    year = value[2] if len(value) > 2 else None
    if year is None and (first, second) in ((24, 7), (50, 50)):
        return None
    dotted = len(value) > 3 and value[3] == "."
    orders = [(first, second)] if dotted else [(first, second), (second, first)]
    made = [found for day, month in dict.fromkeys(orders) if month <= 12 and (found := day_value(year, month, day))]
    if len(made) == 2:
        return Numeric(first, second, year)
    return made[0] if made else None


def iso(hit: Hit) -> Value | None:
    value = hit["n"]
    return Explicit(Interval.day(value)) if isinstance(value, date) else None


def lone_year(hit: Hit) -> Value | None:
    """A year that stands alone: four figures that neither count nor name something."""
    year, before, after = hit.number("y") or 0, hit.before(), hit.after()
    led = before in _BEFORE_YEAR
    if not 1900 <= year < 2100 and not led and after != code("SHUT"):
        return None
    if hit.word(1).lower() in NAMED or hit.word(-1).lower() in NAMED:
        return None
    following = hit.word(1)
    if not led and before and after == _OTHER and following.islower() and following.endswith("s"):
        return None
    return Explicit(Interval.year(year))


def slashed_year(hit: Hit) -> Value | None:
    """`July 18/2018` is a day, `07/2018` a month."""
    value = hit["n"]
    first, year = value if isinstance(value, tuple) else (0, 0)
    if hit.has("m"):
        return day_value(year, hit.number("m"), first)
    return Explicit(Interval.month(year, first)) if 1 <= first <= 12 and len(hit.written("n")) == 7 else None
