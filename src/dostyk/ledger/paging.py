"""Indexes that pages over many entries ask for. They stand outside the shared schema and can be dropped at any time."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

# Each holds all that its questions ask for, so that the tables themselves, and the wide column of JSON, are not read.
_WANTED = {
    "paging_entries": (
        "entries (kind, status, date_low, date_high, published, place, accepted, confidence, part_of, id, "
        "date_precision)"
    ),
    "paging_days": "entries (coalesce(nullif(date_low, ''), published), id)",
    "paging_parties": "entry_parties (party, entry)",
    "paging_roles": "entry_parties (entry, state, role)",
    "paging_listed": "listed (state, first_day, entry, kind, status, last_day, accepted, dated, part, states)",
    "paging_kinds": "listed (state, kind, first_day, entry, status, last_day, accepted, dated, due, states, acting)",
    "paging_lines": "listed (state, entry, kind, status, first_day, last_day, accepted, dated, due, states, acting)",
    "paging_together": "listed (state, states, kind, status, first_day, entry)",
    "paging_told": "listed (state, published, entry, kind)",
    "paging_reports": "reports (published, id)",
    "paging_claims": "claims (counts)",
    "paging_sides": "listed (kind, state, part, status, first_day, last_day, accepted, dated)",
}


def is_ready(connection: Connection) -> bool:
    """True where all of them are there."""
    tables = {what.partition(" ")[0] for what in _WANTED.values()} - {"entries"}  # SQLAlchemy knows no expressions
    held = {index["name"] for table in tables for index in inspect(connection).get_indexes(table)}
    return all(name in held or what.startswith("entries ") for name, what in _WANTED.items())


def prepare(connection: Connection) -> None:
    """Make them, and let the database look at what it holds."""
    for name, what in _WANTED.items():
        connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {what}"))
    connection.execute(text("ANALYZE"))
