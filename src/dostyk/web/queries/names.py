"""The names under which reports know a party, and parties of like names, which may be the same."""

from __future__ import annotations

from itertools import islice
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import Connection, func, select

from dostyk.ledger.schema import parties
from dostyk.linking.named import name_words
from dostyk.model import Party

_SHOWN = 8
_ALIKE = 80  # of 100: Tokaev and Tokayev


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
    """Other parties of the kind and state with all words of the name or none but its words, or spelt much like it; the
    most named first."""
    query = (
        select(parties.c.chosen.label("key"), func.min(parties.c.party).label("named"))
        .where(parties.c.state == party.state, parties.c.chosen_kind == party.kind, parties.c.chosen != party.key)
        .group_by(parties.c.chosen)
        .order_by(func.sum(parties.c.mentions).desc(), parties.c.chosen)
    )
    found = ((row, Party.parse(row.key).name) for row in connection.execute(query))
    alike = ({"key": row.key, "named": row.named, "name": name} for row, name in found if _alike(name, party.name))
    return list(islice(alike, _SHOWN))


def _alike(one: str, other: str) -> bool:
    first, second = name_words(one), name_words(other)
    spelt = fuzz.ratio(" ".join(sorted(first)), " ".join(sorted(second)))
    return bool(first and second) and (first <= second or second <= first or spelt >= _ALIKE)
