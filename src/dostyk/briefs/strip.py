"""Contacts along time, as percentages of a strip: what took place in which of the two states, and what is planned."""

from __future__ import annotations

from datetime import date

from dostyk.briefs.data import Mark, Strip
from dostyk.briefs.days import in_words, months_later
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.contacts import KINDS
from dostyk.briefs.sections.context import Context
from dostyk.model import Entry

_YEARS_BACK = 5
_AHEAD_MONTHS = 6


def strip(ctx: Context) -> Strip | None:
    """Dated contacts of the last five years and those ahead; None where there is none."""
    contacts = [entry for entry in ctx.of_kind(*KINDS) if entry.date and entry.status != "proposed"]
    dated = [entry for entry in contacts if entry.date and entry.date.precision != "year"]
    floor = months_later(ctx.today, -12 * _YEARS_BACK)
    shown = [entry for entry in dated if entry.date and entry.date.high >= floor]
    if not shown:
        return None
    low = min(max(entry.date.low, floor) for entry in shown if entry.date)
    high = max([months_later(ctx.today, 1), *(entry.date.high for entry in shown if entry.date)])
    start, end = months_later(low, -1), min(high, months_later(ctx.today, 12 * 2))
    if (end - start).days < 365:
        start, end = months_later(start, -_AHEAD_MONTHS), months_later(end, _AHEAD_MONTHS)
    scale = _Scale(start, end)
    earlier = sum(entry not in shown for entry in contacts)
    marks = tuple(_mark(ctx, entry, scale) for entry in shown if entry.date and entry.date.low <= end)
    return Strip(marks, scale.ticks(), scale.percent(ctx.today), start.isoformat(), end.isoformat(), earlier)


class _Scale:
    def __init__(self, start: date, end: date) -> None:
        self.start, self.end = start, end

    def percent(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return round(100 * min(1.0, max(0.0, share)), 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """The first days of years, at most eight."""
        years = range(self.start.year + 1, self.end.year + 1)
        step = len(years) // 8 + 1
        return tuple((self.percent(date(year, 1, 1)), str(year)) for year in years if year % step == 0)


def _mark(ctx: Context, entry: Entry, scale: _Scale) -> Mark:
    assert entry.date is not None  # the caller passes dated entries only
    left, right = scale.percent(entry.date.low), scale.percent(entry.date.high)
    code = entry.place.partition(":")[0]
    if entry.kind == "visit" and not code:
        code = next((party.state for party in entry.whom if party.state), "")
    side = code if code in (ctx.a, ctx.b) and entry.kind not in ("call", "message") else ""
    names = "".join(piece.text for piece in ctx.write.parties(entry.who))
    label = clean(f"{in_words(entry.date)}: {entry.kind}, {names}{', ' + entry.what if entry.what else ''}")
    return Mark(entry.id, entry.kind, entry.status, side, left, round(max(0.0, right - left), 2), label)
