"""Where capitals lie, and how a place on the globe is drawn on a field 1000 wide: the Equal Earth projection."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import asin, cos, pi, radians, sin, sqrt

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


def arc(a: tuple[float, float], b: tuple[float, float]) -> str:
    """The SVG path of a bow from one place to another, bent to the left of its way."""
    (x1, y1), (x2, y2) = a, b
    bend = 0.18
    x, y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - abs(x2 - x1) * bend
    return f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"


assert abs(_HALF - pi / (_M * _A1)) < 1e-9
