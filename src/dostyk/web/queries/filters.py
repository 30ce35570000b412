"""What entries are asked for: the filters that live in the address, and what they mean in SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    Table,
    exists,
    func,
    literal_column,
    select,
    text,
)

from dostyk.ledger.schema import entries, entry_parties, listed, parties
from dostyk.ledger.vectors import query_of
from dostyk.model import KINDS, STATUSES

SORTS = ("-date", "date", "-published", "published", "confidence", "relevance")
PAGE = 50
_WORD = re.compile(r"\w+")
DAY = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
# literals, not bound values: what is grouped by must be the same text everywhere in a query
NOTHING = literal_column("''", String)
FIRST_DAY = func.coalesce(func.nullif(entries.c.date_low, NOTHING), entries.c.published)
LAST_DAY = func.coalesce(func.nullif(entries.c.date_high, NOTHING), entries.c.published)
# by the name of an order: whether it is from the largest, and the column of `listed`
SORTED: dict[str, tuple[bool, ColumnElement[Any]]] = {
    "-date": (True, listed.c.first_day),
    "date": (False, listed.c.first_day),
    "-published": (True, listed.c.published),
    "published": (False, listed.c.published),
    "confidence": (False, listed.c.confidence),
}


@dataclass(frozen=True)
class Filters:
    """Everything left open fits. `state` and `party` take part, all of them; of `kind` and `status` any will do.

    `since` and `until` are ISO days, months or years, and meet the days of the entry.
    """

    q: str = ""
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    checked: str = ""
    sort: str = "-date"
    page: int = 1

    def address(self, **changes: object) -> str:
        """The query string of these filters with changes, without what is left open; `?` included where needed."""
        given = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        pairs: list[tuple[str, str]] = []
        for field in fields(given):
            value = getattr(given, field.name)
            if isinstance(value, tuple):
                pairs += [(field.name, one) for one in value]
            elif value != field.default:
                pairs.append((field.name, str(value)))
        return f"?{urlencode(pairs)}" if pairs else ""

    def toggled(self, name: str, value: str) -> str:
        """The address with the value added to a filter, or taken out of it."""
        held: tuple[str, ...] = getattr(self, name)
        return self.address(**{name: tuple(v for v in held if v != value) if value in held else (*held, value)})

    @property
    def any(self) -> bool:
        """True where something is filtered."""
        return bool(replace(self, sort="-date", page=1) != Filters())


def asked(
    q: Annotated[str, Query(max_length=300, description="words that must occur")] = "",
    kind: Annotated[list[str] | None, Query(description=f"any of {', '.join(KINDS)}")] = None,
    status: Annotated[list[str] | None, Query(description=f"any of {', '.join(STATUSES)}")] = None,
    state: Annotated[list[str] | None, Query(description="ISO 3166-1 alpha-3; all of them take part")] = None,
    party: Annotated[list[str] | None, Query(description="keys of parties; all of them take part")] = None,
    since: Annotated[str, Query(pattern=DAY)] = "",
    until: Annotated[str, Query(pattern=DAY)] = "",
    checked: Annotated[str, Query(pattern="^(yes|no)?$", description="accepted by a person")] = "",
    sort: Annotated[str, Query(description=f"one of {', '.join(SORTS)}")] = "-date",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Filters:
    """Filters from an address; values that are no kind, status or order are left out."""
    return Filters(
        " ".join(_WORD.findall(q)) and q.strip(),
        tuple(dict.fromkeys(k for k in kind or () if k in KINDS)),
        tuple(dict.fromkeys(s for s in status or () if s in STATUSES)),
        tuple(dict.fromkeys(s.strip().upper()[:4] for s in state or () if s.strip()))[:4],
        tuple(dict.fromkeys(p.strip() for p in party or () if p.strip()))[:4],
        since, until, checked, sort if sort in SORTS else "-date", page,
    )  # fmt: skip


def conditions(connection: Connection, given: Filters) -> Iterator[ColumnElement[bool]]:
    """The filters as conditions on the table of entries."""
    yield from columns(given, entries, FIRST_DAY, LAST_DAY)
    for state in given.state:
        yield entries.c.id.in_(select(listed.c.entry).where(listed.c.state == state))
    yield from _named(connection, given, entries.c.id)


def chosen(connection: Connection, given: Filters) -> Iterator[ColumnElement[bool]]:
    """The filters as conditions on `listed`, of which they leave one row of each entry."""
    yield listed.c.state == (given.state[0] if given.state else NOTHING)
    for state in given.state[1:]:
        other = listed.alias()
        yield exists().where(other.c.state == state, other.c.entry == listed.c.entry)
    yield from columns(given, listed, listed.c.first_day, listed.c.last_day)
    yield from _named(connection, given, listed.c.entry)


def columns(
    given: Filters, of: Table, first: ColumnElement[str], last: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    """The filters that a row of the table answers by itself."""
    if given.kind:
        yield any_of(of.c.kind, given.kind)
    if given.status:
        yield any_of(of.c.status, given.status)
    if given.checked:
        yield of.c.accepted.is_(given.checked == "yes")
    if given.since:
        yield given.since <= last
    if given.until:
        yield given.until + "\uffff" >= first  # `2025` ends with the last day that begins so


def any_of(column: ColumnElement[str], values: Sequence[str]) -> ColumnElement[bool]:
    """The column holds one of the values. Several are looked for in the rows and not in an index: given a list and a
    range together, SQLite 3.38 to 3.41 can take rows outside the range from an index of both."""
    return column == values[0] if len(values) == 1 else (column + NOTHING).in_(values)


def _named(connection: Connection, given: Filters, entry: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    for party in given.party:
        yield entry.in_(select(entry_parties.c.entry).where(entry_parties.c.party.in_(keys_of(connection, party))))
    if given.q:
        yield entry.in_(_with_words(connection, given.q))


def keys_of(connection: Connection, party: str) -> list[str]:
    """All keys under which reports name the party, its chosen key included."""
    chosen = set(connection.execute(select(parties.c.chosen).where(parties.c.party == party)).scalars()) | {party}
    found = connection.execute(select(parties.c.party).where(parties.c.chosen.in_(sorted(chosen)))).scalars()
    return sorted(chosen | set(found))


def _with_words(connection: Connection, words: str) -> Any:
    """A query for the ids of entries that hold all the words."""
    wanted = _WORD.findall(words)
    if connection.dialect.name == "sqlite":
        found = (
            "SELECT search_rows.id FROM search_index JOIN search_rows ON search_rows.row = search_index.rowid "
            "WHERE search_index MATCH :words AND search_index.rowid < 0"
        )
        return text(found).bindparams(words=match_text(wanted)).columns(literal_column("id"))
    held = "SELECT id FROM search_index WHERE what = 'entry' AND words @@ CAST(:words AS tsquery)"
    return text(held).bindparams(words=query_of(wanted, begun=True)).columns(literal_column("id"))


def counted(connection: Connection, query: Select[Any]) -> dict[str, int]:
    """A query for values and their numbers as a mapping, in its order."""
    return {row[0]: row[1] for row in connection.execute(query)}


def beginning(column: ColumnElement[Any], size: int) -> ColumnElement[str]:
    """The first characters of a text: 4 of a day are its year, 7 its month."""
    return func.substr(column, literal_column("1"), literal_column(str(size)))


def words_of(text: str) -> list[str]:
    """The words of what was typed."""
    return _WORD.findall(text)


def match_text(words: list[str]) -> str:
    """Words as a question to the full-text index: all of them, the last as a beginning."""
    return " ".join(f'"{word}"' for word in words) + ("*" if words and len(words[-1]) > 2 else "")


def ordered(query: Select[Any], given: Filters) -> Select[Any]:
    """The query in the order asked for; the id makes it the same every time."""
    down = given.sort.startswith("-")
    column: ColumnElement[object] = {"published": entries.c.published, "confidence": entries.c.confidence}.get(
        given.sort.lstrip("-"), FIRST_DAY
    )
    if given.sort == "relevance":
        down = True
    return query.order_by(column.desc() if down else column, entries.c.id)


__all__ = [
    "DAY",
    "FIRST_DAY",
    "LAST_DAY",
    "PAGE",
    "Filters",
    "any_of",
    "asked",
    "beginning",
    "chosen",
    "columns",
    "conditions",
    "counted",
    "keys_of",
    "match_text",
    "ordered",
    "words_of",
]
