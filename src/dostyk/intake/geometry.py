"""Words at places on a page → lines in the order in which people read them: columns one after the other.

All lengths are in points; y grows upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_SAME_ROW = 0.45  # of a letter's height
_WORD_GAP = 0.15
_WIDE_GAP = 0.9  # wider than between words, even in justified lines
_LEAST_GUTTER = 7.0
_LEAST_ROWS = 5  # with text on both sides, to make two columns
_LOOSE = 1.7  # of the leading: beyond it, a row no longer belongs to the columns above it
_MOST_COLUMNS = 6
_TWICE = 0.7
_SMALL = 0.8  # of the letters above and below
_LEAST_OVER = 8  # letters: shorter ones are notes' numbers
_ALIGNED = 0.3  # of a letter's height: lines that begin so near to each other begin at one edge
_LEAST_COLUMN = 4.0  # letters' heights
_MOSTLY = 0.5
_NEARLY_ALL = 0.75
_SURE = 8  # so many rows with text on both sides make columns, whatever stands above and below
_LEAST_AGAIN = 3  # rows that show a gutter of the page before again
Gutter = tuple[float, float]  # where the right column begins, and how wide it is


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


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows (half-open) with two columns, where the right one begins, and in how many rows both have text."""

    start: int
    end: int
    edge: float
    both: int
    width: float


def lines_of(words: Sequence[Word], page: int, known: set[Gutter] | None = None) -> list[Line]:
    """The lines of a page in reading order. `known` keeps the gutters of the last page before that had columns."""
    rows = _rows(_once(words))
    segments = [_segments(row, page, number) for number, row in enumerate(rows, 1)]
    found: set[Gutter] = set() if known is None else known
    before = set(found)
    filled = [row for row in segments if row]
    over = _overprinted(filled)
    lines = [row[0] for row in over]
    lines += _ordered([row for row in filled if row not in over], _MOST_COLUMNS, found)
    if found > before:
        found -= before
    return lines


def _overprinted(rows: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """Lines in small letters for which the rows above and below leave no room: headers that were drawn over them."""
    found = []
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        size = min(line.size for line in (*above, *below))
        between = above[0].y - below[0].y <= _LOOSE * size
        if len(row) == 1 and len(row[0].text) >= _LEAST_OVER and row[0].size <= _SMALL * size and between:
            found.append(row)
    return found


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


def _ordered(rows: Sequence[Sequence[Line]], depth: int, known: set[Gutter]) -> Iterator[Line]:
    """Lines of the rows: what stands above two columns, the left one, the right one, what stands below."""
    band = _columns(rows, known) if depth > 1 else None
    if band is None:
        flat = [_joined(row) for row in rows]
        left, right = min((x.x0 for x in flat), default=0.0), max((x.x1 for x in flat), default=0.0)
        yield from (replace(line, left=left, right=right) for line in flat)
        return
    yield from _ordered(rows[: band.start], depth - 1, known)
    inside = rows[band.start : band.end]
    for side in (
        [[line for line in row if line.x1 <= band.edge] for row in inside],
        [[line for line in row if line.x1 > band.edge] for row in inside],
    ):
        yield from _ordered([row for row in side if row], depth - 1, known)
    yield from _ordered(rows[band.end :], depth - 1, known)
    known.add((band.edge, band.width))


def _joined(row: Sequence[Line]) -> Line:
    """A row whose gaps are no gutters, as one line."""
    return replace(row[0], x1=row[-1].x1, text=" ".join(line.text for line in row), size=max(x.size for x in row))


def _columns(rows: Sequence[Sequence[Line]], known: set[Gutter]) -> _Band | None:
    """The tallest pair of columns. `known` are gutters of a page before, which a few rows are enough to show again."""
    starts: Counter[float] = Counter()
    for row in rows:
        for one, two in pairwise(row):
            if two.x0 - one.x1 >= _LEAST_GUTTER:
                starts[round(two.x0, 1)] += 1
    edges = {round(start - _ALIGNED * rows[0][0].size, 1) for start in starts}
    best: _Band | None = None
    for edge in sorted(edges):
        for start, end, both in _bands(rows, edge):
            if best is not None and both <= best.both:
                continue
            band = _Band(start, end, edge, both, 0.0)
            width = _gutter(rows, band, known)
            if width:
                best = replace(band, width=width)
    return best


def _gutter(rows: Sequence[Sequence[Line]], band: _Band, known: set[Gutter]) -> float:
    """How wide the gutter of a band is; 0 where what is free may be no more than the gaps between words."""
    inside = rows[band.start : band.end]
    lefts = [[line for line in row if line.x1 <= band.edge] for row in inside]
    rights = [[line for line in row if line.x1 > band.edge] for row in inside]
    size = max(line.size for row in inside for line in row)
    starts = [right[0].x0 for left, right in zip(lefts, rights, strict=True) if left and right]
    aligned = sum(start - band.edge <= 2 * _ALIGNED * size for start in starts)
    wide = sum(left[-1].x1 - left[0].x0 >= _LEAST_COLUMN * size for left in lefts if left)
    # Words after a gap begin anywhere, the lines of a column at its edge; numbers of a list are no column.
    firm = _MOSTLY if len(starts) >= _SURE else _NEARLY_ALL
    whole = sum(len(left) == len(right) == 1 for left, right in zip(lefts, rights, strict=True))
    if aligned < firm * len(starts) or whole < _MOSTLY * firm * len(starts) or wide < _MOSTLY * sum(map(bool, lefts)):
        return 0.0
    width = min(starts) - max(left[-1].x1 for left in lefts if left)
    for edge, before in known:
        if abs(edge - band.edge) <= _ALIGNED * size and width >= 0.8 * before and len(inside) >= _LEAST_AGAIN:
            return width
    top, bottom = band.start, band.end
    while top and _near(rows, top):
        top -= 1
    while bottom < len(rows) and _near(rows, bottom):
        bottom += 1
    if band.both < _LEAST_ROWS or (band.both < _SURE and len(inside) < _MOSTLY * (bottom - top)):
        return 0.0
    return width


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
