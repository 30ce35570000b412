"""Entries along time: single ones where the stretch is short, counts where it is long; and the months of a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, case, func, select

from dostyk.briefs.days import MONTHS, in_words
from dostyk.ledger.schema import entries
from dostyk.model import Entry, Interval
from dostyk.web.queries.filters import FIRST_DAY, Filters, beginning, conditions
from dostyk.web.queries.items import entry_at, item, title
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
LANES = (
    ("Contacts", ("visit", "meeting", "call", "message", "gathering")),
    ("Agreements", ("signing", "ratification", "relations", "appointment")),
    ("Promises and invitations", ("commitment", "invitation")),
    ("Words", ("statement", "honour", "figure")),
    ("Deeds", ("opening", "aid", "sanction", "cooperation")),
)
PLANNED = ("scheduled", "proposed")


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry on the timeline; `left` and `width` are percent of the stretch, `row` its row in the lane."""

    id: str
    kind: str
    status: str
    left: float
    width: float
    row: int
    label: str
    parts: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bucket:
    """A year or month with what happened and what is planned in it; heights are percent of the fullest."""

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
        buckets = [] if total <= _MOST else _buckets(connection, where, low, high)
        query = select(entries.c.data).where(*where).order_by(FIRST_DAY.desc(), entries.c.id).limit(60)
        listed = found[::-1][:60] if found else [entry_at(data) for data in connection.execute(query).scalars()]
    scale = Scale(low, high)
    return {
        "filters": given if given.kind != DATED else replace(given, kind=()),
        "low": low.isoformat(),
        "high": high.isoformat(),
        "span": in_words(Interval.between(low, high)),
        "total": total,
        "undated": undated,
        "lanes": lanes(found, scale),
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


def moved_by(day: date, days: int) -> date:
    """A day so many days later; the last day there is where that is too far."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


class Scale:
    """Days as percent of a stretch."""

    def __init__(self, low: date, high: date) -> None:
        self.low, self.high, self.days = low, high, max(1, (high - low).days + 1)

    def percent(self, day: date) -> float:
        """0 for the first day's morning, 100 for the last day's evening; held within them."""
        return round(100 * min(1.0, max(0.0, (day - self.low).days / self.days)), 3)

    def ticks(self) -> list[tuple[float, str]]:
        """Years, months or days that label the axis, at most about a dozen."""
        years = self.high.year - self.low.year + 1
        if years > 3:
            step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if years / s <= 12)
            return [
                (self.percent(date(y, 1, 1)), str(y))
                for y in range(self.low.year, self.high.year + 1)
                if y % step == 0 and date(y, 1, 1) >= self.low
            ]
        months = [(y, m) for y in range(self.low.year, self.high.year + 1) for m in range(1, 13)]
        inside = [(y, m) for y, m in months if self.low <= date(y, m, 1) <= self.high]
        if len(inside) > 2:
            step = -(-len(inside) // 12)
            return [(self.percent(date(y, m, 1)), f"{MONTHS[m - 1][:3]} {y}") for y, m in inside[::step]]
        step = -(-self.days // 10)
        days = [self.low + timedelta(days=n) for n in range(0, self.days, step)]
        return [(self.percent(day), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in days]


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
    by_month = (high - low).days <= 366 * 6
    size = 7 if by_month else 4
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


def lanes(found: list[Entry], scale: Scale) -> list[dict[str, Any]]:
    """Marks by lane; what is part of a visit stands inside it, and marks that would touch go to a row of their own."""
    held = {entry.id for entry in found}
    parts: dict[str, list[Entry]] = {}
    for entry in found:
        if entry.part_of in held:
            parts.setdefault(entry.part_of, []).append(entry)
    result = []
    for label, kinds in LANES:
        here = [e for e in found if e.kind in kinds and e.part_of not in held and e.date]
        rows: list[float] = []
        marks = []
        for entry in sorted(here, key=lambda e: (e.date.low, e.id) if e.date else (date.min, e.id)):
            assert entry.date is not None  # chosen above
            left = scale.percent(entry.date.low)
            width = max(0.0, scale.percent(moved_by(entry.date.high, 1)) - left)
            row = next((n for n, end in enumerate(rows) if end < left), len(rows))
            if row == len(rows):
                rows.append(0.0)
            rows[row] = left + max(width, 1.4)
            inside = tuple(
                (part.id, scale.percent(part.date.low) if part.date else left, _label(part))
                for part in parts.get(entry.id, ())
            )
            marks.append(Mark(entry.id, entry.kind, entry.status, left, round(width, 3), row, _label(entry), inside))
        if marks:
            result.append({"label": label, "rows": len(rows), "marks": marks})
    return result


def _label(entry: Entry) -> str:
    return f"{in_words(entry.date)}: {entry.kind}, {title(entry)}"
