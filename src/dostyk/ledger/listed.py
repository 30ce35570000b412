"""Rows that lists are made of: each entry once for itself, and once for each state that it touches."""

from __future__ import annotations

from dostyk.ledger.rows import Row
from dostyk.linking.terms import due_of_entry
from dostyk.model import Entry


def listed_rows(entry: Entry, row: Row) -> list[Row]:
    """What lists choose, order and count an entry by, from its own `row`: once of no state, for the entry as such, and
    once of each state that takes part in it or is its place."""
    part = {party.state for party in entry.parties} - {""}
    acting = {party.state for party in entry.who} - {""}
    common = {name: row[name] for name in ("kind", "status", "accepted", "confidence", "published")}
    common |= {"states": " ".join(sorted(part)), "acting": " ".join(sorted(acting))}
    days = {
        "dated": row["date_low"] != "", "first_day": row["date_low"] or row["published"],
        "last_day": row["date_high"] or row["published"], "due": _due(entry),
    }  # fmt: skip
    return [
        {"state": state, "entry": entry.id, "part": state in part, **common, **days}
        for state in sorted({"", *part, entry.place.partition(":")[0]})
    ]


def _due(entry: Entry) -> str:
    """The last day, month or year by which a commitment is due: as reports give it, else as its words tell; empty
    where it has no term."""
    term = due_of_entry(entry).interval if entry.kind == "commitment" else None
    return entry.detail.due.rpartition("/")[2] or (term.high.isoformat() if term else "")
