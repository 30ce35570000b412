"""Cells of a spreadsheet that holds text of reports: text stays text, and what is not to be changed is locked."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.dimensions import RowDimension

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STEERING = re.compile("[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"\s*[=+\-@|]")
LONGEST = 32_000  # of a cell; the format ends at 32,767 characters

HEAD = PatternFill("solid", fgColor="1F3A4D")
FILL = PatternFill("solid", fgColor="FFF8E1")
LATE = PatternFill("solid", fgColor="FBE3DF")
_LINE = Side(style="thin", color="C9CFD4")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAPPED = Alignment(wrap_text=True, vertical="top")
WHITE = Font(bold=True, color="FFFFFF")
LOCKED, UNLOCKED = Protection(locked=True), Protection(locked=False)


class FittingRow(RowDimension):  # type: ignore[misc]  # openpyxl brings no types
    """A row that begins as high as its text needs, and that programs still fit to what is written into it."""

    @property
    def customHeight(self) -> bool:
        """False: the height is a start, no wish of a user."""
        return False


def plain(text: str) -> str:
    """Text that a spreadsheet holds: without characters that XML or a reader's eye cannot take, and not too long."""
    clean = _STEERING.sub("", _CONTROL.sub(" ", text)).replace("\r\n", "\n").replace("\r", "\n")
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"


def put(cell: Cell, value: Any, *, locked: bool = True) -> None:
    """Write a value; a text that looks like a formula is marked as text, so that no program computes it."""
    if isinstance(value, str):
        text = plain(value)
        cell.value = text
        if text:
            cell.data_type = "s"
        if _FORMULA.match(text):
            cell.quotePrefix = True
    else:
        cell.value = value
    cell.alignment, cell.border = WRAPPED, BOX
    cell.protection = LOCKED if locked else UNLOCKED
    if not locked:
        cell.fill = FILL


def sheet_name(title: str, taken: set[str]) -> str:
    """A name for a sheet: at most 31 characters, none that the format forbids, unlike any other whatever its case."""
    base = re.sub(r"[\[\]:*?/\\']", " ", plain(title)).strip()[:31].strip() or "sheet"
    name, number = base, 1
    while name.casefold() in {one.casefold() for one in taken}:
        number += 1
        tail = f" {number}"
        name = base[: 31 - len(tail)] + tail
    taken.add(name)
    return name
