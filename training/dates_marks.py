"""GUM's marked dates, as a score needs them: places in a text, and the days they stand for."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from dostyk.model import Interval

_TIGHT_BEFORE = re.compile(r"[.,;:!?)\]%’'”]|n't|['’](?:s|ve|re|ll|m|d)")
_TIGHT_BEHIND = frozenset("([“-–—/")
_TIME_WORD = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|day\b|days\b|week|month|year|decade|century|ago\b"
    r"|tomorrow|tonight|morning|summer|winter|spring|autumn|fall\b",
    re.I,
)
_PERSONAL = re.compile(r"(?:his|her|our|my|your|their)", re.I)
_STORIES = ("GUM_bio", "GUM_textbook", "GUM_fiction", "GUM_voyage", "GUM_vlog")
"""Genres whose sentences run on in one paragraph; in the others each stands alone, as in news."""
_PLACEHOLDER = date(2000, 1, 1)
"""The day of publication of documents that have none."""
_PLAUSIBLE = re.compile(r"(?:--|\d)\d[\d-]*(?:T[\d:]+)?\Z")


@dataclass(frozen=True)
class Mark:
    """A date marked in a text: its code points, and the days it stands for.

    `open_value` is what it stands for where no year is given, with X for the year; `loose` marks bounds that the
    annotators set by their judgement.
    """

    start: int
    end: int
    days: Interval | None
    open_value: str
    loose: bool


def load(path: Path) -> Iterator[tuple[str, date, list[Mark], int]]:
    """Documents: text (a sentence a line), day of publication, marks, and how many marks were left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for _, rows in groupby((json.loads(line) for line in lines), key=lambda row: row["doc"]):
            text, marks, left_out, published = "", [], 0, None
            for row in rows:
                gap = "\n" if row["doc"].startswith(_STORIES) else "\n\n"
                published = date.fromisoformat(row["published"])
                sentence, places = _joined(row["tokens"])
                for entry in row["dates"]:
                    words = sentence[places[entry["start"]][0] : places[entry["end"] - 1][1]]
                    made = _mark(entry, words, len(text) + places[entry["start"]][0])
                    if made is None or _by_placeholder(made, published):
                        left_out += 1
                    else:
                        marks.append(made)
                text += sentence + gap
            if published is not None:
                yield text, published, marks, left_out


def _by_placeholder(mark: Mark, published: date) -> bool:
    """Whether the days of a mark were counted from a day of publication that is none."""
    return published == _PLACEHOLDER and mark.days is not None and abs((mark.days.low - published).days) < 800


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """A sentence from its tokens, and where each stands."""
    text, places = "", []
    for token in tokens:
        if text and not _TIGHT_BEFORE.fullmatch(token) and token not in "-–/" and text[-1] not in _TIGHT_BEHIND:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places


def _mark(entry: dict[str, Any], words: str, start: int) -> Mark | None:
    """A mark, or None where it is left out: no word of time in it, a time of somebody's life, or a malformed value."""
    values = {name: value for name, value in entry.items() if name not in ("start", "end")}
    if not _TIME_WORD.search(words) or _PERSONAL.search(words):
        return None
    if not all(_PLAUSIBLE.match(value) for value in values.values()):
        return None
    end = start + len(words)
    if any(value.startswith("--") for value in values.values()):
        open_value = "XXXX-" + values["when"][2:] if "when" in values else ""
        return Mark(start, end, None, open_value, False)
    if len(values) == 1 and "when" not in values:
        return Mark(start, end, None, "", True)
    try:
        parts = [Interval.parse(value.split("T")[0].zfill(4)) for value in values.values()]
    except ValueError:
        return None
    days = parts[0] if len(parts) == 1 else parts[0].hull(parts[-1])
    return Mark(start, end, days, "", len(parts) > 1)
