"""The map of visits and the network of who meets whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Any

from sqlalchemy import case, func, select

from dostyk.ledger.schema import entries, entry_parties
from dostyk.model import STATE, Party
from dostyk.web import globe
from dostyk.web.queries.filters import FIRST_DAY, Filters, beginning, conditions
from dostyk.web.queries.items import state_name
from dostyk.web.site import Site

_ARCS = 150
_NODES = 36
CONTACTS = ("visit", "meeting", "call", "gathering")


@dataclass(frozen=True, slots=True)
class Way:
    """Visits from one state to another within the stretch, and how they are drawn."""

    start: str
    end: str
    happened: int
    planned: int
    path: str
    width: float


def visits_map(site: Site, given: Filters, year: int) -> Mapping[str, Any]:
    """The view of the map: visits of a year, or of all years for 0, as ways between capitals."""
    span = replace(given, kind=("visit",), since="", until="", page=1)
    with site.ledger.asking() as connection:
        where = list(conditions(connection, span))
        column = beginning(FIRST_DAY, 4)
        years = [
            y
            for y in connection.execute(select(column).where(*where).group_by(column).order_by(column)).scalars()
            if y and y.isdigit()
        ]
        if year:
            where += [f"{year:04d}" <= FIRST_DAY, f"{year + 1:04d}" > FIRST_DAY]
        who, whom = entry_parties.alias("guest"), entry_parties.alias("host")
        place = beginning(entries.c.place, 3)
        host = func.coalesce(func.nullif(whom.c.state, ""), place)
        planned = case((entries.c.status.in_(("scheduled", "proposed")), 1), else_=0)
        query = (
            select(who.c.state, host, entries.c.id, planned)
            .join(who, (who.c.entry == entries.c.id) & (who.c.role == "who"))
            .join(whom, (whom.c.entry == entries.c.id) & (whom.c.role == "whom"), isouter=True)
            .where(*where, entries.c.status.not_in(("cancelled", "denied")), who.c.state != "")
            .distinct()
        )
        counts: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        seen = set()
        for guest, at, name, plan in connection.execute(query):
            if at and guest != at and (guest, at, name) not in seen:
                seen.add((guest, at, name))
                counts[guest, at][plan] += 1
    capitals = globe.capitals()
    ranked = sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
    most = max((sum(c.values()) for _, c in ranked), default=1)
    ways = [
        Way(a, b, c[0], c[1], globe.arc(capitals[a], capitals[b]), round(1 + 3.5 * sum(c.values()) / most, 2))
        for (a, b), c in ranked
        if a in capitals and b in capitals
    ]
    points = {code: capitals[code] for way in ways[:_ARCS] for code in (way.start, way.end)}
    return {
        "filters": span,
        "year": year,
        "years": [int(y) for y in years],
        "ways": ways[:_ARCS],
        "total": len(ranked),
        "unplaced": len(ranked) - len(ways),
        "visits": sum(sum(c.values()) for _, c in ranked),
        "points": [
            {"code": code, "name": state_name(code), "x": round(x, 1), "y": round(y, 1)}
            for code, (x, y) in sorted(points.items())
        ],
        "view": _view(list(points.values())),
    }


def _view(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the field that holds the points with room around them, in the field's own shape."""
    if not points:
        return (0, 0, globe.WIDTH, globe.HEIGHT)
    left, right = min(x for x, _ in points) - 70, max(x for x, _ in points) + 70
    top, bottom = min(y for _, y in points) - 50, max(y for _, y in points) + 50
    width = min(globe.WIDTH, max(right - left, (bottom - top) * globe.WIDTH / globe.HEIGHT, 380))
    height = width * globe.HEIGHT / globe.WIDTH
    x = min(max(0, (left + right - width) / 2), globe.WIDTH - width)
    y = min(max(0, (top + bottom - height) / 2), globe.HEIGHT - height)
    return (round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def network(site: Site, given: Filters, by: str) -> Mapping[str, Any]:
    """The view of the network: people, or states, on a ring; a chord for each two that took part in one contact."""
    kinds = tuple(kind for kind in given.kind if kind in CONTACTS) or CONTACTS
    asked = replace(given, kind=kinds, page=1)
    with site.ledger.asking() as connection:
        ids = select(entries.c.id).where(*conditions(connection, asked), entries.c.status.in_(("happened", "ongoing")))
        column = entry_parties.c.state if by == "states" else entry_parties.c.party
        query = select(entry_parties.c.entry, column).where(entry_parties.c.entry.in_(ids), column.not_in(("", "IGO")))
        if by != "states":
            query = query.where(entry_parties.c.kind == "person")
        present: dict[str, set[str]] = defaultdict(set)
        for entry, key in connection.execute(query.distinct()):
            present[entry].add(key)
    pairs = Counter((a, b) for keys in present.values() if len(keys) <= 12 for a in keys for b in keys if a < b)
    weight = Counter[str]()
    for (a, b), number in pairs.items():
        weight[a] += number
        weight[b] += number
    chosen = sorted(sorted(weight, key=lambda k: (-weight[k], k))[:_NODES])
    spots = {key: _spot(n, len(chosen)) for n, key in enumerate(chosen)}
    shown = sorted(
        ((p, n) for p, n in pairs.items() if p[0] in spots and p[1] in spots), key=lambda one: (one[1], one[0])
    )
    return {
        "filters": replace(asked, kind=given.kind),
        "by": by,
        "total": len(weight),
        "entries": len(present),
        "nodes": [
            {
                "key": k,
                "name": _name(k),
                "state": k.partition(":")[0],
                "weight": weight[k],
                **_node(spots[k], n, len(chosen)),
            }
            for n, k in enumerate(chosen)
        ],
        "ties": [
            {
                "a": a,
                "b": b,
                "a_name": _name(a),
                "b_name": _name(b),
                "number": n,
                "path": _chord(spots[a], spots[b]),
                "width": round(min(6.0, 0.8 + 0.7 * n), 1),
            }
            for (a, b), n in shown
        ],
    }


def _name(key: str) -> str:
    party = Party.parse(key)
    return state_name(key) if party.kind == STATE else party.name


def _spot(number: int, of: int) -> float:
    return 2 * pi * number / max(1, of) - pi / 2


def _at(angle: float, radius: float) -> tuple[float, float]:
    return round(450 + radius * cos(angle), 1), round(380 + radius * sin(angle), 1)


def _node(angle: float, number: int, of: int) -> dict[str, Any]:
    x, y = _at(angle, 240)
    degrees = round(angle * 180 / pi, 1)
    left = 90 < degrees % 360 < 270
    tx, ty = _at(angle, 254)
    return {
        "x": x,
        "y": y,
        "tx": tx,
        "ty": ty,
        "turn": degrees + 180 if left else degrees,
        "anchor": "end" if left else "start",
    }


def _chord(a: float, b: float) -> str:
    (x1, y1), (x2, y2) = _at(a, 232), _at(b, 232)
    return f"M{x1} {y1}Q450 380 {x2} {y2}"
