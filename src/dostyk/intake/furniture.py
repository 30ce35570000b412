"""Headers, footers and page numbers of paged documents, known by coming back in the same place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dostyk.intake.geometry import Line
from dostyk.reference import load_reference

_EDGE_ROWS = 4
_APART = 1.3  # of the distance of lines: no line of a paragraph is as far from the next
_SMALL = 0.85  # of the body's letters
_NEAR = 4.0  # points
_NUMBER = re.compile(r"(?:page|p\.|стр\.)?\s*[-–—|(\[]*\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|из)\s*\d{1,4})?\s*"
                     r"[-–—|)\].]*\Z", re.I)  # fmt: skip
_DIGITS = re.compile(r"\d+")


_INSTITUTION = re.compile(
    r"(?:the )?(?:(?:[A-Z][\w.’'-]+ ){0,4}(?:Ministry|Department|Secretariat|Embassy|Chancellery|Cabinet|Presidency)\b"
    r"|(?:Federal |Royal )?(?:Ministry|Department|Office|Embassy|Government|Cabinet|Chancellery|Presidency|Secretariat"
    r"|Parliament|Consulate|Permanent Mission|State Department|White House|Foreign Office|Foreign Ministry"
    r"|(?:Prime Minister|President)(?:’s|'s)? Office|Press (?:Service|Office|Secretary))\b)",
    re.I,
)
_LONGEST_LETTERHEAD = 80


def letterhead(lines: Sequence[Line]) -> Line | None:
    """The line above all others of the first page that names an institution or outlet, as letter paper does."""
    top = [line for line in lines if line.row == min((each.row for each in lines), default=0)]
    if len(top) != 1 or len(top[0].text) > _LONGEST_LETTERHEAD:
        return None
    named = _INSTITUTION.match(top[0].text) or load_reference().outlet(top[0].text)
    return top[0] if named and not top[0].text.rstrip().endswith((".", ":")) else None


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page that are not header, footer or page number."""
    repeated, body = _repeated(pages), _body(pages)
    return [_kept(lines, repeated, body) for lines in pages]


@dataclass(frozen=True, slots=True)
class _Body:
    """The usual height of letters, and the usual distance of lines."""

    size: float
    leading: float


def _body(pages: Sequence[Sequence[Line]]) -> _Body:
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        for one, two in pairwise(lines):
            if 0 < one.y - two.y < 3 * two.size:
                steps[round(one.y - two.y, 1)] += 1
    size = max(sizes, key=lambda each: (sizes[each], each), default=0.0)
    return _Body(size, max(steps, key=lambda step: (steps[step], -step), default=1.2 * size))


def _kept(lines: Sequence[Line], repeated: dict[str, list[float]], body: _Body) -> list[Line]:
    """What is left of a page without the rows that come back and stand apart from the body, by a gap or in size."""
    rows: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        rows[line.row].append(line)
    order = sorted(rows)
    numbered = {order[0], order[-1]} if len(order) > 1 else set()
    likely = {
        row for row in order if all(_comes_back(line, repeated, number=row in numbered) for line in rows[row])
    } - _going_on(lines)
    dropped: set[int] = set()
    for inward in (order, order[::-1]):
        run: list[int] = []
        for row, after in pairwise([*inward, None]):
            if row not in likely or row is None:
                break
            run.append(row)
            if after is None or abs(rows[row][0].y - rows[after][0].y) > _APART * body.leading:
                dropped.update(run if len(run) < _EDGE_ROWS else ())
                break
    dropped |= {row for row in likely if all(line.size <= _SMALL * body.size for line in rows[row])}
    dropped |= {row for row in likely & numbered if _after_an_end(row, lines)}
    return [line for line in lines if line.row not in dropped]


def _going_on(lines: Sequence[Line]) -> set[int]:
    """The rows that end amid a broken word or begin with the rest of one."""
    return {
        row
        for before, line in pairwise(lines)
        if before.text.endswith(("-", "\u2010", "\u00ad")) and line.text[:1].islower()
        for row in (before.row, line.row)
    }


def _after_an_end(row: int, lines: Sequence[Line]) -> bool:
    """Whether this row is a bare number that no sentence can go on with: what stands before it has ended."""
    for before, line in pairwise([None, *lines]):
        if line is not None and line.row == row and _NUMBER.match(line.text):
            return before is None or before.text.endswith((".", "!", "?"))
    return False


def _edges(lines: Sequence[Line]) -> set[int]:
    rows = sorted({line.row for line in lines})
    return set(rows[:_EDGE_ROWS]) | set(rows[-_EDGE_ROWS:])


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _repeated(pages: Sequence[Sequence[Line]]) -> dict[str, list[float]]:
    """Lines at the edges of pages, but for their digits, and at which heights each stands on several pages."""
    places: dict[str, dict[int, float]] = defaultdict(dict)
    for number, lines in enumerate(pages):
        edges = _edges(lines)
        for line in lines:
            if line.row in edges:
                places[_key(line)][number] = line.y
    found: dict[str, list[float]] = {}
    # Even and odd pages may differ, and the first page may have none.
    least = max(2, (len(pages) - 1) // 3)
    for text, by_page in places.items():
        heights = [y for y in by_page.values() if sum(abs(y - other) <= _NEAR for other in by_page.values()) >= least]
        if heights:
            found[text] = heights
    return found


def _comes_back(line: Line, repeated: dict[str, list[float]], *, number: bool) -> bool:
    if number and _NUMBER.match(line.text):
        return True
    return any(abs(line.y - y) <= _NEAR for y in repeated.get(_key(line), ()))
