"""The ledger: what is read is added, what people decide is recorded, and what follows from both is derived."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dostyk.errors import UsageError
from dostyk.ledger import checking, history, past, pasts, search
from dostyk.ledger.answers import Answers
from dostyk.ledger.deriving import derive_touched
from dostyk.ledger.engine import open_store
from dostyk.ledger.erasing import ERASED
from dostyk.ledger.erasures import ERASE
from dostyk.ledger.keeping import Keeping
from dostyk.ledger.receiving import Receiving
from dostyk.ledger.recording import Added, ReadingLike, record
from dostyk.ledger.rows import now
from dostyk.ledger.writes import touch
from dostyk.linking import redoable, undoable
from dostyk.linking.merging import MERGE, payload_of
from dostyk.model import FOLLOWING, STATE, Act, Claim, Party, Report, claim_from_dict, claim_to_dict


class Ledger(Answers):
    """An open ledger. Use it as a context manager, or close it. All errors of the database are LedgerErrors."""

    @classmethod
    def open(cls, place: str | Path, *, create: bool = True) -> Self:
        """Open the ledger at a path or database URL; without `create` it must exist. Raises LedgerError."""
        store = open_store(place, create=create)
        ledger = cls(store)
        if store.writable:
            with store.reading() as connection:
                ready = search.is_ready(connection)
            if not ready:
                with store.writing() as connection:
                    search.rebuild(connection)
        return ledger

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

    # Acts

    def act(
        self,
        verb: str,
        ids: Sequence[str] = (),
        *,
        by: str,
        payload: Mapping[str, str] | None = None,
        reason: str = "",
    ) -> Act:
        """Record what a person decided about entries, claims or addresses, and derive what follows from it.

        Payload: of `correct` field → value, of `note` the `text`, of `add` the `claim` as JSON (see `add_claim`).
        Raises UsageError where an id leads nowhere or the act says too little.
        """
        said = dict(payload or {})
        history.check_act(verb, ids, by, said)
        self._settle()
        with self._store.writing() as connection:
            if verb == "add":
                claim = claim_from_dict(json.loads(said["claim"]))
                said["id"] = claim.id
                history.add_claim(connection, claim)
            targets = history.targets_of(connection, verb, ids)
            if verb != "add":
                said["claims"] = ",".join(name for name, _ in targets)
            act = history.append(connection, now(), by, verb, [target for _, target in targets], said, reason)
            if verb not in FOLLOWING:
                self._follow(connection, act)
        return act

    def rule_parties(self, verb: str, one: Party, other: Party, *, by: str, reason: str = "") -> Act:
        """`merge` two parties into one, or `split` a name from the party it was joined with, as reports name them.

        A name that is split stands by itself. Raises UsageError where the ledger names no such party, or nothing
        would change.
        """
        named = self.named()
        for party in (one, other):
            if party not in named or party.kind == STATE:
                raise UsageError(f"no report names {party.key} as a person or body")
        if one == other or (named[one] == named[other]) is (verb == MERGE):
            raise UsageError(f"{one.key} and {other.key} are {'one party' if verb == MERGE else 'two parties'} already")
        return self.act(verb, by=by, payload=payload_of(one, other), reason=reason)

    def follow(
        self, acts: Sequence[tuple[str, Sequence[str], Mapping[str, str]]], *, by: str, reason: str = ""
    ) -> list[Act]:
        """Record acts of the follow-up (verb, ids, payload) in one transaction: all of them, or none.

        Raises UsageError where one of them is no such act, its id leads nowhere, or it says too little.
        """
        for verb, ids, payload in acts:
            if verb not in FOLLOWING:
                raise UsageError(f"{verb} is no act of the follow-up")
            history.check_act(verb, ids, by, payload)
        self._settle()
        with self._store.writing() as connection:
            done = []
            for verb, ids, payload in acts:
                targets = history.targets_of(connection, verb, ids)
                if len(targets) != len(set(ids)):
                    raise UsageError(f"{verb}: not every id leads to a claim that counts")
                said = {**payload, "claims": ",".join(name for name, _ in targets)}
                bound = [target for _, target in targets]
                done.append(history.append(connection, now(), by, verb, bound, said, reason))
        return done

    def add_claim(self, claim: Claim, *, by: str, reason: str = "") -> Act:
        """Add a claim by hand; its report must be in the ledger, its passages in the report."""
        report = self.report(claim.report)
        for passage in checking.passages_of(claim):
            passage.check(report)
        data = json.dumps(claim_to_dict(claim), ensure_ascii=False, sort_keys=True)
        return self.act("add", by=by, payload={"claim": data}, reason=reason)

    def undo(self, *, by: str, number: int | None = None, reason: str = "") -> Act | None:
        """Take back the latest act that holds, or the one of that number. None where there is nothing to undo."""
        self._settle()
        with self._store.writing() as connection:
            held = [act for act in history.held_acts(connection) if act.verb not in (ERASE, ERASED)]
            found = undoable(held) if number is None else next((a for a in held if a.number == number), None)
            if found is None:
                return None
            act = history.append(connection, now(), by, "undo", (), {"act": str(found.number)}, reason)
            self._follow(connection, found)
        return act

    def redo(self, *, by: str, reason: str = "") -> Act | None:
        """Bring back the act undone last, unless another act came after. None where there is nothing to redo."""
        self._settle()
        with self._store.writing() as connection:
            found = redoable(history.all_acts(connection))
            if found is None:
                return None
            act = history.append(connection, now(), by, "redo", (), {"act": str(found.number)}, reason)
            self._follow(connection, found)
        return act

    def _settle(self) -> None:
        with self._asking():
            pass

    @staticmethod
    def _follow(connection: Connection, act: Act) -> None:
        touch(connection, history.bound_claims(connection, act))
        derive_touched(connection, log_changed=True)
