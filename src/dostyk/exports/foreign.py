"""A register kept elsewhere: any columns, hundreds of rows; mapped, and looked at before it is taken."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from dostyk.errors import ReportUnreadable, UsageError
from dostyk.exports.foreign_words import is_instrument, state_of_words
from dostyk.exports.register_in import Misfit, open_book, text_of
from dostyk.followup.words import content_words
from dostyk.linking.terms import due_in_words
from dostyk.model import Interval

_HEADER_WITHIN = 15
_PARTING = ",;\t|"  # what may stand between cells; of two that will do, the first
# fields, and words by which a heading is recognised (content words, plural folded)
FIELDS: dict[str, tuple[str, ...]] = {
    "content": ("content", "commitment", "undertaking", "agreement", "subject", "action", "obligation", "title",
                "description", "task"),
    "ref": ("ref", "reference", "no", "number", "code", "id", "stt"),
    "partner": ("partner", "country", "state", "counterparty", "party"),
    "lead": ("lead", "agency", "ministry", "responsible", "owner", "chair", "unit"),
    "focal": ("focal", "contact", "officer", "person"),
    "counterpart": ("counterpart",),
    "kind": ("kind", "type", "category", "form"),
    "made": ("made", "signed", "date", "concluded", "agreed"),
    "due": ("due", "deadline", "timeline", "term", "until", "target", "finished"),
    "state": ("status", "progress", "stage", "completion"),
    "done": ("done", "result", "achievement", "implementation", "update"),
    "difficulties": ("difficulty", "obstacle", "problem", "issue", "challenge"),
    "difficulty_kind": (),
    "recommendations": ("recommendation", "proposal", "suggestion", "next"),
}  # fmt: skip
REQUIRED = ("content",)
_OF_DAYS = ("made", "due")
_OF_PAPERS = frozenset(("text", "document", "instrument", "paper", "place", "signatory"))  # `Signed text` holds no days
_NOTHING = frozenset(("n/a", "n.a.", "na", "-", "–", "—", "none", "nil", "tbd", "?"))  # cells that say nothing


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a foreign register, read: values by field, parties as codes, days resolved."""

    where: str
    values: Mapping[str, str]
    partner: str
    kind: str
    made: Interval | None
    due: str
    state: str


@dataclass
class Foreign:
    """A foreign register, read with a mapping (field → heading): rows that fit, and what did not."""

    name: str
    headings: list[str]
    mapping: dict[str, str]
    rows: list[Row] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)

    @property
    def unused(self) -> list[str]:
        """Columns that no field takes."""
        return [heading for heading in self.headings if heading not in self.mapping.values()]


def guess_mapping(headings: Sequence[str], leaving: Collection[str] = ()) -> dict[str, str]:
    """For each field but those of `leaving` the heading that shares a word with it, each heading once; fields in order
    of importance."""
    free, found = list(headings), {}
    for name, known in FIELDS.items():
        if name in leaving:
            continue
        fitting = [h for h in free if name not in _OF_DAYS or not content_words(h) & _OF_PAPERS]
        chosen = next((h for word in known for h in fitting if word in content_words(h)), None)
        if chosen is not None:
            found[name] = chosen
            free.remove(chosen)
    return found


def read_foreign(
    path: Path, resolve_state: Callable[[str], str | None], mapping: Mapping[str, str] | None = None,
    published: date | None = None, meanings: Mapping[str, str] | None = None,
) -> Foreign:  # fmt: skip
    """Read a register of any columns from .xlsx or .csv.

    `mapping` (field → heading; an empty heading leaves the field out) goes before what is guessed from the headings;
    `meanings` says what whole cells of partners, kinds, terms and states stand for; the cells are kept as they are.
    Raises ReportUnreadable where it is no table, UsageError where the mapping names what is not there.
    """
    table = _table(path)
    at = _header_at(table, mapping)
    headings = [cell.strip() for cell in table[at][1]]
    chosen = _chosen(str(path), [h for h in headings if h], mapping or {})
    foreign = Foreign(path.name, [h for h in headings if h], chosen)
    columns = {name: headings.index(heading) for name, heading in chosen.items()}
    known = {words.casefold(): meaning for words, meaning in (meanings or {}).items()}
    for where, cells in table[at + 1 :]:
        values = {name: _said(cells[column]) if column < len(cells) else "" for name, column in columns.items()}
        if any(cells):
            _add(foreign, where, values, resolve_state, published, known)
    _refuse_twins(foreign)
    return foreign


