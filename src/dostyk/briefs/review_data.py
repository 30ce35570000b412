"""What the papers of a review meeting hold: plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.followup.rounds import LeadStatus


@dataclass(frozen=True, slots=True)
class Row:
    """One item as the papers show it. `seen` is what independent reports show, `clash` where that disagrees with the
    lead; `answered` is false where the lead said nothing in this round."""

    ref: str
    content: str
    partner: str
    lead: str
    due: str
    overdue: bool
    state: str
    done: str
    difficulties: str
    recommendations: str
    seen: str
    clash: str
    unconfirmed: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the head of the papers; `change` compares it with the last round, or is empty."""

    label: str
    value: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """All rows of one partner or one lead: what was done, what is late, the rest; `line` sums them up in words."""

    title: str
    line: str
    done: tuple[Row, ...]
    late: tuple[Row, ...]
    running: tuple[Row, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is late, done, and under way; of what nobody says anything only the references."""
        found = (("Late", self.late), ("Done or closed", self.done), ("Under way or not begun", self.running))
        return tuple(_group(label, rows) for label, rows in found if rows)

    @property
    def short(self) -> tuple[tuple[str, str], ...]:
        """What is late and what is done, each as one list of references."""
        lists = (("Late", self.late), ("Done or closed", self.done))
        return tuple((label, ", ".join(short_name(row) for row in rows)) for label, rows in lists if rows)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; `silent` names in one line those without an answer and without a report, or is empty."""

    label: str
    rows: tuple[Row, ...]
    silent: str

    @property
    def numbered(self) -> bool:
        """True where any row has a reference; else no column is needed for them."""
        return any(row.ref for row in self.rows)


@dataclass(frozen=True, slots=True)
class Difficulty:
    """Difficulties of one kind: how many items, and each in the words of its lead."""

    kind: str
    number: int
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """The papers, complete."""

    title: str
    opened: str
    until: str
    closed: str
    wanted: str
    figures: tuple[Figure, ...]
    findings: tuple[str, ...]
    leads: tuple[LeadStatus, ...]
    by_partner: tuple[Part, ...]
    by_lead: tuple[Part, ...]
    difficulties: tuple[Difficulty, ...]
    recommendations: tuple[tuple[str, str], ...]
    clashes: tuple[Row, ...]
    before: str


def _group(label: str, rows: Sequence[Row]) -> Group:
    loud = tuple(row for row in rows if row.answered or row.overdue or row.done or row.difficulties or row.seen)
    rest = [short_name(row) for row in rows if row not in loud]
    silent = f"No answer in this round and no report of {number_of(len(rest))}: {', '.join(rest)}" if rest else ""
    return Group(label, loud, silent)


def number_of(items: int) -> str:
    """`1 item`, `1,200 items`."""
    return "1 item" if items == 1 else f"{items:,} items"


def short_name(row: Row) -> str:
    """How a list names an item: its reference, else how its content begins."""
    return row.ref or (row.content if len(row.content) < 60 else row.content[:57].rsplit(" ", 1)[0] + " …")
