"""Whether two claims are of one thing: a score in four parts, each with its reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.linking.alike import words_alike
from dostyk.linking.contradictions import contradict, days_between, side_of
from dostyk.linking.recalled import recalled
from dostyk.linking.rules import BY_PEOPLE, QUOTED, RULES, SAME_REPORT, Rule
from dostyk.linking.texts import likeness
from dostyk.linking.view import Side, View
from dostyk.model import KINDS, PERSON, STATE, Interval, Party

_IN_FORCE = 1100  # days within which an agreement that is to enter into force does so


@dataclass(frozen=True, slots=True)
class Score:
    """The parts, 0 to 1 each, and their weighted sum. `loose`: one claim says less than the other about who or when,
    so that it might be of another thing. `against` says what forbids joining, else it is empty."""

    parties: float
    text: float
    days: float
    place: float
    total: float
    loose: bool
    against: str = ""

    @property
    def joined(self) -> bool:
        """True where nothing forbids it; the rule's threshold was checked when the score was made."""
        return not self.against


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why two claims were joined or kept apart, one reason a line."""

    joined: bool
    score: float
    lines: tuple[str, ...]


def compare(one: View, other: View) -> Score:
    """The score of two claims; `against` holds the first thing that keeps them apart."""
    rule = RULES[one.kind]
    against = contradict(one.stand, other.stand)
    if against:
        return Score(0, 0, 0, 0, 0, False, against)
    parties, loose_parties = _parties(one, other, rule)
    if parties <= 0:
        return Score(0, 0, 0, 0, 0, False, "the parties are others")
    text = words_alike(one, other)
    if (one.kind in QUOTED and text < 1) or text < rule.text_least:
        return Score(parties, text, 0, 0, 0, False, "the words are others")
    days, loose_days = _days(one, other, rule)
    if days <= 0 and rule.days:
        return Score(parties, text, 0, 0, 0, False, "nothing ties them to the same time")
    if loose_parties and one.kind in BY_PEOPLE and (one.date is None) != (other.date is None):
        return Score(parties, text, days, 0, 0, True, "neither who nor when is the same for sure")
    if one.claim.report == other.claim.report and _told_apart(one, other, text, days, loose_parties):
        return Score(parties, text, days, 0, 0, True, "one report tells of them as two")
    place = _place(one.claim.place, other.claim.place)
    total = round(parties * rule.parties + text * rule.text + days * rule.days + place * rule.place, 6)
    against = "" if total >= rule.join else f"{total:.2f} is below the {rule.join:.2f} that a {one.kind} needs"
    return Score(parties, text, days, place, total, loose_parties or loose_days, against)


def why(one: View, other: View) -> Reasons:
    """The score of two claims told in words."""
    score = compare(one, other)
    if one.kind != other.kind:
        return Reasons(False, 0.0, (score.against,))
    rule = RULES[one.kind]
    lines = []
    # each part anew: `compare` stops at the first that forbids joining
    for name, value, weight, words in (
        ("parties", _parties(one, other, rule)[0], rule.parties, _sides_text(one, other)),
        ("words", words_alike(one, other), rule.text, f"“{one.text}” / “{other.text}”"),
        ("days", _days(one, other, rule)[0], rule.days, f"{_date_text(one)} / {_date_text(other)}"),
        ("place", _place(one.claim.place, other.claim.place), rule.place,
         f"{one.claim.place or 'unknown'} / {other.claim.place or 'unknown'}"),
    ):  # fmt: skip
        if weight:
            lines.append(f"{name} {value:.2f} × {weight:.2f}: {words}")
    lines.append(score.against or f"alike: {score.total:.2f}, {rule.join:.2f} needed")
    return Reasons(score.joined, round(score.total, 4), tuple(lines))


def _told_apart(one: View, other: View, text: float, days: float, loose: bool) -> bool:
    """True where claims of one report differ in more than their words for a visit, or for talks of the same people."""
    refused = {"denied", "cancelled"} & {one.claim.status, other.claim.status}
    if loose or (refused and one.claim.status != other.claim.status):
        return True
    by_name = one.kind in ("visit", "meeting", "call") and one.stand.people
    if by_name and len(one.stand.people) >= len(one.stand.sides):
        # "met, and looked forward to meeting again": what is still to come is another one
        again = one.kind != "visit" and one.planned != other.planned and not (one.date and other.date)
        other_day = one.kind != "visit" and one.date and other.date and not one.date.overlaps(other.date)
        return again or bool(other_day) or days < 0.5
    return text < SAME_REPORT and bool(one.text or other.text)


def _sides_text(one: View, other: View) -> str:
    return " / ".join(", ".join(party.key for party in (*view.who, *view.whom)) for view in (one, other))


def _date_text(view: View) -> str:
    if view.date:
        return view.date.iso
    return f"undated, published {view.published}" if view.published else "undated"


def _parties(one: View, other: View, rule: Rule) -> tuple[float, bool]:
    """Agreement of the sides, and whether one claim names a person where the other has only the state."""
    if not KINDS[one.kind].directed:
        return _side((*one.who, *one.whom), (*other.who, *other.whom), bool(KINDS[one.kind].whom) or _needs_two(one))
    who, loose_who = _side(one.who, other.who, False)
    if who <= 0 or (not one.whom and not other.whom):
        return (who, loose_who)
    if not one.whom or not other.whom:
        return (who * 0.5 + 0.3, True) if one.kind != "invitation" else (0.0, False)
    whom, loose_whom = _side(one.whom, other.whom, False)
    if whom <= 0 and rule.sides:
        return 0.0, False
    return (who + whom) / 2, loose_who or loose_whom


def _needs_two(view: View) -> bool:
    """Bilateral kinds: one common side is not enough."""
    return view.kind in ("meeting", "call", "signing", "ratification", "relations", "figure")


def _side(one: Side, other: Side, two: bool) -> tuple[float, bool]:
    """Agreement of two lists of parties by state: the same person 1, only the states 0.7, one more precise 0.75."""
    if not one or not other:
        return (1.0 if not one and not other else 0.0), False
    ours, theirs = _by_state(one), _by_state(other)
    common = ours.keys() & theirs.keys()
    fewer = min(len(ours), len(theirs))
    if not common or (two and len(common) < min(2, max(len(ours), len(theirs)))):
        return 0.0, False
    points, loose = 0.0, len(ours) != len(theirs)
    for state in sorted(common):
        mine, yours = ours[state], theirs[state]
        if mine & yours:
            points += 1.0
        elif _cannot_be_one(mine, yours):
            return 0.0, False
        else:
            points += 0.75 if mine or yours else 0.7
            loose = loose or bool(mine or yours)
    return points / fewer * (0.6 + 0.4 * len(common) / len(ours.keys() | theirs.keys())), loose


def _cannot_be_one(mine: set[Party], yours: set[Party]) -> bool:
    """Both name people, and others; or both only bodies. A person may well speak for a body."""
    people = [{party for party in side if party.kind == PERSON} for side in (mine, yours)]
    return all(people) or (bool(mine) and bool(yours) and not any(people))


def _by_state(side: Side) -> dict[str, set[Party]]:
    found: dict[str, set[Party]] = {}
    for party in side:
        acting = found.setdefault(side_of(party), set())
        if party.kind != STATE:
            acting.add(party)
    return found


def _days(one: View, other: View, rule: Rule) -> tuple[float, bool]:
    if one.date and other.date:
        return _dated(one.date, other.date)
    if rule.apart is None:
        return 0.6, False
    if recalled(one, other):
        return 0.55, True
    if "background" in one.claim.flags or "background" in other.claim.flags:
        return 0.0, False  # what is recalled without a day says nothing about the day of publication
    near_one, near_other = _day_told(one), _day_told(other)
    if near_one is None or near_other is None:
        return 0.0, False
    apart = days_between(near_one, near_other)
    if one.planned != other.planned and one.kind in ("visit", "gathering"):
        return (0.4, True) if apart <= 90 and _plan_first(one, other) else (0.0, False)
    if one.planned != other.planned and one.kind == "ratification":
        return (0.55, True) if apart <= _IN_FORCE and _plan_first(one, other) else (0.0, False)
    if one.planned != other.planned and one.kind in ("meeting", "call") and not _still_to_come(one, other):
        return 0.0, False
    return (0.55, one.date != other.date) if apart <= rule.apart else (0.0, False)


def _still_to_come(one: View, other: View) -> bool:
    """False where the fact may lie before the plan without a day was told of: talks to come are not those recalled."""
    plan, fact = (one, other) if one.planned else (other, one)
    day = _day_told(fact)
    return bool(plan.date) or not plan.published or day is None or day.low >= plan.published


def _plan_first(one: View, other: View) -> bool:
    """A scheduled, undated thing and what was published about it later; a mere proposal is not followed so."""
    plan, fact = (one, other) if one.planned else (other, one)
    day = _day_told(fact)
    if plan.claim.status != "scheduled" or plan.date or not plan.published or not day:
        return False
    return plan.published <= day.high


def _day_told(view: View) -> Interval | None:
    if view.date:
        return view.date
    return Interval.day(view.published) if view.published else None


def _dated(one: Interval, other: Interval) -> tuple[float, bool]:
    if one == other:
        return {"day": 1.0, "month": 0.7, "year": 0.5}.get(one.precision, 0.95), False
    if not one.overlaps(other):
        return 0.6, False
    longer = max((span.high - span.low).days for span in (one, other))
    return (0.85 if longer <= 10 else 0.6 if longer <= 31 else 0.45), True


def _place(one: str, other: str) -> float:
    if not one or not other:
        return 0.5
    state_one, _, city_one = one.partition(":")
    state_other, _, city_other = other.partition(":")
    if state_one != state_other:
        return 0.0
    if not city_one or not city_other:
        return 0.7
    return 1.0 if likeness(city_one, city_other) > 0.8 else 0.0
