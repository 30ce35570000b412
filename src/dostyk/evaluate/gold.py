"""Annotated reports: `facts/NAME.json` says what is in `text/NAME.txt`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dostyk.errors import DataMissing
from dostyk.evaluate.measure import Statement
from dostyk.intake import Found, read_paths
from dostyk.model import Report


@dataclass(frozen=True, slots=True)
class Fact:
    """One annotated fact: what it states, whether it must be found, and its quote in the report."""

    statement: Statement
    must: bool
    quote: str


@dataclass(frozen=True)
class GoldReport:
    """A report with all that was annotated in it, in the order of its file."""

    report: Report
    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        """The file's stem, by which claims name their report."""
        return self.report.name


def load_gold(folder: Path, texts: Path | None = None) -> tuple[GoldReport, ...]:
    """Every report of `folder` that has both facts and text, sorted by name.

    Facts lie in `folder/facts`, else in `folder`; texts in `texts`, else in `folder/text`. Raises DataMissing where
    there is none, or a file does not hold what it must.
    """
    facts = folder / "facts" if (folder / "facts").is_dir() else folder
    home = texts or folder / "text"
    loaded = []
    for path in sorted(facts.glob("*.json")):
        source = home / f"{path.stem}.txt"
        if source.is_file():
            loaded.append(_load(path, source))
    if not loaded:
        raise DataMissing(f"{folder}: no report has both facts/NAME.json and text/NAME.txt; name the folder of both")
    return tuple(loaded)


def _load(path: Path, source: Path) -> GoldReport:
    found = next(iter(read_paths([source], today=date.max)))
    if not isinstance(found, Found):
        raise DataMissing(str(found.error()))
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["facts"]
        return GoldReport(found.report, tuple(_fact(row, found.report.text) for row in rows))
    except (ValueError, KeyError, TypeError) as error:
        raise DataMissing(f"{path}: holds no facts as the guide describes them ({error!r})") from error


def _fact(row: Mapping[str, Any], text: str) -> Fact:
    quote = str(row.get("evidence", ""))
    place = find_quote(text, quote)
    statement = Statement.from_row({**row, "evidence": [list(place)] if place else []})
    return Fact(statement, bool(row.get("must")), quote)


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where the words of a quote stand, any blanks between them; in the same case rather than in another."""
    words = quote.split()
    if not words:
        return (0, 0)
    pattern = r"\s+".join(re.escape(word) for word in words)
    match = re.search(pattern, text) or re.search(pattern, text, re.IGNORECASE)
    return match.span() if match else None
