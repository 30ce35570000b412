"""Lists on standard output, in the format that was asked for, and nothing else there."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import textwrap
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
_WHOLE = ("id", "date", "due", "published", "answer")  # these never wrap
_LEGIBLE = 24  # a column of words that is narrower than this is not read but spelt
_PIPED = 200
_NUMBERS = frozenset({"must", "found", "recall", "claims", "right", "precision", "F1", "reports", "voices"})

FormatOption = Annotated[Format, typer.Option("--format", help="How to write the list.")]


@dataclass(frozen=True)
class Listing:
    """Rows of plain JSON values. `columns` are what a table shows; JSON and CSV carry every field. `empty` is what a
    person is told instead of a table without rows; nothing where the command tells it in its own words."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    title: str = ""
    empty: str = "nothing found"


def write(listing: Listing, form: Format) -> None:
    """Write the list to standard output; where a table would have no rows, say so on standard error."""
    if form is Format.TABLE and not listing.rows:
        if listing.empty:
            notice(listing.empty)
    else:
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


def terminal_width() -> int:
    """How wide the terminal is. Piped output has no width of its own; a wide one keeps most rows on one line."""
    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else _PIPED


def _table(listing: Listing) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[one_line(text_of(row.get(name))) for name in listing.columns] for row in listing.rows]
    width = terminal_width()
    if not _fits(listing.columns, cells, width):
        return _blocks(listing, cells, width)
    table = Table(box=SIMPLE_HEAD, title=listing.title or None, title_justify="left", pad_edge=False)
    for name in listing.columns:
        table.add_column(
            name,
            no_wrap=name in _WHOLE,
            overflow="fold",
            min_width=_WIDE.get(name) if width >= 180 else None,  # a narrow terminal would lose the last columns
            justify="right" if name in _NUMBERS else "left",
        )
    for row in cells:
        table.add_row(*map(Text, row))
    buffer = io.StringIO()
    Console(file=buffer, width=width, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n")).strip("\n") + "\n"


def _fits(columns: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> bool:
    """True where every column can be as wide as it has to be to be read."""
    needed = 0
    for number, name in enumerate(columns):
        longest = max((len(row[number]) for row in cells), default=0)
        heading = max(map(len, name.split()))
        needed += max(heading, longest if name in _WHOLE else min(longest, _LEGIBLE)) + 3
    return needed <= width


def _blocks(listing: Listing, cells: Sequence[Sequence[str]], width: int) -> str:
    """Each row as a block: its first cell, then `name: value` of those that hold something."""
    blocks = [listing.title] if listing.title else []
    for first, *rest in cells:
        named = (f"{name}: {value}" for name, value in zip(listing.columns[1:], rest, strict=True) if value)
        blocks.append("\n".join(_flowing([first or "–", *named], width)))
    return "\n\n".join(blocks) + "\n"


def _flowing(parts: Sequence[str], width: int) -> list[str]:
    """The parts side by side; one that does not fit begins a line of its own, and wraps there."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(part) + 3 <= width:
            lines[-1] += f" · {part}"
        else:
            indent = "  " if lines else ""
            lines += textwrap.wrap(part, width, initial_indent=indent, subsequent_indent=indent and "    ") or [part]
    return lines


def wrapped(text: str) -> str:
    """Lines of text no wider than a terminal, each hanging below its own beginning; piped output stays as it is."""
    if not sys.stdout.isatty():
        return text
    return "\n".join(_hanging(line, terminal_width()) for line in text.split("\n"))


def _hanging(line: str, width: int) -> str:
    start = re.match(r"(\s*)((?:-|\d+\.) )?", line)
    indent = " " * (start.end() if start and start[2] else len(line) - len(line.lstrip()) + 2)
    return textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False) if line.strip() else line


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,200 rows`."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def notice(text: str) -> None:
    """One line for people, on standard error."""
    print(one_line(text), file=sys.stderr)
