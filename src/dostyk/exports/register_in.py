"""Reading back what leads filled in: what changes, what does not fit (cell and reason), what a newer answer forbids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dostyk.errors import ReportUnreadable
from dostyk.exports.register_out import ANSWERED, FORMAT, META
from dostyk.exports.workbook import plain
from dostyk.followup.register import DIFFICULTIES, Item, Progress
from dostyk.followup.rounds import lead_of
from dostyk.followup.steps import STATES
from dostyk.intake.sheet import cell_text

_HEADER_WITHIN = 12  # rows in which the row of headings is looked for


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell, row or sheet that was not taken, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one row says that the register does not have yet; `changes` are (field, before, after)."""

    item: str
    lead: str
    where: str
    values: Mapping[str, str]
    changes: tuple[tuple[str, str, str], ...]


@dataclass
class Reading:
    """A filled-in file: the round it was exported for, its answers, what did not fit, and rows that say nothing new."""

    round: str = ""
    answers: list[Answer] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)
    unchanged: int = 0


def open_book(path: Path) -> Any:
    """The workbook of a file. Raises ReportUnreadable."""
    try:
        with path.open("rb") as file:
            return load_workbook(file, data_only=True)
    except OSError as error:
        raise ReportUnreadable.of(path, error) from error
    except Exception as error:
        said = f"is no spreadsheet that can be read ({str(error)[:80]})"
        raise ReportUnreadable(str(path), said, "save it as .xlsx and try again") from error


def is_ours(book: Any) -> bool:
    """True for a file that `write_register` made."""
    return META in book.sheetnames and text_of(book[META].cell(1, 2).value) == FORMAT


def read_answers(path: Path, items: Sequence[Item]) -> Reading:
    """What a filled-in file says about the items. Raises ReportUnreadable where it is no such file."""
    book = open_book(path)
    if not is_ours(book):
        raise ReportUnreadable(str(path), "is no register that dostyk exported", "give a mapping to import it as new")
    meta = {text_of(row[0].value): text_of(row[1].value) for row in book[META].iter_rows(max_col=2)}
    reading = Reading(round=meta.get("round", ""))
    known = {item.id: item for item in items}
    seen: dict[str, str] = {}
    for sheet in book.worksheets:
        if sheet.title != META:
            _read_sheet(sheet, meta.get(f"sheet {sheet.title}", ""), known, seen, reading)
    return reading


def _read_sheet(
    sheet: Worksheet, lead: str, known: Mapping[str, Item], seen: dict[str, str], reading: Reading
) -> None:  # fmt: skip
    if not lead:
        reading.misfits.append(Misfit(sheet.title, "the sheet is not one of those that were exported"))
        return
    head = _header(sheet)
    missing = [name for name in ("ID", "Last answer", *ANSWERED) if head is None or name not in head[1]]
    if head is None or missing:
        reading.misfits.append(Misfit(sheet.title, f"the sheet is broken: no column {', '.join(missing)}"))
        return
    first, columns = head
    for number in range(first + 1, sheet.max_row + 1):
        row = {name: sheet.cell(number, column).value for name, column in columns.items()}
        if any(value not in (None, "") for value in row.values()):
            _read_row(sheet.title, number, row, columns, lead, known, seen, reading)


def _header(sheet: Worksheet) -> tuple[int, dict[str, int]] | None:
    for number in range(1, min(sheet.max_row, _HEADER_WITHIN) + 1):
        names = {text_of(cell.value): cell.column for cell in sheet[number] if cell.value is not None}
        if "ID" in names:
            return number, {name: column for name, column in names.items() if column is not None}
    return None


def _read_row(
    title: str, number: int, row: Mapping[str, Any], columns: Mapping[str, int], lead: str,
    known: Mapping[str, Item], seen: dict[str, str], reading: Reading,
) -> None:  # fmt: skip
    def where(name: str) -> str:
        return f"{title}!{get_column_letter(columns[name])}{number}"

    def reject(name: str, reason: str) -> None:
        reading.misfits.append(Misfit(where(name), reason))

    name = text_of(row["ID"])
    item = known.get(name)
    if item is None:
        return reject("ID", f"no item has the id {name!r}" if name else "the id is missing")
    if name in seen:
        return reject("ID", f"the id stands in {seen[name]} already")
    seen[name] = where("ID")
    if lead_of(item) != lead:
        return reject("ID", f"{lead_of(item)} leads this item now, not {lead}")
    values = {field: text_of(row[column]) for column, field in ANSWERED.items()}
    values |= {field: values[field].casefold() for field in ("state", "kind")}
    base = _number(row["Last answer"])
    exported = next((answer for answer in item.answers if answer.number == base), None)
    changes = _changes(item.reported, values)
    if not changes or ((exported is not None or base == 0) and not _changes(exported, values)):  # left as it was
        reading.unchanged += 1
        return None
    if values["state"] not in STATES:
        why = f"{values['state']!r} is no state" if values["state"] else "an answer needs a state"
        return reject("State", f"{why}; states are {', '.join(STATES)}")
    if values["kind"] and values["kind"] not in DIFFICULTIES:
        return reject("Kind of difficulty", f"{values['kind']!r} is no kind; kinds are {', '.join(DIFFICULTIES)}")
    newest = item.reported.number if item.reported else 0
    if base is None or (exported is None and base != 0):
        return reject("Last answer", "the number of the last answer was changed")
    if base < newest and item.reported:
        return reject("ID", f"a newer answer of {item.reported.at[:10]} by {item.reported.by} stands in the register")
    reading.answers.append(Answer(name, lead, where("State"), values, changes))
    return None


def _changes(last: Progress | None, values: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Fields in which a row differs from an answer: (field, before, after)."""
    before = _before(last)
    return tuple((name, before[name], said) for name, said in values.items() if plain(before[name]).strip() != said)


def _before(last: Progress | None) -> dict[str, str]:
    if last is None:
        return dict.fromkeys(ANSWERED.values(), "")
    return {"state": last.state, "done": last.done, "difficulties": last.difficulties, "kind": last.kind,
            "recommendations": last.recommendations}  # fmt: skip


def _number(value: Any) -> int | None:
    text = text_of(value)
    return int(text) if text.isdecimal() else None


def text_of(value: Any) -> str:
    """What a cell holds as text: days in ISO form, whole numbers without a fraction."""
    return plain(cell_text(value)).strip()
