"""An act: what a person did, in one append-only log. Undone by another act, never lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dostyk.model.claim import Claim

FOLLOWING = ("assign", "progress", "settle", "open_round", "close_round")  # acts of the follow-up; they move no claim
VERBS = (
    *("accept", "reject", "correct", "add", "same", "different", "merge", "split", "namesake", "note"),
    *(*FOLLOWING, "undo", "redo", "erase"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """What an act is bound to: the anchor and quote of a claim, never an entry id."""

    report: str
    kind: str
    field: str
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, claim: Claim) -> Target:
        """What an act about a claim is bound to."""
        at = claim.trigger
        return cls(claim.report, claim.kind, at.field, at.start, at.end, at.quote)


@dataclass(frozen=True)
class Act:
    """One line of the log. `at` is UTC in ISO 8601 with seconds; `by` names who acts; `number` counts from 1.

    `batch` is shared by the acts of one decision, which one undo takes back; empty for an act by itself. `first` is the
    act's number and link in the log that it was first written to, which logs of several ledgers share.
    """

    number: int
    at: str
    by: str
    verb: str
    targets: tuple[Target, ...] = ()
    payload: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    batch: str = ""
    first: tuple[int, str] | None = field(default=None, compare=False)

    @property
    def order(self) -> tuple[str, int, str]:
        """What acts are replayed by: time, then number, the same in every ledger that holds the act."""
        return (self.at, *(self.first or (self.number, "")))
