"""By when something is due: "within 90 days of signing", "over the next two years", "no later than March 2026"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dostyk.language.dates.find import find
from dostyk.language.dates.resolve import resolve
from dostyk.language.dates.scene import Habits
from dostyk.language.dates.values import Part, TimeExpression, Window
from dostyk.model import Interval

_OPEN = frozenset(("since", "after"))
_LIMITS = frozenset(("by", "until", "before"))


@dataclass(frozen=True, slots=True)
class Term:
    """The days in which something is due: `first` (None: not told) to `last`, both inclusive.

    `last` is None where the term counts from an event whose day is not known; `event` then tells the words.
    `basis` is that of the resolved expression.
    """

    expression: TimeExpression
    first: date | None
    last: date | None
    basis: str
    event: str = ""


def terms(
    text: str, *, published: date | None, anchor: Interval | None = None, habits: Habits | None = None
) -> list[Term]:
    """The terms of a promise told in `text`, in its order; what was over before `published` is no term.

    `anchor` is the time of the event that terms count from: the signing, where the text says "of signing".
    """
    return list(_terms(text, published, anchor, habits))


def _terms(text: str, published: date | None, anchor: Interval | None, habits: Habits | None) -> Iterator[Term]:
    for expression in find(text):
        if expression.relation in _OPEN:
            continue
        counted = isinstance(expression.value, Window)
        if counted and getattr(expression.value, "sign", 1) < 0:
            continue
        base = anchor if counted else None
        resolved = resolve(expression, published=published, tense="future", anchor=base, habits=habits)
        event = text[slice(*expression.event)] if expression.event else ""
        if resolved is None:
            if counted and event:
                yield Term(expression, None, None, "anchor", event)
            continue
        first, last = _bounds(expression, resolved.interval, published)
        if published is None or last >= published:
            yield Term(expression, first, last, resolved.basis, event)


def _bounds(expression: TimeExpression, interval: Interval, published: date | None) -> tuple[date | None, date]:
    """The first and the last day; a limit runs from the day of writing."""
    if expression.relation not in _LIMITS:
        return interval.low, interval.high
    last = interval.high
    if expression.relation == "before" and not _is_end(expression):
        last = interval.low - timedelta(days=1)
    return (published if published and published <= last else None), last


def _is_end(expression: TimeExpression) -> bool:
    """`before the end of the year` leaves the last day open."""
    return isinstance(expression.value, Part) and expression.value.name == "end"
