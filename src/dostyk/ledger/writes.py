"""Small writes that several parts of the ledger share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, insert, select

from dostyk.ledger.rows import Row, chunks
from dostyk.ledger.schema import dirty


def touch(connection: Connection, ids: Iterable[str]) -> None:
    """Note that these claims have to be derived again."""
    wanted = set(ids)
    for some in chunks(sorted(wanted)):
        wanted.difference_update(connection.execute(select(dirty.c.claim).where(dirty.c.claim.in_(some))).scalars())
    put(connection, dirty, [{"claim": name} for name in sorted(wanted)])


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)
