"""Headers, footers and page numbers of paged documents, known by coming back in the same place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dostyk.intake.geometry import Line
from dostyk.reference import load_reference

_EDGE_ROWS = 3
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
    repeated = _repeated(pages)
    return [[line for line in lines if not _is_furniture(line, lines, repeated)] for lines in pages]


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


def _is_furniture(line: Line, lines: Sequence[Line], repeated: dict[str, list[float]]) -> bool:
    rows = sorted({each.row for each in lines})
    if line.row in (rows[0], rows[-1]) and _NUMBER.match(line.text) and len(rows) > 1:
        return True
    heights = repeated.get(_key(line), ())
    return any(abs(line.y - y) <= _NEAR for y in heights)
