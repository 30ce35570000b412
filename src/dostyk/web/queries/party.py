"""A party: a person with offices, contacts, statements and honours; a state with its relations; a body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from dostyk.errors import UsageError
from dostyk.ledger.schema import entries, entry_parties, offices, parties
from dostyk.model import PERSON, STATE, Party
from dostyk.web.queries.filters import FIRST_DAY, Filters, counted, keys_of
from dostyk.web.queries.items import entry_at, item, state_name
from dostyk.web.queries.names import like_named, names_of
from dostyk.web.site import Site
from dostyk.web.twins import Moved

_SHOWN = 12
_GROUPS = (
    ("Contacts", ("visit", "meeting", "call", "message", "gathering")),
    ("Statements", ("statement",)),
    ("Commitments", ("commitment",)),
    ("Agreements", ("signing", "ratification", "relations")),
    ("Invitations and honours", ("invitation", "honour", "appointment")),
    ("Deeds and measures", ("opening", "aid", "sanction", "cooperation", "figure")),
)


def party_view(site: Site, key: str) -> Mapping[str, Any]:
    """The view of a party. Raises UsageError for one that no report names; Moved where it is known by another key."""
    with site.ledger.asking() as connection:
        rows = (
            connection.execute(select(parties).where((parties.c.party == key) | (parties.c.chosen == key)))
            .mappings()
            .all()
        )
        if not rows and not _has_people(connection, key):
            raise Unnamed(f"no report in the ledger names {state_name(key)}")
        chosen = next((row["chosen"] for row in rows if row["party"] == key), key)
        if chosen != key:
            raise Moved(f"/parties/{chosen}")
        party = Party.parse(key, next((row["chosen_kind"] for row in rows if row["chosen"] == key), STATE))
        keys = keys_of(connection, key)
        column = entry_parties.c.state == key if party.kind == STATE else entry_parties.c.party.in_(keys)
        mine = entries.c.id.in_(select(entry_parties.c.entry).where(column))
        totals = counted(connection, select(entries.c.kind, func.count()).where(mine).group_by(entries.c.kind))
        groups = []
        for label, kinds in _GROUPS:
            here = [kind for kind in kinds if totals.get(kind)]
            if here:
                query = select(entries.c.data).where(mine, entries.c.kind.in_(here))
                query = query.order_by(FIRST_DAY.desc(), entries.c.id).limit(_SHOWN)
                total = sum(totals[kind] for kind in here)
                given = (
                    Filters(kind=tuple(here), state=(key,))
                    if party.kind == STATE
                    else Filters(kind=tuple(here), party=(key,))
                )
                groups.append(
                    {
                        "label": label,
                        "total": total,
                        "address": given.address(),
                        "items": [item(entry_at(d)) for d in connection.execute(query).scalars()],
                    }
                )
        held = select(offices).where(offices.c.state == key if party.kind == STATE else offices.c.person.in_(keys))
        listed = connection.execute(held.order_by(offices.c.current.desc(), offices.c.last.desc()).limit(80)).mappings()
        return {
            "party": {"key": key, "name": party.name or state_name(key), "kind": party.kind, "state": party.state},
            "names": [] if party.kind == STATE else names_of(connection, key),
            "near": [] if party.kind == STATE else like_named(connection, party),
            "spellings": sorted({Party.parse(row["party"]).name for row in rows} - {party.name, ""}),
            "offices": [_office(row) for row in listed],
            "groups": groups,
            "totals": totals,
            "with": _company(connection, mine, key, party),
            "person": party.kind == PERSON,
        }


def _has_people(connection: Connection, key: str) -> bool:
    """True for a state of which reports name people or bodies, though never the state itself."""
    return connection.execute(select(parties.c.party).where(parties.c.state == key).limit(1)).first() is not None


class Unnamed(UsageError):
    """A party that the ledger does not know."""


def _office(row: RowMapping) -> dict[str, Any]:
    return {
        "person": row["person"],
        "name": Party.parse(row["person"], PERSON).name,
        "office": row["office"],
        "state": row["state"],
        "first": row["first"],
        "last": row["last"],
        "current": bool(row["current"]),
        "until": row["until"],
        "successor": row["successor"],
        "successor_name": Party.parse(row["successor"], PERSON).name if row["successor"] else "",
        "basis": json.loads(row["basis"]),
    }


def _company(connection: Connection, mine: Any, key: str, party: Party) -> list[dict[str, Any]]:
    """Who else takes part: states for a state, any party for others."""
    column = entry_parties.c.state if party.kind == STATE else entry_parties.c.party
    number = func.count(entry_parties.c.entry.distinct()).label("number")
    query = (
        select(column.label("key"), number)
        .where(entry_parties.c.entry.in_(select(entries.c.id).where(mine)), column.not_in((key, "", "IGO")))
        .group_by(column)
        .order_by(number.desc(), column)
        .limit(12)
    )
    return [
        {"key": row.key, "number": row.number, "name": Party.parse(row.key).name or state_name(row.key)}
        for row in connection.execute(query)
    ]
