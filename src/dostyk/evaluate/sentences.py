"""The sentence around a place, for people to read. A plain cut: the reader's own sentences need the whole pipeline."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = re.compile(r"(?<=[a-z\d)][.!?])[”\"’')\]]*\s+(?=[A-Z“\"‘(])|\n\s*\n|(?<=[.!?][”\"])\s+(?=[A-Z“\"])")


def sentence_at(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The sentences that the ranges touch, in one line; empty where there is no range."""
    if not ranges:
        return ""
    low, high = min(start for start, _ in ranges), max(end for _, end in ranges)
    begin, stop = 0, len(text)
    for gap in _END.finditer(text):
        if gap.end() <= low:
            begin = gap.end()
        elif gap.start() >= high:
            stop = gap.start()
            break
    return " ".join(text[begin:stop].split())
