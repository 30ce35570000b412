"""What was put off: the same thing announced, or held, for another day. Both entries stay; a step ties them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dostyk.followup.answer import first_told
from dostyk.followup.matching.scheduled import PLANS, SLACK, is_plan, same_thing, scheduled_steps
from dostyk.followup.matching.sides import people, told_later
from dostyk.followup.steps import PUT_OFF, Step
from dostyk.model import Entry, Interval

LONGEST = 400  # days by which a thing is put off and still the same
_POSTPONED = "postponed"
_NEVER = frozenset(("denied", "proposed"))


def may_be_moved(entry: Entry) -> bool:
    """True for a plan of known days, and for one that was called off as put off."""
    planned = is_plan(entry) or (entry.status == "cancelled" and _POSTPONED in entry.flags)
    return entry.kind in PLANS and entry.date is not None and planned


def moved_steps(plan: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """The first entry in which a plan is told of for later days, if reports say or show that it was put off."""
    if not may_be_moved(plan) or plan.date is None:
        return
    later = [other for other in others if _is_later(plan.date, other) and other.kind == plan.kind]
    for other in sorted(later, key=lambda one: (first_told(one) or date.max, one.date and one.date.low, one.id)):
        reason, score = _told_so(plan, other)
        if not reason and _announced_anew(plan, other) and not any(scheduled_steps(plan, others, today)):
            reason, score = "announced for later days before these came", 0.6
        same = same_thing(plan, other) if reason else ""
        if same:
            days = f"planned for {plan.date.iso}, then for {other.date.iso if other.date else 'no day'}"
            yield Step(plan, PUT_OFF, other, score, (same, reason, days))
            return


def _is_later(planned: Interval, other: Entry) -> bool:
    """True where it lies after the plan, by more than reports of one thing miss each other; what no report tells of
    but as called off is nothing that a plan is put off to."""
    first = other.history[0][1] if other.history else other.status
    if other.date is None or other.status in _NEVER or first == "cancelled":
        return False
    return timedelta(SLACK) < other.date.low - planned.low <= timedelta(LONGEST) and not planned.overlaps(other.date)


def _told_so(plan: Entry, other: Entry) -> tuple[str, float]:
    """Why reports say that it was put off, and how much that counts; empty where they do not."""
    first, told = first_told(plan), first_told(other)
    if first is None or told is None or told < first:
        return "", 0.0
    if _POSTPONED in other.flags and plan.date and told <= plan.date.high + timedelta(SLACK):
        return "told of as put off", 0.85
    if _POSTPONED in plan.flags and told_later(other, plan):
        return "called off as put off, then told of anew", 0.75
    return "", 0.0


def _announced_anew(plan: Entry, other: Entry) -> bool:
    """True where those who were to travel or meet, by name, are announced for later days before the first ones came,
    and no report speaks of the first ones any more."""
    told = first_told(other)
    if told is None or plan.date is None or plan.status == "cancelled" or not people(plan):
        return False
    last_told = max(anchor.published for anchor in plan.anchors)
    announced = bool(other.date and told < other.date.low)
    return announced and last_told < told.isoformat() and told <= plan.date.low
