"""Writing the database anew after an erasure, also where the program ended, or the disk was full, before it was done.

That it is due stands in `meta`, noted in the transaction that erases.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select

from dostyk.ledger.engine import Store
from dostyk.ledger.schema import meta

_DUE = "scrub"


def ask(connection: Connection) -> None:
    """Note that what was deleted still stands in the files."""
    connection.execute(delete(meta).where(meta.c.name == _DUE))
    connection.execute(insert(meta), {"name": _DUE, "value": uuid4().hex})


def asked(connection: Connection) -> str:
    """The mark of the latest erasure of which something may still stand in the files; empty for none."""
    return str(connection.execute(select(meta.c.value).where(meta.c.name == _DUE)).scalar() or "")


def settle(store: Store) -> None:
    """Write the database anew where that is due. While others read, it stays due. Raises LedgerError."""
    with store.reading() as connection:
        due = asked(connection)
    if due and store.scrub():
        with store.writing() as connection:  # what was erased in the meantime keeps a mark of its own
            connection.execute(delete(meta).where(meta.c.name == _DUE, meta.c.value == due))
