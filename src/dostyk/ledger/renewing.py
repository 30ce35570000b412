"""Entries that another version of dostyk derived are derived again by the rules of this one, and by its reference data;
which reports are copies of each other is settled anew first.

What a ledger was derived by stands in `meta`. A newer version than this one is left alone, so that two that write to
one ledger do not derive it again in turn.
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, delete, func, insert, select

from dostyk.ledger import sketches
from dostyk.ledger.deriving import derive_all
from dostyk.ledger.schema import claims, meta
from dostyk.ledger.told import Told
from dostyk.linking.version import linking_version

LINKED_BY = "linked by"


def linked_by(connection: Connection) -> str:
    """The version by whose rules the entries were derived; empty where the ledger does not say."""
    return str(connection.execute(select(meta.c.value).where(meta.c.name == LINKED_BY)).scalar() or "")


def is_outdated(connection: Connection) -> bool:
    """True where the entries may be others by the rules of this program."""
    ours, theirs = linking_version(), linked_by(connection)
    return theirs != ours and _number(theirs) <= _number(ours)


def _number(said: str) -> tuple[int, ...]:
    """`0.10.2 5f1c…` → 0, 10, 2."""
    return tuple(int(part) for part in re.findall(r"\d+", said.partition(" ")[0]))


def renew(connection: Connection, told: Told | None = None) -> None:
    """Derive everything again where that is due, and note by what."""
    if not is_outdated(connection):  # another process may have been quicker
        return
    if connection.execute(select(func.count()).select_from(claims)).scalar():
        sketches.renew(connection)
        derive_all(connection, told)
    stamp(connection, linking_version())


def stamp(connection: Connection, said: str) -> None:
    """Note by what the entries are derived."""
    connection.execute(delete(meta).where(meta.c.name == LINKED_BY))
    connection.execute(insert(meta), {"name": LINKED_BY, "value": said})
