"""What keeps claims apart whatever else is alike: days that cannot be one, people who cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.linking.rules import BY_PEOPLE, BY_SIDES, RULES
from dostyk.model import PERSON, Claim, Interval, Party

PLANNED = frozenset(("scheduled", "proposed"))
_INFERRED = frozenset(("report", "dateline", "visit"))
_PLAN_SLACK = 7


@dataclass(frozen=True, slots=True)
class Stand:
    """What a claim takes a stand on. Claims of one stand contradict the same claims."""

    kind: str
    date: Interval | None
    planned: bool
    inferred: bool
    people: tuple[tuple[str, frozenset[Party]], ...]
    sides: frozenset[str] = frozenset()


def stand_of(claim: Claim, parties: Sequence[Party]) -> Stand:
    """The stand of a claim whose parties were linked."""
    people: dict[str, set[Party]] = defaultdict(set)
    for party in parties:
        if party.kind == PERSON and claim.kind in BY_PEOPLE:
            people[party.state].add(party)
    named = tuple((state, frozenset(people[state])) for state in sorted(people))
    sides = frozenset(side_of(party) for party in parties) if claim.kind in BY_SIDES else frozenset()
    return Stand(claim.kind, claim.date, claim.status in PLANNED, claim.date_basis in _INFERRED, named, sides)


def side_of(party: Party) -> str:
    """The state a party acts for; an international body, or a person of no known state, is a side of its own."""
    return party.state if party.state not in ("", "IGO") else party.key


def contradict(one: Stand, other: Stand) -> str:
    """Why two claims cannot be of one thing, in words; empty where they can."""
    if one.kind != other.kind:
        return f"a {one.kind} is no {other.kind}"
    if one.date and other.date:
        days = days_between(one.date, other.date)
        if days > allowed_days(one, other):
            return f"{one.date.iso} and {other.date.iso} are {days} {'day' if days == 1 else 'days'} apart"
    if len(one.sides) > 1 and len(other.sides) > 1 and one.sides != other.sides:
        return f"{'-'.join(sorted(one.sides))} and {'-'.join(sorted(other.sides))} are other sides"
    theirs = dict(other.people)
    for state, named in one.people:
        others = theirs.get(state)
        if others and not named & others:
            return f"different people of {state or 'an unknown state'}"
    return ""


def days_between(one: Interval, other: Interval) -> int:
    """0 where a day is in both, 1 for neighbouring days."""
    return 0 if one.overlaps(other) else one.gap_days(other) + 1


def allowed_days(one: Stand, other: Stand) -> int:
    """By how many days reports of one thing may differ: more where one is a plan, or its day was inferred."""
    slack = RULES[one.kind].slack
    if one.planned != other.planned and one.kind in ("visit", "gathering"):
        slack = max(slack, _PLAN_SLACK)
    return slack + 1 if one.inferred or other.inferred else slack
