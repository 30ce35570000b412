"""How near a source stands to what it tells of: a government to its own acts, an agency to what takes place at home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from dostyk.model import Party
from dostyk.reference import load_reference

_OFFICIAL = frozenset(("government", "parliament", "body"))
_OFFICE = re.compile(
    r"\b(?:ministry|government|president|prime minister(?:'s|’s)?|parliament|senate|national assembly|embassy|cabinet|"
    r"foreign office|secretariat)\b(?! newspaper| magazine| agency| times| daily)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,(|)]| of (?:the )?")


class Near(IntEnum):
    """The nearer, the higher."""

    ELSEWHERE = 0
    THERE = 1  # at home where it takes place, or with one of the sides
    ITS_OWN = 2  # the office or body of a side, about what it did itself


class Home(NamedTuple):
    """The state or body that an outlet is at home in, empty where nothing says so, and whether it speaks for it."""

    code: str
    official: bool


NOWHERE = Home("", False)


@lru_cache(maxsize=8192)
def home_of(outlet: str, url: str) -> Home:
    """By the address or the name as listed in the reference data, an official host, else by what the name says:
    `Foreign Ministry of Finland` speaks for Finland, `news agency, India` stands there."""
    reference = load_reference()
    parts = [part.strip() for part in _PARTS.split(outlet)]
    for name in filter(None, (url, outlet, *parts)):
        listed = reference.outlet(name)
        if listed is not None:
            return Home(listed.code, listed.kind in _OFFICIAL)
        code = reference.state_of_outlet(name)
        if code:
            return Home(code, True)
    code = next((found for part in parts if (found := _named_state(part))), "")
    return Home(code, bool(code) and _OFFICE.search(outlet) is not None)


def _named_state(part: str) -> str:
    """The one state that the words name, or that the first of them name: `Kazakh news agency`."""
    said = part.removeprefix("the ").removeprefix("The ").split()
    for number in range(min(len(said), 4), 0, -1):
        found = load_reference().find(" ".join(said[:number]))
        codes = {entry.code for entry in found if entry.kind in ("state", "demonym")}
        if len(codes) == 1:
            return codes.pop()
    return ""


def nearness(home: Home, parties: Iterable[Party], place: str) -> Near:
    """How near a source of this home stands to what these parties did at a place."""
    sides = {side for party in parties for side in (party.state, party.key)}
    if home.code and home.code in sides:
        return Near.ITS_OWN if home.official else Near.THERE
    return Near.THERE if home.code and home.code == place.partition(":")[0] else Near.ELSEWHERE
