"""What a brief holds: plain data that HTML, Markdown and JSON all show alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: ISO 3166-1 alpha-3 code, and its name as written in the brief."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The relation of states that the two continued, under keys of its own: how many entries the ledger has of it."""

    a: Side
    b: Side
    entries: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line's lead. `role` is `text`, `state`, `person` or `body`; `state` the code behind a name."""

    text: str
    role: str = "text"
    state: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said beside a line (due, conveyed by, taken up …), with notes of its own where it has any."""

    label: str
    text: str
    notes: tuple[int, ...] = ()
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as the brief shows it. `date` is ISO text (empty: unknown) and `day` the same in words.

    `notes` are numbers of the brief's notes; `more` counts further quotes that are left out. `within` is true for
    what took place inside the line above it (a meeting of a visit).
    """

    entry: str
    kind: str
    status: str
    date: str
    day: str
    lead: tuple[Piece, ...]
    text: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[int, ...] = ()
    more: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one small heading; `omitted` says in words what was left out, or is empty."""

    label: str
    lines: tuple[Line, ...]
    omitted: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. `empty` is what it says where it has no line."""

    key: str
    title: str
    groups: tuple[Group, ...]
    empty: str

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all groups, in order."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Note:
    """A quoted sentence and where it stands. `link` is `url` with a text fragment; both empty unless http(s)."""

    number: int
    quote: str
    outlet: str
    title: str
    date: str
    day: str
    url: str
    link: str
    report: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Glance:
    """A figure of the head of the brief: what it counts or when, and a word or two about it."""

    label: str
    value: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A contact on the time strip. `left` and `width` are percent of its length; `side` is where it took place.

    `side` is a state's code, or empty for a third place, a call or an unknown place.
    """

    entry: str
    kind: str
    status: str
    side: str
    left: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Contacts along time. `ticks` are (percent, year); `today` is a percent; `earlier` counts those before it."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float
    first: str
    last: str
    earlier: int


@dataclass(frozen=True, slots=True)
class Basis:
    """What the brief rests on. `problems` are (code, message) of its reports; days are ISO text, empty if unknown.

    `entries` are those between the two states, as the page of the relation counts them; `beside` those of one side
    that the same reports tell of, `offices` those that say who holds one.
    """

    reports: int
    outlets: tuple[str, ...]
    first: str
    last: str
    undated: int
    entries: int
    beside: int
    offices: int
    accepted: int
    corrected: int
    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RelationBrief:
    """The brief of a relation, complete: what the templates show is all here, and all escaped there."""

    a: Side
    b: Side
    today: str
    today_in_words: str
    level: Line | None
    since: Line | None
    glance: tuple[Glance, ...]
    strip: Strip | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    basis: Basis
    earlier: tuple[Earlier, ...] = ()

    @property
    def title(self) -> str:
        """`A and B`."""
        return f"{self.a.name} and {self.b.name}"

    def section(self, key: str) -> Section:
        """The section of that key. Raises KeyError."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)
