"""Days as people write them: `5 May 2025`, `5–7 May 2025`, `May 2025`, `January–June 2025`, `2025–2027`."""

from __future__ import annotations

from datetime import date, timedelta

from dostyk.model import Interval

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip


def in_words(when: Interval | None) -> str:
    """The interval in English; empty for None."""
    if when is None:
        return ""
    low, high = when.low, when.high
    if when.precision == "year":
        return str(low.year)
    if when.precision == "month":
        return f"{MONTHS[low.month - 1]} {low.year}"
    if low == high:
        return day_in_words(low)
    if months := _whole_months(low, high):
        return months
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day}–{day_in_words(high)}"
    if low.year == high.year:
        return f"{low.day} {MONTHS[low.month - 1]} – {day_in_words(high)}"
    return f"{day_in_words(low)} – {day_in_words(high)}"


def _whole_months(low: date, high: date) -> str:
    """The name of a span of whole years or months; empty for any other."""
    if low.day != 1 or high == date.max or (high + timedelta(days=1)).day != 1:
        return ""
    if (low.month, high.month) == (1, 12):
        return str(low.year) if low.year == high.year else f"{low.year}–{high.year}"
    first, last = MONTHS[low.month - 1], f"{MONTHS[high.month - 1]} {high.year}"
    if low.year != high.year:
        return f"{first} {low.year} – {last}"
    return last if low.month == high.month else f"{first}–{last}"


def day_in_words(day: date) -> str:
    """`5 May 2025`, without leading zero."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def iso_in_words(iso: str) -> str:
    """The same from ISO text; text that is no date comes back as it is."""
    try:
        return in_words(Interval.parse(iso)) if iso else ""
    except ValueError:
        return iso


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `33rd`, `111th`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def months_later(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, at most the 28th where the month is shorter."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 1, 28)
