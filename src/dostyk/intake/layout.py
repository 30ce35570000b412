"""How a report's text is laid out: its blocks, and the passages that are not its prose. Offsets never move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.intake import marks
from dostyk.model import Report
from dostyk.reference import load_reference

PARAGRAPH, HEADING, ITEM = "paragraph", "heading", "item"
DATELINE, CAPTION, SIGNOFF, BOILERPLATE = "dateline", "caption", "signoff", "boilerplate"
Range = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LONGEST_HEADING = 120
# words that end no sentence and no heading
_UNFINISHED = frozenset(
    """the a an of to and or in on at for with by from as that which who is are was were will has have had be been our
    its their his her this these between into over under about than""".split()
)
_LONGEST_CAPTION = 400
_DATELINE_BLOCKS = 4
_HEADING_BLOCKS = 5
_LONGEST_RUN_IN = 240
_FEWEST_SHOUTED = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: half-open code points of the text. An item's marker is part of it."""

    kind: str
    start: int
    end: int
    marker: Range | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage set aside, inside one block. A dateline has the ranges of its place and of its day, where given."""

    kind: str
    start: int
    end: int
    place: Range | None = None
    day: Range | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks and set-aside passages, each in order and without overlap."""

    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]

    @property
    def dateline(self) -> Aside | None:
        """The report's dateline, if it has one."""
        return next((aside for aside in self.asides if aside.kind == DATELINE), None)

    def prose(self, *, headings: bool = False) -> Iterator[Range]:
        """What is left to read of each block, without item markers and set-aside passages; in order."""
        for block in self.blocks:
            if block.kind == HEADING and not headings:
                continue
            start = block.marker[1] if block.marker else block.start
            for aside in self.asides:
                if block.start <= aside.start and aside.end <= block.end:
                    if aside.start > start:
                        yield start, aside.start
                    start = max(start, aside.end)
            if start < block.end:
                yield start, block.end


def layout(report: Report) -> Layout:
    """The layout of a report's text."""
    return layout_of(report.text)


def layout_of(text: str) -> Layout:
    """The layout of any text."""
    blocks = tuple(_joined(text, [b for start, end in _paragraphs(text) for b in _split(text, start, end)]))
    asides: list[Aside] = []
    dateline: Aside | None = None
    for number, block in enumerate(blocks):
        own = _set_aside(text, block, last=number >= len(blocks) - 2)
        if not own and number < _HEADING_BLOCKS and block.kind == PARAGRAPH and (end := _run_in(text, block)):
            own = [Aside(BOILERPLATE, block.start, end)]
        if dateline is None and number < _DATELINE_BLOCKS and block.kind == PARAGRAPH and not own:
            dateline = _dateline(text, block)
            own = [dateline] if dateline else own
        asides += own
    return Layout(blocks, tuple(asides))


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
    for block in blocks:
        if held is not None and _runs_on(text, held, block):
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


def _set_aside(text: str, block: Block, *, last: bool) -> list[Aside]:
    words = text[block.start : block.end]
    if marks.BOILERPLATE.match(words):
        return [Aside(BOILERPLATE, block.start, block.end)]
    if match := marks.PLACE_AND_DAY.match(text, block.start, block.end):
        place = match.span("place") if match["place"] else None
        return [Aside(DATELINE, block.start, block.end, place, match.span("day"))]
    if marks.BYLINE.match(words) or (last and marks.SIGNOFF.match(words)):
        return [Aside(SIGNOFF, block.start, block.end)]
    credits = list(marks.CREDIT.finditer(text, block.start, block.end))
    if credits and credits[-1].end() >= block.end - 1 and len(words) <= _LONGEST_CAPTION:
        return [Aside(CAPTION, block.start, block.end)]
    if block.kind == HEADING and marks.POSITION.search(words):
        return [Aside(CAPTION, block.start, block.end)]
    found = [Aside(CAPTION, *credit.span()) for credit in credits]
    tail = marks.TAIL_SIGNOFF.search(text, block.start, block.end) if last else None
    if tail and (not found or found[-1].end <= tail.start()):
        found.append(Aside(SIGNOFF, tail.start(), tail.end()))
    return found


def _run_in(text: str, block: Block) -> int:
    """End of a heading in capitals that runs into a paragraph: `FOR PRESS 3 May 1976 VISIT TO CHILE My visit …`.

    0 where there is none. Words that scanning spoiled are let pass among those in capitals.
    """
    shouted = spoiled = 0
    end = block.start
    for word in marks.WORD.finditer(text, block.start, min(block.end, block.start + _LONGEST_RUN_IN)):
        letters = [c for c in word.group() if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        if len(letters) > 1 and capitals == len(letters):
            shouted += 1
            end = word.end()
        elif (
            len(letters) < 2
            or word.group().rstrip(".,") in marks.MONTHS
            or (shouted and capitals * 2 > len(letters) > 1)
        ):
            spoiled += len(letters) > 1 and word.group().rstrip(".,") not in marks.MONTHS
            end = word.end() if word.group().rstrip(".,").isalnum() and shouted else end
        else:
            break
    else:
        return 0
    rest = text[end : block.end].lstrip()
    ended = text[end - 1].isalnum() and rest[:1].isupper() and len(rest.split()) > 5
    fewest = 2 if marks.FOR_PRESS.match(text, block.start) else _FEWEST_SHOUTED
    end += len(text[end : block.end]) - len(rest)
    return end if shouted >= fewest and spoiled <= shouted // 2 and ended else 0


def _dateline(text: str, block: Block) -> Aside | None:
    for pattern in (*marks.DATELINES, marks.PLACE_AND_COLON):
        match = pattern.match(text, block.start, block.end)
        if match and match["place"] not in marks.NOT_PLACES and match.end() < block.end:
            day = match.span("day") if "day" in pattern.groupindex and match["day"] else None
            if pattern is marks.PLACE_AND_COLON and day is None and not _is_place(match["place"]):
                continue
            return Aside(DATELINE, block.start, match.end(), match.span("place"), day)
    return None


def _is_place(words: str) -> bool:
    """True for a state or city of the reference data, however its letters are written."""
    found = load_reference().find(words.split(",")[0].title())
    return any(entry.kind in ("capital", "city", "state") for entry in found)
