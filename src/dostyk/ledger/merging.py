"""Taking an exported ledger into another one, which may be empty: nothing that either holds is lost.

Reports and readings have ids of their own, so those known here are passed over. The log of acts here is only added
to. Where it is the beginning of the other's, the rest of that is added as it stands, links included. Elsewhere the
acts that are not known here, by their link in the log they were first written to, are added as new lines, and
`act_origins` keeps number and link of there. Acts are replayed by time, so what they come to is the same whichever
ledger was taken into which.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dostyk.errors import LedgerError
from dostyk.ledger import chain, erasing, erasures, history
from dostyk.ledger.exchange import INCOMING
from dostyk.ledger.plausible import claim_of, of_type, row_of, time_of
from dostyk.ledger.recording import add_reading, add_report, choose_current, version_of
from dostyk.ledger.rows import Row, act_from, dump, report_from
from dostyk.ledger.schema import act_origins, acts, readings, reports
from dostyk.ledger.writes import touch
from dostyk.linking.acts import meant_by
from dostyk.model import Act, Claim, Passage, Problem, Report

_WHEN_WRONG = (KeyError, ValueError, TypeError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading as the file gives it."""

    report: str
    reader: str
    claims: Sequence[Claim]
    problems: Sequence[Problem]


class Merge:
    """One ledger taken into the one behind a connection. `counts` says what was new, known and erased."""

    def __init__(self, connection: Connection, name: str, at: str) -> None:
        self._connection, self._name, self._at = connection, name, at
        self._mixed: set[str] = set()  # sources of which both ledgers have versions
        self._acts: list[Row] = []
        self.counts: Counter[str] = Counter()

    def take(self, values: Iterable[tuple[int, Row]]) -> None:
        """Take in what the lines of the file say. Raises LedgerError, which names the line that cannot be used."""
        self._here = set(self._connection.execute(select(reports.c.source)).scalars())
        for number, value in values:
            try:
                self._line(value)
            except _WHEN_WRONG as error:
                raise _strange(f"{self._name}, line {number}: is", error) from error
        self._rank()
        self._log()
        self.counts["reports erased"] = erasing.apply_erasures(self._connection, self._at)

    def _line(self, value: Row) -> None:
        if "report" in value:
            self._report(value["report"], value["readings"])
        elif "act" in value:
            self._acts.append(value["act"])
        else:
            ((word, row),) = value.items()
            self._incoming(word, row)

    # Reports

    def _report(self, row: Row, read: Sequence[Row]) -> None:
        report = report_from(row)
        if report.id != row["id"] or report.source != row["source"]:
            raise ValueError("the report is not the one that was recorded under this id")
        if erasures.of(self._connection, report) is not None:
            self.counts["reports erased before"] += 1
            return
        known = version_of(self._connection, report) is not None
        self.counts["reports known" if known else "reports"] += 1
        if not known:
            add_report(self._connection, report, time_of(row["recorded_at"]))
            if report.source in self._here:
                self._mixed.add(report.source)
            else:
                self._set(report, version=of_type(row["version"], int, "version"))
        self._earlier(report, row["recorded_at"])
        for given in read:
            self._reading(report, given)
        choose_current(self._connection, report.source)

    def _set(self, report: Report, **values: Any) -> None:
        self._connection.execute(update(reports).where(reports.c.id == report.id).values(**values))

    def _earlier(self, report: Report, at: str) -> None:
        """The report is known since the day on which the first of the ledgers recorded it."""
        self._connection.execute(
            update(reports).where(reports.c.id == report.id, reports.c.recorded_at > at).values(recorded_at=at)
        )

    def _reading(self, report: Report, given: Row) -> None:
        here = (readings.c.report == report.id, readings.c.reader == given["reader"])
        at = time_of(given["recorded_at"])
        if self._connection.execute(select(readings.c.number).where(*here)).first():
            self._connection.execute(
                update(readings).where(*here, readings.c.recorded_at > at).values(recorded_at=at)
            )  # fmt: skip
            return
        said = tuple(_claim(data, report) for data in given["claims"])
        wrong = tuple(_problem(row) for row in given["problems"])
        add_reading(self._connection, report, _Read(report.id, given["reader"], said, wrong), at)
        self.counts["readings"] += 1

    def _rank(self) -> None:
        """Number the versions of sources that both ledgers know as they were recorded."""
        for source in sorted(self._mixed):
            query = select(reports.c.id).where(reports.c.source == source)
            ordered = query.order_by(reports.c.recorded_at, reports.c.version, reports.c.id)
            for number, name in enumerate(self._connection.execute(ordered).scalars().all(), start=1):
                self._connection.execute(update(reports).where(reports.c.id == name).values(version=number))
            choose_current(self._connection, source)

    # What is on its way in

    def _incoming(self, word: str, row: Row) -> None:
        """A row that is not known here; one that is known stays."""
        table = INCOMING[word]
        key = [column == row[column.name] for column in table.primary_key.columns]
        if not self._connection.execute(select(table).where(*key)).first():
            self._connection.execute(insert(table), row_of(table, row))

    # Acts

    def _log(self) -> None:
        try:
            given = [(row, act_from({**row, "data": dump(row["data"])})) for row in self._acts]
            wrong = chain.first_break(chain.line_of(act, row["chain"], row["data"]) for row, act in given)
            if wrong is not None:
                raise LedgerError(f"{self._name}: act {wrong} is not what was written, or one before it is missing")
            self._append(given)
        except _WHEN_WRONG as error:
            raise _strange(f"{self._name}: its acts are", error) from error

    def _append(self, given: Sequence[tuple[Row, Act]]) -> None:
        here = self._connection.execute(select(acts.c.chain).order_by(acts.c.number)).scalars().all()
        goes_on = [row["chain"] for row, _ in given[: len(here)]] == list(here)
        known = {act.first[1]: act.number for act in history.all_acts(self._connection) if act.first}
        numbers: dict[str, int] = {}  # of acts: there → here
        added: list[Act] = []
        before = ""
        for row, act in given:
            origin = row.get("origin") or {
                "was": act.number, "before": before, "chain": row["chain"], "refers": act.payload.get("act", "")
            }  # fmt: skip
            before = row["chain"]
            if origin["chain"] in known:
                numbers[str(act.number)] = known[origin["chain"]]
                continue
            new = self._as_it_stands(row, act) if goes_on else self._as_a_new_line(row, act, origin, numbers)
            numbers[str(act.number)] = new.number
            added.append(new)
        self.counts["acts"] += len(added)
        self._follow(added)

    def _as_it_stands(self, row: Row, act: Act) -> Act:
        self._connection.execute(insert(acts), row_of(acts, {**row, "data": dump(row["data"])}))
        if "origin" in row:
            self._connection.execute(insert(act_origins), {**row["origin"], "number": act.number})
        return act

    def _as_a_new_line(self, row: Row, act: Act, origin: Row, numbers: Mapping[str, int]) -> Act:
        """An undo or redo means the same act as there."""
        data = {**row["data"], "payload": dict(act.payload)}
        if act.verb in chain.REFER and act.payload.get("act") in numbers:
            data["payload"]["act"] = str(numbers[act.payload["act"]])
        if "erased" in data:
            data["erased"] = 0  # by an act that comes later; what it says here is all that is left
        new = chain.append_as(self._connection, act, data)
        self._connection.execute(insert(act_origins), {**origin, "number": new.number})
        return new

    def _follow(self, added: Sequence[Act]) -> None:
        """Store claims that people added, and note what the acts touch."""
        log = history.all_acts(self._connection)
        for act in added:
            if act.verb == "add":
                claim = claim_of(json.loads(act.payload["claim"]))
                if self._connection.execute(select(reports.c.id).where(reports.c.id == claim.report)).first():
                    history.add_claim(self._connection, claim)
        meant = [one for act in added for one in meant_by(act, log)]
        touch(self._connection, {name for ids in history.bound_claims(self._connection, meant) for name in ids})


def _strange(what: str, error: Exception) -> LedgerError:
    why = f"no {error.args[0]}" if isinstance(error, KeyError) and error.args else str(error)
    return LedgerError(f"{what} not what an export holds ({why}); export the ledger again, or use a newer version")


def _claim(data: Row, report: Report) -> Claim:
    claim = claim_of(data)
    if claim.report != report.id:
        raise ValueError(f"a claim of {claim.report} stands in the reading of {report.id}")
    return claim


def _problem(row: Row) -> Problem:
    passage = Passage(row["field"], row["start"], row["end"], row["quote"]) if row["quote"] else None
    return Problem(row["report"], row["code"], row["message"], passage)
