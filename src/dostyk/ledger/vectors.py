"""The search index on PostgreSQL: one row for each report and entry, with its words as a tsvector of our own making.

PostgreSQL's own parser takes `visa-free`, addresses and numbers apart in its ways, and keeps accents. The words are
therefore cut and folded here, as FTS5 does it on SQLite, and given as lexemes: weight A in the title, D elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Row, text

from dostyk.ledger.excerpts import tokens

_MOST_WORDS = 30_000  # different ones of a text; a tsvector holds a megabyte
_MOST_PLACES = 4  # of one word, which is what its rank needs
_LAST_PLACE, _LONGEST = 16_383, 200


def make(connection: Connection) -> None:
    """Make the index, empty."""
    connection.execute(text("DROP TABLE IF EXISTS search_index"))
    connection.execute(
        text(
            'CREATE TABLE search_index (id TEXT COLLATE "C" PRIMARY KEY, what TEXT NOT NULL, title TEXT NOT NULL, '
            "words TSVECTOR NOT NULL)"
        )
    )
    connection.execute(text("CREATE INDEX search_words ON search_index USING gin (words)"))


def add(connection: Connection, rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Make (what, id, title, body) findable."""
    values = [{"what": what, "id": name, "title": title, "words": vector(title, body)}
              for what, name, title, body in rows]  # fmt: skip
    if values:
        said = "INSERT INTO search_index (id, what, title, words) VALUES (:id, :what, :title, CAST(:words AS tsvector))"
        connection.execute(text(said), values)


def vector(title: str, body: str) -> str:
    """The words of title and body as PostgreSQL writes a tsvector."""
    places: dict[str, list[str]] = defaultdict(list)
    number = 0
    for weight, part in (("A", title), ("", body)):
        for token in tokens(part):
            number += 1
            held = places[token[:_LONGEST]]
            if len(held) < _MOST_PLACES:
                held.append(f"{min(number, _LAST_PLACE)}{weight}")
            if len(places) >= _MOST_WORDS:
                break
    return " ".join(f"'{token}':{','.join(held)}" for token, held in places.items())


def query_of(words: Sequence[str], *, begun: bool = False) -> str:
    """A tsquery for texts that hold all the words; the last may be the beginning of one where `begun` says so."""
    lexemes = [f"'{token[:_LONGEST]}'" for word in words for token in tokens(word)]
    return " & ".join(lexemes) + (":*" if begun and lexemes else "")


def find(connection: Connection, words: Sequence[str], limit: int, *, begun: bool) -> Sequence[Row[str, str, str]]:
    """What, id and title of the reports and entries that hold all the words, the best first."""
    wanted = query_of(words, begun=begun)
    if not wanted:
        return []
    query = text(
        "SELECT what, id, title FROM search_index WHERE words @@ CAST(:words AS tsquery) "
        "ORDER BY ts_rank(words, CAST(:words AS tsquery), 1) DESC, id LIMIT :limit"
    )
    return connection.execute(query, {"words": wanted, "limit": limit}).all()
