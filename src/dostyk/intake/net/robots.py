"""robots.txt as RFC 9309 has it: groups by agent, the longest rule that fits counts, `*` and `$` in paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

NAME = "dostyk"
_LARGEST = 512 * 1024
_LONGEST_DELAY = 60.0


@dataclass(frozen=True)
class Robots:
    """What a host asks of us: rules (allowed, path) and the seconds between two requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, url: str) -> bool:
        """Whether the page at an address may be fetched."""
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(rule), allowed) for allowed, rule in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def read_robots(data: bytes, agent: str = NAME) -> Robots:
    """The rules for an agent: of the groups that name it, else of those for all."""
    groups: dict[str, tuple[list[tuple[bool, str]], list[float]]] = {}
    names: list[str] = []
    in_rules = False
    for key, value in _lines(data):
        if key == "user-agent":
            names = [] if in_rules else names
            in_rules = False
            names.append(value.lower())
            groups.setdefault(value.lower(), ([], []))
            continue
        in_rules = True
        for name in names:
            rules, delays = groups[name]
            if key in ("allow", "disallow") and value:
                rules.append((key == "allow", _normal(value)))
            elif key == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value):
                delays.append(min(float(value), _LONGEST_DELAY))
    rules, delays = groups.get(agent) or groups.get("*") or ([], [])
    return Robots(tuple(rules), max(delays, default=0.0))


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    for line in data[:_LARGEST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _normal(path: str) -> str:
    return quote(path, safe="/%*$?&=:+,;@!'()~-._[]|")


def _fits(rule: str, path: str) -> bool:
    """Whether a rule holds for a path: each piece between stars is looked for once, so that no rule is slow."""
    whole = rule.endswith("$")
    first, *others = (rule[:-1] if whole else rule).split("*")
    if not path.startswith(first):
        return False
    if not others:
        return not whole or path == first
    place = len(first)
    for piece in others[:-1]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    last = others[-1]
    return len(path) - len(last) >= place and path.endswith(last) if whole else path.find(last, place) >= 0
