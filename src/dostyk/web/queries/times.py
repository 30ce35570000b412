"""Entries along time: single ones where the stretch is short, counts where it is long; and the months of a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, case, func, select

from dostyk.briefs.days import in_words
from dostyk.ledger.schema import entries
from dostyk.model import Interval
from dostyk.web.lanes import MOST_ROWS, Scale, lanes, moved_by
from dostyk.web.queries.filters import FIRST_DAY, Filters, beginning, conditions
from dostyk.web.queries.items import entry_at, item
from dostyk.web.site import Site

_MOST = 240  # marks drawn one by one
DATED = (
    "visit",
    "meeting",
    "call",
    "message",
    "gathering",
    "signing",
    "ratification",
    "relations",
    "invitation",
    "honour",
    "appointment",
    "opening",
    "statement",
    "commitment",
    "aid",
    "sanction",
    "cooperation",
    "figure",
)
PLANNED = ("scheduled", "proposed")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A year, month or day with what happened and what is planned in it; heights are percent of the fullest."""

    label: str
    since: str
    until: str
    left: float
    width: float
    happened: int
    planned: int
    high: float
    plan: float


def timeline(site: Site, given: Filters) -> Mapping[str, Any]:
    """The view of the timeline over `since`..`until`, or over all there is."""
    given = replace(given, kind=given.kind or DATED)
    with site.ledger.asking() as connection:
        low, high = _stretch(connection, given, site.today)
        scale = Scale(low, high)
        here = replace(given, since=low.isoformat(), until=high.isoformat())
        where = [*conditions(connection, here), entries.c.date_low != ""]
        total = connection.execute(select(func.count()).select_from(entries).where(*where)).scalar_one()
        undated = connection.execute(
            select(func.count())
            .select_from(entries)
            .where(*conditions(connection, replace(given, since="", until="")), entries.c.date_low == "")
        ).scalar_one()
        found = []
        if total <= _MOST:
            query = select(entries.c.data).where(*where).order_by(FIRST_DAY, entries.c.id)
            found = [entry_at(data) for data in connection.execute(query).scalars()]
        drawn = lanes(found, scale)
        crowded = total > _MOST or any(lane["rows"] > MOST_ROWS and not lane["words"] for lane in drawn)
        buckets = _buckets(connection, where, low, high) if crowded else []
        query = select(entries.c.data).where(*where).order_by(FIRST_DAY.desc(), entries.c.id).limit(60)
        listed = found[::-1][:60] if found else [entry_at(data) for data in connection.execute(query).scalars()]
    return {
        "filters": given if given.kind != DATED else replace(given, kind=()),
        "low": low.isoformat(),
        "high": high.isoformat(),
        "span": in_words(Interval.between(low, high)),
        "total": total,
        "undated": undated,
        "lanes": [] if crowded else drawn,
        "buckets": buckets,
        "ticks": scale.ticks(),
        "now": scale.percent(site.today) if low <= site.today <= high else None,
        "zoom": zooms(low, high),
        "items": [item(entry) for entry in listed],
    }


def _stretch(connection: Connection, given: Filters, today: date) -> tuple[date, date]:
    """The days asked for; where they are open, from the first to the last entry, with air around them."""
    try:
        since = Interval.parse(given.since).low if given.since else None
        until = Interval.parse(given.until).high if given.until else None
    except ValueError:
        since = until = None
    if since is None or until is None:
        where = [*conditions(connection, replace(given, since="", until="")), entries.c.date_low != ""]
        row = connection.execute(
            select(func.min(entries.c.date_low), func.max(entries.c.date_high)).where(*where)
        ).one()
        first = date.fromisoformat(row[0]) if row[0] else today - timedelta(days=365)
        last = date.fromisoformat(row[1]) if row[1] else today
        air = max(15, (last - first).days // 40)
        since = since or moved_by(first, -air)
        until = until or moved_by(last, air)
    return (since, until) if since <= until else (since, moved_by(since, 1))


def zooms(low: date, high: date) -> dict[str, tuple[str, str]]:
    """The stretches that the buttons lead to: nearer, farther, before, after."""
    half = max(1, (high - low).days // 2)
    quarter = max(1, half // 2)

    def iso(a: date, b: date) -> tuple[str, str]:
        return a.isoformat(), b.isoformat()

    return {
        "nearer": iso(moved_by(low, quarter), moved_by(high, -quarter)) if (high - low).days > 4 else iso(low, high),
        "farther": iso(moved_by(low, -half), moved_by(high, half)),
        "before": iso(moved_by(low, -half), moved_by(high, -half)),
        "after": iso(moved_by(low, half), moved_by(high, half)),
    }


def _buckets(connection: Connection, where: list[Any], low: date, high: date) -> list[Bucket]:
    days = (high - low).days
    size = 10 if days <= 100 else 7 if days <= 366 * 6 else 4  # by day, month or year
    label = beginning(FIRST_DAY, size)
    planned = func.sum(case((entries.c.status.in_(PLANNED), 1), else_=0))
    rows = connection.execute(select(label, func.count(), planned).where(*where).group_by(label).order_by(label)).all()
    most = max((n for _, n, _ in rows), default=1)
    scale = Scale(low, high)
    found = []
    for name, number, plan in rows:
        span = Interval.parse(name)
        left, right = scale.percent(span.low), scale.percent(moved_by(span.high, 1))
        if right > left:
            found.append(
                Bucket(
                    in_words(span),
                    span.low.isoformat(),
                    span.high.isoformat(),
                    left,
                    round(right - left, 3),
                    number - plan,
                    plan,
                    round(100 * number / most, 2),
                    round(100 * plan / most, 2),
                )
            )
    return found
