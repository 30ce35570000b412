"""Scores the date grammar on GUM's sentences with marked dates: `DOSTYK_DATA=FOLDER python -m training.dates_score`.

A mark counts as found where an expression overlaps it, and as right where the days agree, of the expression or
of a time named inside it. Left out, and counted: marks without a word of time (events), with "his" or "my" (times of a
life), with malformed values, and those counted from a day of publication that is a placeholder.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dostyk.language.dates import Resolved, TimeExpression, read, resolve, timex
from dostyk.language.dates.values import Partial
from dostyk.model import Interval
from training.dates_marks import Mark, load

_FILE = "gum-dates-train.jsonl.gz"
_FUTURE = re.compile(r"\b(?:will|going to|is to|are to|set to|be held|upcoming|can|should)\b|['’]ll\b")


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
                words = text[mark.start : mark.end]
                where = f"({published}) in {_near(text, mark)!r}"
                self.problems.append(f"wrong {words!r}: {got}, not {mark.days.iso} {where}")
        self.unmarked += sum(
            1
            for one, days in read_ones
            if days and not any(one.start < mark.end and mark.start < one.end for mark in marks)
        )

    def _add_yearless(self, text: str, mark: Mark, ones: list[TimeExpression]) -> None:
        """Compare a mark without a year as its words are written, the year left open."""
        if not mark.open_value:
            return
        self.compared += 1
        if any(timex(one) == mark.open_value for one in ones):
            self.right += 1
        else:
            self.problems.append(f"wrong {text[mark.start : mark.end]!r}: {timex(ones[0])}, not {mark.open_value}")


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


def main() -> int:
    """Print the scores; with `--show`, what was missed or wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true")
    arguments = options.parse_args()
    setting = os.environ.get("DOSTYK_DATA")
    folder = Path(setting or ".")
    places = (folder / _FILE, folder / "corpora" / _FILE)
    path = next((place for place in places if place.is_file()), None)
    if not setting or path is None:
        print(f"set DOSTYK_DATA to the folder that holds {_FILE}", file=sys.stderr)
        return 2
    score, begun, words = DateScore(), time.perf_counter(), 0
    for text, published, marks, left_out in load(path):
        score.left_out += left_out
        score.add(text, published, marks)
        words += len(text.split())
    if arguments.show:
        print("\n".join(score.problems))
    print(f"marks {score.marks} (left out {score.left_out}); found {score.found} ({score.found_share:.3f})")
    print(f"compared {score.compared}; right {score.right} ({score.right_share:.3f})")
    print(f"resolved but unmarked {score.unmarked}")
    print(f"{words / (time.perf_counter() - begun):,.0f} words a second")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
