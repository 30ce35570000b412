"""The ledger: what was read, what people decided, and what follows from both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dostyk.errors import UsageError
from dostyk.ledger import asking, checking, following, history, paging, past, pasts, reasons, rejected, search
from dostyk.ledger.asking import Person, Wanted
from dostyk.ledger.deriving import derive_touched, is_due
from dostyk.ledger.engine import Store, open_store
from dostyk.ledger.erasing import ERASED
from dostyk.ledger.erasures import ERASE
from dostyk.ledger.following import Bound
from dostyk.ledger.keeping import Keeping
from dostyk.ledger.loading import load_links
from dostyk.ledger.reasons import EntryReasons
from dostyk.ledger.receiving import Receiving
from dostyk.ledger.recording import Added, ReadingLike, record
from dostyk.ledger.rejected import Rejected
from dostyk.ledger.rows import now
from dostyk.ledger.search import Hit
from dostyk.ledger.writes import touch
from dostyk.linking import Office, Reasons, effective, redoable, undoable
from dostyk.linking.merging import MERGE, payload_of
from dostyk.model import FOLLOWING, STATE, Act, Claim, Entry, Party, Problem, Report, claim_from_dict, claim_to_dict


@dataclass(frozen=True, slots=True)
class LogLine:
    """One step in how an entry came about: a report recorded, or an act with its number. `at` is UTC, `by` an outlet
    or a person; `undone` says that the act does not hold any more."""

    at: str
    what: str
    by: str
    text: str
    number: int = 0
    undone: bool = False


class Ledger:
    """An open ledger. Use it as a context manager, or close it. All errors of the database are LedgerErrors."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._bulk = 0
        self._waiting = 0
        self._batch = 0

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

    def first_day(self) -> str:
        """The day in UTC, as ISO text, on which the first report was recorded; empty where there is none."""
        with self._asking() as connection:
            return past.first_day(connection)

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

    def report(self, name: str) -> Report:
        """The report of an id, or of at least six characters that begin one. Raises UsageError."""
        with self._asking() as connection:
            return asking.find_report(connection, name)

    def reports(self, *, every_version: bool = False) -> list[Report]:
        """Reports by day published; of each source the version that counts, or all."""
        with self._asking() as connection:
            return asking.find_reports(connection, every_version=every_version)

    def claims(self, *, report: str = "", entry: str = "", kind: str = "") -> list[Claim]:
        """Claims that count: of a report, of an entry (any id that leads to it), of a kind."""
        with self._asking() as connection:
            name = history.entry_id(connection, entry) if entry else ""
            return asking.find_claims(connection, report, name, kind)

    # Entries

    def entry(self, name: str) -> Entry:
        """The entry at an id, at an address that leads to it, or at six or more characters that begin one of these.

        Raises UsageError where there is none, or several.
        """
        with self._asking() as connection:
            return asking.load_entry(connection, history.entry_id(connection, name))

    def entries(
        self,
        *,
        kind: str | Sequence[str] = (),
        party: str = "",
        states: Sequence[str] = (),
        status: str | Sequence[str] = (),
        since: date | str | None = None,
        until: date | str | None = None,
        part_of: str = "",
        order: str = "date",
    ) -> list[Entry]:
        """Entries that fit all that is given. `party` is a key, under any of its spellings; `states` take part, all
        of them; `since` and `until` meet the days of the entry, or of its first report where it has none."""
        wanted = Wanted(
            kinds=(kind,) if isinstance(kind, str) else tuple(kind),
            party=party,
            states=tuple(states),
            statuses=(status,) if isinstance(status, str) else tuple(status),
            since=asking.day_of(since),
            until=asking.day_of(until, end=True),
            part_of=part_of,
        )
        with self._asking() as connection:
            return asking.find_entries(connection, wanted, order)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Reports and entries that hold all the words, the best first."""
        with self._asking() as connection:
            return search.search(connection, words, limit)

    def people(self, state: str = "") -> list[Person]:
        """People named, with their spellings and offices; of one state, or all."""
        with self._asking() as connection:
            return asking.find_people(connection, state)

    def offices(self, state: str = "") -> list[Office]:
        """Who held which office, as reports attest; of one state, or all; current holders first."""
        with self._asking() as connection:
            return asking.find_offices(connection, state)

    def why(self, one: str, other: str) -> Reasons:
        """Why two claims, or two entries by their claims most alike, are or are not one thing."""
        return self.why_two(one, other)[2]

    def why_two(self, one: str, other: str) -> tuple[Claim, Claim, Reasons]:
        """The same with the two claims that were compared."""
        with self._asking() as connection:
            first, second, found = reasons.of_two(connection, one, other)
            return asking.load_claim(connection, first), asking.load_claim(connection, second), found

    def why_entry(self, name: str) -> EntryReasons:
        """Why the claims of an entry are one thing, why it prefers what it does, and what was kept apart."""
        with self._asking() as connection:
            return reasons.of_entry(connection, name)

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

    def named(self) -> dict[Party, Party]:
        """All parties as reports name them, and the party that each is."""
        with self._asking() as connection:
            return load_links(connection)

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

    def bound(self, verbs: Sequence[str] = FOLLOWING) -> list[Bound]:
        """The acts of these verbs that hold, with the claims and entries that each of their targets leads to now."""
        with self._asking() as connection:
            return following.bound(connection, verbs)

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

    def acts(self, *, held: bool = False) -> tuple[Act, ...]:
        """The whole log, or the acts that hold."""
        with self._asking() as connection:
            return history.held_acts(connection) if held else history.all_acts(connection)

    def log(self, name: str) -> list[LogLine]:
        """How an entry came about: the reports that tell of it and the acts bound to its claims, by time; also of an
        entry that was rejected."""
        with self._asking() as connection:
            entry = self._entry_or_rejected(connection, name)
            reports = asking.recorded(connection, sorted({anchor.report for anchor in entry.anchors}))
            lines = [LogLine(at, "report", title, name) for name, (at, title) in reports.items()]
            every = history.all_acts(connection)
            bound = [act for act in every if history.bound_claims(connection, act) & set(entry.claims)]
            return sorted([*lines, *_act_lines(bound, every)], key=lambda line: (line.at, line.number))

    def _entry_or_rejected(self, connection: Connection, name: str) -> Entry:
        try:
            return asking.load_entry(connection, history.entry_id(connection, name))
        except UsageError:
            found = [one.entry for one in rejected.find_rejected(connection) if one.is_called(name)]
            if len(found) != 1:
                raise
            return found[0]

    def rejected(self, name: str = "") -> list[Rejected]:
        """What people rejected, with its claims and the acts; all of it, or at an id or what begins one."""
        with self._asking() as connection:
            return [one for one in rejected.find_rejected(connection) if not name or one.is_called(name)]

    # The whole

    def problems(self, report: str = "") -> list[Problem]:
        """What readers and acts found wrong; of one report, or all."""
        with self._asking() as connection:
            return asking.find_problems(connection, report)

    def stats(self) -> dict[str, int | dict[str, int] | str]:
        """How much the ledger holds."""
        with self._asking() as connection:
            return asking.count_all(connection)

    def check(self, *, rederive: bool = False) -> list[Problem]:
        """What is wrong with the ledger itself; `rederive` also compares entries with those derived anew."""
        with self._asking() as connection:
            return checking.check(connection, rederive=rederive)


def _act_lines(bound: Sequence[Act], every: Sequence[Act]) -> list[LogLine]:
    """Lines of acts, and of those that undo or bring back one of them."""
    held = {act.number for act in effective(every)}
    numbers = {str(act.number) for act in bound}
    again = [act for act in every if act.verb in ("undo", "redo") and act.payload.get("act") in numbers]
    return [
        LogLine(act.at, act.verb, act.by, _act_text(act), act.number, act in bound and act.number not in held)
        for act in (*bound, *again)
    ]


_UNSAID = ("claims", "claim", "id", "kinds")  # of an act's payload what only programs need


def _act_text(act: Act) -> str:
    said = [f"{name}={value}" for name, value in sorted(act.payload.items()) if name not in _UNSAID]
    return "; ".join([*said, *([act.reason] if act.reason else [])])
