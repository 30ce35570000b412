"""Keeping a ledger: copies of it, other ledgers taken into it, and reports erased from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dostyk.errors import UsageError
from dostyk.ledger import asking, copying, erasing, erasures, exchange, pasts, redacting, scrubbing
from dostyk.ledger.deriving import derive_touched
from dostyk.ledger.engine import Store, open_store
from dostyk.ledger.merging import Merge
from dostyk.ledger.rows import now
from dostyk.ledger.told import Told
from dostyk.model import Act, Report


class Keeping:
    """The part of a ledger that copies, merges and erases. Every change is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Copies

    def export(self) -> Iterator[str]:
        """All that was read and done as lines of JSON (see `dostyk.ledger.exchange`), of one moment."""
        with self._store.reading() as connection:
            yield from exchange.written(connection)

    def take_in(self, lines: Iterable[bytes], name: str) -> Mapping[str, int]:
        """Take an exported ledger into this one: all of it, or nothing. `name` is the file's, for errors.

        Gives how many reports, readings and acts were new, known, or erased. Raises LedgerError.
        """
        with self._store.writing() as connection:
            merge = Merge(connection, name, now())
            merge.take(exchange.values_of(lines, name))
            derive_touched(connection, log_changed=True)
            if merge.counts["reports erased"]:
                scrubbing.ask(connection)
        scrubbing.settle(self._store)
        pasts.forget(self._store)  # it may hold what an erasure that came along took out
        return merge.counts

    def backup(self, path: Path, told: Told | None = None) -> None:
        """Copy the ledger of this moment into a SQLite file, while others may write. Raises LedgerError, UsageError.

        `told` hears how far it is: what is copied, how much of it was, how much there is.
        """
        copying.backup(self._store, path, told)

    def copy_to(self, place: str, told: Told | None = None) -> str:
        """Copy all tables into a new ledger at a path or URL: all of it, or nothing; gives its name without password.

        Raises LedgerError.
        """
        new = open_store(place, create=True)
        try:
            with self._store.reading() as old, new.writing() as connection:
                copying.copy(old, connection, new.name, told)
        finally:
            new.close()
        return new.name

    # Erasure

    def erase(self, ids: Sequence[str], *, by: str, reason: str, person: str = "") -> list[Act]:
        """Erase reports: text, claims, and what acts quote of them; and take the names of a person, as `naming` takes
        one, out of what people wrote in acts that stay. An act stays for each report, and one for the names, that says
        when, by whom and why; all is derived again. This cannot be undone. Raises UsageError where an id leads nowhere,
        or `by` or the reason is missing."""
        if not by.strip() or not reason.strip():
            raise UsageError("an erasure needs to say by whom it is done, and why")
        with self._store.writing() as connection:
            derive_touched(connection)
            names = redacting.names_of(redacting.keys_of(connection, person)) if person else []
            found = {report.id: report for report in (asking.find_report(connection, name) for name in ids)}
            done = erasing.erase(connection, list(found.values()), now(), by, reason)
            if names:
                done += redacting.redact(connection, names, now(), by, reason)
                derive_touched(connection, log_changed=True)
            scrubbing.ask(connection)
        scrubbing.settle(self._store)
        pasts.forget(self._store)
        return done

    def erased(self, report: Report) -> str:
        """By whom, when and why this report, or one with the same text, was erased; empty where it was not."""
        with self._store.reading() as connection:
            found = erasures.of(connection, report)
        return str(found) if found else ""

    def also_there(self, report: Report) -> list[Report]:
        """Other versions of the report, and copies of its text, which erasing it leaves."""
        with self._store.reading() as connection:
            return [asking.find_report(connection, name) for name in erasing.also_there(connection, report)]

    def naming(self, person: str) -> tuple[list[Report], list[Act]]:
        """What names a person, given as a key (`VNM:To Lam`) or a name, under any of the spellings that the ledger
        joins: reports, by their claims or in their text, and acts, in what people wrote."""
        with self._store.reading() as connection:
            keys = redacting.keys_of(connection, person)
            acts = redacting.acts_naming(connection, redacting.names_of(keys))
            return erasing.naming(connection, keys), acts
