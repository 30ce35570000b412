"""For how long a paper or an undertaking is to hold: `for the 2025–2027 period`, `over the next three years`."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.language.document import Sentence
from dostyk.reading.context import Context, When

_YEAR = 300  # days: what is shorter is a term, or the day of an act
_LIMITS = frozenset(["by", "until", "within", "before", "since", "after"])


def period_of(context: Context, sentence: Sentence, places: Iterable[int]) -> str:
    """The years that the words at these places give, as ISO text; empty where they give none, or only past ones."""
    inside = frozenset(places)
    published = context.report.published
    for when in context.times(sentence):
        if when.token.i in inside and when.relation not in _LIMITS and _years(when):
            return when.interval.iso if published is None or when.interval.high >= published else ""
    return ""


def _years(when: When) -> bool:
    return when.interval.precision == "interval" and (when.interval.high - when.interval.low).days >= _YEAR
