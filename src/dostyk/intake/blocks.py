"""The blocks of a text: paragraphs, headings and list items, by blank lines, markers and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dostyk.intake import marks

PARAGRAPH, HEADING, ITEM = "paragraph", "heading", "item"
Range = tuple[int, int]
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LONGEST_HEADING = 120
_CUT_THROUGHOUT = 3  # sentences broken off by blank lines, from which on every line of a text may be
_FULL_LINE = 50  # code points of a line that breaks off where the page ended, not where a heading did
# words that end no sentence and no heading
_UNFINISHED = frozenset(
    """the a an of to and or in on at for with by from as that which who is are was were will has have had be been our
    its their his her this these between into over under about than""".split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: half-open code points of the text. An item's marker is part of it."""

    kind: str
    start: int
    end: int
    marker: Range | None = None


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order and without overlap."""
    return tuple(_joined(text, [b for start, end in _paragraphs(text) for b in _split(text, start, end)]))


def _paragraphs(text: str) -> Iterator[Range]:
    """Ranges between blank lines, without blanks at their edges."""
    start = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        trimmed = _trim(text, start, gap.start() if gap else len(text))
        if trimmed:
            yield trimmed
        start = gap.end() if gap else start


def _joined(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Blocks with those joined that a blank line behind every line of the text has cut apart."""
    held: Block | None = None
    cut = sum(_runs_on(text, a, b) for a, b in pairwise(blocks)) >= _CUT_THROUGHOUT
    for block in blocks:
        if held is not None and (_runs_on(text, held, block) or (cut and _breaks_off(text, held, block))):
            held = Block(PARAGRAPH if held.kind == HEADING else held.kind, held.start, block.end, held.marker)
        else:
            if held is not None:
                yield held
            held = block
    if held is not None:
        yield held


def _runs_on(text: str, block: Block, following: Block) -> bool:
    """True where a block breaks off within a sentence and the next one goes on with it."""
    words = text[block.start : block.end]
    last = words.split()[-1].lower()
    if following.marker or _is_capitals(words) or not (words[-1].isalnum() or words[-1] == ","):
        return False
    goes_on = text[following.start]
    unfinished = last in _UNFINISHED or words[-1] == ","
    return len(words.split()) > 3 and (goes_on.islower() or (unfinished and goes_on.isalnum()))


def _breaks_off(text: str, block: Block, following: Block) -> bool:
    """True where a long line ends in a word and the next one begins with one, in a text cut after every line."""
    line = text[block.start : block.end].rsplit("\n", 1)[-1]
    if following.marker or _is_capitals(line) or _is_capitals(text[following.start : following.end]):
        return False
    return len(line) >= _FULL_LINE and line[-1].isalnum() and text[following.start].isalnum()


def _trim(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _lines(text: str, start: int, end: int) -> list[Range]:
    ranges = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if trimmed := _trim(text, start, stop):
            ranges.append(trimmed)
        start = stop + 1
    return ranges


def _split(text: str, start: int, end: int) -> Iterator[Block]:
    """Cut a paragraph at lines that clearly begin a list item, or are a heading, credit or furniture by themselves."""
    lines = _lines(text, start, end)
    markers = [marks.ITEM.match(text, *line) for line in lines]
    # One dash amid wrapped lines may be only a dash; a first line with a marker, or two of them, make a list.
    is_list = markers[0] is not None or sum(m is not None for m in markers) > 1
    begin: int | None = None
    marker: Range | None = None
    stop = start
    for (low, high), match in zip(lines, markers, strict=True):
        alone = _stands_alone(text[low:high])
        if begin is not None and (alone or (is_list and match)):
            yield _block(text, begin, stop, marker)
            begin, marker = None, None
        if alone:
            yield _block(text, low, high, None)
            continue
        if begin is None:
            begin = low
            marker = match.span("marker") if is_list and match else None
        stop = high
    if begin is not None:
        yield _block(text, begin, stop, marker)


def _stands_alone(line: str) -> bool:
    return _is_capitals(line) or marks.BOILERPLATE.match(line) is not None or marks.BYLINE.match(line) is not None


def _is_capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 5 and len(line) <= _LONGEST_HEADING and line == line.upper() and line != line.lower()


def _block(text: str, start: int, end: int, marker: Range | None) -> Block:
    if marker:
        return Block(ITEM, start, end, marker)
    return Block(HEADING if _is_heading(text[start:end]) else PARAGRAPH, start, end)


def _is_heading(words: str) -> bool:
    if "\n" in words or len(words) > _LONGEST_HEADING:
        return False
    if _is_capitals(words):
        return True
    # A line with a comma is a list of names or a signature more often than a heading; it is left to be read.
    # One that goes on behind a semicolon is an item of a list.
    goes_on = "," in words or ";" in words
    return words[0].isupper() and not goes_on and not marks.SENTENCE.search(words) and len(words.split()) > 1
