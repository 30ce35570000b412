"""Acts of the follow-up and what they are about now: assigned leads, progress reports, settled steps, rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dostyk.ledger import history
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import claims, entry_claims
from dostyk.model import Act


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target of an act leads: a claim, the claim's own address, and the entry it belongs to. All empty where
    nothing fits any more."""

    claim: str = ""
    address: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """An act that holds, and where each of its targets leads."""

    act: Act
    places: tuple[Place, ...]


def bound(connection: Connection, verbs: Sequence[str], *, undone: bool = False) -> list[Bound]:
    """The acts of these verbs that hold, in order, with the places of their targets; `undone`: those that do not."""
    held = history.held_acts(connection)
    if undone:
        numbers = {act.number for act in held}
        held = tuple(act for act in history.all_acts(connection) if act.number not in numbers)
    acts = [act for act in held if act.verb in verbs]
    places = _places(connection, sorted({name for act in acts for name in _named(act)}))
    return [Bound(act, _of(connection, act, places)) for act in acts]


def _named(act: Act) -> list[str]:
    return [name for name in act.payload.get("claims", "").split(",") if name]


def _of(connection: Connection, act: Act, places: dict[str, Place]) -> tuple[Place, ...]:
    named = _named(act)
    if len(named) == len(act.targets) and all(name in places for name in named):
        return tuple(places[name] for name in named)
    found = history.found_claims(connection, act)  # its report was read again, or has another version
    moved = _places(connection, sorted({name for some in found for name in some}))
    return tuple(next((moved[name] for name in some if name in moved), Place()) for some in found)


def _places(connection: Connection, ids: Sequence[str]) -> dict[str, Place]:
    """The places of claims that count."""
    found: dict[str, Place] = {}
    for some in chunks(ids):
        query = (
            select(claims.c.id, claims.c.address, entry_claims.c.entry)
            .join(entry_claims, entry_claims.c.claim == claims.c.id)
            .where(claims.c.id.in_(some), claims.c.counts)
        )
        found.update((name, Place(name, address, entry)) for name, address, entry in connection.execute(query))
    return found
