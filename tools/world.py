"""Make src/dostyk/web/static/world.json: outlines of land and boundaries as SVG paths, from world-atlas (npm, ISC).

    python tools/world.py path/to/world-atlas/land-110m.json path/to/world-atlas/countries-110m.json

The projection is Equal Earth (Šavrič, Patterson, Jenny 2018), on a field 1000 wide; dostyk.web.globe has its twin.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from dostyk.web.globe import project

Line = list[tuple[float, float]]  # latitude, longitude


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON file in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((y * sy + ty, x * sx + tx))
        found.append(line)
    return found


def unrolled(line: Line) -> Line:
    """The line with longitudes that go on beyond 180 degrees, instead of leaping to the other side."""
    found = line[:1]
    for latitude, longitude in line[1:]:
        turns = round((longitude - found[-1][1]) / 360)
        found.append((latitude, longitude - 360 * turns))
    return found


def ring_lines(ring: Line) -> list[Line]:
    """A ring as it is drawn: on both sides where it crosses the date line, and to a pole where it goes round one."""
    line = unrolled(ring)
    if abs(line[-1][1] - line[0][1]) > 180:
        pole = 90.0 if line[0][0] > 0 else -90.0
        steps = [(pole, line[-1][1] + (line[0][1] - line[-1][1]) * n / 36) for n in range(37)]
        line = [*line, *steps]
    shifts = [0.0]
    if max(longitude for _, longitude in line) > 180:
        shifts.append(-360.0)
    if min(longitude for _, longitude in line) < -180:
        shifts.append(360.0)
    return [[(latitude, longitude + shift) for latitude, longitude in line] for shift in shifts]


def path(lines: list[Line], *, closed: bool) -> str:
    """Lines as one SVG path."""
    parts = []
    for line in lines:
        points = [tuple(round(v, 1) for v in project(*place)) for place in line]
        points = [p for n, p in enumerate(points) if not n or p != points[n - 1]]
        if len(points) > 1:
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("Z" if closed else ""))
    return "".join(parts)


def rings(topology: dict[str, Any], arcs: list[Line]) -> list[Line]:
    """The rings of all polygons."""
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for ring in (ring for polygon in polygons for ring in polygon):
            found.append([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])])
    return found


def main(land: str, countries: str) -> None:
    """Write the file."""
    shores = json.loads(Path(land).read_text())
    states = json.loads(Path(countries).read_text())
    uses: dict[int, int] = {}
    for geometry in states["objects"]["countries"]["geometries"]:
        for arc in _numbers(geometry["arcs"]):
            uses[max(arc, ~arc)] = uses.get(max(arc, ~arc), 0) + 1
    between = [line for number, line in enumerate(arcs_of(states)) if uses.get(number, 0) > 1]
    out = Path(__file__).parent.parent / "src/dostyk/web/static/world.json"
    solid = [line for ring in rings(shores, arcs_of(shores)) for line in ring_lines(ring)]
    drawn = {"land": path(solid, closed=True), "borders": path([unrolled(line) for line in between], closed=False)}
    out.write_text(json.dumps(drawn) + "\n")


def _numbers(arcs: list[Any]) -> list[int]:
    return [n for arc in arcs for n in ([arc] if isinstance(arc, int) else _numbers(arc))]


if __name__ == "__main__":
    main(*sys.argv[1:])
