"""Home: how much there is, what is new, what is due, which relations are told of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, func, select

from dostyk.ledger.schema import acts, claims, entries, listed, problems, reports
from dostyk.web.queries.filters import FIRST_DAY, NOTHING
from dostyk.web.queries.items import entry_at, item, items_of
from dostyk.web.site import Site

_SHOWN = 8
AHEAD = ("scheduled", "proposed")


def home(site: Site) -> Mapping[str, Any]:
    """The view of the home page."""
    with site.ledger.asking() as connection:
        return {
            "counts": _counts(connection),
            "new": items_of(connection, connection.execute(
                select(listed.c.entry).where(listed.c.state == NOTHING, listed.c.kind != "office")
                .order_by(listed.c.published.desc(), listed.c.entry).limit(_SHOWN)).scalars()),
            "ahead": _ahead(connection, site.today),
            "reports": [dict(row) for row in connection.execute(
                select(reports.c.id, reports.c.title, reports.c.name, reports.c.outlet, reports.c.published)
                .order_by(reports.c.published.desc(), reports.c.id).limit(_SHOWN)).mappings()],
            "relations": relations(connection, _SHOWN),
        }  # fmt: skip


def _counts(connection: Connection) -> dict[str, int]:
    def count(table: Any, *where: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    return {
        "reports": count(reports), "claims": count(claims, claims.c.counts), "entries": count(entries),
        "accepted": count(entries, entries.c.accepted), "problems": count(problems), "acts": count(acts),
    }  # fmt: skip


def _ahead(connection: Connection, today: date) -> list[Any]:
    """What reports announce for the coming half year, the nearest first."""
    until = (today + timedelta(days=183)).isoformat()
    query = (
        select(entries.c.data)
        .where(entries.c.status.in_(AHEAD), entries.c.date_high >= today.isoformat(), entries.c.date_low <= until)
        .where(entries.c.date_precision.in_(("day", "month", "interval")))
        .order_by(FIRST_DAY, entries.c.id)
        .limit(_SHOWN)
    )
    return [item(entry_at(data)) for data in connection.execute(query).scalars()]


def relations(connection: Connection, limit: int) -> list[dict[str, Any]]:
    """Pairs of states by how many entries both take part in."""
    query = select(listed.c.states, func.count()).where(listed.c.state == NOTHING).group_by(listed.c.states)
    found: Counter[tuple[str, str]] = Counter()
    for states, number in connection.execute(query):
        for pair in combinations([state for state in states.split() if state != "IGO"], 2):
            found[pair] += number
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return [{"a": a, "b": b, "number": number} for (a, b), number in ranked[:limit]]
