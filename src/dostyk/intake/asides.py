"""Passages of a block that are no prose: datelines, credits and captions, signatures, boilerplate."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.intake import marks
from dostyk.intake.blocks import HEADING, Block, Range
from dostyk.reference import load_reference

DATELINE, CAPTION, SIGNOFF, BOILERPLATE = "dateline", "caption", "signoff", "boilerplate"
_LONGEST_CAPTION = 400
_LONGEST_RUN_IN = 240
_FEWEST_SHOUTED = 3


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage set aside, inside one block. A dateline has the ranges of its place and of its day, where given."""

    kind: str
    start: int
    end: int
    place: Range | None = None
    day: Range | None = None


def set_aside(text: str, block: Block, *, last: bool) -> list[Aside]:
    """The passages of a block that are no prose, its dateline left out; `last`: at the end of the text."""
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


def run_in(text: str, block: Block) -> int:
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


def dateline_of(text: str, block: Block) -> Aside | None:
    """The dateline that opens a block, None without one."""
    for pattern in (*marks.DATELINES, *marks.BEHIND_A_PLACE):
        match = pattern.match(text, block.start, block.end)
        if match and match["place"] not in marks.NOT_PLACES and match.end() < block.end:
            day = match.span("day") if "day" in pattern.groupindex and match["day"] else None
            if pattern in marks.BEHIND_A_PLACE and day is None and not _is_place(match["place"]):
                continue
            return Aside(DATELINE, block.start, match.end(), match.span("place"), day)
    return None


def _is_place(words: str) -> bool:
    """True for a state or city of the reference data, however its letters are written."""
    found = load_reference().find(words.split(",")[0].title())
    return any(entry.kind in ("capital", "city", "state") for entry in found)
