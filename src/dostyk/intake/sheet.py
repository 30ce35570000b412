"""Tables with one report a row: CSV, TSV and XLSX. The first row names the columns."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from dostyk.intake.limits import LARGEST_REPORT
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.records import TEXT_FIELDS, record

_MOST_COLUMNS = 500
_NEEDED = f"name one column {', '.join(TEXT_FIELDS)}; others are title, published, outlet, url, language, id"


def read_csv(text: str, stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of a CSV or TSV file, already decoded."""
    csv.field_size_limit(LARGEST_REPORT)
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    yield from _rows(_numbered(reader, path), stem, path, "line")


def _numbered(reader: Any, path: str) -> Iterator[tuple[int, Sequence[Any]] | Failed]:
    """Rows with the line on which they begin."""
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failed(f"{path}:{line}", f"is no valid row ({error})", "mend the row")
            continue
        yield line, row


def read_xlsx(data: bytes, stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of all sheets of a workbook. What a formula gave when it was saved counts, not the formula."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not looked at
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
            for sheet in sheets:
                rows = islice(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), 1_048_576)
                name = f"{path}, sheet {sheet.title}" if len(sheets) > 1 else path
                prefix = f"{stem}-{sheet.title}" if len(sheets) > 1 else stem
                yield from _rows(enumerate(rows, 1), prefix, name, "row")
            book.close()
    except (MemoryError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 -- the workbook may be damaged in any of its parts
        said = "" if isinstance(error, zipfile.BadZipFile) else f" ({str(error)[:120]})"
        yield Failed(path, f"is a damaged workbook{said}", "open it, save it again as XLSX or as CSV")


def _rows(
    rows: Iterable[tuple[int, Sequence[Any]] | Failed], stem: str, path: str, unit: str
) -> Iterator[Draft | Failed]:
    names: list[str] = []
    for item in rows:
        if isinstance(item, Failed):
            yield item
            continue
        number, row = item
        values = [cell_text(value) for value in row]
        if not any(value.strip() for value in values):
            continue
        if not names:
            names = [value.strip().lower().lstrip("\ufeff") for value in values]
            if not {*TEXT_FIELDS, "html", "markdown"} & set(names):
                yield Failed(path, "has no column with the text of reports", _NEEDED)
                return
            continue
        fields = {name: value for name, value in zip(names, values, strict=False) if name and value.strip()}
        yield record(fields, stem, path, number, f"{path}, {unit} {number}")
    if not names:
        yield Failed(path, "is empty", _NEEDED)


def cell_text(value: Any) -> str:
    """A cell as text: days as ISO, line ends as line feeds."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("_x000D_\n", "\n")
