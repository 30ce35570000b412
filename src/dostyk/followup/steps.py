"""A step of a lifecycle: what a later entry seems to mean for an earlier one. A proposal until a person settles it."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.model import Entry, content_id

PLANNED, TAKEN_UP, PUT_OFF = "planned", "taken up", "put off"
HAPPENED, CANCELLED = "happened", "cancelled"
STARTED, PARTLY, DONE, BROKEN, SUPERSEDED, LAPSED = "started", "partly done", "done", "broken", "superseded", "lapsed"
SIGNED, RATIFIED, IN_FORCE, ENDED = "signed", "ratified", "in force", "ended"
MEASURED, RESTATED, RETARGETED = "measured", "restated", "retargeted"

STATES = ("open", STARTED, PARTLY, DONE, BROKEN, SUPERSEDED, LAPSED)
CLOSED = frozenset((DONE, BROKEN, SUPERSEDED, LAPSED))
_BEARING = frozenset((MEASURED, RESTATED, RETARGETED))  # told of, and changes no state


@dataclass(frozen=True, slots=True)
class Step:
    """`evidence` may bring `subject` to `to`.

    `score`, 0 to 1, says how much speaks for it and `why` says what, in words. Where plan and fulfilment are one entry,
    `subject` and `evidence` are the same. `claims` are those of the evidence that say so.
    """

    subject: Entry
    to: str
    evidence: Entry
    score: float
    why: tuple[str, ...]

    @property
    def id(self) -> str:
        """Hash of both founding anchors and the step: the same on every derivation."""
        first, last = self.subject.anchors[0], self.evidence.anchors[0]
        return content_id("s", first.entry_id, self.to, last.entry_id)

    @property
    def moves(self) -> bool:
        """False for what only bears on the subject: a figure on the way, a restatement."""
        return self.to not in _BEARING
