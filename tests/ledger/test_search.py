"""Excerpts of what a search finds."""

from __future__ import annotations

import pytest

from dostyk.ledger import Ledger
from dostyk.ledger.excerpts import LONG, excerpt
from dostyk.model import Report
from dostyk.reading import Reading
from dostyk.web.queries.filters import Filters
from dostyk.web.queries.finding import find


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with a long report and a short one."""
    long = "They talked of trade. " * (LONG // 20) + "Then came Tée and cakes. " * 3
    for name, text in (("long", long), ("short", "They had tea in Riga.")):
        ledger.add(report := Report(text=text, name=name, path=name, title=name), Reading(report.id, "1", ()))
    return ledger


def test_a_long_report_gives_an_excerpt_with_the_word(filled: Ledger) -> None:
    assert {hit.title: hit.snippet for hit in filled.search("tea")} == {"short": "They had tea in Riga."}
    (hit,) = filled.search("TEE")
    assert "Then came Tée and cakes" in hit.snippet
    assert len(hit.snippet) < 150
    (page,) = find(filled, Filters(q="cak")).reports
    assert "Tée and cakes" in page.snippet
    assert len(page.snippet) < 150


def test_an_excerpt_is_the_beginning_where_no_word_is_there() -> None:
    body = "No such thing here. " * 20
    assert excerpt(body, ["tea"]) == body[:60] + "…"
    assert excerpt("short", []) == "short"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tran quang", ["accents"]),
        ("TRẦN Quang", ["accents"]),
        ("visa-free", ["hyphens"]),
        ("visa regime", ["hyphens"]),
        ("3.5 billion", ["numbers"]),
        ("o'neill", ["quotes"]),
        ("harbour", ["harbour in the title", "quotes"]),
        ("harbour visa", []),
        ("harb", []),
        ("& | ! :* ' (", []),
        ("", []),
    ],
)
def test_words_are_found_alike_on_every_database(ledger: Ledger, words: str, found: list[str]) -> None:
    texts = {
        "accents": "Trần Đại Quang và Đặng met.",
        "hyphens": "A visa-free regime for tourists.",
        "numbers": "Trade of 3.5 billion dollars.",
        "quotes": "Mr O'Neill's ship lay in the harbour of Riga for days on end, said the master of the port.",
        "harbour in the title": "Ships came in.",
    }
    for name, text in texts.items():
        ledger.add(report := Report(text=text, name=name, path=name, title=name), Reading(report.id, "1", ()))
    assert [hit.title for hit in ledger.search(words)] == found


def test_a_text_of_many_words_is_taken(ledger: Ledger) -> None:
    text = " ".join(f"word{number}" for number in range(60_000)) + " " + "x" * 5_000
    ledger.add(report := Report(text=text, name="long", path="long", title="long"), Reading(report.id, "1", ()))
    assert [hit.title for hit in ledger.search("word77 word20000")] == ["long"]
