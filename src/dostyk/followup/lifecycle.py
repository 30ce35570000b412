"""Where a thing stands in its lifecycle: the steps that people settled, and those that are only proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from dostyk.followup.steps import CLOSED, STATES, Step

ACCEPT, REJECT = "accept", "reject"
_WESTMOST = timezone(timedelta(hours=-12))


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people said of steps: (subject entry, step, evidence entry) → `accept` or `reject`; the last act counts."""

    of: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def rejected(self, subject: str, evidence: str) -> bool:
        """True where a person said that the evidence is no step of the subject, both by the entry's id."""
        return self._said(REJECT, subject, evidence)

    def accepted(self, subject: str, evidence: str) -> bool:
        """True where a person said that the evidence is a step of the subject, both by the entry's id."""
        return self._said(ACCEPT, subject, evidence)

    def _said(self, verdict: str, subject: str, evidence: str) -> bool:
        return any(said == verdict and (one, other) == (subject, evidence) for (one, _, other), said in self.of.items())

    def about(self, step: Step) -> str:
        """The verdict on a step; empty where there is none."""
        return self.of.get((step.subject.id, step.to, step.evidence.id), "")


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` is what settled steps brought it to; `proposed` are the steps that wait for a person, `settled` those
    accepted, both in order of time."""

    state: str
    proposed: tuple[Step, ...] = ()
    settled: tuple[Step, ...] = ()

    @property
    def closed(self) -> bool:
        """True where nothing more is to come."""
        return self.state in CLOSED

    @property
    def seen(self) -> tuple[Step, ...]:
        """All that was seen since: settled steps, then proposed ones."""
        return (*self.settled, *self.proposed)


def by_subject(steps: Iterable[Step]) -> dict[str, list[Step]]:
    """Steps by the id of their subject, in the order given."""
    found: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        found[step.subject.id].append(step)
    return dict(found)


def standing(steps: Iterable[Step], verdicts: Verdicts | None = None, begin: str = "open") -> Standing:
    """Where the steps and the verdicts on them bring something that began as `begin`.

    The furthest accepted step counts, so that the order of acts does not; what bears without moving changes nothing.
    """
    known = verdicts or Verdicts()
    wanted = [step for step in steps if known.about(step) != REJECT]
    settled = tuple(step for step in wanted if known.about(step) == ACCEPT)
    state = max((begin, *(step.to for step in settled if step.moves)), key=_rank)
    return Standing(state, tuple(step for step in wanted if step not in settled), settled)


def _rank(state: str) -> int:
    return STATES.index(state) if state in STATES else 1


def day_everywhere(now: datetime) -> date:
    """The latest day that has begun in every time zone: nothing due on a day is overdue while it is that day somewhere.

    `now` needs a time zone. Raises ValueError without one.
    """
    if now.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    return now.astimezone(_WESTMOST).date()


def today_everywhere() -> date:
    """`day_everywhere` of this moment."""
    return day_everywhere(datetime.now(UTC))
