"""Search: entries by filters, with facets; reports by words; all rows of a list, streamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text

from dostyk.ledger import Ledger
from dostyk.ledger.schema import entries, entry_parties, reports
from dostyk.ledger.search import search
from dostyk.web.queries.filters import FIRST_DAY, PAGE, Filters, beginning, conditions, match_text, ordered, words_of
from dostyk.web.queries.items import Item, entry_at, flat, item

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
        # The ids once, in a table of their own: facets and page then count over these and not over the index again.
        ids = select(entries.c.id).where(*conditions(connection, given))
        total = connection.execute(select(func.count()).select_from(ids.subquery())).scalar_one()
        listed = ordered(select(entries.c.data).where(*conditions(connection, given)), given)
        page = connection.execute(listed.limit(PAGE).offset((given.page - 1) * PAGE)).scalars()
        found = tuple(item(entry_at(data)) for data in page)
        return Found(given, total, found, _facets(connection, given), tuple(_reports(connection, given)))


def _facets(connection: Connection, given: Filters) -> dict[str, tuple[Count, ...]]:
    where = list(conditions(connection, given))
    number = func.count().label("number")
    facets = {}
    for name, column in (
        ("kind", entries.c.kind),
        ("status", entries.c.status),
        ("year", beginning(FIRST_DAY, 4)),
    ):
        rows = connection.execute(select(column, number).where(*where).group_by(column).order_by(number.desc(), column))
        facets[name] = tuple(Count(value, n) for value, n in rows if value)
    distinct = func.count(entry_parties.c.entry.distinct()).label("number")
    query = select(entry_parties.c.state, distinct).where(entry_parties.c.state != "")
    if where:
        query = query.where(entry_parties.c.entry.in_(select(entries.c.id).where(*where)))
    rows = connection.execute(query.group_by(entry_parties.c.state).order_by(distinct.desc(), entry_parties.c.state))
    facets["state"] = tuple(Count(value, n) for value, n in rows.fetchmany(_FACET))
    return facets


def _reports(connection: Connection, given: Filters, limit: int = 8) -> Iterator[ReportHit]:
    """Reports that hold the words; none where entries are filtered by what reports do not have."""
    if not given.q or given.page > 1:
        return
    if connection.dialect.name == "sqlite":
        rows = connection.execute(
            text(
                "SELECT id, snippet(search_index, 3, '', '', '…', 24) AS snippet FROM search_index "
                "WHERE search_index MATCH :words AND what = 'report' LIMIT :limit"
            ),
            {"words": match_text(words_of(given.q)), "limit": limit},
        ).all()
        hits = {row.id: row.snippet for row in rows}
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
