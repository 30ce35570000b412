"""Reasons for an entry, over a ledger: why its claims are one, which version is preferred, what stands near it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dostyk.errors import UsageError
from dostyk.ledger import asking, history
from dostyk.ledger.loading import Views
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import entry_claims
from dostyk.linking import Reasons, View, why
from dostyk.linking.reasons import Apart, Join, Preference, between, joins, nearest, preferences
from dostyk.model import Entry

_NEAR = 3  # entries kept apart that are told


@dataclass(frozen=True)
class EntryReasons:
    """Why an entry is as it is."""

    entry: Entry
    joins: tuple[Join, ...]
    preferences: tuple[Preference, ...]
    apart: tuple[Apart, ...]


def of_entry(connection: Connection, name: str) -> EntryReasons:
    """The reasons of the entry at an id or address."""
    entry = asking.load_entry(connection, history.entry_id(connection, name))
    bound = history.bound_acts(connection)
    views, rulings = Views(connection, bound), bound.rulings
    group = _group(views, entry.claims)
    keys = sorted({key for view in group for key in views.blocks[view.id]})
    own = set(entry.claims)
    around = {view.id: view for block in views.fetch(keys).values() for view in block if view.id not in own}
    homes = _homes(connection, around)
    apart: dict[str, Apart] = {}
    for other, _ in nearest(group, list(around.values())):
        home = homes[other.id]
        if len(apart) < _NEAR and home not in apart:
            _, near, reasons = between(group, _group(views, asking.load_entry(connection, home).claims), rulings)
            apart[home] = Apart(near.id, home, reasons)
    return EntryReasons(entry, tuple(joins(group, rulings)), tuple(preferences(group, entry)), tuple(apart.values()))


def of_two(connection: Connection, one: str, other: str) -> tuple[str, str, Reasons]:
    """Two claims and why they are of one thing or not: those named, or of two entries the two most alike."""
    bound = history.bound_acts(connection)
    views, rulings = Views(connection, bound), bound.rulings
    ours, theirs = _named(connection, views, one), _named(connection, views, other)
    if {view.id for view in ours} == {view.id for view in theirs}:
        raise UsageError(f"{one} and {other} are one; dostyk why {one} tells why")
    if len(ours) > 1 or len(theirs) > 1:
        a, b, reasons = between(ours, theirs, rulings)
        return a.id, b.id, reasons
    a, b = ours[0], theirs[0]
    reasons, homes = why(a, b), _homes(connection, {a.id: a, b.id: b})
    if homes[a.id] == homes[b.id]:
        said = "they stand in one entry" + ("" if reasons.joined else ", by what others of its claims or people say")
        return a.id, b.id, Reasons(True, reasons.score, (*reasons.lines, said))
    if reasons.joined:
        ours, theirs = (_group(views, asking.load_entry(connection, homes[view.id]).claims) for view in (a, b))
        kept = between(ours, theirs, rulings)[2]
        reasons = Reasons(False, reasons.score, (*reasons.lines, kept.lines[-1]))
    return a.id, b.id, reasons


def _named(connection: Connection, views: Views, name: str) -> list[View]:
    """The claims of an entry, or the claim."""
    if name.startswith("c"):
        return _group(views, [history.claim_id(connection, name)])
    return _group(views, asking.load_entry(connection, history.entry_id(connection, name)).claims)


def _group(views: Views, names: Sequence[str]) -> list[View]:
    views.load(names)
    at_hand = set(views)
    missing = next((name for name in names if name not in at_hand), "")
    if missing:
        raise UsageError(f"no claim {missing} that counts")
    return [views[name] for name in names]


def _homes(connection: Connection, views: Mapping[str, View]) -> dict[str, str]:
    """The entries that hold claims."""
    found: dict[str, str] = {}
    for some in chunks(sorted(views)):
        query = select(entry_claims.c.claim, entry_claims.c.entry).where(entry_claims.c.claim.in_(some))
        found.update((claim, entry) for claim, entry in connection.execute(query))
    return found
