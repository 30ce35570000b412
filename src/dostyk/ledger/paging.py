"""Indexes that pages over many entries ask for. They stand outside the shared schema and can be dropped at any time."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

# With these, counts and lists are answered without touching the wide column that holds each entry's JSON.
_WANTED = {
    "paging_entries": (
        "entries (kind, status, date_low, date_high, published, place, accepted, confidence, part_of, id, "
        "date_precision)"
    ),
    "paging_days": "entries (coalesce(nullif(date_low, ''), published), id)",
    "paging_states": "entry_parties (state, entry, role)",
    "paging_parties": "entry_parties (party, entry)",
    "paging_roles": "entry_parties (entry, state, role)",
}


def is_ready(connection: Connection) -> bool:
    """True where the last of the indexes is there."""
    return "paging_roles" in {index["name"] for index in inspect(connection).get_indexes("entry_parties")}


def prepare(connection: Connection) -> None:
    """Make them, and let the database look at what it holds."""
    for name, what in _WANTED.items():
        connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {what}"))
    connection.execute(text("ANALYZE"))
