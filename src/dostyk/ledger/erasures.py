"""Which reports were erased: the log of acts says so, by id and by a hash of the text, and holds no more of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dostyk.errors import UsageError
from dostyk.ledger.rows import act_from
from dostyk.ledger.schema import acts
from dostyk.model import Act, Report

ERASE = "erase"
ERASED = "erased"  # what an act becomes of which nothing is left


@dataclass(frozen=True, slots=True)
class Erasure:
    """The tombstone of a report: `text` is the hash of its text, `at` UTC, `number` that of the act."""

    report: str
    text: str
    at: str
    by: str
    reason: str
    number: int

    def __str__(self) -> str:
        return f"erased on {self.at[:10]} by {self.by}: {self.reason}"


def fingerprint(text: str) -> str:
    """A hash of a text that spaces and line ends do not change."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def all_erasures(connection: Connection) -> list[Erasure]:
    """Every erasure of a report, in the order of the log."""
    query = select(acts).where(acts.c.verb == ERASE).order_by(acts.c.number)
    every = (act_from(row) for row in connection.execute(query).mappings())
    found = [act for act in every if act.payload["report"]]  # else a person's names were taken out of acts
    return [Erasure(a.payload["report"], a.payload["text"], a.at, a.by, a.reason, a.number) for a in found]


def of(connection: Connection, report: Report) -> Erasure | None:
    """The erasure of this report, or of one with the same text; None where there was none."""
    known = all_erasures(connection)
    if not known:
        return None
    text = fingerprint(report.text)
    return next((one for one in known if report.id == one.report or text == one.text), None)


def refuse_erasure(held: Sequence[Act], number: int | None = None) -> None:
    """Raise UsageError where an undo of acts that hold, of the latest or that of a number, means an erasure."""
    meant = next((act for act in reversed(held) if number in (None, act.number)), None)
    if meant is None or meant.verb != ERASE:
        return
    before = next((act for act in reversed(held) if act.verb not in (ERASE, ERASED)), None)
    earlier = ""
    if before and number is None:
        earlier = f"; dostyk undo --number {before.number} takes back what was done before it ({before.verb})"
    raise UsageError(f"act {meant.number} is an erasure, which cannot be undone; nothing was taken back{earlier}")
