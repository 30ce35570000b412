"""Which state a name stood for on a day: `Moscow` of 1985 is the Soviet Union's, `Cairo` of 1959 the United Arab
Republic's, `Nagorno-Karabakh` a republic until 2024 and a place in Azerbaijan since."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dostyk.reference import load_reference

if TYPE_CHECKING:
    from datetime import date

    from dostyk.reference.records import Entry, State

_SEATS = frozenset(["capital", "city", "seat"])


def entry_on(surface: str, entry: Entry, day: date | None) -> Entry:
    """The entry of a surface in force on a day: of several states that bore one name the one that stood then, behind
    its end a present place of that name. Without a day, or before all of them, the first that bore it."""
    if entry.kind != "historic":
        return entry
    every = load_reference().find(surface)
    bore = sorted((e for e in every if e.kind == "historic"), key=lambda e: e.begin)
    if day is None:
        return bore[0]
    then = [e for e in bore if e.begin <= day.isoformat() < e.end]
    since = [e for e in every if e.kind in _SEATS and bore[-1].end <= day.isoformat()]
    return (then or since or bore)[0]


def state_on(code: str, kind: str, place: str, day: date | None) -> str:
    """The code of the state whose capital a place was on a day, where that state has ended; else `code`."""
    if day is None or kind not in _SEATS:
        return code
    reference = load_reference()
    if kind == "seat":
        if reference.exists(code, day):
            return code
        place = reference.capital(code)
    stood = (s.code for s in _once_capital().get(place, ()) if reference.exists(s.code, day))
    return next(stood, code)


@cache
def _once_capital() -> Mapping[str, tuple[State, ...]]:
    """Capital → the states that ended whose capital it was."""
    found: dict[str, tuple[State, ...]] = {}
    for state in load_reference().states.values():
        for place in state.capital if state.end else ():
            found[place] = (*found.get(place, ()), state)
    return found
