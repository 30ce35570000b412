"""How long a stay is, in words: `a three-day visit`, `a visit of five days`, `a week-long tour`, `for three days`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dostyk.model import Interval

_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
_COUNTS = {word: count for count, word in enumerate(_WORDS, 2)} | {"one": 1}
_STAY = "(?:visit|trip|tour|stay|stopover|mission|voyage|journey)"
_NUMBER = r"(\d{1,2}|" + "|".join(_COUNTS) + ")"
_UNIT = r"(day|week)s?"
_BEFORE = re.compile(rf"\b{_NUMBER}[- ]{_UNIT}(?:['’]s?)?\b(?:[ -][\w’'-]+){{0,4}}?[ -]{_STAY}\b", re.I)
_LONG = re.compile(rf"\b(day|week)-?long\b(?:[ -][\w’'-]+){{0,4}}?[ -]{_STAY}\b", re.I)
_BEHIND = re.compile(
    rf"\b{_STAY}\b(?: [\w’'-]+){{0,6}}?,? (?:of|for|lasting|(?:(?:that|which|will|to) )?last(?:s|ed)?)"
    rf" {_NUMBER}[- ]{_UNIT}\b",
    re.I,
)
_FOR = re.compile(rf"\bfor {_NUMBER}[- ]{_UNIT}\b(?! (?:ago|later|before|earlier))", re.I)
_PLAIN = re.compile(rf"\b{_NUMBER}[- ]{_UNIT}\b", re.I)
_UNITS = {"day": 1, "week": 7}
LONGEST = 21  # days; a longer stretch beside the word is no visit's


def days_of_stay(text: str) -> int | None:
    """The days that a text gives a visit beside the word for it; None where it gives none."""
    found = _BEFORE.search(text) or _BEHIND.search(text)
    if found is not None:
        return _days(found)
    long = _LONG.search(text)
    return _UNITS[long[1].lower()] if long is not None else None


def days_told(text: str, *, behind_for: bool = False) -> int | None:
    """The first number of days of a text, of those behind `for` where these alone count."""
    found = (_FOR if behind_for else _PLAIN).search(text)
    return _days(found) if found is not None else None


def days_from(first: date, count: int) -> Interval | None:
    """So many days from the first on; None for one day, and for more than a visit lasts."""
    return Interval.between(first, first + timedelta(days=count - 1)) if 1 < count <= LONGEST else None


def days_to(last: date, count: int) -> Interval | None:
    """So many days up to the last."""
    return Interval.between(last - timedelta(days=count - 1), last) if 1 < count <= LONGEST else None


def _days(found: re.Match[str]) -> int:
    number = _COUNTS.get(found[1].lower()) or int(found[1])
    return number * _UNITS[found[2].lower()]
