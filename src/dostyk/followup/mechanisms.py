"""Bodies that meet again and again: commissions, consultations, dialogues; and whether one is due."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from dostyk.followup.answer import chronological, took_place
from dostyk.followup.words import content_words
from dostyk.model import Entry

_ORDINAL = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|annual|inaugural)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:commission|committee|subcommittee|council|consultations?|dialogue|working group|joint session|forum)\b",
    re.IGNORECASE,
)
_PASSING = frozenset(("session", "meeting", "round", "held", "ministerial"))
_LATE = 1.5  # times its usual interval
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A body by name with its meetings; `interval` is the usual number of days between them, None where unknown."""

    name: str
    states: frozenset[str]
    meetings: tuple[Entry, ...]
    interval: int | None

    @property
    def last(self) -> date:
        """The last day of the last meeting."""
        when = self.meetings[-1].date
        assert when is not None  # undated meetings are not collected
        return when.high

    def expected(self) -> date | None:
        """The day by which the next meeting would be usual."""
        return self.last + timedelta(days=self.interval) if self.interval else None

    def late(self, today: date) -> bool:
        """True where more than one and a half of its usual interval has passed since it last met."""
        return bool(self.interval) and (today - self.last).days > _LATE * (self.interval or 0)


def mechanisms(entries: Iterable[Entry], today: date) -> list[Mechanism]:
    """Bodies of which meetings are told, by name and states, in order of their last meeting."""
    found: dict[tuple[frozenset[str], frozenset[str]], list[Entry]] = defaultdict(list)
    for entry in chronological(entries):
        if entry.kind not in ("gathering", "meeting") or not entry.date or not took_place(entry, today):
            continue
        if _BODY.search(entry.what):
            name = content_words(_ORDINAL.sub(" ", entry.what)) - _PASSING
            found[frozenset(entry.states), name].append(entry)
    made = [_mechanism(states, meetings) for (states, _), meetings in found.items()]
    return sorted(made, key=lambda one: (one.last, one.name))


def _mechanism(states: frozenset[str], meetings: list[Entry]) -> Mechanism:
    days = sorted({entry.date.low for entry in meetings if entry.date})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    yearly = any(re.search(r"\b(?:annual|yearly)\b", entry.what, re.IGNORECASE) for entry in meetings)
    interval = round(median(gaps)) if gaps else _YEAR if yearly else None
    name = " ".join(_ORDINAL.sub(" ", meetings[-1].what).split())
    return Mechanism(name, states, tuple(meetings), interval)
