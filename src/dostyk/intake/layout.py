"""How a report's text is laid out: its blocks, and the passages that are not its prose. Offsets never move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dostyk.intake.asides import BOILERPLATE, DATELINE, Aside, dateline_of, run_in, set_aside
from dostyk.intake.blocks import HEADING, PARAGRAPH, Block, Range, blocks_of
from dostyk.model import Report

_DATELINE_BLOCKS = 4
_HEADING_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks and set-aside passages, each in order and without overlap."""

    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]

    @property
    def dateline(self) -> Aside | None:
        """The report's dateline, if it has one."""
        return next((aside for aside in self.asides if aside.kind == DATELINE), None)

    def unbroken(self, text: str) -> str:
        """The text with the line breaks inside blocks as blanks, one for one, so that offsets stay."""
        pieces, at = [], 0
        for block in self.blocks:
            pieces += [text[at : block.start], text[block.start : block.end].replace("\n", " ")]
            at = block.end
        return "".join([*pieces, text[at:]])

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
    blocks = blocks_of(text)
    asides: list[Aside] = []
    dateline: Aside | None = None
    for number, block in enumerate(blocks):
        own = set_aside(text, block, last=number >= len(blocks) - 2)
        if not own and number < _HEADING_BLOCKS and block.kind == PARAGRAPH and (end := run_in(text, block)):
            own = [Aside(BOILERPLATE, block.start, end)]
        if dateline is None and number < _DATELINE_BLOCKS and block.kind == PARAGRAPH and not own:
            dateline = dateline_of(text, block)
            own = [dateline] if dateline else own
        asides += own
    return Layout(blocks, tuple(asides))
