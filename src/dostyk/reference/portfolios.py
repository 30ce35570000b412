"""Ministers' titles made from a table of portfolios, so that the table names each portfolio once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def minister_titles(portfolios: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """One title record for each portfolio: ``Minister of N``, ``Minister for N``, ``A Minister``."""
    for portfolio in portfolios:
        forms = [f"Minister {word} {noun}" for noun in portfolio["nouns"] for word in ("of", "for")]
        forms += [f"{adjective} Minister" for adjective in portfolio["adjectives"]]
        forms += [f"Federal {form}" for form in forms[:2]]
        yield {
            "title": f"Minister of {portfolio['name']}",
            "forms": [form for form in forms if form != f"Minister of {portfolio['name']}"],
            "level": "minister",
            "unique": True,
            "portfolio": portfolio["name"],
        }
