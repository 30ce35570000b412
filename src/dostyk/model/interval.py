"""Days, months, years and the stretches between them. A month stays a month: it never becomes an instant."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
PRECISIONS = ("day", "month", "year", "interval")


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from `low` to `high`, both inclusive, and how precisely the source put it.

    `precision` is one of `PRECISIONS`. Days are civil days as the report gives them, without a time zone.
    """

    low: date
    high: date
    precision: str = "interval"

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"interval ends before it begins: {self.low}/{self.high}")
        if self.precision not in PRECISIONS:
            raise ValueError(f"unknown precision {self.precision!r}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """One day."""
        return cls(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        """A whole month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")

    @classmethod
    def year(cls, year: int) -> Interval:
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def between(cls, low: date, high: date) -> Interval:
        """From one day to another, both inclusive; a single day where they are the same."""
        return cls(low, high, "day" if low == high else "interval")

    @classmethod
    def parse(cls, iso: str) -> Interval:
        """Read `2025-05-05`, `2025-05`, `2025` or `start/end` of these. Raises ValueError."""
        first, slash, last = iso.partition("/")
        begin = cls._parse_part(first)
        if not slash:
            return begin
        return cls.between(begin.low, cls._parse_part(last).high)

    @classmethod
    def _parse_part(cls, text: str) -> Interval:
        match = _PART.match(text.strip())
        if not match:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = match.groups()
        if day:
            return cls.day(date(int(year), int(month), int(day)))
        return cls.month(int(year), int(month)) if month else cls.year(int(year))

    @property
    def iso(self) -> str:
        """ISO text that `parse` reads back: a day, month, year, or `first/last`."""
        if self.precision == "day":
            return self.low.isoformat()
        if self.precision == "month":
            return f"{self.low:%Y-%m}"
        if self.precision == "year":
            return f"{self.low.year:04d}"
        return f"{self.low.isoformat()}/{self.high.isoformat()}"

    def contains(self, other: Interval) -> bool:
        """True where every day of `other` is one of ours."""
        return self.low <= other.low and other.high <= self.high

    def overlaps(self, other: Interval) -> bool:
        """True where a day is in both."""
        return self.low <= other.high and other.low <= self.high

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        return Interval.between(min(self.low, other.low), max(self.high, other.high))

    def gap_days(self, other: Interval) -> int:
        """Days between the two; 0 where they overlap or touch."""
        if self.overlaps(other):
            return 0
        return (max(self.low, other.low) - min(self.high, other.high)).days - 1
