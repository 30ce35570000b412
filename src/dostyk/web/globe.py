"""Where capitals lie, and how a place on the globe is drawn on a field 1000 wide: the Equal Earth projection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import asin, cos, pi, radians, sin, sqrt
from typing import Any

import yaml

WIDTH, HEIGHT = 1000.0, 487.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_HALF = 2.7066299836960748  # half the width of the projected globe of radius 1


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees → x from 0 to 1000 and y from 0 (north) to 487."""
    t = asin(_M * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = radians(longitude) * cos(t) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    y = t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
    scale = WIDTH / 2 / _HALF
    return WIDTH / 2 + x * scale, HEIGHT / 2 - y * scale


@cache
def capitals() -> dict[str, tuple[float, float]]:
    """ISO 3166-1 alpha-3 → where its capital, or seat of government, stands on the field."""
    loaded = yaml.safe_load((files("dostyk.web") / "capitals.yml").read_text("utf-8"))
    return {code: project(*place) for code, place in loaded.items()}


@cache
def outlines() -> dict[str, str]:
    """SVG paths of `land` and `borders`."""
    drawn: dict[str, str] = json.loads((files("dostyk.web") / "static" / "world.json").read_text("utf-8"))
    return drawn


def named(points: Iterable[Mapping[str, Any]], ways: Iterable[Any], view: Sequence[float]) -> list[Mapping[str, Any]]:
    """Points of a map, each with `shown`: whether its name finds room, those of the busiest ways first; and `left`:
    whether it stands to the left of its point. `view` is left, top, width and height of the part that is drawn."""
    rank: dict[str, int] = {}
    for way in ways:
        rank.setdefault(way.start, len(rank))
        rank.setdefault(way.end, len(rank))
    unit = view[2] / 1000
    taken: list[tuple[float, float, float, float]] = []
    found: list[Mapping[str, Any]] = []
    for point in sorted(points, key=lambda p: rank.get(p["code"], len(rank))):
        long, x, y = len(point["name"]) * 7.5 * unit, point["x"], point["y"]
        left = x + long + 8 * unit > view[0] + view[2]
        box = (x - long - 8 * unit if left else x - 5 * unit, y - 9 * unit, long + 13 * unit, 18 * unit)
        shown = not any(_overlap(box, other) for other in taken)
        taken += [box] if shown else [(x - 3 * unit, y - 3 * unit, 6 * unit, 6 * unit)]
        found.append({**point, "shown": shown, "left": left})
    return found


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def arc(a: tuple[float, float], b: tuple[float, float]) -> str:
    """The SVG path of a bow from one place to another, bent to the left of its way."""
    (x1, y1), (x2, y2) = a, b
    bend = 0.18
    x, y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - abs(x2 - x1) * bend
    return f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"


assert abs(_HALF - pi / (_M * _A1)) < 1e-9
