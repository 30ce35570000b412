"""Ratification, entry into force and end of what was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dostyk.followup.answer import first_told, took_place
from dostyk.followup.instruments import name_of
from dostyk.followup.steps import ENDED, IN_FORCE, RATIFIED, Step
from dostyk.followup.words import likeness, overlap, shares_a_subject
from dostyk.model import Entry

_LIKE_ENOUGH = 0.75
_ENDS = re.compile(r"\b(?:terminat|denounc|withdr[ae]w|expire|suspend)", re.IGNORECASE)
_FORCE = re.compile(r"\b(?:force|effect|effective)\b", re.IGNORECASE)


def instrument_steps(signing: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """Steps of one signing that no other signing fits as well."""
    if not took_place(signing, today):
        return
    rivals = [other for other in others if other.kind == "signing" and took_place(other, today)]
    for step in others:
        if step.kind != "ratification" or not took_place(step, today) or not _follows(signing, step):
            continue
        score = _fit(signing, step)
        own = (score, _whole(signing, step))
        if score < _LIKE_ENOUGH or any((_fit(rival, step), _whole(rival, step)) >= own for rival in rivals):
            continue
        yield Step(signing, _to(step), step, round(min(0.95, score), 3), _why(signing, step))


def _follows(signing: Entry, step: Entry) -> bool:
    """By their days; where one has none, by when they were told: what is recalled later is no news."""
    if signing.date and step.date:
        return signing.date.low <= step.date.high
    told, then = first_told(signing), first_told(step)
    return told is None or then is None or told <= then


def _fit(signing: Entry, step: Entry) -> float:
    if set(signing.states) != set(step.states) or not shares_a_subject(name_of(signing), name_of(step)):
        return 0.0
    if not _follows(signing, step):
        return 0.0
    return likeness(name_of(signing), name_of(step))


def _whole(signing: Entry, step: Entry) -> float:
    return overlap(name_of(signing), name_of(step))


def _to(step: Entry) -> str:
    said = f"{step.what} {step.detail.form}"
    return ENDED if _ENDS.search(said) else IN_FORCE if _FORCE.search(said) else RATIFIED


def _why(signing: Entry, step: Entry) -> tuple[str, ...]:
    when = signing.date.iso if signing.date else "an unknown day"
    return (f"the same parties and the same instrument by name, signed on {when}", step.what)
