"""Copies of a whole ledger, table by table: backups, and the way between SQLite and PostgreSQL."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from dostyk.errors import LedgerError, UsageError
from dostyk.files import replacing
from dostyk.ledger import search
from dostyk.ledger.engine import Store, open_store
from dostyk.ledger.renewing import linked_by, stamp
from dostyk.ledger.schema import meta, metadata, sources
from dostyk.ledger.told import Told

_ROWS, _PAGES = 2_000, 5_000
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file


def copy(old: Connection, new: Connection, name: str, told: Told | None = None) -> None:
    """Put every row of one ledger into another, new one called `name`, ids and numbers included. Raises LedgerError."""
    if any(new.execute(select(func.count()).select_from(table)).scalar_one() for table in metadata.sorted_tables
           if table is not meta):  # fmt: skip
        raise LedgerError(f"the ledger {name} holds something already; copy to a new place, or use dostyk import")
    for table in metadata.sorted_tables:
        if table is not meta:
            _copy_table(old, new, table, told)
    stamp(new, linked_by(old))  # opening the new one derives again what was derived by other rules
    search.rebuild(new)


def _copy_table(old: Connection, new: Connection, table: Table, told: Told | None) -> None:
    total = old.execute(select(func.count()).select_from(table)).scalar_one()
    done = 0
    for rows in _read(old, table):
        _load(new, table, rows)
        done += len(rows)
        if told:
            told(table.name, done, total)
    if total and new.dialect.name == "postgresql" and table.autoincrement_column is not None:
        column = table.autoincrement_column.name  # the next row gets the number after the last
        new.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column}'), "
                         f"(SELECT max({column}) FROM {table.name}))"))  # fmt: skip


def _read(old: Connection, table: Table) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows of a table, some at a time, in the order of its key."""
    query = select(table).order_by(*table.primary_key.columns)
    with old.execution_options(yield_per=_ROWS).execute(query) as result:
        for part in result.partitions():
            yield [tuple(row) for row in part]


def _load(new: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    if new.dialect.name == "postgresql":
        _load_by_copy(new, table, rows)
    else:
        names = [column.name for column in table.columns]
        new.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


def _load_by_copy(new: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """COPY takes rows many times faster than INSERT."""
    driver: Any = new.connection.driver_connection
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    try:
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as into:
            for row in rows:
                into.write_row(row)
    except new.dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(f"COPY {table.name}", None, error, new.dialect.loaded_dbapi.Error) from error


def backup(store: Store, path: Path, told: Told | None = None) -> None:
    """Copy the ledger as it is at this moment into a SQLite file, which then takes the place of what is there."""
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no file; a backup is one, so name another place")
    if store.engine.dialect.name == "sqlite" and path.exists() and path.samefile(store.name):
        raise UsageError(f"{path} is the ledger itself; name another file")
    with replacing(path) as part:
        _clear(part, "", *_BESIDE)  # of a backup that was killed
        if store.engine.dialect.name == "sqlite":
            _copy_pages(store, part, told)
        else:
            _copy_rows(store, part, told)
        _clear(path, *_BESIDE)  # SQLite would take another file's log for that of the new one


def _clear(path: Path, *endings: str) -> None:
    for ending in endings:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _copy_pages(store: Store, part: Path, told: Told | None) -> None:
    """The transaction holds the pages as they are while others write new ones."""
    with store.reading() as connection, _written(), closing(sqlite3.connect(part)) as target:
        connection.execute(select(func.count()).select_from(sources))
        driver: Any = connection.connection.driver_connection
        driver.backup(target, pages=_PAGES, progress=lambda _, left, total: told and told("pages", total - left, total))
        if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise LedgerError(f"the ledger {store.name} is damaged, so that no copy of it is whole; run dostyk check")


@contextmanager
def _written() -> Iterator[None]:
    """What SQLite says of a file that it cannot write to, as it would be said of any other file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, str(error)) from error


def _copy_rows(store: Store, part: Path, told: Told | None) -> None:
    new = open_store(part, create=True)
    try:
        with store.reading() as old, new.writing() as connection:
            copy(old, connection, str(part), told)
    finally:
        new.close()
