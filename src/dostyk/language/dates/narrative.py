"""Read the times of a whole text in order, so that each can count from the one told before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dostyk.language.dates.find import find
from dostyk.language.dates.resolve import resolve
from dostyk.language.dates.scene import Habits, Resolved
from dostyk.language.dates.values import (
    Calendar,
    InYear,
    Offset,
    Part,
    Partial,
    Range,
    TimeExpression,
    Value,
    Window,
)
from dostyk.model import Interval

_SENTENCE = re.compile(r"[.!?]['\"’”)\]]*\s+['\"‘“(\[]?[A-Z]")
_NEWS_DAYS = 31
Tense = Callable[[TimeExpression], "str | None"]


def read(
    text: str, *, published: date | None, tense: Tense = lambda _: None, habits: Habits | None = None
) -> list[tuple[TimeExpression, Resolved | None]]:
    """The time expressions of a text with the days they mean.

    "The following day" and "that year" count from the last day, month or year told before them. A day or month
    without a year takes its year from a full date told before it in the same paragraph (a mere year: in the same
    sentence), where that one lies outside the years around the day of writing: the text tells of
    other times then. A day in the month around the day of writing is news all the same.
    """
    told: Interval | None = None
    other_times: Interval | None = None
    last_end = 0
    read_so_far: list[tuple[TimeExpression, Resolved | None]] = []
    for expression in find(text):
        between = text[last_end : expression.start]
        if "\n\n" in between or (other_times and other_times.precision == "year" and _SENTENCE.search(between)):
            other_times = None
        last_end = expression.end
        anchored = _anchored(expression.value)
        anchor = told if anchored else other_times if _lacks_year(expression.value) else None
        sense = tense(expression)
        resolved = resolve(expression, published=published, tense=sense, habits=habits)
        if anchor is not None and (anchored or not _recent(resolved, published)):
            resolved = resolve(expression, published=published, tense=sense, anchor=anchor, habits=habits)
        read_so_far.append((expression, resolved))
        if resolved is None:
            continue
        if (resolved.interval.high - resolved.interval.low).days <= 366 and not isinstance(expression.value, Window):
            told = resolved.interval
        if resolved.basis in ("explicit", "anchor"):
            elsewhere = resolved.relation == "in" and _elsewhere(resolved.interval, published)
            other_times = resolved.interval if elsewhere else None
        else:
            other_times = None
    return read_so_far


def _elsewhere(interval: Interval, published: date | None) -> bool:
    """Whether a time lies outside the year before the day of writing and the year behind it."""
    return published is None or abs((interval.low - published).days) > 366


def _recent(resolved: Resolved | None, published: date | None) -> bool:
    """Whether a day without a year lies so near to the day of writing that it is news, whatever was told before."""
    if resolved is None or published is None:
        return False
    return resolved.interval.gap_days(Interval.day(published)) < _NEWS_DAYS


def _anchored(value: Value) -> bool:
    match value:
        case Calendar(anchored=anchored) | Offset(anchored=anchored):
            return anchored
        case InYear(year=inner) | Part(whole=inner):
            return _anchored(inner)
        case _:
            return False


def _lacks_year(value: Value) -> bool:
    match value:
        case Partial(month=None, day=None):
            return False
        case Partial(which=which):
            return which is None
        case Part(whole=inner) | Range(high=inner) if inner is not None:
            return _lacks_year(inner)
        case _:
            return False
