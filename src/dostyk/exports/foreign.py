"""A register kept elsewhere: any columns, hundreds of rows; mapped, and looked at before it is taken."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dostyk.errors import ReportUnreadable, UsageError
from dostyk.exports.register_in import Misfit, open_book, text_of
from dostyk.followup.steps import DONE, LAPSED, PARTLY, STARTED, STATES, SUPERSEDED
from dostyk.followup.terms import due_in_words
from dostyk.followup.words import content_words
from dostyk.model import Interval

_HEADER_WITHIN = 15
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
    "due": ("due", "deadline", "timeline", "term", "until", "target"),
    "state": ("status", "progress", "stage", "completion"),
    "done": ("done", "result", "achievement", "implementation", "update"),
    "difficulties": ("difficulty", "obstacle", "problem", "issue", "challenge"),
    "difficulty_kind": (),
    "recommendations": ("recommendation", "proposal", "suggestion", "next"),
}  # fmt: skip
REQUIRED = ("content",)
_STATE_WORDS = {
    PARTLY: ("partly", "partial", "partially", "substantial", "largely", "mostly", "nearly", "almost"),
    LAPSED: ("lapsed", "expired", "cancelled", "dropped"),
    SUPERSEDED: ("superseded", "replaced", "merged"),
    STARTED: (
        "started",
        "begun",
        "ongoing",
        "progress",
        "underway",
        "way",
        "being",
        "implementing",
        "limited",
        "process",
        "active",
    ),
    DONE: ("done", "complete", "completed", "implemented", "finished", "fulfilled", "closed", "achieved"),
    "open": ("open", "pending", "new", "planned", "none"),
}  # the first that fits: "partly completed" is not completed
_NOT = frozenset(("not", "no", "yet", "nothing", "never", "will", "shall", "be"))  # "not started", "to be completed"
_SHARE = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*(?:%|per\s?cent\b)")
_INSTRUMENT = re.compile(r"\b(?:agreement|treaty|mou|memorandum|protocol|convention|instrument|declaration)\b", re.I)
_NAMED = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s+){0,3}(?:agreement|treaty|mou|memorandum|protocol|convention)\b", re.IGNORECASE
)
_TASK = re.compile(r"\s*(?:sign|conclude|negotiate|ratify|finali|implement|review|draft|complete)", re.IGNORECASE)


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


def guess_mapping(headings: Sequence[str]) -> dict[str, str]:
    """For each field the heading that shares a word with it, each heading once; fields in order of importance."""
    free, found = list(headings), {}
    for name, known in FIELDS.items():
        chosen = next((h for word in known for h in free if word in content_words(h)), None)
        if chosen is not None:
            found[name] = chosen
            free.remove(chosen)
    return found


def read_foreign(
    path: Path, resolve_state: Callable[[str], str | None], mapping: Mapping[str, str] | None = None,
    published: date | None = None,
) -> Foreign:  # fmt: skip
    """Read a register of any columns from .xlsx or .csv. Without `mapping`, headings are guessed.

    Raises ReportUnreadable where it is no table, UsageError where the mapping names what is not there.
    """
    table = _table(path)
    at = _header_at(table, mapping)
    headings = [cell.strip() for cell in table[at][1]]
    chosen = dict(mapping) if mapping else guess_mapping([h for h in headings if h])
    for name, heading in chosen.items():
        if name not in FIELDS:
            raise UsageError(f"no field {name!r}; fields are {', '.join(FIELDS)}")
        if heading not in headings:
            raise UsageError(f"no column {heading!r}; columns are {', '.join(h for h in headings if h)}")
    if any(name not in chosen for name in REQUIRED):
        raise UsageError(f"no column holds the content; say which with --map content=HEADING ({', '.join(headings)})")
    foreign = Foreign(path.name, [h for h in headings if h], chosen)
    columns = {name: headings.index(heading) for name, heading in chosen.items()}
    for where, cells in table[at + 1 :]:
        values = {name: cells[column].strip() if column < len(cells) else "" for name, column in columns.items()}
        if any(cells):
            _add(foreign, where, values, resolve_state, published)
    _refuse_twins(foreign)
    return foreign


def _table(path: Path) -> list[tuple[str, list[str]]]:
    """All rows of the fullest sheet, each with where it stands."""
    if path.suffix.lower() == ".csv":
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = [[text_of(cell) for cell in row] for row in csv.reader(file)]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise ReportUnreadable(str(path), "cannot be read as CSV in UTF-8", str(error)) from error
        return _not_empty([(f"row {number}", row) for number, row in enumerate(rows, 1)], path)
    book = open_book(path)
    sheet = max(book.worksheets, key=lambda one: (one.max_row or 0) * (one.max_column or 0))
    found = [(f"{sheet.title}!{number}", [text_of(value) for value in row])
             for number, row in enumerate(sheet.iter_rows(values_only=True), 1)]  # fmt: skip
    return _not_empty(found, path)


def _not_empty(rows: list[tuple[str, list[str]]], path: Path) -> list[tuple[str, list[str]]]:
    if not any(any(cells) for _, cells in rows):
        raise ReportUnreadable(str(path), "holds no row")
    return rows


def _header_at(table: list[tuple[str, list[str]]], mapping: Mapping[str, str] | None) -> int:
    """The row of headings: the first that holds what the mapping names, else the one most like headings."""
    top = table[:_HEADER_WITHIN]
    if mapping:
        wanted = set(mapping.values())
        return next((n for n, (_, cells) in enumerate(top) if wanted <= {c.strip() for c in cells}), 0)
    scores = [len(guess_mapping([c for c in cells if c and len(c) < 60])) for _, cells in top]
    return scores.index(max(scores))


def _add(
    foreign: Foreign, where: str, values: Mapping[str, str], resolve_state: Callable[[str], str | None],
    published: date | None,
) -> None:  # fmt: skip
    def misfit(name: str, reason: str) -> None:
        foreign.misfits.append(Misfit(f"{where}, {foreign.mapping[name]}", reason))

    if len(content_words(values["content"])) < 2:
        return misfit("content", f"{values['content']!r} says too little to be followed; the row was left out")
    partner = resolve_state(values.get("partner", "")) if values.get("partner") else ""
    if partner is None:
        misfit("partner", f"{values['partner']!r} names no one state; the row is kept without a partner")
    made = _interval(values.get("made", ""), None)
    if values.get("made") and made is None:
        misfit("made", f"{values['made']!r} is no day; left empty")
    due = _interval(values.get("due", ""), made.high if made else published)
    if values.get("due") and due is None:
        misfit("due", f"{values['due']!r} cannot be resolved to a day; it is kept as it stands")
    state = state_of_words(values.get("state", ""))
    if values.get("state") and not state:
        misfit("state", f"{values['state']!r} is no state that is known; left empty")
    said = f"{values.get('kind', '')} {values['content'] if not values.get('kind') else ''}"
    kind = "signing" if _INSTRUMENT.search(values.get("kind", "") or "") or _is_instrument(said) else "commitment"
    due_text = due.iso if due else values.get("due", "")
    foreign.rows.append(Row(where, dict(values), partner or "", kind, made, due_text, state))
    return None


def _is_instrument(text: str) -> bool:
    """A row whose content begins with the name of an instrument is one; `sign the agreement` is a task."""
    return bool(_NAMED.match(text)) and not _TASK.match(text)


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


def state_of_words(text: str) -> str:
    """The state that a foreign word for it means; empty where it is not known."""
    folded = text.casefold().strip()
    if folded in STATES:
        return folded
    share = _SHARE.search(folded)
    if share:
        return "open" if int(share[1]) == 0 else DONE if int(share[1]) >= 100 else PARTLY
    words = set(re.findall(r"[a-z]+", folded))
    if words & _NOT:
        return "open"
    return next((state for state, known in _STATE_WORDS.items() if words & set(known)), "")


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
