"""Search: entries by filters, with facets; reports by words; all rows of a list, streamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    func,
    literal_column,
    null,
    select,
    text,
    union_all,
)

from dostyk.ledger import Ledger
from dostyk.ledger.excerpts import LONG, long_excerpts
from dostyk.ledger.schema import entries, listed, reports
from dostyk.ledger.search import search
from dostyk.web.queries.filters import (
    PAGE,
    SORTED,
    Filters,
    beginning,
    chosen,
    columns,
    conditions,
    match_text,
    ordered,
    words_of,
)
from dostyk.web.queries.firsts import firsts
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
        total, page, facets = _chosen(connection, given)
        found = tuple(items_of(connection, page))
        return Found(given, total, found, facets, tuple(_reports(connection, given)))


def _chosen(connection: Connection, given: Filters) -> tuple[int, list[str], dict[str, tuple[Count, ...]]]:
    """How many fit, the ids of the page, and the facets."""
    from_largest, at = SORTED.get(given.sort, SORTED["-date"])
    year = beginning(listed.c.first_day, 4).label("year")
    query = select(listed.c.entry, listed.c.kind, listed.c.status, year, listed.c.states, at.label("at"))
    query = query.where(*chosen(connection, given))
    # words and names are looked up once for all; the rest is answered by indexes, by each part in its own way
    fit = query.cte("fit") if given.q or given.party else query.subquery("fit")
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("kind", "status", "year", "state")}
    page = firsts(fit, (("at", from_largest), ("entry", False)), PAGE, (given.page - 1) * PAGE)
    placed: dict[int, str] = {}
    for values, states, entry, number in connection.execute(
        union_all(_by_columns(fit), _by_states(given, fit), select(null(), null(), page.c.entry, page.c.place))
    ):
        if entry:
            placed[number] = entry
        elif states is None:
            for name, value in zip(("kind", "status", "year"), values.split(" "), strict=True):
                counts[name][value] += number
        else:
            counts["state"].update(dict.fromkeys(states.split(), number))
    facets = {name: _ranked(found) for name, found in counts.items()}
    facets["state"] = facets["state"][:_FACET]
    return counts["status"].total(), [placed[place] for place in sorted(placed)], facets


def _by_columns(fit: FromClause) -> Select[Any]:
    columns = fit.c.kind, fit.c.status, fit.c.year
    named = columns[0] + _text(" ") + columns[1] + _text(" ") + columns[2]
    return select(named, null(), null(), func.count()).group_by(*columns)


def _by_states(given: Filters, fit: FromClause) -> Select[Any]:
    """Which states take part, and in how many entries; one by one, or as they do together."""
    if given.q or given.party or given.state:
        return select(null(), fit.c.states, null(), func.count()).group_by(fit.c.states)
    query = select(null(), listed.c.state, null(), func.count()).where(listed.c.part)
    return query.where(*columns(given, listed, listed.c.first_day, listed.c.last_day)).group_by(listed.c.state)


def _text(value: str) -> ColumnElement[str]:
    return literal_column(f"'{value}'", String)


def _ranked(counts: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(v, n) for v, n in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if v)


def _reports(connection: Connection, given: Filters, limit: int = 8) -> Iterator[ReportHit]:
    """Reports that hold the words; none where entries are filtered by what reports do not have."""
    if not given.q or given.page > 1:
        return
    if connection.dialect.name == "sqlite":
        rows = connection.execute(
            text(
                "SELECT rowid, id, CASE WHEN length(body) <= :long "
                "THEN snippet(search_index, 3, '', '', '…', 24) END AS snippet FROM search_index "
                "WHERE search_index MATCH :words AND rowid > 0 LIMIT :limit"
            ),
            {"words": match_text(words_of(given.q)), "limit": limit, "long": LONG},
        ).all()
        own = long_excerpts(connection, [row.rowid for row in rows if row.snippet is None], words_of(given.q))
        hits = {row.id: own[row.rowid] if row.snippet is None else row.snippet for row in rows}
    else:
        hits = {
            hit.id: hit.snippet for hit in search(connection, given.q, limit * 4, begun=True) if hit.what == "report"
        }
    columns = (reports.c.id, reports.c.title, reports.c.name, reports.c.outlet, reports.c.published)
    for name, title, stem, outlet, published in connection.execute(select(*columns).where(reports.c.id.in_(hits))):
        yield ReportHit(name, title or stem, outlet, published, hits[name])


def rows(ledger: Ledger, given: Filters) -> Iterator[Mapping[str, Any]]:
    """Every entry that fits, as a flat row, however many there are; read as they are sent."""
    with ledger.asking() as connection:
        query = ordered(select(entries.c.data).where(*conditions(connection, given)), given)
        for data in connection.execution_options(yield_per=500).execute(query).scalars():
            yield flat(entry_at(data))
