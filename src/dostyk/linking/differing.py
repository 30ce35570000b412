"""Where versions of a field cannot all hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dostyk.linking.fields import is_stay, place_covers
from dostyk.linking.texts import likeness
from dostyk.model import Interval, Version

_NUMBER = re.compile(
    r"(?P<number>\d[\d.,]*|\bhalf an?\b|\bquarter of an?\b)"
    r"(?:[\s-]*(?P<scale>thousand|million|billion|trillion|bn|mn)\b)?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}


def incompatible(name: str, one: str, other: str) -> bool:
    """True where two versions of a field cannot both hold. Wordings of one thing are compatible."""
    if name == "date":
        return not Interval.parse(one).overlaps(Interval.parse(other))
    if name == "place":
        return not (place_covers(one, other) or place_covers(other, one))
    if name in ("value", "target"):
        return _numbers(one) != _numbers(other) and bool(_numbers(one)) and bool(_numbers(other))
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


def _numbers(text: str) -> tuple[float, ...]:
    """The numbers of a text with what they are counted in: `1.5 billion` is `1,500 million`."""
    return tuple(_number(found["number"], found["scale"] or "") for found in _NUMBER.finditer(text.casefold()))


def _number(said: str, scale: str) -> float:
    parts = {"half": 0.5, "quarter": 0.25}
    whole, _, rest = said.rstrip(".,").replace(",", "").partition(".")
    number = parts.get(said.partition(" ")[0]) or float(f"{whole}.{rest.replace('.', '') or 0}")
    return round(number * _SCALES.get(scale, 1.0), 6)


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
