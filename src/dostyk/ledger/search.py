"""Full-text search over reports and entries: FTS5 where the database is SQLite, tsvector where it is PostgreSQL.

The index stands outside the shared schema and can be rebuilt at any time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, select, text

from dostyk.ledger import vectors
from dostyk.ledger.excerpts import LONG, excerpt, long_excerpts
from dostyk.ledger.rows import chunks, entry_from_dict
from dostyk.ledger.schema import entries, reports
from dostyk.model import Entry, Report

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A report or entry that holds the words; `snippet` shows the first of them with what stands around it."""

    what: str  # "report" or "entry"
    id: str
    title: str
    snippet: str
    day: str


def is_ready(connection: Connection) -> bool:
    """False where the index was not made yet."""
    tables = inspect(connection).get_table_names()
    if connection.dialect.name != "sqlite":
        return "search_index" in tables
    return "search_index" in tables and any(
        index["name"] == "search_rows_row" for index in inspect(connection).get_indexes("search_rows")
    )


def rebuild(connection: Connection) -> None:
    """Make the index, and put all there is into it."""
    if connection.dialect.name == "sqlite":
        _make(connection)
    else:
        vectors.make(connection)
    for some in chunks(connection.execute(select(reports.c.id)).scalars(), 100):
        texts = connection.execute(select(reports.c.id, reports.c.title, reports.c.text).where(reports.c.id.in_(some)))
        _index(connection, [("report", name, title, body) for name, title, body in texts], step=1)
    for some in chunks(connection.execute(select(entries.c.id)).scalars()):
        found = connection.execute(select(entries.c.data).where(entries.c.id.in_(some))).scalars()
        index_entries(connection, (entry_from_dict(json.loads(data)) for data in found))


def _make(connection: Connection) -> None:
    for table in ("search_index", "search_rows"):
        connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE search_index USING fts5"
            "(what UNINDEXED, id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')"
        )
    )
    connection.execute(text("CREATE TABLE search_rows (id TEXT PRIMARY KEY, row INTEGER NOT NULL)"))
    connection.execute(text("CREATE UNIQUE INDEX search_rows_row ON search_rows (row, id)"))


def index_report(connection: Connection, report: Report) -> None:
    """Make the report findable."""
    _index(connection, [("report", report.id, report.title, report.text)], step=1)


def index_entries(connection: Connection, found: Iterable[Entry]) -> None:
    """Make the entries findable by kind, parties, place and words."""
    _index(connection, [("entry", entry.id, entry.what, _entry_text(entry)) for entry in found], step=-1)


def _entry_text(entry: Entry) -> str:
    names = [party.name or party.state for party in entry.parties]
    return " ".join([entry.kind, *names, entry.place.replace(":", " "), *entry.detail.given().values()])


def _index(connection: Connection, rows: Sequence[tuple[str, str, str, str]], step: int) -> None:
    """Reports stand in rows above 0 and entries below, so that who asks for one of them passes the other over."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        vectors.add(connection, rows)
        return
    ends = connection.execute(text("SELECT (SELECT min(row) FROM search_rows), (SELECT max(row) FROM search_rows)"))
    lowest, highest = ends.one()
    row = min(lowest or 0, 0) if step < 0 else max(highest or 0, 0)
    values = [
        {"row": row + step * number, "what": what, "id": name, "title": title, "body": body}
        for number, (what, name, title, body) in enumerate(rows, start=1)
    ]
    connection.execute(
        text("INSERT INTO search_index (rowid, what, id, title, body) VALUES (:row, :what, :id, :title, :body)"), values
    )
    connection.execute(text("INSERT INTO search_rows (id, row) VALUES (:id, :row)"), values)


def forget(connection: Connection, ids: Iterable[str]) -> None:
    """Take reports or entries out of the index."""
    listed = [{"id": name} for name in ids]
    if listed and connection.dialect.name != "sqlite":
        connection.execute(text("DELETE FROM search_index WHERE id = :id"), listed)
    elif listed:
        # The full-text table knows only its row numbers quickly, hence the table beside it.
        connection.execute(
            text("DELETE FROM search_index WHERE rowid = (SELECT row FROM search_rows WHERE id = :id)"), listed
        )
        connection.execute(text("DELETE FROM search_rows WHERE id = :id"), listed)


def search(connection: Connection, words: str, limit: int, *, begun: bool = False) -> list[Hit]:
    """Reports and entries that hold all the words, the best first; none for no words. `begun`: the last word may be
    the beginning of one, as people type it."""
    wanted = _WORD.findall(words)
    if not wanted or limit < 1:
        return []
    if connection.dialect.name == "sqlite":
        return _full_text(connection, wanted, limit, "*" if begun else "")
    return _vectors(connection, wanted, limit, begun)


def _full_text(connection: Connection, words: Sequence[str], limit: int, end: str) -> list[Hit]:
    query = text(
        "SELECT rowid, what, id, title, "
        "CASE WHEN length(body) <= :long THEN snippet(search_index, -1, '', '', '…', 16) END FROM search_index "
        "WHERE search_index MATCH :words ORDER BY bm25(search_index, 0, 0, 4.0, 1.0), id LIMIT :limit"
    )
    match = " ".join(f'"{word}"' for word in words) + end
    rows = connection.execute(query, {"words": match, "limit": limit, "long": LONG}).all()
    days = _days(connection, [name for _, _, name, _, _ in rows])
    own = long_excerpts(connection, [row for row, _, _, _, snippet in rows if snippet is None], words)
    return [
        Hit(what, name, title, own[row] if snippet is None else snippet, days.get(name, ""))
        for row, what, name, title, snippet in rows
    ]


def _days(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    days: dict[str, str] = {}
    for some in chunks(ids):
        for name, day in connection.execute(select(reports.c.id, reports.c.published).where(reports.c.id.in_(some))):
            days[name] = day
        columns = (entries.c.id, entries.c.date_low, entries.c.published)
        for name, day, published in connection.execute(select(*columns).where(entries.c.id.in_(some))):
            days[name] = day or published
    return days


def _vectors(connection: Connection, words: Sequence[str], limit: int, begun: bool) -> list[Hit]:
    rows = vectors.find(connection, words, limit, begun=begun)
    days = _days(connection, [name for _, name, _ in rows])
    bodies = _bodies(connection, [name for _, name, _ in rows])
    return [Hit(what, name, title, excerpt(bodies[name], words), days.get(name, "")) for what, name, title in rows]


def _bodies(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What the index holds of reports and entries beside their titles."""
    bodies: dict[str, str] = {}
    for some in chunks(ids):
        found = connection.execute(select(reports.c.id, reports.c.text).where(reports.c.id.in_(some)))
        bodies.update((name, body) for name, body in found)
        held = connection.execute(select(entries.c.id, entries.c.data).where(entries.c.id.in_(some)))
        bodies.update((name, _entry_text(entry_from_dict(json.loads(data)))) for name, data in held)
    return bodies
