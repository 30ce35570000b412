"""Where a contact takes place: the first city or state that its phrases name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.persons import Named
from dostyk.model import Mention, Party
from dostyk.reading.contact_slots import GUESTS
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match

if TYPE_CHECKING:
    from spacy.tokens import Token


_WELCOMING = frozenset("welcome-to host-guest host-visit welcome-guest host-for-talks".split())


def welcomes_no_guest(match: Match, context: Context) -> bool:
    """True for `welcomed Finland moving closer`, `welcomed the dialogue held …`: no person is received."""
    if match.frame.id not in _WELCOMING or any(m.party.name for m in match.who[-1:]):
        return False
    objects = match.slots.get("obj", [])
    named = [context.people.at(t) for t in objects]
    persons = any(n is not None and n.person is not None for n in named)
    return not persons and not any(t.lemma_.lower() in GUESTS or t.tag_ == "PRP" for t in objects)


def states_only(mentions: list[Mention]) -> list[Mention]:
    """Mentions reduced to the states of their parties, each once."""
    kept: dict[str, Mention] = {}
    for m in mentions:
        if m.party.state and m.party.state != "IGO":
            kept.setdefault(m.party.state, Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def place_of(context: Context, tokens: list[Token]) -> tuple[str, Named | None]:
    """(`ISO3:City` or `ISO3`, where it is named) of the first place among noun phrases; a city goes before a state."""
    best: tuple[str, Named | None] = ("", None)
    for head in tokens:
        for token in (head, *head.subtree):
            named = context.people.at(token)
            if named is None or named.kind not in ("city", "capital", "state", "historic") or named.party is None:
                continue
            if named.kind in ("city", "capital"):
                return f"{named.party.state}:{named.doc[named.start : named.end].text}", named
            best = best if best[0] else (named.party.state, named)
    return best


def put_place(found: Draft, match: Match, context: Context) -> None:
    """The place that an `in` or `at` phrase of the trigger names."""
    slots = [t for name in ("in", "at", "g:in", "g:at") for t in match.slots.get(name, ())]
    found.place, named = place_of(context, slots)
    if named is not None:
        found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])
