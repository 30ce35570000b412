"""Instruments: signed, and in force where a later entry says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import Answer, chronological, took_place
from dostyk.followup.words import content_words, likeness, names_something, overlap, shares_a_subject
from dostyk.model import Entry

_LIKE_ENOUGH = 0.75
_BINDING = frozenset(("treaty", "agreement", "convention", "accord", "pact"))
_NOT_BINDING = frozenset(("memorandum", "statement", "declaration", "communique", "programme", "program", "minute",
                          "reference", "plan", "letter", "mou"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class InstrumentState:
    """A signing, or a later step whose signing is not told of, with the later steps that seem to be its own."""

    entry: Entry
    steps: tuple[Answer, ...] = ()


def instrument_states(entries: Iterable[Entry], today: date) -> list[InstrumentState]:
    """Every instrument among `entries` with its steps, in order of time."""
    ordered = [entry for entry in chronological(entries) if entry.kind in ("signing", "ratification")]
    signings = [entry for entry in ordered if entry.kind == "signing"]
    later: dict[str, list[Answer]] = {entry.id: [] for entry in signings}
    alone = []
    for step in (entry for entry in ordered if entry.kind == "ratification"):
        signing = _signing_of(step, signings, today)
        if signing is None:
            alone.append(InstrumentState(step))
        else:
            later[signing.id].append(Answer(step, "the same parties and the same instrument by name"))
    found = [InstrumentState(entry, tuple(later[entry.id])) for entry in signings] + alone
    place = {entry.id: number for number, entry in enumerate(ordered)}
    return sorted(found, key=lambda state: place[state.entry.id])


def _signing_of(step: Entry, signings: list[Entry], today: date) -> Entry | None:
    """The one signing that fits best; None where none or two fit as well: nothing is guessed."""
    name = name_of(step)
    fitting = [one for one in signings if _may_follow(one, step, today)]
    scored = [((likeness(name, name_of(one)), overlap(name, name_of(one))), one) for one in fitting]
    best = max((score for score, _ in scored), default=(0.0, 0.0))
    chosen = [one for score, one in scored if score == best]
    return chosen[0] if best[0] >= _LIKE_ENOUGH and len(chosen) == 1 else None


def _may_follow(signing: Entry, step: Entry, today: date) -> bool:
    if not took_place(signing, today) or set(signing.states) != set(step.states):
        return False
    if not shares_a_subject(name_of(signing), name_of(step)):
        return False
    return signing.date is None or step.date is None or signing.date.low <= step.date.high


def needs_force(entry: Entry) -> bool:
    """True for what usually has to enter into force: treaties, agreements, conventions, protocols; no memoranda, and no
    agreement of which no report says what it is about."""
    words = content_words(name_of(entry))
    binding = entry.kind == "signing" and bool(words & _BINDING) and not words & _NOT_BINDING
    return binding and names_something(name_of(entry))


def name_of(entry: Entry) -> str:
    """The instrument's name as the reports give it."""
    return entry.detail.instrument or entry.what
