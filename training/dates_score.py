"""Scores the date grammar on GUM's sentences with marked dates: `DOSTYK_DATA=FOLDER python -m training.dates_score`.

A mark counts as found where an expression overlaps it, and as right where the days agree. Marks that no grammar of
time words could resolve (events, ages, values that are typing errors) are left out and counted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from dostyk.language.dates import Resolved, TimeExpression, read, resolve, timex
from dostyk.language.dates.values import Partial
from dostyk.model import Interval

_TIGHT_BEFORE = re.compile(r"[.,;:!?)\]%’'”]|n't|['’](?:s|ve|re|ll|m|d)")
_TIGHT_BEHIND = frozenset("([“-–—/")
_TIME_WORD = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|day\b|days\b|week|month|year|decade|century|ago\b"
    r"|tomorrow|tonight|morning|summer|winter|spring|autumn|fall\b",
    re.I,
)
_NOT_OURS = re.compile(
    r"\b(?:his|her|our|my|your|their) |\bof (?:the|his|her|our|my) (?!year|month|week)\w+ *$|day (?:two|four|five|six|\d)"
    r"|\bday (?:in|of|before we|where)|wrong day|new day|appointed day|best day|full day|opening|ice age|\bBCE\b|billion"
    r"|thousand|fifth day|in advance",
    re.I,
)
_STORIES = ("GUM_bio", "GUM_textbook", "GUM_fiction", "GUM_voyage", "GUM_vlog")
"""Genres whose sentences run on in one paragraph; in the others each stands alone, as in news."""
_PLACEHOLDER = date(2000, 1, 1)
"""The day of publication of documents that have none."""
_FUTURE = re.compile(r"\b(?:will|going to|is to|are to|set to|be held|upcoming|can|should)\b|['’]ll\b")
_PLAUSIBLE = re.compile(r"-{0,2}\d[\d-]*(?:T[\d:]+)?\Z")


@dataclass(frozen=True)
class Mark:
    """A date marked in a text: its code points, and the days it stands for; where the year is not given, the value with X for it."""

    start: int
    end: int
    days: Interval | None
    yearless: str
    loose: bool


@dataclass
class DateScore:
    """Counts of marks left out, found, and right, and of expressions with days that no mark covers."""

    marks: int = 0
    left_out: int = 0
    found: int = 0
    compared: int = 0
    right: int = 0
    unmarked: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def found_share(self) -> float:
        """Of the marks, the share that an expression overlaps."""
        return self.found / self.marks if self.marks else 0.0

    @property
    def right_share(self) -> float:
        """Of the marks found that have days to compare, the share with the same days."""
        return self.right / self.compared if self.compared else 0.0

    def add(self, text: str, published: date | None, marks: list[Mark]) -> None:
        """Read one text and hold it against its marks."""
        read_ones = [
            (part, part_days)
            for expression, days in read(text, published=published, tense=_tense_in(text))
            for part, part_days in _ends(expression, days, published)
        ]
        for mark in marks:
            self.marks += 1
            hits = [(one, days) for one, days in read_ones if one.start < mark.end and mark.start < one.end]
            if not hits:
                self.problems.append(f"missed {text[mark.start : mark.end]!r} in {_near(text, mark)!r}")
                continue
            self.found += 1
            if mark.days is None:
                self._add_yearless(text, mark, [one for one, _ in hits])
                continue
            self.compared += 1
            if any(days and _agree(days, mark) for _, days in hits):
                self.right += 1
            else:
                got = hits[0][1].iso if hits[0][1] else "-"
                self.problems.append(
                    f"wrong {text[mark.start : mark.end]!r}: {got}, not {mark.days.iso} ({published}) in {_near(text, mark)!r}"
                )
        self.unmarked += sum(
            1
            for one, days in read_ones
            if days and not any(one.start < mark.end and mark.start < one.end for mark in marks)
        )

    def _add_yearless(self, text: str, mark: Mark, ones: list[TimeExpression]) -> None:
        """Compare a mark without a year as its words are written, the year left open."""
        if not mark.yearless:
            return
        self.compared += 1
        if any(timex(one) == mark.yearless for one in ones):
            self.right += 1
        else:
            self.problems.append(f"wrong {text[mark.start : mark.end]!r}: {timex(ones[0])}, not {mark.yearless}")


def _near(text: str, mark: Mark) -> str:
    return text[max(0, mark.start - 40) : mark.end + 25]


def _ends(
    expression: TimeExpression, resolved: Resolved | None, published: date | None
) -> Iterator[tuple[TimeExpression, Interval | None]]:
    """The expression with its days, and the times named inside it each with theirs, as GUM marks them."""
    interval = resolved.interval if resolved else None
    yield expression, interval
    if interval is not None and interval.precision == "interval":
        edges = (interval.low, interval.high)
        for part, edge in zip(expression.parts, edges, strict=False):
            yield part, _as_named(part, edge)
        if not expression.parts:
            yield from ((expression, Interval.year(edge.year)) for edge in edges)
    for part in expression.parts:
        alone = resolve(part, published=published)
        yield part, alone.interval if alone else None


def _as_named(part: TimeExpression, edge: date) -> Interval:
    """The day or month of a range's end, as precise as its words."""
    value = part.value
    if isinstance(value, Partial) and value.day is None and value.month:
        return Interval.month(edge.year, edge.month)
    return Interval.day(edge)


def _tense_in(text: str) -> Any:
    """The tense of an expression's sentence, by its auxiliaries: enough for a score without a parser."""

    def tense(expression: TimeExpression) -> str | None:
        before = text[max(0, text.rfind("\n", 0, expression.start), expression.start - 90) : expression.start]
        return "future" if _FUTURE.search(before) else "past"

    return tense


def _agree(days: Interval, mark: Mark) -> bool:
    gold = mark.days
    if gold is None or (days.low, days.high) == (gold.low, gold.high):
        return gold is not None
    if not mark.loose or not days.overlaps(gold):
        return False
    both = (min(days.high, gold.high) - max(days.low, gold.low)).days + 1
    either = (max(days.high, gold.high) - min(days.low, gold.low)).days + 1
    return both / either >= 0.7


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
    """A mark, or None where it is left out."""
    values = {name: value for name, value in entry.items() if name not in ("start", "end")}
    if not _TIME_WORD.search(words) or _NOT_OURS.search(words):
        return None
    if not all(_PLAUSIBLE.match(value) for value in values.values()) or any(
        v.startswith("-") and v[1] != "-" for v in values.values()
    ):
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


def main() -> int:
    """Print the scores; with `--show`, what was missed or wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()
    setting = os.environ.get("DOSTYK_DATA")
    folder = Path(setting or ".")
    path = next(
        (
            p
            for p in (folder / "gum-dates-train.jsonl.gz", folder / "corpora" / "gum-dates-train.jsonl.gz")
            if p.is_file()
        ),
        None,
    )
    if not setting or path is None:
        print("set DOSTYK_DATA to the folder that holds gum-dates-train.jsonl.gz", file=sys.stderr)
        return 2
    score, begun, words = DateScore(), time.perf_counter(), 0
    for text, published, marks, left_out in load(path):
        score.left_out += left_out
        score.add(text, published, marks)
        words += len(text.split())
    if arguments.show:
        print("\n".join(score.problems))
    print(f"marks {score.marks} (left out {score.left_out}); found {score.found} ({score.found_share:.3f})")
    print(
        f"compared {score.compared}; right {score.right} ({score.right_share:.3f}); resolved but unmarked {score.unmarked}"
    )
    print(f"{words / (time.perf_counter() - begun):,.0f} words a second")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
