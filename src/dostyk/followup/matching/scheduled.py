"""What was announced and is later told of as past, or as called off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dostyk.followup.answer import first_told, took_place
from dostyk.followup.matching.sides import acting_states, people, place_state, told_later
from dostyk.followup.steps import CANCELLED, HAPPENED, SIGNED, Step
from dostyk.followup.words import likeness, shares_a_subject
from dostyk.model import Entry, Interval, Party

SLACK = 3  # days by which a plan and its fulfilment may miss each other
OPEN_PLAN = 550  # days within which a plan without a day is looked for
_SOON = 60  # days within which a meeting of both sides without a place is taken for the journey's
_ANNOUNCING, _GONE = ("scheduled", "proposed"), ("cancelled", "denied")
_NAMED = frozenset(("signing", "gathering", "opening", "ratification", "cooperation", "aid"))
PLANS = frozenset(("visit", "meeting", "call", "gathering", "signing", "opening", "ratification", "cooperation",
                    "appointment", "honour", "relations"))  # fmt: skip


def history_steps(entry: Entry) -> Iterator[Step]:
    """Steps inside one entry: reports announced it, and later ones tell how it went."""
    if entry.kind not in PLANS:
        return
    low = entry.date.low.isoformat() if entry.date else ""
    planned = next((n for n, (day, status, _) in enumerate(entry.history)
                    if status in _ANNOUNCING or ("" < day < low and status not in _GONE)), None)  # fmt: skip
    if planned is None:
        return
    first = entry.history[planned][0]
    if any(status == "happened" and day <= first and not day < low for day, status, _ in entry.history):
        return  # who tells of it as past and of the next one on one day announces nothing
    for day, status, _ in entry.history[planned + 1 :]:
        if status in ("happened", "ongoing", "cancelled") and day > first and entry.status == status:
            to = CANCELLED if status == "cancelled" else SIGNED if entry.kind == "signing" else HAPPENED
            yield Step(entry, to, entry, 0.9, (f"announced on {first or 'an unknown day'}, told of on {day}",))
            return


def scheduled_steps(plan: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """The first later entry of the same kind, or a meeting in the host's place, that the plan came true in.

    Where several are to travel, the first such entry for each of them.
    """
    if plan.kind not in PLANS or not is_plan(plan):
        return
    waiting = people(plan) & set(plan.who) if plan.kind == "visit" else set()
    for other in others:
        if not _may_be(plan, other) or not _new(waiting, plan, other):
            continue
        reason = same_thing(plan, other)
        if not reason:
            continue
        if other.status == "cancelled":
            yield Step(plan, CANCELLED, other, 0.8, (reason, "it was called off"))
            return
        if took_place(other, today):
            to = SIGNED if plan.kind == "signing" else HAPPENED
            yield Step(plan, to, other, 0.85 if other.kind == plan.kind else 0.7, (reason, _when(plan, other)))
            waiting -= set(other.parties)
            if not waiting:
                return


def _new(waiting: set[Party], plan: Entry, other: Entry) -> bool:
    """True where nobody in particular is waited for, or somebody who is takes part."""
    return not people(plan) or plan.kind != "visit" or bool(waiting & set(other.parties))


def is_plan(entry: Entry) -> bool:
    """True for what is announced, and for what every report of it tells before its first day: it was still to come."""
    if entry.status != "happened":
        return entry.status == "scheduled"
    days = [anchor.published for anchor in entry.anchors]
    return entry.date is not None and max(days) < entry.date.low.isoformat()


def planned_for(plan: Entry) -> Interval | None:
    """The days a plan is for. The day of its own report, where nothing but the publication gives it, is none."""
    told = first_told(plan)
    inferred = plan.status == "scheduled" and plan.date_basis == "published"
    return None if inferred and told and plan.date == Interval.day(told) else plan.date


def _may_be(plan: Entry, other: Entry) -> bool:
    kinds = (plan.kind, "meeting", "gathering") if plan.kind == "visit" else (plan.kind,)
    if other.kind not in kinds or other.status in ("scheduled", "proposed", "denied") or is_plan(other):
        return False
    day = _day_of(other)
    return day is not None and told_later(other, plan) and _fits(plan, day)


def _day_of(other: Entry) -> Interval | None:
    """The days of what was told of; of an undated meeting or visit that is news, the day it was told."""
    if other.date is not None or other.kind not in ("meeting", "visit") or "background" in other.flags:
        return other.date
    told = first_told(other)
    return Interval.day(told) if told else None


def _fits(plan: Entry, day: Interval) -> bool:
    """True where the days overlap, or where an undated plan is followed soon enough."""
    planned = planned_for(plan)
    if planned is not None:
        slack = timedelta(days=SLACK if planned.precision in ("day", "interval") else 0)
        return day.low <= planned.high + slack and day.high >= planned.low - slack
    told = first_told(plan)
    return told is not None and told < day.high and day.low <= told + timedelta(days=OPEN_PLAN)


def same_thing(plan: Entry, other: Entry) -> str:
    """Why what was announced and what is told of are one thing, but for their days; empty where nothing says so."""
    return _same_names(plan, other) if plan.kind in _NAMED else _same_people(plan, other)


def _same_people(plan: Entry, other: Entry) -> str:
    if plan.kind == "visit":
        return _same_journey(plan, other)
    if people(plan) and people(other):
        shared = people(plan) & people(other)
        enough = len(shared) >= min(2, len(people(plan)))
    else:
        enough = len(set(plan.states)) >= 2 and set(plan.states) <= set(other.states)
    return "the same sides" if enough else ""


def _same_journey(plan: Entry, other: Entry) -> str:
    """The same travellers to the same host; a bare state that is to send somebody is nobody in particular."""
    hosts = {party.state for party in plan.whom} | {place_state(plan)} - {""}
    there = place_state(other) in hosts or (other.kind == "visit" and bool({p.state for p in other.whom} & hosts))
    if ":" not in other.place and other.kind == "meeting" and _near(plan, other):
        there = bool(hosts & set(other.states))  # no town told: one with the hosts, when the journey was planned for
    travellers = set(plan.who) & (set(other.who) if other.kind == "visit" else set(other.parties))
    if not there or not travellers or not hosts:
        return ""
    return f"{sorted(party.name or party.key for party in travellers)[0]} in {sorted(hosts - {''})[0]}"


def _near(plan: Entry, other: Entry) -> bool:
    """True for a meeting within a plan of two weeks at most, or soon after a plan without a day: hardly elsewhere."""
    planned = planned_for(plan)
    if planned is not None and planned.precision in ("day", "interval"):
        return (planned.high - planned.low).days <= 14
    told, then = first_told(plan), first_told(other)
    return told is not None and then is not None and (then - told).days <= _SOON


def _same_names(plan: Entry, other: Entry) -> str:
    one = plan.detail.instrument or plan.what
    two = other.detail.instrument or other.what
    bound = acting_states(plan) or set(plan.states)
    if not bound & set(other.states) or likeness(one, two) < 0.6 or not shares_a_subject(one, two):
        return ""
    return f"the same thing by name: {two}"


def _when(plan: Entry, other: Entry) -> str:
    planned = planned_for(plan)
    when = planned.iso if planned else "no day"
    return f"planned for {when}, told of for {other.date.iso if other.date else 'no day'}"
