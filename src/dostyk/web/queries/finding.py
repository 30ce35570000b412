"""Search: entries by filters, with facets; reports by words; all rows of a list, streamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, text

from dostyk.ledger import Ledger
from dostyk.ledger.excerpts import LONG, long_excerpts
from dostyk.ledger.schema import entries, entry_parties, reports
from dostyk.ledger.search import search
from dostyk.web.queries.filters import (
    FIRST_DAY,
    PAGE,
    Filters,
    beginning,
    conditions,
    counted,
    match_text,
    ordered,
    words_of,
)
from dostyk.web.queries.items import Item, entry_at, flat, items_of

_FACET = 12


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet and how many entries have it."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that holds the words."""

    id: str
    title: str
    outlet: str
    published: str
    snippet: str


@dataclass(frozen=True)
class Found:
    """A page of entries; `total` counts all of them, `facets` maps kind, status, state and year to counts."""

    filters: Filters
    total: int
    items: tuple[Item, ...]
    facets: Mapping[str, tuple[Count, ...]]
    reports: tuple[ReportHit, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))


def find(ledger: Ledger, given: Filters) -> Found:
    """The page of entries that the filters ask for."""
    with ledger.asking() as connection:
        total, page, facets = (_some if given.any else _all)(connection, given)
        found = tuple(items_of(connection, page))
        return Found(given, total, found, facets, tuple(_reports(connection, given)))


def _some(connection: Connection, given: Filters) -> tuple[int, list[str], dict[str, tuple[Count, ...]]]:
    """How many fit, the ids of the page, and the facets. The filters are worked out once for all but the states."""
    where = list(conditions(connection, given))
    query = select(entries.c.id, entries.c.kind, entries.c.status, beginning(FIRST_DAY, 4)).where(*where)
    rows = connection.execute(ordered(query, given)).all()
    facets = {name: _ranked(Counter(row[n] for row in rows)) for n, name in ((1, "kind"), (2, "status"), (3, "year"))}
    facets["state"] = _states(connection, entry_parties.c.entry.in_(select(entries.c.id).where(*where)))
    return len(rows), [row[0] for row in rows[(given.page - 1) * PAGE : given.page * PAGE]], facets


def _all(connection: Connection, given: Filters) -> tuple[int, list[str], dict[str, tuple[Count, ...]]]:
    """The same of the whole ledger, counted by the database."""
    columns = (("kind", entries.c.kind), ("status", entries.c.status), ("year", beginning(FIRST_DAY, 4)))
    facets = {
        name: _ranked(Counter(counted(connection, select(column, func.count()).group_by(column))))
        for name, column in columns
    }
    facets["state"] = _states(connection)
    listed = ordered(select(entries.c.id), given).limit(PAGE).offset((given.page - 1) * PAGE)
    total = connection.execute(select(func.count()).select_from(entries)).scalar_one()
    return total, list(connection.execute(listed).scalars()), facets


def _ranked(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(v, n) for v, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if v)


def _states(connection: Connection, *where: ColumnElement[bool]) -> tuple[Count, ...]:
    number = func.count(entry_parties.c.entry.distinct())
    query = select(entry_parties.c.state, number).where(entry_parties.c.state != "", *where)
    query = query.group_by(entry_parties.c.state).order_by(number.desc(), entry_parties.c.state).limit(_FACET)
    return tuple(Count(row[0], row[1]) for row in connection.execute(query))


def _reports(connection: Connection, given: Filters, limit: int = 8) -> Iterator[ReportHit]:
    """Reports that hold the words; none where entries are filtered by what reports do not have."""
    if not given.q or given.page > 1:
        return
    if connection.dialect.name == "sqlite":
        rows = connection.execute(
            text(
                "SELECT rowid, id, CASE WHEN length(body) <= :long "
                "THEN snippet(search_index, 3, '', '', '…', 24) END AS snippet FROM search_index "
                "WHERE search_index MATCH :words AND what = 'report' LIMIT :limit"
            ),
            {"words": match_text(words_of(given.q)), "limit": limit, "long": LONG},
        ).all()
        own = long_excerpts(connection, [row.rowid for row in rows if row.snippet is None], words_of(given.q))
        hits = {row.id: own[row.rowid] if row.snippet is None else row.snippet for row in rows}
    else:
        hits = {hit.id: hit.snippet for hit in search(connection, given.q, limit * 4) if hit.what == "report"}
    columns = (reports.c.id, reports.c.title, reports.c.name, reports.c.outlet, reports.c.published)
    for name, title, stem, outlet, published in connection.execute(select(*columns).where(reports.c.id.in_(hits))):
        yield ReportHit(name, title or stem, outlet, published, hits[name])


def rows(ledger: Ledger, given: Filters) -> Iterator[Mapping[str, Any]]:
    """Every entry that fits, as a flat row, however many there are; read as they are sent."""
    with ledger.asking() as connection:
        query = ordered(select(entries.c.data).where(*conditions(connection, given)), given)
        for data in connection.execution_options(yield_per=500).execute(query).scalars():
            yield flat(entry_at(data))
