"""Signings, ratifications, relations and openings: what is established between states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, first_wording, wording
from dostyk.reading.readers.contacts import put_place, states_only

if TYPE_CHECKING:
    from spacy.tokens import Token


def _instruments(match: Match) -> list[Token]:
    """Heads of the instruments named, one each."""
    slots = ("obj",) if is_verb(match.trigger) else ("of",)
    return [t for name in slots for t in match.slots.get(name, ()) if t.tag_.startswith("NN")]


def read_signing(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each instrument."""
    who = unique(match.who)
    for head in _instruments(match):
        name = wording(head)
        if not name or len({m.party.state for m in who}) < 2:
            continue
        found = draft(match, who, what=name, detail=Detail(instrument=name))
        put_place(found, match, context)
        yield found


def read_ratification(match: Match, context: Context) -> Iterator[Draft]:
    """An instrument ratified, approved, in force or ended."""
    name = first_wording(match, "obj", "of", "subj", "gsubj")
    if match.who:
        yield draft(match, unique(match.who), what=name or match.trigger.lemma_, detail=Detail(instrument=name))


def read_relations(match: Match, context: Context) -> Iterator[Draft]:
    """Relations of two states at a new level."""
    sides = states_only(match.who)
    if len(sides) < 2 or len(sides) > 6:
        return
    level = _level(match)
    if level:
        yield draft(match, sides, what=level, detail=Detail(level=level))


def _level(match: Match) -> str:
    if match.frame.id == "recognise":
        return "recognition"
    heads = [t for name in ("obj", "of", "into", "to") for t in match.slots.get(name, ())]
    named = [
        t for t in heads if t.lemma_.lower() in ("relation", "relations", "relationship", "tie", "ties", "partnership")
    ]
    raised = [
        t for name in ("to", "into") for t in match.slots.get(name, ()) if "partner" in t.lemma_ or "level" in t.lemma_
    ]
    best = (raised or named)[:1]
    if not best:
        return ""
    words = wording(best[0], longest=8)
    plain = best[0].lemma_ in ("relation", "relations", "tie", "ties", "relationship") and not raised
    changed = match.trigger.lemma_ in (
        "establish",
        "sever",
        "resume",
        "restore",
        "cut",
        "break",
        "downgrade",
        "suspend",
    )
    if plain and not changed and match.trigger.lemma_ not in ("establishment", "anniversary", "year", "resumption"):
        return words if match.trigger.lemma_ in ("upgrade", "elevate", "raise", "upgrade", "elevation") else ""
    return words


def read_opening(match: Match, context: Context) -> Iterator[Draft]:
    """An embassy, route or joint body opened."""
    name = first_wording(match, "obj", "of")
    who = unique(match.who)
    if who and name:
        found = draft(match, who, what=name)
        put_place(found, match, context)
        yield found


def read_cooperation(match: Match, context: Context) -> Iterator[Draft]:
    """A joint exercise, exchange or delivery."""
    if len(match.who) >= 2:
        yield draft(match, unique(match.who), what=first_wording(match, "obj"))
