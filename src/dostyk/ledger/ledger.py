"""The ledger: what is read is added, what people decide is recorded, and what follows from both is derived."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from dostyk.errors import LedgerError
from dostyk.ledger import past, pasts, renewing, scrubbing, search
from dostyk.ledger.acting import Acting
from dostyk.ledger.deriving import derive_touched
from dostyk.ledger.engine import Store, open_store
from dostyk.ledger.keeping import Keeping
from dostyk.ledger.receiving import Receiving
from dostyk.ledger.recording import Added, ReadingLike, record
from dostyk.ledger.rows import now
from dostyk.ledger.told import Told
from dostyk.model import Report


class Ledger(Acting):
    """An open ledger. Use it as a context manager, or close it. All errors of the database are LedgerErrors."""

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True, told: Told | None = None) -> Self:
        """Open the ledger at a path or database URL; without `create` it must exist. Raises LedgerError.

        What another version of dostyk derived is derived again; `told` hears how far that is.
        """
        store = open_store(place, create=create)
        try:
            if store.writable:
                _bring_up(store, told)
        except BaseException:
            store.close()
            raise
        return cls(store)

    def close(self) -> None:
        """Close it; what was added is stored already."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    @property
    def name(self) -> str:
        """Path or URL, without a password."""
        return self._store.name

    @property
    def receiving(self) -> Receiving:
        """What is on its way in: failures to try again, feeds and their pages, outlets as graded."""
        return Receiving(self._store)

    @property
    def keeping(self) -> Keeping:
        """Copies of the ledger, other ledgers taken into it, reports erased."""
        return Keeping(self._store)

    @contextmanager
    def as_of(self, day: date) -> Iterator[Ledger]:
        """The ledger as it was known at the end of a day in UTC: reports received and acts made by then, linked as
        today. Where nothing came later it is this ledger, else a copy, which is kept until the ledger changes."""
        with self._asking() as connection:
            later, name = past.is_later(connection, day), pasts.name_of(connection, day)
        if not later:
            yield self
            return

        def make(path: Path) -> None:
            with Ledger.open(path) as known, self._asking() as old:
                with known._store.writing() as new:
                    past.copy_known(old, new, day)
                known.refresh()

        with TemporaryDirectory(prefix="dostyk-") as spare:
            folder = pasts.folder_of(self._store) or Path(spare)
            with Ledger.open(pasts.kept(folder, name, make)) as known:
                yield known

    # Reports

    def add(self, report: Report, reading: ReadingLike, *, recorded_at: str = "") -> Added:
        """Store a report and its reading in one transaction; a reading that is there already changes nothing."""
        with self._store.writing() as connection:
            added = record(connection, report, reading, recorded_at or now())
            self._waiting += added.new
            if not self._bulk or self._waiting >= self._batch:
                derive_touched(connection)
                self._waiting = 0
        return added

    @contextmanager
    def bulk(self, batch: int = 20_000) -> Iterator[None]:
        """Derive entries once at the end, or after so many readings. Each report is still stored as it is added;
        until then, entries are those of before."""
        self._bulk += 1
        self._batch = batch
        try:
            yield
        finally:
            self._bulk -= 1
        if not self._bulk:
            self.refresh()


def _bring_up(store: Store, told: Told | None) -> None:
    """Finish what an erasure left to be done, make the search index where there is none yet, and derive again what
    another version derived."""
    with suppress(LedgerError):  # the ledger can be used; `check` says that it is still due
        scrubbing.settle(store)
    with store.reading() as connection:
        ready, outdated = search.is_ready(connection), renewing.is_outdated(connection)
    if ready and not outdated:
        return
    with store.writing() as connection:
        if not ready:
            search.rebuild(connection)
        renewing.renew(connection, told)
