"""Excerpts of what a search finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dostyk.ledger import Ledger
from dostyk.ledger.excerpts import LONG, excerpt
from dostyk.model import Report
from dostyk.reading import Reading
from dostyk.web.queries.filters import Filters
from dostyk.web.queries.finding import find


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with a long report and a short one."""
    with Ledger.open(tmp_path / "l.sqlite", create=True) as made:
        long = "They talked of trade. " * (LONG // 20) + "Then came Tée and cakes. " * 3
        for name, text in (("long", long), ("short", "They had tea in Riga.")):
            made.add(report := Report(text=text, name=name, path=name, title=name), Reading(report.id, "1", ()))
        yield made


def test_a_long_report_gives_an_excerpt_with_the_word(ledger: Ledger) -> None:
    assert {hit.title: hit.snippet for hit in ledger.search("tea")} == {"short": "They had tea in Riga."}
    (hit,) = ledger.search("TEE")
    assert "Then came Tée and cakes" in hit.snippet
    assert len(hit.snippet) < 150
    (page,) = find(ledger, Filters(q="cak")).reports
    assert "Tée and cakes" in page.snippet
    assert len(page.snippet) < 150


def test_an_excerpt_is_the_beginning_where_no_word_is_there() -> None:
    body = "No such thing here. " * 20
    assert excerpt(body, ["tea"]) == body[:60] + "…"
    assert excerpt("short", []) == "short"
