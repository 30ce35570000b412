"""Where versions of a field cannot all hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dostyk.linking.fields import is_stay, place_covers
from dostyk.linking.numbers import numbers
from dostyk.linking.texts import likeness
from dostyk.model import Interval, Version


def incompatible(name: str, one: str, other: str) -> bool:
    """True where two versions of a field cannot both hold. Wordings of one thing are compatible."""
    if name == "date":
        return not Interval.parse(one).overlaps(Interval.parse(other))
    if name == "place":
        return not (place_covers(one, other) or place_covers(other, one))
    if name in ("value", "target"):
        return numbers(one) != numbers(other) and bool(numbers(one)) and bool(numbers(other))
    if name in ("due", "period"):
        return not _overlapping(one, other)
    if name in ("stance", "form", "level"):
        return likeness(one, other) < 0.6
    return False


def _overlapping(one: str, other: str) -> bool:
    try:
        return Interval.parse(one).overlaps(Interval.parse(other))
    except ValueError:
        return one == other


def disagreements(found: Mapping[str, Sequence[Version]]) -> dict[str, tuple[Version, ...]]:
    """Of an entry's `versions`, the fields on which reports cannot all be right, with all their versions."""
    return {
        name: tuple(given)
        for name, given in found.items()
        if any(
            incompatible(name, a.value, b.value) and not (name == "date" and _in_one_stay(a.value, b.value, given))
            for number, a in enumerate(given) for b in given[number + 1 :]
        )
    }  # fmt: skip


def _in_one_stay(one: str, other: str, given: Sequence[Version]) -> bool:
    """True for days that another report gives as days of one stay: of arrival and of departure."""
    stays = [Interval.parse(version.value) for version in given if is_stay(version.value)]
    return any(stay.contains(Interval.parse(one)) and stay.contains(Interval.parse(other)) for stay in stays)
