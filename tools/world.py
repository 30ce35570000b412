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

Line = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON file as points on the field."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(project(y * sy + ty, x * sx + tx))
        found.append(line)
    return found


def path(lines: list[Line], *, closed: bool) -> str:
    """Lines as one SVG path."""
    parts = []
    for line in lines:
        points = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in line))
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
    drawn = {"land": path(rings(shores, arcs_of(shores)), closed=True), "borders": path(between, closed=False)}
    out.write_text(json.dumps(drawn) + "\n")


def _numbers(arcs: list[Any]) -> list[int]:
    return [n for arc in arcs for n in ([arc] if isinstance(arc, int) else _numbers(arc))]


if __name__ == "__main__":
    main(*sys.argv[1:])
