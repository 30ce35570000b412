"""Lines of a paged document → paragraphs, with broken words mended and every line's page and row kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dostyk.intake.geometry import Line

_ENDED = re.compile(r"[.!?:;…][”\"’')\]]*\Z")
_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u2010\u00ad]\Z")
_MARKER = re.compile(r"(?:\(?\d{1,3}[.)]|[•‣·▪◦●–—*-]|\([a-z]{1,4}\)|[a-z]\)|[IVX]{1,5}\.)\s+\S")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words in front of a hyphen that is the writer's own.
_HALVES = frozenset(
    "non self well long short high low people multi vice ex anti pro mid co cross counter post pre semi sub all half"
    " two three four inter intra early late near north south east west so then land sea full part medium large small"
    " decision policy law peace state".split()
)
_LOOSER, _LARGER, _SHORTER, _INDENT, _SHORT = 1.3, 1.12, 0.88, 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Flow:
    """Text in which paragraphs are divided by an empty line; `lines` are (offset, page, row) of what it was made of.

    `title` was set in larger letters on top of the first page, and is not in the text.
    """

    text: str
    lines: tuple[tuple[int, int, int], ...]
    title: str


def flow(lines: Sequence[Line]) -> Flow:
    """Paragraphs of lines in reading order, furniture taken out before."""
    body = _body_size(lines)
    title, rest = _title(lines, body)
    known = Counter(word.lower() for line in rest for word in _WORD.findall(line.text)[:-1])
    parts: list[str] = []
    marks: list[tuple[int, int, int]] = []
    length = 0
    leading = _leading(rest)
    for before, line in zip([None, *rest], rest, strict=False):
        text = line.text
        if before is not None:
            if _parted(before, line, leading):
                glue = "\n\n"
            else:
                glue, cut = _joint(parts[-1], text, known)
                if cut:
                    parts[-1] = parts[-1][:-cut]
                    length -= cut
            parts.append(glue)
            length += len(glue)
        marks.append((length, line.page, line.row))
        parts.append(text)
        length += len(text)
    return Flow("".join(parts), tuple(marks), title)


def _body_size(lines: Sequence[Line]) -> float:
    """The height of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _title(lines: Sequence[Line], body: float) -> tuple[str, list[Line]]:
    """The lines in clearly larger letters with which the first page begins, within its first ten; and all others."""
    first = [line for line in lines if line.page == lines[0].page][:10] if lines else []
    large = [line for line in first if line.size >= _LARGER * body]
    largest = max((line.size for line in large), default=0.0)
    chosen = [line for line in large if line.size >= 0.97 * largest]
    title = " ".join(line.text for line in chosen)
    if not chosen or not any(c.isalpha() for c in title) or len(title) > 300:
        return "", list(lines)
    taken = {id(line) for line in chosen}
    return title, [line for line in lines if id(line) not in taken]


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of a line from that above it, in heights of its letters."""
    steps = [
        round((one.y - two.y) / two.size, 1)
        for one, two in pairwise(lines)
        if one.page == two.page and two.size and 0 < one.y - two.y < 3 * two.size
    ]
    common = Counter(steps)
    return max(common, key=lambda step: (common[step], -step), default=1.2)


def _parted(before: Line, line: Line, leading: float) -> bool:
    """Whether a new paragraph begins with this line."""
    if _MARKER.match(line.text) or abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    ended = _ENDED.search(before.text) is not None
    if before.page != line.page or line.y >= before.y:  # another page or column
        return ended or (line.text[:1].isupper() and not _full(before))
    if before.y - line.y > _LOOSER * leading * line.size:
        return True
    indented = line.x0 - line.left > _INDENT * line.size and before.x0 - before.left <= _INDENT * line.size
    if indented and not _MARKER.match(before.text):
        return ended or _full(before) or line.text[:1].isupper()
    if before.x1 - before.left < _SHORT * (before.right - before.left) and line.text[:1].isupper():
        return True  # no line amid a paragraph is as short, but for one that a long word follows
    return ended and not _full(before) and not line.text[:1].islower()


def _full(line: Line) -> bool:
    """Whether the line reaches (almost) to the edge of its column."""
    return line.x1 - line.left > _SHORTER * (line.right - line.left)


def _joint(before: str, after: str, known: Counter[str]) -> tuple[str, int]:
    """What stands between two lines of a paragraph, and how many letters of the first one fall away."""
    broken = _BROKEN.search(before)
    if not broken or not after[:1].isalpha():
        return (" ", 0) if not before.endswith(("-", "\u2010", "/", "\u2014")) else ("", 0)
    head, tail = broken["head"].lower(), (_WORD.match(after) or [""])[0].lower()
    if before.endswith("\u00ad"):
        return "", 1
    # The writer's own hyphen stays: in front of a capital, where the word is written so elsewhere, or usual.
    whole, apart = known[head + tail], known[f"{head}-{tail}"]
    keep = after[0].isupper() or apart > whole or (not whole and head in _HALVES)
    return "", 0 if keep else 1
