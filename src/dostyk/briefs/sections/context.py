"""What every section is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dostyk.briefs.wording import Writer
from dostyk.followup import CommitmentState, Verdicts
from dostyk.linking.offices import Office
from dostyk.model import Entry


@dataclass(frozen=True)
class Context:
    """The relation's entries in order of time, the offices of each side, every entry by id, the day, the writer,
    the commitments that are open, and what people settled of steps."""

    a: str
    b: str
    today: date
    entries: tuple[Entry, ...]
    offices: Mapping[str, tuple[Office, ...]]
    by_id: Mapping[str, Entry]
    write: Writer
    commitments: tuple[CommitmentState, ...]
    verdicts: Verdicts | None = None

    def of_kind(self, *kinds: str) -> list[Entry]:
        """Entries of these kinds, in order of time."""
        return [entry for entry in self.entries if entry.kind in kinds]
