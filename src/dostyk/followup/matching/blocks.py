"""Where evidence for an entry can stand: entries of the same relation, of certain kinds, within certain days.

Comparing every entry with every other one takes weeks for a large archive; a block holds the few that can matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from dostyk.followup.answer import made_on
from dostyk.followup.matching.sides import touched_states
from dostyk.model import Entry

CROWD = 6  # more states than this are indexed one by one: their pairs would be too many
_ALL, _ALONE, _PAIR, _MANY = "all", "alone", "pair", "many"
_Key = tuple[str, ...]


class Blocks:
    """Entries in order of time, found by kind, days and the states that they touch as parties or place."""

    def __init__(self, ordered: Sequence[Entry]) -> None:
        self._ordered = ordered
        self._placed: dict[_Key, tuple[list[date], list[int]]] = defaultdict(lambda: ([], []))
        for place, entry in enumerate(ordered):
            made = made_on(entry)
            for key in _keys(touched_states(entry)):
                days, places = self._placed[(entry.kind, *key)]
                days.append(made.low if made else date.max)
                places.append(place)

    def near(self, entry: Entry, kinds: Iterable[str], low: date, high: date) -> list[Entry]:
        """Other entries of these kinds that begin between the days, in order of time.

        Of an entry that touches several states, those that touch two of them, or none but one of them.
        """
        chosen: set[int] = set()
        wanted = list(_wanted(touched_states(entry)))
        for kind in kinds:
            for key in wanted:
                days, places = self._placed.get((kind, *key), ([], []))
                chosen.update(places[bisect_left(days, low) : bisect_right(days, high)])
        return [self._ordered[place] for place in sorted(chosen) if self._ordered[place].id != entry.id]


def _keys(states: frozenset[str]) -> Iterator[_Key]:
    """Under which an entry of these states stands."""
    yield from ((_ALL, state) for state in states)
    if len(states) == 1:
        yield from ((_ALONE, state) for state in states)
    elif len(states) <= CROWD:
        yield from ((_PAIR, *pair) for pair in combinations(sorted(states), 2))
    else:
        yield from ((_MANY, state) for state in states)


def _wanted(states: frozenset[str]) -> Iterator[_Key]:
    """Where evidence for an entry of these states is looked up."""
    if not 1 < len(states) <= CROWD:
        yield from ((_ALL, state) for state in states)
        return
    yield from ((_PAIR, *pair) for pair in combinations(sorted(states), 2))
    for state in states:
        yield _ALONE, state
        yield _MANY, state
