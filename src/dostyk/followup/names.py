"""States and parties as people name them, for sentences."""

from __future__ import annotations

from collections.abc import Iterable

from dostyk.model import Party
from dostyk.reference import load_reference


def state_name(code: str) -> str:
    """The English name of a state's code; the code itself where it is none."""
    states = load_reference().states
    return states[code].name if code in states else code


def named(parties: Iterable[Party]) -> str:
    """`To Lam and Kazakhstan`: names joined for a sentence; empty where there are none."""
    names = list(dict.fromkeys(party.name or state_name(party.state) for party in parties))
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
