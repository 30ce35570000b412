"""Anniversaries of relations and instruments that fall within a stretch of days."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import chronological
from dostyk.followup.instruments import name_of
from dostyk.followup.words import names_something
from dostyk.model import Entry, Interval

_KINDS = ("relations", "signing")
_ENDED = re.compile(r"\b(?:severed|broken off|cut|suspended|downgraded)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The `number`th return of the day, month or year of `entry`; `on` is as precise as the entry's own date."""

    entry: Entry
    number: int
    on: Interval


def anniversaries(entries: Iterable[Entry], today: date, until: date) -> list[Anniversary]:
    """Those of relations and signings that begin or still run after `today`, up to `until`, in order of time; none of
    papers that are only called `the agreement` or `twelve documents`."""
    found = []
    for entry in chronological(entries):
        if entry.kind not in _KINDS or entry.status != "happened" or entry.date is None or entry.date.low > today:
            continue
        if entry.kind == "relations" and ended(entry.detail.level or entry.what):
            continue
        if entry.kind == "signing" and name_of(entry) and not names_something(name_of(entry)):
            continue
        for year in range(max(today.year, entry.date.low.year + 1), until.year + 1):
            on = _return_in(entry.date, year)
            if on is not None and on.high > today and on.low <= until:
                found.append(Anniversary(entry, year - entry.date.low.year, on))
    return sorted(found, key=lambda one: (one.on.low, one.on.high, -one.number, one.entry.id))


def ended(level: str) -> bool:
    """True for a level that tells of relations broken off, cut or lowered: `diplomatic relations severed`."""
    return _ENDED.search(level) is not None


def _return_in(when: Interval, year: int) -> Interval | None:
    """The same day, month or year in `year`; None for a stretch of days, which has no day of its own."""
    if when.precision == "year":
        return Interval.year(year)
    if when.precision == "month":
        return Interval.month(year, when.low.month)
    if when.precision != "day":
        return None
    day = 28 if (when.low.month, when.low.day) == (2, 29) and not isleap(year) else when.low.day
    return Interval.day(date(year, when.low.month, day))
