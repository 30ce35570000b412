"""Which later entry takes an earlier one a step further. Pure functions over entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from dostyk.followup.answer import chronological, first_told, made_on
from dostyk.followup.matching.blocks import CROWD, Blocks
from dostyk.followup.matching.deeds import CARRIED_OUT_AS, deed_steps
from dostyk.followup.matching.figures import figure_steps
from dostyk.followup.matching.instruments import instrument_steps
from dostyk.followup.matching.invitations import invitation_steps
from dostyk.followup.matching.moved import LONGEST, may_be_moved, moved_steps
from dostyk.followup.matching.scheduled import (
    OPEN_PLAN,
    PLANS,
    SLACK,
    history_steps,
    is_plan,
    planned_for,
    scheduled_steps,
)
from dostyk.followup.matching.sides import touched_states
from dostyk.followup.steps import Step
from dostyk.model import Entry

Matcher = Callable[[Entry, Sequence[Entry], date], Iterator[Step]]
_MATCHERS: dict[str, tuple[Matcher, ...]] = {
    "commitment": (deed_steps, figure_steps),
    "invitation": (invitation_steps,),
    "signing": (scheduled_steps, instrument_steps),
}
_OTHERS: tuple[Matcher, ...] = (scheduled_steps,)
# kinds in which the evidence for a step of an entry can stand
_EVIDENCE: dict[str, tuple[str, ...]] = {
    "commitment": (*CARRIED_OUT_AS, "figure", "commitment", "sanction"),
    "invitation": ("visit", "gathering", "meeting", "commitment"),
    "signing": ("signing", "ratification"),
    "visit": ("visit", "meeting", "gathering"),
}
_BEFORE = timedelta(days=31)  # by which the evidence may seem to lie before its subject: a stay, a month
_YEAR = timedelta(days=366)  # of a figure: its year may have begun before the commitment


def evidence_kinds(subject: str) -> tuple[str, ...]:
    """The kinds of entry in which evidence for a step of an entry of kind `subject` can stand."""
    return _EVIDENCE.get(subject, (subject,))


def propose(entries: Iterable[Entry], today: date, of: Collection[str] | None = None) -> list[Step]:
    """Every step that entries known on `today` propose, in order of the subject's and the evidence's day; where `of`
    is given, only steps of the subjects with these ids.

    The same entries give the same steps, whatever their order.
    """
    ordered = [entry for entry in chronological(entries) if (first_told(entry) or today) <= today]
    blocks = Blocks(ordered)
    found: list[Step] = []
    for entry in ordered:
        if of is not None and entry.id not in of:
            continue
        found += history_steps(entry)
        if may_be_moved(entry) and entry.date:
            last = entry.date.low + timedelta(days=LONGEST) if entry.date.low < date.max - _BEFORE * 14 else date.max
            found += moved_steps(entry, blocks.near(entry, evidence_kinds(entry.kind), entry.date.low, last), today)
        if entry.kind not in _MATCHERS and not (entry.kind in PLANS and is_plan(entry)):
            continue
        others = blocks.near(entry, evidence_kinds(entry.kind), *_days(entry))
        for matcher in _MATCHERS.get(entry.kind, _OTHERS):
            found += matcher(entry, others, today)
    return found


def _days(entry: Entry) -> tuple[date, date]:
    """From when to when evidence can lie. Other signings of one name count whenever they were made."""
    made, told = made_on(entry), first_told(entry)
    if made is None or entry.kind == "signing":
        return date.min, date.max
    first, before = min(made.low, told or made.low), _YEAR if entry.kind == "commitment" else _BEFORE
    low = first - before if first > date.min + before else date.min
    if entry.kind in ("commitment", "invitation"):
        return low, date.max
    planned = planned_for(entry)
    last, span = (planned.high, SLACK) if planned else (max(made.high, told or made.high), OPEN_PLAN)
    return low, last + timedelta(days=span) if last < date.max - timedelta(days=span) else date.max


__all__ = ["CROWD", "evidence_kinds", "propose", "touched_states"]
