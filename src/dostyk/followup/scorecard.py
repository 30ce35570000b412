"""How commitments are kept: by relation, side and lead, after one, two and three years, and on the scales of others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import first_told, made_on
from dostyk.followup.commitments import side_of
from dostyk.followup.register import Item
from dostyk.followup.rounds import lead_of
from dostyk.followup.steps import BROKEN, CLOSED, DONE, LAPSED, PARTLY, STARTED, STATES, SUPERSEDED

YEARS = (1, 2, 3)
_YEAR = 365.25
# the G20 Research Group: full, partial, none or the opposite; what nobody can judge yet has no score
_G20 = {DONE: 1, PARTLY: 0, STARTED: 0, BROKEN: -1}
# the levels of completion of the Open Government Partnership's reviewers
_OGP = {DONE: "complete", PARTLY: "substantial", STARTED: "limited", BROKEN: "not started"}
NO_EVIDENCE = "no evidence"


@dataclass(frozen=True, slots=True)
class Kept:
    """How many were kept within `years`, of those made at least so long ago; `share` is None where there is none."""

    years: int
    kept: int
    judged: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1."""
        return self.kept / self.judged if self.judged else None


@dataclass(frozen=True)
class Score:
    """The scorecard of one group.

    `unjudged` counts what has no settled or reported state and no term that is over: it is neither kept nor failed.
    `curve` is the share carried out by day since it was made, (days, share), by the Kaplan-Meier estimate, in which
    what is still open counts for as long as it has been open.
    """

    group: str
    all: int
    states: dict[str, int]
    overdue: int
    unjudged: int
    kept: tuple[Kept, ...]
    curve: tuple[tuple[int, float], ...]


def g20(item: Item) -> int | None:
    """+1, 0 or −1; None where it cannot be judged. Overdue without a sign of work is −1."""
    if item.stands in _G20:
        return _G20[item.stands]
    return -1 if item.overdue and not _moving(item) else None


def ogp(item: Item) -> str:
    """The level of completion; `no evidence` where nothing is known, empty for what was dropped or replaced."""
    if item.stands in (LAPSED, SUPERSEDED):
        return ""
    if item.stands in _OGP:
        return _OGP[item.stands]
    return "not started" if item.answers else NO_EVIDENCE


def _moving(item: Item) -> bool:
    return any(step.moves for step in item.steps)


def judged(item: Item) -> bool:
    """True where a person, a lead or the calendar says how it stands."""
    return item.stands != "open" or item.overdue or bool(item.answers)


def made_day(item: Item) -> date | None:
    """The day it was agreed on, else first told of."""
    made = made_on(item.entry)
    return made.low if made else first_told(item.entry)


def done_day(item: Item) -> date | None:
    """The day it was carried out: of the evidence that was settled, else the day the lead speaks of."""
    if item.stands != DONE:
        return None
    days = [step.evidence.date.low for step in item.steps if step.to == DONE and step.evidence.date]
    if item.state == DONE and days:
        return min(days)
    said = next((answer for answer in item.answers if answer.state == DONE), None)
    return date.fromisoformat((said.day or said.at)[:10]) if said else None


def scorecard(items: Iterable[Item], today: date, by: str = "relation", own: str = "") -> list[Score]:
    """One score for each group, `by` relation, side or lead, in order of name; only commitments count."""
    grouping: dict[str, Callable[[Item], str]] = {
        "relation": lambda item: "–".join(sorted(code for code in item.entry.states if code != own)) or "no state",
        "side": lambda item: side_of(item.entry) or "no state",
        "lead": lead_of,
    }
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.kind == "commitment":
            groups[grouping[by](item)].append(item)
    return [_score(name, groups[name], today) for name in sorted(groups)]


def _score(name: str, items: Sequence[Item], today: date) -> Score:
    counts = Counter(item.stands for item in items)
    return Score(
        name,
        len(items),
        {state: counts[state] for state in STATES},
        sum(item.overdue and item.stands not in CLOSED for item in items),
        sum(not judged(item) for item in items),
        tuple(_kept(items, years, today) for years in YEARS),
        curve([times for item in items if (times := _times(item, today))]),
    )


def _kept(items: Sequence[Item], years: int, today: date) -> Kept:
    span = years * _YEAR
    old = [(item, made) for item in items if (made := made_day(item)) and (today - made).days >= span and judged(item)]
    kept = sum(bool((done := done_day(item)) and (done - made).days <= span) for item, made in old)
    return Kept(years, kept, len(old))


def _times(item: Item, today: date) -> tuple[int, bool] | None:
    """Days from the making to the carrying out, or to today where it is open; None where the days are not known."""
    made, done = made_day(item), done_day(item)
    if made is None or (item.stands == DONE and done is None):
        return None
    return max(0, ((done or today) - made).days), done is not None


def curve(times: Sequence[tuple[int, bool]]) -> tuple[tuple[int, float], ...]:
    """The share carried out by each day on which something was, from (days, carried out or not)."""
    left, found = 1.0, []
    for day in sorted({days for days, done in times if done}):
        at_risk = sum(days >= day for days, _ in times)
        left *= 1 - sum(done and days == day for days, done in times) / at_risk
        found.append((day, round(1 - left, 6)))
    return tuple(found)
