"""An open ledger: its store, and transactions that see what follows from all that was stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from dostyk.ledger import paging
from dostyk.ledger.deriving import derive_touched, is_due
from dostyk.ledger.engine import Store


class Opened:
    """A ledger whose store is open."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._bulk = 0
        self._waiting = 0
        self._batch = 0

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """A transaction for reading, after what is due was derived; within `bulk` that waits."""
        if self._store.writable and not self._bulk:
            with self._store.reading() as connection:
                due = is_due(connection)
            if due:
                self.refresh()
        with self._store.reading() as connection:
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction for reading that sees one state of the ledger, for queries over `dostyk.ledger.schema`."""
        with self._asking() as connection:
            yield connection

    def prepare_pages(self) -> None:
        """Make the indexes that pages over many entries ask for; nothing where they are there, or it is read-only."""
        with self._store.reading() as connection:
            ready = not self._store.writable or paging.is_ready(connection)
        if not ready:
            with self._store.writing() as connection:
                paging.prepare(connection)

    def refresh(self) -> None:
        """Derive what is due."""
        with self._store.writing() as connection:
            derive_touched(connection)
        self._waiting = 0
