"""Who and when, as matching needs it: states bound, people who take part, what is later than what."""

from __future__ import annotations

from datetime import date

from dostyk.followup.answer import first_told, made_on
from dostyk.model import PERSON, Entry, Party


def acting_states(entry: Entry) -> set[str]:
    """Codes of the states on the acting side."""
    return {party.state for party in entry.who if party.state and party.state != "IGO"}


def people(entry: Entry) -> set[Party]:
    """All persons who take part."""
    return {party for party in entry.parties if party.kind == PERSON}


def place_state(entry: Entry) -> str:
    """Code of the state where it takes place; empty where that is unknown."""
    return entry.place.partition(":")[0]


def touched_states(entry: Entry) -> frozenset[str]:
    """Codes of the states that take part, and of that where it takes place."""
    return frozenset({*entry.states, place_state(entry)} - {"", "IGO"})


def later(evidence: Entry, subject: Entry) -> bool:
    """True where the evidence lies wholly after the day the subject was made on.

    What was told as news without a day counts from the day it was told; an unknown day is not later.
    """
    told = None if "background" in evidence.flags else made_on(evidence)
    made, then = made_on(subject), evidence.date or told
    return made is not None and then is not None and then.low > _settled(subject)


def told_later(evidence: Entry, subject: Entry) -> bool:
    """True where the evidence was reported as it stands after the subject was first told of."""
    first, then = first_told(subject), _told_as_it_stands(evidence)
    return first is not None and then is not None and then > first


def _told_as_it_stands(entry: Entry) -> date | None:
    """The first day on which a report gave the status it has now: talks announced on one day, held on another."""
    days = [day for day, status, _ in entry.history if day and status == entry.status]
    return date.fromisoformat(min(days)) if days else first_told(entry)


def _settled(subject: Entry) -> date:
    made, told = made_on(subject), first_told(subject)
    assert made is not None
    # a stretch of days that reaches past its own report is not the day on which something was agreed
    return min(made.high, told) if told and told >= made.low else made.high
