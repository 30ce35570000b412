"""The register as a spreadsheet for leads to fill in: one sheet a lead, drop-downs for states, ids that stay put."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dostyk.exports.workbook import HEAD, LATE, WHITE, FittingRow, put, sheet_name
from dostyk.files import replacing
from dostyk.followup.register import DIFFICULTIES, Item, by_need
from dostyk.followup.rounds import lead_of
from dostyk.followup.steps import STATES, Step

FORMAT = "dostyk register 1"
META = "_dostyk"
HEADER_ROW = 4
_LINE = 15.0  # points
# name of the column, width, whether the lead fills it in
COLUMNS: tuple[tuple[str, int, bool], ...] = (
    ("ID", 24, False), ("Ref", 10, False), ("Partner", 16, False), ("Content", 48, False), ("Made", 12, False),
    ("Due", 22, False), ("Focal point", 18, False), ("What reports show", 38, False), ("Last answer", 12, False),
    ("State", 13, True), ("Done so far", 40, True), ("Difficulties", 34, True), ("Kind of difficulty", 16, True),
    ("Recommendations", 34, True),
)  # fmt: skip
ANSWERED = {"State": "state", "Done so far": "done", "Difficulties": "difficulties", "Kind of difficulty": "kind",
            "Recommendations": "recommendations"}  # fmt: skip
_HELP = (
    "Fill in the yellow columns only. Choose the state from the list. Rows and ids must stay as they are; "
    "a row left as it is counts as no answer."
)


def write_register(
    items: Sequence[Item], path: Path, *, names: Mapping[str, str], own: str = "", round_name: str = "", until: str = ""
) -> None:
    """Write the items, one sheet for each lead. `names` are names of states by code, `own` the keeper's code.

    The file appears whole or not at all. Raises UsageError where it cannot be written.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    by_lead: dict[str, list[Item]] = {}
    for item in items:
        by_lead.setdefault(lead_of(item), []).append(item)
    taken = {META}
    sheets: dict[str, str] = {}
    for lead in sorted(by_lead):
        title = sheet_name(lead, taken)
        sheets[title] = lead
        _sheet(book.create_sheet(title), lead, sorted(by_lead[lead], key=by_need), names, own, until)
    _meta(book.create_sheet(META), sheets, round_name)
    book.security.lockStructure = True
    whole = io.BytesIO()  # a disk that is full in the middle would have openpyxl fall over itself
    book.save(whole)
    with replacing(path) as part:
        part.write_bytes(whole.getvalue())


def _meta(sheet: Worksheet, sheets: Mapping[str, str], round_name: str) -> None:
    for row in (("format", FORMAT), ("round", round_name), *((f"sheet {name}", lead) for name, lead in sheets.items())):
        sheet.append(["", ""])
        for cell, value in zip(sheet[sheet.max_row], row, strict=True):
            put(cell, value)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _sheet(
    sheet: Worksheet, lead: str, items: Sequence[Item], names: Mapping[str, str], own: str, until: str
) -> None:  # fmt: skip
    put(sheet["A1"], lead)
    sheet["A1"].font = Font(bold=True, size=14)
    put(sheet["A2"], _HELP + (f" Answers are due by {until}." if until else ""))
    for cell in (sheet["A1"], sheet["A2"]):
        cell.alignment, cell.border = Alignment(), Border()
    for number, (name, width, _) in enumerate(COLUMNS, 1):
        cell = sheet.cell(HEADER_ROW, number)
        put(cell, name)
        cell.fill, cell.font = HEAD, WHITE
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, item in enumerate(items, HEADER_ROW + 1):
        values = cells(item, names, own)
        for number, (name, _, open_cell) in enumerate(COLUMNS, 1):
            put(sheet.cell(row, number), values[name], locked=not open_cell)
        if item.overdue:
            sheet.cell(row, 6).fill = LATE
        sheet.row_dimensions[row] = FittingRow(sheet, row, ht=_LINE * _lines(values))
    _choices(sheet, "State", STATES, len(items))
    _choices(sheet, "Kind of difficulty", DIFFICULTIES, len(items))
    sheet.column_dimensions["I"].hidden = True  # for the import only
    sheet.freeze_panes = f"E{HEADER_ROW + 1}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _lines(values: Mapping[str, Any]) -> int:
    """How many lines the longest cell of a row takes, with room where a word breaks early."""
    texts = ((str(values[name]), width) for name, width, _ in COLUMNS if name != "Last answer")
    return max(sum(len(line) * 10 // (width * 9) + 1 for line in text.split("\n")) for text, width in texts)


def _choices(sheet: Worksheet, name: str, values: Sequence[str], rows: int) -> None:
    column = get_column_letter([one for one, _, _ in COLUMNS].index(name) + 1)
    rule = DataValidation(type="list", formula1='"' + ",".join(values) + '"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = name, f"Choose one of: {', '.join(values)}"
    sheet.add_data_validation(rule)
    rule.add(f"{column}{HEADER_ROW + 1}:{column}{HEADER_ROW + max(rows, 1)}")


def _shown(step: Step) -> str:
    day = step.evidence.date.iso if step.evidence.date else "no day"
    return f"{step.to}: {step.evidence.detail.instrument or step.evidence.what} ({day})"


def cells(item: Item, names: Mapping[str, str], own: str) -> dict[str, Any]:
    """What stands in each column of an item's row; the columns to fill in hold the lead's last answer."""
    last = item.reported
    partners = [names.get(code, code) for code in item.entry.states if code != own]
    shown = "; ".join(_shown(step) for step in item.steps)
    return {
        "ID": item.id, "Ref": item.ref, "Partner": ", ".join(partners), "Content": item.content,
        "Made": item.entry.date.iso if item.entry.date else "", "Due": item.due.iso if item.due else "",
        "Focal point": item.lead.focal, "What reports show": shown, "Last answer": last.number if last else 0,
        "State": last.state if last else "", "Done so far": last.done if last else "",
        "Difficulties": last.difficulties if last else "", "Kind of difficulty": last.kind if last else "",
        "Recommendations": last.recommendations if last else "",
    }  # fmt: skip
