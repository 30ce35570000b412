"""What an expression is resolved against, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dostyk.model import Interval


@dataclass(frozen=True, slots=True)
class Habits:
    """What a report's country takes for granted. None: unknown, and what hangs on it stays unresolved.

    `day_first` reads 6/5 as 6 May; `fiscal_start` is the month in which fiscal years begin (a fiscal year bears the
    number of the year it ends in); `southern` puts summer in December.
    """

    day_first: bool | None = None
    fiscal_start: int | None = None
    southern: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days an expression means.

    `basis` says what they were found by: explicit (the words alone), published (counted from the day of writing),
    tense (that and the verb's tense), anchor (a time told elsewhere in the text). `relation` is the expression's.
    """

    interval: Interval
    basis: str
    relation: str


@dataclass(slots=True)
class Scene:
    """What an expression is resolved against; `used` gathers what was needed."""

    published: date | None
    tense: str | None
    anchor: Interval | None
    habits: Habits
    used: set[str]

    def day(self) -> date | None:
        """The day of writing, noted as used."""
        if self.published:
            self.used.add("published")
        return self.published

    def base(self, anchored: bool) -> Interval | None:
        """What an expression counts from: the anchor or the day of writing."""
        if not anchored:
            day = self.day()
            return Interval.day(day) if day else None
        if self.anchor:
            self.used.add("anchor")
        return self.anchor
