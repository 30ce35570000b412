"""What was put off to when, and what from: the steps between two plans, seen from both of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dostyk.followup.lifecycle import Verdicts
from dostyk.followup.matching.scheduled import PLANS
from dostyk.followup.steps import PUT_OFF, Step
from dostyk.model import Entry

TO, FROM = "put off to", "put off from"


@dataclass(frozen=True, slots=True)
class Move:
    """`label` is `put off to` or `put off from`, `other` the plan of the other days; a proposal unless `settled`."""

    label: str
    other: Entry
    settled: bool

    @property
    def day(self) -> str:
        """The other days, ISO."""
        return self.other.date.iso if self.other.date else ""

    def __str__(self) -> str:
        return f"{self.label} {self.day}" + ("" if self.settled else " (proposed)")


def moves(steps: Iterable[Step], verdicts: Verdicts | None = None) -> dict[str, tuple[Move, ...]]:
    """The moves of each plan, by entry id, without those that a person rejected."""
    said = verdicts or Verdicts()
    found: dict[str, list[Move]] = defaultdict(list)
    for step in steps:
        one, other = step.subject, step.evidence
        if step.to != PUT_OFF or one.kind not in PLANS or said.rejected(one.id, other.id):
            continue
        settled = said.accepted(one.id, other.id)
        found[one.id].append(Move(TO, other, settled))
        found[other.id].append(Move(FROM, one, settled))
    return {name: tuple(listed) for name, listed in found.items()}
