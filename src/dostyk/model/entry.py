"""An entry: what all claims about one thing say together. Derived, never stored as truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from datetime import date as Day
from functools import cached_property

from dostyk.model.claim import Claim, Detail
from dostyk.model.hashing import content_id
from dostyk.model.interval import Interval
from dostyk.model.party import Party

UNDATED = "9999-12-31"  # how an anchor writes the day of a report that gives none


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A claim's place: report, kind and trigger passage. Ordered by day published, report and offset.

    `published` is an ISO day, or `9999-12-31` where the report gives none, so that it founds nothing it need not.
    """

    published: str
    report: str
    field: str
    start: int
    end: int
    kind: str

    @classmethod
    def of(cls, claim: Claim, published: date | None) -> Anchor:
        """The anchor of a claim of a report published on that day."""
        trigger = claim.trigger
        day = published.isoformat() if published else UNDATED
        return cls(day, claim.report, trigger.field, trigger.start, trigger.end, claim.kind)

    @property
    def entry_id(self) -> str:
        """The id of the entry this anchor founds, and its address ever after."""
        return content_id("e", self.report, self.kind, self.field, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Version:
    """One value that a field has in some claims, with the ids of the claims that say so."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One happening, statement, figure or commitment, with every version that reports give of it.

    `versions` maps field names to versions, the preferred first; the plain fields hold the preferred values.
    `history` lists (day published, status, claim id) in order of publication. `corrected` names fields set by
    acts of people. `voices` counts the independent reports that tell of it: copies of one text are one voice.
    """

    id: str
    kind: str
    anchors: tuple[Anchor, ...]
    claims: tuple[str, ...]
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    date: Interval | None
    date_basis: str
    place: str
    what: str
    status: str
    flags: tuple[str, ...] = ()
    detail: Detail = Detail()
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    history: tuple[tuple[str, str, str], ...] = ()
    part_of: str = ""
    confidence: float = 0.5
    accepted: bool = False
    corrected: tuple[str, ...] = ()
    voices: int = 1

    @property
    def reports(self) -> int:
        """How many reports tell of it."""
        return len({anchor.report for anchor in self.anchors})

    @property
    def parties(self) -> tuple[Party, ...]:
        """All parties, those of `who` first."""
        return (*self.who, *self.whom)

    @cached_property
    def first_told(self) -> Day | None:
        """The day on which the first report told of it; None where no report of it gives a day."""
        days = [anchor.published for anchor in self.anchors if anchor.published != UNDATED]
        return Day.fromisoformat(min(days)) if days else None

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Codes of all states that take part, in order, each once."""
        return tuple(dict.fromkeys(p.state for p in self.parties if p.state and p.state != "IGO"))
