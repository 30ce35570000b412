"""Whom a capital or a name of former times stood for on the day of what is told: `Moscow recognised Bangladesh in
January 1972` is of the Soviet Union, whenever that was written. A state named by its present name stays itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.language.in_time import entry_on, state_on
from dostyk.model import STATE, Mention
from dostyk.reading.draft import Draft
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from datetime import date


def put_in_time(drafts: Iterable[Draft]) -> None:
    """Give parties and places of dated drafts the states that stood then."""
    for draft in drafts:
        if draft.date is None:
            continue
        day = draft.date.high
        draft.who = [_of_day(m, day) for m in draft.who]
        draft.whom = [_of_day(m, day) for m in draft.whom]
        code, _, town = draft.place.partition(":")
        then = state_on(code, "capital", town, day) if town else code
        draft.place = f"{then}:{town}" if town else then


def _of_day(mention: Mention, day: date) -> Mention:
    party, surface = mention.party, mention.passage.quote
    if party.kind != STATE or party.state in ("", "IGO"):
        return mention
    entry = next((e for e in load_reference().find(surface) if e.kind in ("historic", "capital", "seat")), None)
    if entry is None:
        return mention
    entry = entry_on(surface, entry, day)
    code = state_on(entry.code, entry.kind, entry.name, day)
    return mention if code == party.state else replace(mention, party=replace(party, state=code))
