"""A later entry that seems to answer an earlier one, and how entries are placed in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dostyk.model import Entry, Interval
from dostyk.model.entry import UNDATED

__all__ = ["UNDATED", "Answer", "chronological", "first_told", "made_on", "reports_of", "took_place"]


@dataclass(frozen=True, slots=True)
class Answer:
    """`entry` may answer another one; `why` says in words what speaks for it. A proposal until a person settles it."""

    entry: Entry
    why: str
    settled: bool = False


def first_told(entry: Entry) -> date | None:
    """The day on which the first report told of the entry; None where no report of it gives a day."""
    return entry.first_told


def made_on(entry: Entry) -> Interval | None:
    """When the entry took place, else the day it was first told of; None where neither is known."""
    told = first_told(entry)
    return entry.date or (Interval.day(told) if told else None)


def reports_of(entry: Entry) -> set[str]:
    """Ids of the reports that tell of the entry."""
    return {anchor.report for anchor in entry.anchors}


def chronological(entries: Iterable[Entry]) -> list[Entry]:
    """By day, the undated last, and by id where the day is the same, so that no order of input matters."""
    return sorted(entries, key=lambda entry: (_day_key(entry), entry.id))


def _day_key(entry: Entry) -> tuple[date, date]:
    when = made_on(entry)
    return (when.low, when.high) if when else (date.max, date.max)


def took_place(entry: Entry, today: date) -> bool:
    """True for what reports say happened or goes on, and that does not lie wholly after `today`."""
    return entry.status in ("happened", "ongoing") and not (entry.date and entry.date.low > today)
