"""Fields of an entry: every version that claims give, the preferred first.

Preferred is what more independent voices support, then the more precise (of days, those that the report states before
those inferred), then what the nearer source says (a government of its own acts before an outlet at home there, before
one elsewhere), then what more voices say in just this way, then what was published latest. A version is supported by
those who say it and by those who say less without contradicting it: `May` supports `6 May`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dostyk.linking.nearness import Near
from dostyk.linking.numbers import numbers
from dostyk.linking.texts import likeness, words
from dostyk.linking.view import View
from dostyk.model import STATE, Interval, Party, Version

_CLAUSE = re.compile(r",? (?:that|which|under which|who|whereby)\b")
_NAMED_DAYS = frozenset(("explicit", "tense", "anchor"))


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a field as text, and how precise it is: more is better."""

    value: str
    precision: int


Reader = Callable[[View], Said | None]
Covers = Callable[[str, str], bool]


class Rank(NamedTuple):
    """What a version is preferred for, in this order: voices that support it, how precise it is, how near the nearest
    source that says it stands, voices that say just this, the latest day it was published as ISO text; at last the
    value, so that the order is settled."""

    voices: int
    precision: int
    nearness: Near
    own: int
    latest: str
    value: str


def versions(views: Sequence[View], reader: Reader, covers: Covers) -> tuple[Version, ...]:
    """All values that the claims give, the preferred first; none where no claim gives one."""
    return tuple(
        Version(rank.value, tuple(view.id for view in saying)) for rank, saying in ranked(views, reader, covers)
    )


def ranked(views: Sequence[View], reader: Reader, covers: Covers) -> list[tuple[Rank, list[View]]]:
    """The same with what each version is preferred for, and the claims that say it."""
    saying: dict[str, list[View]] = {}
    precision: dict[str, int] = {}
    for view in views:
        said = reader(view)
        if said is not None:
            saying.setdefault(said.value, []).append(view)
            precision[said.value] = said.precision

    def rank(value: str) -> Rank:
        supporting = [view for other, by in saying.items() if other == value or covers(value, other) for view in by]
        latest = max(view.published.isoformat() if view.published else "" for view in saying[value])
        own = len({view.voice for view in saying[value]})
        near = max(view.nearness for view in saying[value])
        return Rank(len({view.voice for view in supporting}), precision[value], near, own, latest, value)

    return [(one, saying[one.value]) for one in sorted(map(rank, saying), reverse=True)]


def who_of(view: View) -> Said | None:
    """The parties of `who`, in order of keys."""
    return _side_said(view.who)


def whom_of(view: View) -> Said | None:
    """The parties of `whom`, in order of keys."""
    return _side_said(view.whom)


def _side_said(side: Sequence[Party]) -> Said | None:
    if not side:
        return None
    precision = sum(3 if party.kind != STATE else 1 for party in side)
    return Said("; ".join(sorted(party.key for party in side)), precision)


def sides_cover(value: str, other: str) -> bool:
    """True where the first names everyone the second names, each at least as precisely."""
    ours = set(value.split("; "))
    states = {key.partition(":")[0] for key in ours}
    return all(key in ours or (":" not in key and key in states) for key in other.split("; "))


def date_of(view: View) -> Said | None:
    """The date, as ISO text; days are more precise than months, a stated day more than an inferred one."""
    if view.date is None:
        return None
    return Said(view.date.iso, -_span(view.date) - view.stand.inferred)


def _span(days: Interval) -> int:
    """Twice the days between the ends, so that a stated day fits between two that were inferred."""
    return 2 * (days.high - days.low).days


def date_covers(value: str, other: str) -> bool:
    """True where the first lies within the second."""
    return Interval.parse(other).contains(Interval.parse(value))


def stay_of(view: View) -> Said | None:
    """The days of a visit: from arrival to departure says more than a day of it, which says more than a month."""
    if view.date is None or not is_stay(view.date.iso):
        return date_of(view)
    return Said(view.date.iso, _span(view.date) + 1 - view.stand.inferred)


def event_of(view: View) -> Said | None:
    """The days of a gathering: all days that a report names say more than one of them; `later this week` does not."""
    return stay_of(view) if view.claim.date_basis in _NAMED_DAYS else date_of(view)


def stay_covers(value: str, other: str) -> bool:
    """True where the first is the visit's days and the second a day of them, or the first lies within the second."""
    return date_covers(value, other) or (is_stay(value) and date_covers(other, value))


def is_stay(iso: str) -> bool:
    """True for days from a first to a last, a month apart at most."""
    days = Interval.parse(iso)
    return days.precision == "interval" and (days.high - days.low).days <= 31


def place_of(view: View) -> Said | None:
    """The place; a city is more precise than a state."""
    place = view.claim.place
    return Said(place, 2 if ":" in place else 1) if place else None


def place_covers(value: str, other: str) -> bool:
    """True where the first is the second, or a city in it."""
    state, _, city = value.partition(":")
    other_state, _, other_city = other.partition(":")
    return state == other_state and (not other_city or likeness(city, other_city) > 0.8)


def what_of(view: View) -> Said | None:
    """The words; more telling words are more precise, up to twelve."""
    what = view.claim.what
    return Said(what, _telling(what, name=view.kind in ("signing", "ratification"))) if what else None


def _telling(text: str, *, name: bool) -> int:
    """How much a text says; of a name a clause behind it (`agreement that frees …`) only describes what it names."""
    said = _CLAUSE.split(text)[0] if name else text
    return min(len(words(said)), 12)


def title_of(view: View) -> Said | None:
    """The name of an office; none is more precise, so that the usual one is preferred."""
    return Said(view.claim.what, 0) if view.claim.what else None


def stay_place_covers(value: str, other: str) -> bool:
    """True where the first is the state of the second, or the second itself: a visit to a city is one to its state, and
    a place toured is not the place of the whole visit."""
    return value == other or (":" not in value and value == other.partition(":")[0])


def status_covers(value: str, other: str) -> bool:
    """True where the first is what became of a plan or of what went on: who announced a thing supports that it was."""
    return (
        value in ("happened", "ongoing", "cancelled")
        and other in ("scheduled", "proposed", "ongoing")
        and value != other
    )


def status_of(view: View) -> Said | None:
    """The status."""
    return Said(view.claim.status, 0)


def what_covers(value: str, other: str) -> bool:
    """True where the first says all that the second says."""
    return set(words(other)) <= set(words(value))


def value_covers(value: str, other: str) -> bool:
    """True where the first says all that the second says, or the same number: `8 documents` and `Eight documents`."""
    return what_covers(value, other) or (bool(numbers(value)) and numbers(value) == numbers(other))


def detail_of(name: str) -> Reader:
    """Reads one field of the detail."""

    def read(view: View) -> Said | None:
        value = getattr(view.claim.detail, name)
        return Said(value, _telling(value, name=name == "instrument")) if value else None

    return read
