"""The months of a calendar."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, select

from dostyk.briefs.days import MONTHS
from dostyk.ledger.schema import entries
from dostyk.web.lanes import moved_by
from dostyk.web.queries.filters import FIRST_DAY, LAST_DAY, Filters, conditions
from dostyk.web.queries.items import Item, entry_at, item
from dostyk.web.queries.times import LASTING
from dostyk.web.site import Site


def calendar(site: Site, given: Filters, year: int, month: int) -> Mapping[str, Any]:
    """The view of a month: its weeks, each day with the entries of that day; those of the whole month beside them."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    with site.ledger.asking() as connection:
        where = [
            *conditions(connection, replace(given, since="", until="")),
            entries.c.date_low != "",
            *([] if given.kind else [entries.c.kind != LASTING]),
        ]
        exact = entries.c.date_precision.in_(("day", "interval"))
        every = [*where, exact]
        where += [last.isoformat() >= FIRST_DAY, first.isoformat() <= LAST_DAY]
        query = select(entries.c.data).where(*where, exact).order_by(FIRST_DAY, entries.c.id).limit(600)
        listed = [entry_at(data) for data in connection.execute(query).scalars()]
        vague = and_(entries.c.date_precision == "month", entries.c.date_low == first.isoformat())
        query = select(entries.c.data).where(*where, vague).order_by(entries.c.id).limit(40)
        whole = [item(entry_at(data)) for data in connection.execute(query).scalars()]
        total = connection.execute(select(func.count()).select_from(entries).where(*where, exact)).scalar_one()
        nearest = [] if total else _nearest(connection, every, first, last)
    days: dict[str, list[Item]] = {}
    for entry in listed:
        assert entry.date is not None
        if (entry.date.high - entry.date.low).days <= 31:
            for n in range((min(entry.date.high, last) - max(entry.date.low, first)).days + 1):
                days.setdefault((max(entry.date.low, first) + timedelta(days=n)).isoformat(), []).append(item(entry))
    weeks = [
        [
            {
                "day": d.isoformat(),
                "number": d.day,
                "inside": d.month == month,
                "today": d == site.today,
                "items": days.get(d.isoformat(), []) if d.month == month else [],
            }
            for d in week
        ]
        for week in Calendar().monthdatescalendar(year, month)
    ]
    before, after = moved_by(first, -1), moved_by(last, 1)
    return {
        "filters": given,
        "year": year,
        "month": month,
        "name": _name(year, month),
        "weeks": weeks,
        "whole": whole,
        "total": total,
        "nearest": nearest,
        "shown": len(listed),
        "before": f"{before:%Y-%m}",
        "after": f"{after:%Y-%m}",
        "now": f"{site.today:%Y-%m}",
    }


def _name(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"


def _nearest(connection: Connection, where: list[Any], first: date, last: date) -> list[tuple[str, str]]:
    """The last month before and the first month after that hold an entry, each as YYYY-MM and in words."""
    before = select(func.max(entries.c.date_low)).where(*where, entries.c.date_low < first.isoformat())
    after = select(func.min(entries.c.date_low)).where(*where, entries.c.date_low > last.isoformat())
    days = [day for day in (connection.execute(query).scalar() for query in (before, after)) if day]
    return [(day[:7], _name(int(day[:4]), int(day[5:7]))) for day in days]
