"""Entries along time: single ones where the stretch is short, counts where it is long; and the months of a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from dostyk.briefs.days import in_words
from dostyk.ledger.schema import listed
from dostyk.model import Interval
from dostyk.web.lanes import MOST_ROWS, Scale, lanes, moved_by
from dostyk.web.queries.filters import Filters, beginning, chosen
from dostyk.web.queries.items import entries_of, item
from dostyk.web.site import Site

_MOST = 240  # marks drawn one by one
_LISTED = 60
LASTING = "office"  # the kind that holds over years and is attested now and then: it has no place on a line
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
    with site.ledger.asking() as connection:
        low, high = _stretch(connection, given, site.today)
        scale = Scale(low, high)
        here = replace(given, since=low.isoformat(), until=high.isoformat())
        where = [*_placed(connection, here), listed.c.dated]
        counts = _counts(connection, where, scale.days)
        total = sum(number for _, number, _ in counts)
        query = select(listed.c.entry).where(*where).order_by(listed.c.first_day.desc(), listed.c.entry)
        shown = connection.execute(query.limit(total if total <= _MOST else _LISTED)).scalars()
        found = entries_of(connection, shown)
        anytime = _placed(connection, replace(given, since="", until=""))
        undated = connection.execute(select(func.count()).where(*anytime, ~listed.c.dated)).scalar_one()
    drawn = lanes(found[::-1], scale) if total <= _MOST else []
    crowded = total > _MOST or any(lane["rows"] > MOST_ROWS and not lane["words"] for lane in drawn)
    return {
        "filters": given,
        "low": low.isoformat(),
        "high": high.isoformat(),
        "span": in_words(Interval.between(low, high)),
        "total": total,
        "undated": undated,
        "lanes": [] if crowded else drawn,
        "buckets": _buckets(counts, scale) if crowded else [],
        "ticks": scale.ticks(),
        "now": scale.percent(site.today) if low <= site.today <= high else None,
        "zoom": zooms(low, high),
        "items": [item(entry) for entry in found[:_LISTED]],
    }


def _placed(connection: Connection, given: Filters) -> Iterator[ColumnElement[bool]]:
    """The filters, of what can have a place on the line."""
    yield from chosen(connection, given)
    if not given.kind:
        yield listed.c.kind != LASTING


def _stretch(connection: Connection, given: Filters, today: date) -> tuple[date, date]:
    """The days asked for; where they are open, from the first to the last entry, with air around them."""
    try:
        since = Interval.parse(given.since).low if given.since else None
        until = Interval.parse(given.until).high if given.until else None
    except ValueError:
        since = until = None
    if since is None or until is None:
        where = [*_placed(connection, replace(given, since="", until="")), listed.c.dated]
        row = connection.execute(select(func.min(listed.c.first_day), func.max(listed.c.last_day)).where(*where)).one()
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


def _counts(connection: Connection, where: Sequence[ColumnElement[bool]], days: int) -> list[tuple[str, int, int]]:
    """Days, months or years with how many entries begin in each, and how many of these are planned."""
    size = 10 if days <= 100 else 7 if days <= 366 * 6 else 4
    label = beginning(listed.c.first_day, size)
    planned = func.sum(case((listed.c.status.in_(PLANNED), 1), else_=0))
    query = select(label, func.count(), planned).where(*where).group_by(label).order_by(label)
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def _buckets(counts: Sequence[tuple[str, int, int]], scale: Scale) -> list[Bucket]:
    most = max((number for _, number, _ in counts), default=1)
    found = []
    for name, number, plan in counts:
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
