"""Offices that one person a state holds at a time, and which states have them."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from dostyk.language import offices

_UNIQUE = (
    frozenset(("president",)),
    frozenset(("prime", "minister")),
    frozenset(("premier",)),
    frozenset(("foreign", "minister")),
    frozenset(("minister", "foreign", "affairs")),
    frozenset(("king",)),
    frozenset(("emir",)),
    frozenset(("general", "secretary")),
    frozenset(("chancellor",)),
)
_NOT_HEAD = frozenset(
    """vice deputy former ex assembly senate parliament council committee house court elect assistant adviser advisor
    special envoy director spokesperson spokesman spokeswoman representative counsel ambassador chief executive
    university bank company congress""".split()
)


@cache
def heads() -> dict[str, frozenset[str]]:
    text = (resources.files("dostyk.language") / "heads.yml").read_text(encoding="utf-8")
    return {name: frozenset(codes) for name, codes in yaml.safe_load(text).items()}


def unique_office(words: frozenset[str]) -> frozenset[str]:
    """The office, held by one person a state at a time, that title words name; empty for any other."""
    if words & _NOT_HEAD or words & offices.PARLIAMENTS:
        return frozenset()
    return next((office for office in _UNIQUE if office <= words), frozenset())
