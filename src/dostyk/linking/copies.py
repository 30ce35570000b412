"""Near-duplicate texts: two reports, one voice.

A text is sketched by the least hash in each of 64 bins of its five-word shingles. The share of equal bins estimates
the Jaccard likeness of two texts; texts that share one of 16 bands of four bins are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

from dostyk.linking.groups import Groups

BINS, BAND, SHINGLE = 64, 4, 5
_TELLING = 3
COPY = 0.6
_WORD = re.compile(r"\w+")
_EMPTY = 0xFFFFFFFF
Sketch = tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The text's 64 least hashes; empty where it has fewer words than a shingle."""
    found = _WORD.findall(text.lower())
    if len(found) < SHINGLE:
        return ()
    least = [_EMPTY] * BINS
    for start in range(len(found) - SHINGLE + 1):
        value = crc32(" ".join(found[start : start + SHINGLE]).encode("utf-8", "surrogatepass"))
        place, rest = value % BINS, value // BINS
        if rest < least[place]:
            least[place] = rest
    return tuple(least)


def bands(marks: Sketch) -> tuple[str, ...]:
    """Keys under which copies of the text are found.

    Bands with fewer than three shingles would be shared by texts that have little in common, so they give none; a
    text too short for others is found by the whole of its sketch, that is, by texts that are the same.
    """
    if not marks:
        return ()
    parts = (marks[start : start + BAND] for start in range(0, len(marks), BAND))
    found = [
        f"{number:x}." + ".".join(f"{mark:x}" for mark in part)
        for number, part in enumerate(parts)
        if sum(mark != _EMPTY for mark in part) >= _TELLING
    ]
    return (*found, f"all.{crc32(repr(marks).encode()):x}")


def likeness(one: Sketch, other: Sketch) -> float:
    """Estimated share of common shingles, 0 to 1."""
    if not one or not other:
        return 0.0
    used = [(a, b) for a, b in zip(one, other, strict=True) if a != _EMPTY or b != _EMPTY]
    return sum(a == b for a, b in used) / len(used)


def voices(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each report the voice it speaks with: the least id among it and its copies, and theirs."""
    groups: Groups[str] = Groups(sketches)
    by_band: dict[str, list[str]] = defaultdict(list)
    for report in sorted(sketches):
        seen: set[str] = set()
        for band in bands(sketches[report]):
            seen.update(by_band[band])
            by_band[band].append(report)
        for other in copies_of(sketches[report], {name: sketches[name] for name in seen}):
            groups.join(report, other)
    return {report: groups.find(report) for report in sketches}


def copies_of(marks: Sketch, others: Mapping[str, Sketch]) -> Iterable[str]:
    """Which of the others are copies of the text."""
    return [name for name, other in others.items() if likeness(marks, other) >= COPY]
