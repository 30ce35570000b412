"""Entries laid out along time: marks in lanes, what is part of a visit inside it, words beside where there is room.

Pure: entries and a stretch of days go in, places in percent of the stretch and rows come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dostyk.briefs.days import MONTHS, in_words
from dostyk.model import Entry
from dostyk.web.queries.items import title

LANES = (
    ("Contacts", ("visit", "meeting", "call", "message", "gathering")),
    ("Agreements", ("signing", "ratification", "relations", "appointment")),
    ("Promises and invitations", ("commitment", "invitation")),
    ("Words", ("statement", "honour", "figure")),
    ("Deeds", ("opening", "aid", "sanction", "cooperation")),
)
MOST_ROWS = 14  # of a lane; where more are needed, counts are drawn instead
MOST_WORDS = 60  # marks that can have words beside them
_LETTER = 0.62  # percent that a letter takes on a drawing of usual width
_LONGEST = 52
_DOT = 1.4  # percent that a mark takes at least
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry on the timeline; `left` and `width` are percent of the stretch, `row` its row in the lane.

    `words` stand `side` of it: after, before, or within. `parts` lie in the rows beneath, down to `last`; where there
    is no room for words, in the same row.
    """

    id: str
    kind: str
    status: str
    left: float
    width: float
    label: str
    words: str = ""
    side: str = ""
    row: int = 0
    last: int = 0
    parts: tuple[Mark, ...] = ()

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where it reaches in its row, words included."""
        left, right = self.left, self.left + max(self.width, _DOT)
        said = len(self.words) * _LETTER + 1
        if self.side == "before":
            left -= said
        if self.side == "after":
            right += said
        return min([left, *(p.ends[0] for p in self.parts)]), max([right, *(p.ends[1] for p in self.parts)])


class Scale:
    """Days as percent of a stretch."""

    def __init__(self, low: date, high: date) -> None:
        self.low, self.high, self.days = low, high, max(1, (high - low).days + 1)

    def percent(self, day: date) -> float:
        """0 for the first day's morning, 100 for the last day's evening; held within them."""
        return round(100 * min(1.0, max(0.0, (day - self.low).days / self.days)), 3)

    def ticks(self) -> list[tuple[float, str]]:
        """Years, months or days that label the axis, at most about a dozen."""
        years = self.high.year - self.low.year + 1
        if years > 3:
            step = next(s for s in _YEAR_STEPS if years / s <= 12)
            firsts = (date(y, 1, 1) for y in range(self.low.year, self.high.year + 1) if y % step == 0)
            return [(self.percent(day), str(day.year)) for day in firsts if day >= self.low]
        months = [(y, m) for y in range(self.low.year, self.high.year + 1) for m in range(1, 13)]
        inside = [(y, m) for y, m in months if self.low <= date(y, m, 1) <= self.high]
        if len(inside) > 2:
            step = -(-len(inside) // 12)
            return [(self.percent(date(y, m, 1)), f"{MONTHS[m - 1][:3]} {y}") for y, m in inside[::step]]
        step = -(-self.days // 10)
        days = [self.low + timedelta(days=n) for n in range(0, self.days, step)]
        return [(self.percent(day), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in days]


def moved_by(day: date, days: int) -> date:
    """A day so many days later; the last day there is where that is too far."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def lanes(found: Sequence[Entry], scale: Scale) -> list[Mapping[str, Any]]:
    """The lanes that hold something: label, marks, and how many rows they take."""
    held = {entry.id for entry in found}
    inside: dict[str, list[Entry]] = {}
    for entry in _in_order(found):
        if entry.part_of in held:
            inside.setdefault(entry.part_of, []).append(entry)
    with_words = len(found) <= MOST_WORDS
    result: list[Mapping[str, Any]] = []
    for label, kinds in LANES:
        here = [e for e in _in_order(found) if e.kind in kinds and e.part_of not in held]
        marks = [_with_parts(e, inside, scale, with_words) for e in here]
        rows, placed = _packed(marks)
        if placed:
            result.append({"label": label, "rows": rows, "marks": placed, "words": with_words})
    return result


def _in_order(found: Iterable[Entry]) -> list[Entry]:
    return sorted((e for e in found if e.date), key=lambda e: (e.date.low if e.date else date.min, e.id))


def _with_parts(entry: Entry, inside: Mapping[str, list[Entry]], scale: Scale, words: bool) -> Mark:
    return replace(_mark(entry, scale, words), parts=tuple(_mark(p, scale, words) for p in inside.get(entry.id, ())))


def _mark(entry: Entry, scale: Scale, words: bool) -> Mark:
    assert entry.date is not None  # only those in order come here
    left = scale.percent(entry.date.low)
    width = round(max(0.0, scale.percent(moved_by(entry.date.high, 1)) - left), 3)
    named = title(entry)
    said = (named if len(named) <= _LONGEST else f"{named[: _LONGEST - 1].rstrip()}…") if words else ""
    label = f"{in_words(entry.date)}: {entry.kind}, {named}"
    return Mark(entry.id, entry.kind, entry.status, left, width, label, said, _side(left, width, said))


def _side(left: float, width: float, words: str) -> str:
    """Where the words find room: within a wide mark, else after it, else before it."""
    need = len(words) * _LETTER + 1
    if not words or width >= need:
        return "within" if words else ""
    if left + max(width, _DOT) + need <= 100 or left < need:
        return "after"
    return "before"


def _packed(marks: Iterable[Mark]) -> tuple[int, list[Mark]]:
    """Each mark in the highest rows that are free where it lies."""
    ends: list[float] = []
    placed = []
    for mark in marks:
        left, right = mark.ends
        deep = 1 + (len(mark.parts) if mark.words else 0)
        row = next((n for n in range(len(ends)) if all(e < left for e in ends[n : n + deep])), len(ends))
        ends += [0.0] * (row + deep - len(ends))
        ends[row : row + deep] = [right] * deep
        parts = tuple(replace(p, row=row + n if mark.words else row) for n, p in enumerate(mark.parts, 1))
        placed.append(replace(mark, row=row, last=row + deep - 1, parts=parts))
    return len(ends), placed
