"""The relation of two states: its brief, made of the latest of each kind where there is very much."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from dostyk.briefs.gather import earlier
from dostyk.briefs.notes import PER_LINE
from dostyk.briefs.relation import relation_brief
from dostyk.followup.record import verdicts_of
from dostyk.followup.relation import relation_entries
from dostyk.ledger.rows import chunks, problem_from, report_from
from dostyk.ledger.schema import claims, entry_claims, listed, offices, problems, readings, reports
from dostyk.model import Claim, Entry, Problem, Report, claim_from_dict
from dostyk.web.queries.items import entries_of, state_names
from dostyk.web.site import Site

_EACH = 12  # of each kind, the latest
_WAITING = 25  # of those kinds that are followed until something comes of them
_FOLLOWED = ("commitment", "invitation", "signing")
_OFFICES = 60
_BESIDE = 40  # reports whose other entries are looked at
_ANCHORS = 6  # of each entry, whose reports are named
_FEW = 30  # reports, whose problems are told


def relation(site: Site, a: str, b: str) -> Mapping[str, Any]:
    """The view of a relation. `total` counts its entries by kind, `taken` how many the page was made of."""
    with site.ledger.asking() as connection:
        every = _all(connection, a, b)
        totals = {kind: len(ids) for kind, ids in every.items()}
        taken = {kind: ids[: _WAITING if kind in _FOLLOWED else _EACH] for kind, ids in every.items()}
        ours = entries_of(connection, [name for ids in taken.values() for name in ids])
        held = _offices(connection, ours, a, b)
        found = {entry.id: entry for entry in [*ours, *_beside(connection, ours), *held]}
        cited = [*relation_entries(found.values(), a, b), *held]
        told = _reports(connection, {anchor.report for entry in cited for anchor in entry.anchors[:_ANCHORS]})
        known = _claims(connection, {claim for entry in cited for claim in entry.claims[:PER_LINE]})
        found_wrong = _problems(connection, told) if len(told) <= _FEW else []
        before = earlier(a, b, lambda one, other: sum(map(len, _all(connection, one, other).values())))
    settled = verdicts_of(site.ledger.bound(("settle",)))
    named = state_names()
    brief = relation_brief(found.values(), known, told, a, b, site.today, named, found_wrong, settled, before)
    figures = [entry for entry in ours if entry.kind == "figure"]
    return {
        "brief": brief, "totals": totals, "total": sum(totals.values()), "taken": len(ours), "a": a, "b": b,
        "chart": chart(figures),
    }  # fmt: skip


def _all(connection: Connection, a: str, b: str) -> dict[str, list[str]]:
    """Ids of all entries between the two, by kind, the latest first: both take part, or one does in the other."""
    one, other = listed.alias("one"), listed.alias("other")
    query = select(one.c.kind, one.c.entry).join(other, other.c.entry == one.c.entry)
    query = query.where(one.c.state == a, other.c.state == b, one.c.part | other.c.part, one.c.kind != "office")
    found: dict[str, list[str]] = defaultdict(list)
    for kind, name in connection.execute(query.order_by(one.c.first_day.desc(), one.c.entry)):
        found[kind].append(name)
    return found


def _beside(connection: Connection, ours: Iterable[Entry]) -> list[Entry]:
    """Other entries of the latest of the same reports: the brief decides which belong here."""
    told = sorted({(anchor.published, anchor.report) for entry in ours for anchor in entry.anchors}, reverse=True)
    claimed = select(entry_claims.c.entry).join(claims, claims.c.id == entry_claims.c.claim)
    latest = [report for _, report in told[:_BESIDE]]
    known = {entry.id for entry in ours}
    names = connection.execute(claimed.where(claims.c.report.in_(latest)).distinct()).scalars()
    return entries_of(connection, [name for name in names if name not in known])


def _offices(connection: Connection, ours: Iterable[Entry], a: str, b: str) -> list[Entry]:
    """Entries of the offices that those who take part hold."""
    people = {party.key for entry in ours for party in entry.parties}
    query = select(offices.c.person, offices.c.entries).where(offices.c.state.in_((a, b)))
    query = query.order_by(offices.c.current.desc(), offices.c.last.desc())
    wanted: list[str] = []
    for person, told in connection.execute(query):
        if person in people and len(wanted) < _OFFICES:
            wanted += json.loads(told)
    return entries_of(connection, wanted)


def _problems(connection: Connection, told: Iterable[str]) -> list[Problem]:
    query = select(problems).join(readings, readings.c.number == problems.c.reading)
    query = query.where(readings.c.counts, problems.c.report.in_(list(told)))
    return [problem_from(row) for row in connection.execute(query).mappings()]


def _reports(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    return {
        row["id"]: report_from(row)
        for some in chunks(sorted(ids))
        for row in connection.execute(select(reports).where(reports.c.id.in_(some))).mappings()
    }


def _claims(connection: Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """Claims under the ids they are stored by: to hash each anew would take longer than all the rest."""
    return {
        name: claim_from_dict(json.loads(data))
        for some in chunks(sorted(ids))
        for name, data in connection.execute(select(claims.c.id, claims.c.data).where(claims.c.id.in_(some)))
    }


def chart(figures: Iterable[Entry]) -> list[dict[str, Any]]:
    """Figures with an amount and a year, as bars: indicator, year, amount as written, share of the largest."""
    bars: list[dict[str, Any]] = []
    for entry in figures:
        amount = amount_of(entry.detail.value)
        year = (entry.detail.period or (entry.date.iso if entry.date else ""))[:4]
        if amount and year.isdigit():
            bars.append(
                {"entry": entry.id, "what": entry.what, "year": year, "value": entry.detail.value, "amount": amount}
            )
    largest = max((bar["amount"] for bar in bars), default=1.0)
    for bar in bars:
        bar["share"] = round(100 * bar["amount"] / largest, 1)
    return sorted(bars, key=lambda bar: (bar["what"], bar["year"], bar["entry"])) if len(bars) > 1 else []


_UNITS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_AMOUNT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion)?")


def amount_of(value: str) -> float:
    """The number that an amount as written stands for; 0 where there is none, or it is a percentage."""
    found = _AMOUNT.search(value)
    if not found or "%" in value or "per cent" in value or "percent" in value:
        return 0.0
    return float(found[1].replace(",", "")) * _UNITS.get(found[2] or "", 1.0)
