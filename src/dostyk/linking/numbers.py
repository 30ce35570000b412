"""The numbers of an amount as reports write it, with what they are counted in."""

from __future__ import annotations

import re
from functools import lru_cache

_COUNTS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        2,
    )
}
_NUMBER = re.compile(
    rf"(?P<number>\d[\d.,]*|\bhalf an?\b|\bquarter of an?\b|\b(?:{'|'.join(_COUNTS)})\b)"
    r"(?:[\s-]*(?P<scale>thousand|million|billion|trillion|bn|mn)\b)?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}


@lru_cache(maxsize=32768)
def numbers(text: str) -> tuple[float, ...]:
    """The numbers of a text with what they are counted in: `1.5 billion` is `1,500 million`."""
    return tuple(_number(found["number"], found["scale"] or "") for found in _NUMBER.finditer(text.casefold()))


def _number(said: str, scale: str) -> float:
    parts = {"half": 0.5, "quarter": 0.25, **_COUNTS}
    whole, _, rest = said.rstrip(".,").replace(",", "").partition(".")
    number = parts.get(said.partition(" ")[0]) or float(f"{whole}.{rest.replace('.', '') or 0}")
    return round(number * _SCALES.get(scale, 1.0), 6)
