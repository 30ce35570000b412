"""How an entry came about: reports and acts, by time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dostyk.errors import UsageError
from dostyk.ledger import asking, history, rejected
from dostyk.ledger.act_words import about, act_words
from dostyk.ledger.erasures import ERASE
from dostyk.linking import effective
from dostyk.linking.acts import meant_by
from dostyk.model import Act, Entry


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


def lines_of(connection: Connection, name: str) -> list[LogLine]:
    """The reports that tell of the entry, and the acts bound to its claims. Raises UsageError where there is none."""
    entry = _entry_or_rejected(connection, name)
    reports = asking.recorded(connection, sorted({anchor.report for anchor in entry.anchors}))
    lines = [LogLine(at, "report", title, name) for name, (at, title) in reports.items()]
    every = history.all_acts(connection)
    told = zip(every, history.bound_claims(connection, every), strict=True)
    bound = [act for act, ids in told if ids & set(entry.claims)]
    return sorted([*lines, *_act_lines(bound, every)], key=lambda line: (line.at, line.number))


def _entry_or_rejected(connection: Connection, name: str) -> Entry:
    try:
        return asking.load_entry(connection, history.entry_id(connection, name))
    except UsageError:
        found = [one.entry for one in rejected.find_rejected(connection) if one.is_called(name)]
        if len(found) != 1:
            raise
        return found[0]


def every_act(connection: Connection) -> list[LogLine]:
    """The whole log of acts, with what each is about."""
    every = history.all_acts(connection)
    held = {act.number for act in effective(every)}
    return [
        LogLine(act.at, act.verb, act.by, _told(about(act), act), act.number,
                act.verb not in (*_AGAIN, ERASE) and act.number not in held)
        for act in every
    ]  # fmt: skip


def _act_lines(bound: Sequence[Act], every: Sequence[Act]) -> list[LogLine]:
    """Lines of acts, and of those that undo or bring back one of them."""
    held = {act.number for act in effective(every)}
    again = [act for act in every if act.verb in _AGAIN and meant_by(act, bound)]
    return [
        LogLine(act.at, act.verb, act.by, _told("", act), act.number, act in bound and act.number not in held)
        for act in (*bound, *again)
    ]


_AGAIN = ("undo", "redo")


def _told(target: str, act: Act) -> str:
    """What the act is about, what it did, and why."""
    return "; ".join(filter(None, (target, act_words(act), act.reason)))
