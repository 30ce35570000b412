"""What a time expression says before anything is resolved: pure data, one class per way of naming a time.

`counted_from` and `anchored` keep apart what counts from the day of writing ("two years ago") and what counts
from another time in the text ("two years later").
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dostyk.model import Interval

KINDS = ("absolute", "partial", "relative", "duration", "recurring", "vague")
RELATIONS = ("in", "since", "until", "by", "after", "before", "within")
UNITS = ("hour", "day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Explicit:
    """A time named in full."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in two or three numbers whose order (day or month first) the text does not tell."""

    first: int
    second: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Partial:
    """A month, a day of a month, a day of a month not named, or a weekday: what lacks a year.

    `last_day` closes a run of days in the same month. `weekday` counts from Monday = 0; with a day it says which
    month's day is meant. `which` is -1, 0 or 1
    for "last", "this" and "next", None where no such word stands.
    """

    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """Spring (0), summer, autumn or winter (3), of a year (the one it begins in) or of none named."""

    season: int
    year: int | None = None
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """The `number`-th of `parts` equal parts of a year that is not named: "Q3", "the first half"."""

    number: int
    parts: int
    which: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar unit `offset` units from the one that holds the day of writing, or the anchor."""

    unit: str
    offset: int
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """A point `count` units before (`sign` -1) or after (1) the day of writing, or the anchor.

    `only_future` marks "in two weeks", which is a point only where the verb is in the future.
    """

    count: int
    unit: str
    sign: int
    anchored: bool = False
    only_future: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """All the days of `count` units that end (`sign` -1) or begin (1) with the day of writing, or the anchor."""

    count: int
    unit: str
    sign: int
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a longer time.

    `name` is early, mid, late, start, end, earlier or later; or `fraction`, the `number`-th of `parts` equal
    parts; or `first` or `last`, with `number` units of `unit`; or `nth`, the `number`-th unit; or `weekday`, that day
    of a week.
    """

    name: str
    whole: Value
    number: int = 1
    parts: int = 1
    unit: str = "month"


@dataclass(frozen=True, slots=True)
class InYear:
    """What lacks a year, and the words that give it: "September last year"."""

    value: Value
    year: Value


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one time to the last day of another. `high` None: until the day of writing."""

    low: Value
    high: Value | None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with no place in the calendar. Never resolves."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A fiscal year, by the year it ends in; `offset` counts from the running one where no year is named."""

    ends: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again and again. Never resolves."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time whose bounds the words do not give. Never resolves."""


Value = (
    Explicit | Numeric | Partial | Season | Fraction | Calendar | Offset | Window | Part | InYear | Range
    | Duration | Fiscal | Recurring | Vague
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time named in a text, at the half-open code-point range `start` to `end`.

    `kind` is one of `KINDS`, `relation` one of `RELATIONS`: how the words in front tie the happening to the time.
    `parts` holds the times named inside it: both ends of a range, the year of a season.
    """

    start: int
    end: int
    kind: str
    value: Value
    relation: str = "in"
    parts: tuple[TimeExpression, ...] = field(default=())
    event: tuple[int, int] | None = None
    """Where the words stand that the time is counted from: "of signing" in "within 90 days of signing"."""


def kind_of(value: Value) -> str:
    """The kind of an expression with this value."""
    match value:
        case Explicit():
            return "absolute"
        case Numeric() | Season() | Fraction():
            return "absolute" if getattr(value, "year", None) else "partial"
        case Partial():
            return "relative" if value.which is not None or value.month is value.day is None else "partial"
        case Calendar() | Offset():
            return "relative"
        case Window() | Duration():
            return "duration"
        case Part():
            return kind_of(value.whole)
        case InYear():
            return kind_of(value.year)
        case Range():
            kinds = {kind_of(value.low), kind_of(value.high) if value.high else "relative"}
            return next(
                kind for kind in ("vague", "recurring", "duration", "relative", "partial", "absolute") if kind in kinds
            )
        case Fiscal():
            return "absolute" if value.ends else "relative"
        case Recurring():
            return "recurring"
        case Vague():
            return "vague"