def _chosen(path: str, headings: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """The column of each field: as the mapping says, else as guessed among the columns that it leaves."""
    for name, heading in mapping.items():
        if name not in FIELDS:
            raise UsageError(f"no field {name!r}; fields are {', '.join(FIELDS)}")
        if heading and heading not in headings:
            raise UsageError(f"{path}: no column {heading!r}; columns are {', '.join(headings)}")
    named = {heading for heading in mapping.values() if heading}
    guessed = guess_mapping([h for h in headings if h not in named], leaving=mapping)
    chosen = {name: mapping.get(name) or guessed.get(name, "") for name in FIELDS}
    if any(not chosen[name] for name in REQUIRED):
        there = ", ".join(headings)
        raise UsageError(f"{path}: no column holds the content; say which with --map content=HEADING ({there})")
    return {name: heading for name, heading in chosen.items() if heading}


def _table(path: Path) -> list[tuple[str, list[str]]]:
    """All rows of the fullest sheet, each with where it stands."""
    if path.suffix.lower() == ".csv":
        rows = [[text_of(cell) for cell in row] for row in _csv(path)]
        return _not_empty([(f"row {number}", row) for number, row in enumerate(rows, 1)], path)
    book = open_book(path)
    sheet = max(book.worksheets, key=lambda one: (one.max_row or 0) * (one.max_column or 0))
    found = [(f"{sheet.title}!{number}", [text_of(value) for value in row])
             for number, row in enumerate(sheet.iter_rows(values_only=True), 1)]  # fmt: skip
    return _not_empty(found, path)


def _csv(path: Path) -> list[list[str]]:
    """The rows of a table, whatever parts its cells."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return list(_cells(text, max(_PARTING, key=lambda parting: _agreeing(_cells(text, parting)))))
    except OSError as error:
        raise ReportUnreadable.of(path, error) from error
    except UnicodeDecodeError as error:
        raise ReportUnreadable(str(path), "is no text in UTF-8", "save it as CSV in UTF-8, or as .xlsx") from error
    except csv.Error as error:
        raise ReportUnreadable(str(path), f"is no table ({error})", "save it as CSV in UTF-8, or as .xlsx") from error


def _cells(text: str, parting: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=parting)


def _agreeing(rows: Iterator[list[str]]) -> int:
    """How many of the first rows have the same number of cells, of those with more than one."""
    sizes = Counter(len(row) for row in islice(rows, _HEADER_WITHIN) if len(row) > 1)
    return max(sizes.values(), default=0)


def _not_empty(rows: list[tuple[str, list[str]]], path: Path) -> list[tuple[str, list[str]]]:
    if not any(any(cells) for _, cells in rows):
        raise ReportUnreadable(str(path), "holds no row", "give a table with a row of headings and rows below it")
    return rows


def _header_at(table: list[tuple[str, list[str]]], mapping: Mapping[str, str] | None) -> int:
    """The row of headings: the first that holds what the mapping names, else the one most like headings."""
    top = table[:_HEADER_WITHIN]
    wanted = {heading for heading in (mapping or {}).values() if heading}
    if wanted:
        named = (n for n, (_, cells) in enumerate(top) if wanted <= {c.strip() for c in cells})
        if (at := next(named, None)) is not None:
            return at
    scores = [len(guess_mapping([c for c in cells if c and len(c) < 60])) for _, cells in top]
    return scores.index(max(scores))


def _add(
    foreign: Foreign, where: str, values: Mapping[str, str], resolve_state: Callable[[str], str | None],
    published: date | None, known: Mapping[str, str],
) -> None:  # fmt: skip
    def misfit(name: str, reason: str) -> None:
        foreign.misfits.append(Misfit(f"{where}, {foreign.mapping[name]}", reason))

    def meant(name: str) -> str:
        return known.get(values.get(name, "").casefold(), values.get(name, ""))

    if len(content_words(values["content"])) < 2:
        return misfit("content", f"{values['content']!r} says too little to be followed; the row was left out")
    partner = resolve_state(meant("partner")) if values.get("partner") else ""
    if partner is None:
        misfit("partner", f"{values['partner']!r} names no one state; the row is kept without a partner")
    made = _interval(values.get("made", ""), None)
    if values.get("made") and made is None:
        misfit("made", f"{values['made']!r} is no day; left empty")
    due = _interval(meant("due"), made.high if made else published)
    if values.get("due") and due is None:
        misfit("due", f"{values['due']!r} cannot be resolved to a day; it is kept as it stands")
    state = state_of_words(meant("state"))
    if values.get("state") and not state:
        misfit("state", f"{values['state']!r} is no state that is known; left empty")
    kind = "signing" if is_instrument(meant("kind"), values["content"]) else "commitment"
    due_text = due.iso if due else values.get("due", "")
    foreign.rows.append(Row(where, dict(values), partner or "", kind, made, due_text, state))
    return None


def _interval(text: str, base: date | None) -> Interval | None:
    if not text:
        return None
    try:
        return Interval.parse(text)
    except ValueError:
        pass
    found = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text)
    if found:
        try:
            return Interval.day(date(int(found[3]), int(found[2]), int(found[1])))
        except ValueError:
            return None
    return due_in_words(f"by {text}" if text[:1].isdigit() else text, base).interval


def _said(cell: str) -> str:
    return "" if cell.strip().casefold() in _NOTHING else cell.strip()


def _refuse_twins(foreign: Foreign) -> None:
    """Two rows of one reference cannot be told apart when leads answer; the later one keeps no reference."""
    seen: dict[str, str] = {}
    for number, row in enumerate(foreign.rows):
        ref = row.values.get("ref", "")
        if ref and ref in seen:
            foreign.misfits.append(Misfit(f"{row.where}, {foreign.mapping['ref']}", f"{ref!r} stands in {seen[ref]} "
                                          "already; this row is kept without it"))  # fmt: skip
            foreign.rows[number] = Row(row.where, {**row.values, "ref": ""}, row.partner, row.kind, row.made, row.due,
                                       row.state)  # fmt: skip
        elif ref:
            seen[ref] = row.where
