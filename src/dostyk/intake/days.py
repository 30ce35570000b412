"""Days of publication as files write them. What is not plainly one day stays unknown and says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\Z", re.S)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\Z")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{{4}})\b.*\Z", re.I | re.S)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}([a-z]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b.*\Z", re.I | re.S)


@dataclass(frozen=True, slots=True)
class DayReading:
    """A civil day, or None with the code and message of what is wrong; all empty where nothing was written."""

    day: date | None = None
    code: str = ""
    message: str = ""


def month_number(name: str) -> int:
    """1 to 12 for an English month in full or by its first letters (`Sept` too); 0 for any other word."""
    word = name.lower().rstrip(".")
    if word in _FULL:
        return _FULL.index(word) + 1
    if word in _MONTHS or word == "sept":
        return _MONTHS.index(word[:3]) + 1
    return 0


def read_day(text: str) -> DayReading:
    """The day that `text` writes: ISO (a time of day is dropped as it stands), `6 May 2025`, `May 6, 2025`.

    `05/06/2025` is refused: which of the two is the month depends on where it was written.
    """
    words = text.strip()
    if not words:
        return DayReading()
    parts = _parts(words)
    if parts is None:
        return DayReading(
            None, "unclear-day", f"{words!r} is not plainly one day, so it is left unknown; write it as YYYY-MM-DD"
        )
    try:
        return DayReading(date(*parts))
    except ValueError:
        return DayReading(None, "impossible-day", f"{words!r} is no day of the calendar, so it is left unknown")


def _parts(words: str) -> tuple[int, int, int] | None:
    if match := _ISO.match(words) or _COMPACT.match(words):
        return int(match[1]), int(match[2]), int(match[3])
    if (match := _DAY_FIRST.match(words)) and month_number(match[2]):
        return int(match[3]), month_number(match[2]), int(match[1])
    if (match := _MONTH_FIRST.match(words)) and month_number(match[1]):
        return int(match[3]), month_number(match[1]), int(match[2])
    return None
