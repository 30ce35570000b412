"""The names under which reports know a party, and parties of like names, which may be the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, or_, select

from dostyk.ledger.schema import parties
from dostyk.model import Party
from dostyk.web.queries.filters import words_of
from dostyk.web.queries.items import state_name

_SHOWN = 8
_SHORTEST = 3  # letters of a word that tells one name from another


def names_of(connection: Connection, key: str) -> list[dict[str, Any]]:
    """Each name that reports use, by how often; `other` is another of them, from which it can be split."""
    columns = (parties.c.party, parties.c.mentions)
    rows = connection.execute(select(*columns).where(parties.c.chosen == key)).all()
    rows = sorted(rows, key=lambda row: (-row.mentions, row.party))
    return [
        {
            "key": row.party,
            "name": Party.parse(row.party).name,
            "mentions": row.mentions,
            "other": next((one.party for one in rows if one.party != row.party), ""),
        }
        for row in rows
    ]


def like_named(connection: Connection, party: Party) -> list[dict[str, Any]]:
    """Other parties of the kind and state whose names share a word with this one's, the most named first."""
    words = [word for word in words_of(party.name) if len(word) >= _SHORTEST]
    if not words:
        return []
    shared = or_(*(parties.c.party.icontains(word, autoescape=True) for word in words))
    mentions = func.sum(parties.c.mentions)
    query = (
        select(parties.c.chosen.label("key"), func.min(parties.c.party).label("named"))
        .where(
            parties.c.state == party.state, parties.c.chosen_kind == party.kind, parties.c.chosen != party.key, shared
        )
        .group_by(parties.c.chosen)
        .order_by(mentions.desc(), parties.c.chosen)
        .limit(_SHOWN)
    )
    return [
        {"key": row.key, "named": row.named, "name": Party.parse(row.key).name or state_name(row.key)}
        for row in connection.execute(query)
    ]
