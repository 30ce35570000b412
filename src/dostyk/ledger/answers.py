"""What a ledger answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dostyk.ledger import asking, checking, following, history, past, reasons, rejected, search, tracing
from dostyk.ledger.asking import Person, Wanted
from dostyk.ledger.following import Bound
from dostyk.ledger.loading import load_links
from dostyk.ledger.opened import Opened
from dostyk.ledger.reasons import EntryReasons
from dostyk.ledger.rejected import Rejected
from dostyk.ledger.search import Hit
from dostyk.ledger.tracing import LogLine
from dostyk.linking import Office, Reasons
from dostyk.model import FOLLOWING, Act, Claim, Entry, Party, Problem, Report


class Answers(Opened):
    """Questions to an open ledger; none of them changes what it holds."""

    # Reports

    def first_day(self) -> str:
        """The day in UTC, as ISO text, on which the first report was recorded; empty where there is none."""
        with self._asking() as connection:
            return past.first_day(connection)

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

    def named(self) -> dict[Party, Party]:
        """All parties as reports name them, and the party that each is."""
        with self._asking() as connection:
            return load_links(connection)

    def offices(self, state: str = "") -> list[Office]:
        """Who held which office, as reports attest; of one state, or all; current holders first."""
        with self._asking() as connection:
            return asking.find_offices(connection, state)

    # Reasons

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

    def acts(self, *, held: bool = False) -> tuple[Act, ...]:
        """The whole log, or the acts that hold."""
        with self._asking() as connection:
            return history.held_acts(connection) if held else history.all_acts(connection)

    def bound(self, verbs: Sequence[str] = FOLLOWING, *, undone: bool = False) -> list[Bound]:
        """The acts of these verbs that hold, with the claims and entries that each of their targets leads to now; with
        `undone` those that were taken back."""
        with self._asking() as connection:
            return following.bound(connection, verbs, undone=undone)

    def log(self, name: str = "") -> list[LogLine]:
        """How an entry came about: the reports that tell of it and the acts bound to its claims, by time; also of an
        entry that was rejected. Without a name the whole log of acts."""
        with self._asking() as connection:
            return tracing.lines_of(connection, name) if name else tracing.every_act(connection)

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
