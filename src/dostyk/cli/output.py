"""Lists on standard output, in the format that was asked for, and nothing else there."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

import typer

from dostyk.clean import cell, escaped, markdown, one_line

Row = Mapping[str, Any]


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


_WIDE = {"sentence": 48, "quote": 48, "message": 60}
_NUMBERS = frozenset({"must", "found", "recall", "claims", "right", "precision", "F1", "reports", "voices"})

FormatOption = Annotated[Format, typer.Option("--format", help="How to write the list.")]


@dataclass(frozen=True)
class Listing:
    """Rows of plain JSON values. `columns` are what a table shows; JSON and CSV carry every field."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    title: str = ""


def write(listing: Listing, form: Format) -> None:
    """Write the list to standard output."""
    sys.stdout.write(render(listing, form))


def render(listing: Listing, form: Format) -> str:
    """The list as text that ends with a line end, or as nothing where a format has nothing to say."""
    rows = list(listing.rows)
    if form is Format.JSON:
        return json_text(rows)
    if form is Format.JSONL:
        return "".join(escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
    if form is Format.CSV:
        return _csv(listing.columns, rows)
    if form is Format.MD:
        return _markdown(listing.columns, rows)
    return _table(listing)


def json_text(value: Any) -> str:
    """A value as indented JSON that is harmless on a terminal."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def text_of(value: Any) -> str:
    """A value as words: lists are joined, mappings written `name: value`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {text_of(part)}" for name, part in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(text_of(part) for part in value)
    return str(value)


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_csv_cell(row.get(name)) for name in names] for row in rows)
    return buffer.getvalue()


def _csv_cell(value: Any) -> str | int:
    """A number stays one, with its sign; text is made harmless."""
    return value if type(value) is int else cell(text_of(value))


def _markdown(columns: Sequence[str], rows: Sequence[Row]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(markdown(text_of(row.get(name))) for name in columns) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _table(listing: Listing) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Piped output has no width of its own; a wide one keeps most rows on one line.
    width = shutil.get_terminal_size((200, 24)).columns if sys.stdout.isatty() else 200
    table = Table(box=SIMPLE_HEAD, title=listing.title or None, title_justify="left", pad_edge=False)
    for name in listing.columns:
        whole = name in ("id", "date", "due", "published", "answer")
        table.add_column(
            name,
            no_wrap=whole,
            overflow="fold",
            min_width=_WIDE.get(name) if width >= 180 else None,  # a narrow terminal would lose the last columns
            justify="right" if name in _NUMBERS else "left",
        )
    for row in listing.rows:
        table.add_row(*(Text(one_line(text_of(row.get(name)))) for name in listing.columns))
    buffer = io.StringIO()
    Console(file=buffer, width=width, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n")).strip("\n") + "\n"


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,200 rows`."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def notice(text: str) -> None:
    """One line for people, on standard error."""
    print(one_line(text), file=sys.stderr)
