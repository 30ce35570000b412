"""Words at places on a page → lines in the order in which people read them: columns one after the other.

All lengths are in points; y grows upwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_SAME_ROW = 0.45  # of a letter's height
_WORD_GAP = 0.15
_WIDE_GAP = 0.9  # wider than between words, even in justified lines
_LEAST_GUTTER = 7.0
_LEAST_ROWS = 4  # with text on both sides, to make two columns
_LOOSE = 1.7  # of the leading: beyond it, a row no longer belongs to the columns above it
_MOST_COLUMNS = 6
_TWICE = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that were drawn together, from `x0` to `x1` on the line `y`; `size` is their height."""

    x0: float
    x1: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column. `row` counts the rows of the page from 1; `left` and `right` are the column's edges."""

    page: int
    row: int
    x0: float
    x1: float
    y: float
    size: float
    text: str
    left: float = 0.0
    right: float = 0.0


def lines_of(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a page in reading order."""
    rows = _rows(_once(words))
    segments = [_segments(row, page, number) for number, row in enumerate(rows, 1)]
    return list(_ordered([row for row in segments if row], _MOST_COLUMNS))


def _once(words: Sequence[Word]) -> list[Word]:
    """The words without those that are drawn again in almost the same place to look bold or shadowed."""
    drawn: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        x, y = int(word.x0 // _TWICE), int(word.y // _TWICE)
        if not any((word.text, x + i, y + j) in drawn for i in (-1, 0, 1) for j in (-1, 0, 1)):
            kept.append(word)
        drawn.add((word.text, x, y))
    return kept


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one line, from the top of the page, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: -w.y):
        if rows and rows[-1][0].y - word.y < _SAME_ROW * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.x0) for row in rows]


def _segments(row: Sequence[Word], page: int, number: int) -> list[Line]:
    """The row cut at wide gaps; words that stand apart are divided by a blank."""
    found: list[Line] = []
    for word in row:
        last = found[-1] if found else None
        gap = word.x0 - last.x1 if last else 0.0
        if last is None or gap > _WIDE_GAP * word.size:
            found.append(Line(page, number, word.x0, word.x1, word.y, word.size, word.text))
            continue
        blank = " " if gap > _WORD_GAP * word.size else ""  # one that was drawn is part of the words
        size = word.size if len(word.text) > len(last.text) else last.size
        found[-1] = replace(last, x1=max(last.x1, word.x1), size=size, text=last.text + blank + word.text)
    tidy = (replace(line, text=" ".join(line.text.split())) for line in found)
    return [line for line in tidy if line.text]


def _ordered(rows: Sequence[Sequence[Line]], depth: int) -> Iterator[Line]:
    """Lines of the rows: what stands above two columns, the left one, the right one, what stands below."""
    band = _columns(rows) if depth > 1 else None
    if band is None:
        flat = [_joined(row) for row in rows]
        left, right = min((x.x0 for x in flat), default=0.0), max((x.x1 for x in flat), default=0.0)
        yield from (replace(line, left=left, right=right) for line in flat)
        return
    start, end, gutter = band
    yield from _ordered(rows[:start], depth - 1)
    inside = rows[start:end]
    for side in (
        [[line for line in row if line.x1 <= gutter] for row in inside],
        [[line for line in row if line.x1 > gutter] for row in inside],
    ):
        yield from _ordered([row for row in side if row], depth - 1)
    yield from _ordered(rows[end:], depth - 1)


def _joined(row: Sequence[Line]) -> Line:
    """A row whose gaps are no gutters, as one line."""
    return replace(row[0], x1=row[-1].x1, text=" ".join(line.text for line in row), size=max(x.size for x in row))


def _columns(rows: Sequence[Sequence[Line]]) -> tuple[int, int, float] | None:
    """First and last row (half-open) of the tallest pair of columns, and where the gutter between them is."""
    gaps = {
        round((one.x1 + two.x0) / 2, 1)
        for row in rows
        for one, two in pairwise(row)
        if two.x0 - one.x1 >= _LEAST_GUTTER
    }
    best: tuple[int, int, int, float] | None = None
    for gutter in sorted(gaps):
        for start, end, both in _bands(rows, gutter):
            if both >= _LEAST_ROWS and (best is None or both > best[0]):
                best = (both, start, end, gutter)
    return best[1:] if best else None


def _bands(rows: Sequence[Sequence[Line]], gutter: float) -> Iterator[tuple[int, int, int]]:
    """Runs of rows that leave the gutter free, from the first to the last with text on both sides of it, and how
    many of them have that."""
    start: int | None = None
    end = both = 0
    for number, row in enumerate([*rows, None]):
        free = row is not None and not _crossed(row, gutter)
        if free and row is not None:
            if any(line.x1 <= gutter for line in row) and any(line.x0 >= gutter for line in row):
                start = _from_top(rows, number, gutter) if start is None else start
                end, both = number + 1, both + 1
            elif start is not None and end == number and _near(rows, number):
                end = number + 1
        elif start is not None:
            yield start, end, both
            start, both = None, 0


def _from_top(rows: Sequence[Sequence[Line]], number: int, gutter: float) -> int:
    """The first row of columns of which this is the first with text on both sides: either may begin higher."""
    while number and not _crossed(rows[number - 1], gutter) and _near(rows, number):
        number -= 1
    return number


def _crossed(row: Sequence[Line], gutter: float) -> bool:
    return any(line.x0 < gutter < line.x1 for line in row)


def _near(rows: Sequence[Sequence[Line]], number: int) -> bool:
    """Whether a row follows the one above it as lines of a paragraph do."""
    above, here = rows[number - 1][0], rows[number][0]
    return above.y - here.y <= _LOOSE * max(above.size, here.size)
