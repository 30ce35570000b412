"""Blocks: claims are compared only with those that share a key of kind, party and month.

Half a month is added on each side of a claim's days, so claims up to a month apart meet in some month. A claim that
spans more than four months is found by year: by the people it names, or by its states among others as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dostyk.linking.compare import compare
from dostyk.linking.recalled import recallable, recalls
from dostyk.linking.texts import quote_marks
from dostyk.linking.view import View
from dostyk.model import BODY, PERSON, Interval

CAP = 400
_LATER = "|recalled"  # ends the key of blocks in which what is recalled without a day meets what it may be
_YEAR = re.compile(r"\|\d{4}\Z")
MANY = 4
_UNDATED = ("relations", "honour", "appointment", "office")
_QUOTED = ("statement", "figure")
_BY_ONE_STATE = ("gathering", "cooperation", "commitment", "aid", "sanction", "opening")


def keys(view: View) -> tuple[str, ...]:
    """The blocks the claim falls into."""
    kind, people = view.kind, _people(view)
    if kind in _QUOTED:
        speakers = [party.key for party in view.who] or [""]
        found = [f"{kind}|{who}|{mark}" for who in speakers[:MANY] for mark in quote_marks(view.quote)]
        if kind == "figure" and view.date:  # what other reports give for the same period
            found += [f"{kind}|{pair}|{view.date.iso}" for pair in _pairs(view)]
        return tuple(dict.fromkeys(found))
    if kind in _UNDATED:
        return _undated(view, people)
    months = _months(view.near)
    found = [f"{kind}|{pair}|{month}" for pair in _pairs(view) for month in months]
    # what spans long meets others that do by year, of the same states or the same people
    who = people if months else [*people, *_pairs(view)]
    found += [f"{kind}|{key}|{year}" for key in who for year in _years(view.near)]
    if kind == "invitation" and len(people) == 2:  # a visit may follow months after, and name it as its ground
        found.append(f"{kind}|{people[0]}>{people[1]}")
    if recalls(view) or recallable(view):
        who = people if kind == "visit" else [">".join(pair) for pair in combinations(sorted(people)[:MANY], 2)]
        found += [f"{kind}|{key}{_LATER}" for key in who]
    if kind == "ratification":  # years may lie between the plan and the day
        found += [f"{kind}|{pair}" for pair in _pairs(view)]
    return tuple(dict.fromkeys(found))


def _undated(view: View, people: Sequence[str]) -> tuple[str, ...]:
    """Kinds whose day reports often leave out: by person, else by states."""
    found = list(people)
    if view.kind == "relations" or (view.kind == "honour" and not people):
        found += _pairs(view)
    if not found:
        found = [party.key for party in (*view.who, *view.whom)]
    return tuple(dict.fromkeys(f"{view.kind}|{key}" for key in found))


def _people(view: View) -> list[str]:
    return [party.key for party in (*view.who, *view.whom) if party.kind in (PERSON, BODY)]


def _pairs(view: View) -> list[str]:
    states = sorted({party.state or party.name for party in (*view.who, *view.whom)})
    if view.kind == "visit" and len(states) == 1 and view.claim.place:
        states = sorted({*states, view.claim.place.partition(":")[0]})
    singles = [f"{state}-" for state in states]
    if len(states) < 2 or len(states) > MANY:
        return singles
    pairs = [f"{a}-{b}" for a, b in combinations(states, 2)]
    return singles + pairs if view.kind in _BY_ONE_STATE else pairs


def _months(near: Interval | None) -> list[str]:
    if near is None:
        return ["unknown"]
    first, last = near.low.year * 12 + near.low.month - 1, near.high.year * 12 + near.high.month - 1
    if last - first > 6:
        return []
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


def _years(near: Interval | None) -> list[str]:
    if near is None:
        return ["unknown"]
    return [f"{year:04d}" for year in range(near.low.year, min(near.high.year, near.low.year + 10) + 1)]


@dataclass(frozen=True, slots=True)
class Twins:
    """Claims that say the same in every respect that is compared; the first stands for all."""

    views: tuple[View, ...]

    @property
    def first(self) -> View:
        """The claim that is compared for all of them."""
        return self.views[0]

    @property
    def name(self) -> str:
        """The id of the first claim."""
        return self.views[0].id


class Block:
    """Claims that share a key, twins together. In a block of years claims of short spans are compared only with
    those of long ones, since the former meet each other by month; and where claims without a day look for what they
    recall, those with a day are compared with them only."""

    def __init__(self, key: str, views: Iterable[View], alone: Container[str]) -> None:
        ordered = sorted(views, key=lambda view: view.id)
        by_said: dict[object, list[View]] = {}
        for view in ordered:
            by_said.setdefault(view.id if view.id in alone else view.said, []).append(view)
        self.twins = [twins for group in by_said.values() for twins in _kept_together(group)]
        self._of = {view.id: twins for twins in self.twins for view in twins.views}
        self._large = len(ordered) > CAP
        self._sought = _sought(key)
        self._some = [twins for twins in self.twins if self._sought(twins.first)] if self._sought else self.twins

    def twins_of(self, view: View) -> Twins:
        """The claim of the block with its twins."""
        return self._of[view.id]

    def mates(self, twins: Twins) -> Iterator[Twins]:
        """Whom the twins are compared with: all others, or in a large block those of the same day or words."""
        view = twins.first
        others = self._some if self._sought and not self._sought(view) else self.twins
        for other in others:
            if other is not twins and (not self._large or view.fine & other.first.fine):
                yield other


def _sought(key: str) -> Callable[[View], bool] | None:
    """Of a block in which not all are compared with all, for whom it is made: at least one of two must be such."""
    if key.endswith(_LATER):
        return recalls
    return is_wide if _YEAR.search(key) else None


def _kept_together(group: Sequence[View]) -> list[Twins]:
    """One for all where claims that say this are of one thing; where they say too little for that, one for each."""
    if len(group) == 1 or compare(group[0], group[1]).joined:
        return [Twins(tuple(group))]
    return [Twins((view,)) for view in group]


def is_wide(view: View) -> bool:
    """True where the claim spans so long that it is found by year and not by month."""
    return not _months(view.near)


Fetch = Callable[[Sequence[str]], Mapping[str, Sequence[View]]]


def in_memory(views: Iterable[View]) -> tuple[dict[str, tuple[str, ...]], Fetch]:
    """Keys of each claim by id, and a fetcher of blocks, for claims that are all at hand."""
    by_key: dict[str, list[View]] = {}
    found = {}
    for view in views:
        found[view.id] = keys(view)
        for key in found[view.id]:
            by_key.setdefault(key, []).append(view)
    return found, lambda wanted: {key: by_key.get(key, []) for key in wanted}
