from __future__ import annotations

import pytest

from dostyk.briefs.notes import around
from dostyk.briefs.safe import clean, fragment_link, safe_url
from dostyk.model import Passage, Report

TEXT = (
    "First came rain. “The guest, President Ada Roy, landed.” She left at noon\nHer host stayed! Then 1.5 million came."
)


@pytest.mark.parametrize(("word", "sentence"), [
    ("First", "First came rain."),
    ("President Ada Roy", "“The guest, President Ada Roy, landed.”"),
    ("left", "She left at noon"),
    ("host", "Her host stayed!"),
    ("came.", "Then 1.5 million came."),
])  # fmt: skip
def test_a_passage_widens_to_its_sentence(word: str, sentence: str) -> None:
    report = Report(TEXT, "A title")
    start = TEXT.index(word)
    assert around(Passage.of(report, start, start + len(word)), report).quote == sentence


def test_a_passage_of_the_title_widens_to_the_title() -> None:
    report = Report(TEXT, "Ada Roy lands")
    assert around(Passage.of(report, 0, 3, "title"), report).quote == "Ada Roy lands"


@pytest.mark.parametrize(("url", "safe"), [
    ("https://example.org/a b?c=d&e", "https://example.org/a%20b?c=d&e"),
    ("javascript:alert(1)", ""), ("data:text/html,x", ""), ("//example.org", ""), ("https://", ""), ("http://[", ""),
    ('https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
])  # fmt: skip
def test_only_web_addresses_become_links(url: str, safe: str) -> None:
    assert safe_url(url) == safe


def test_a_link_leads_to_the_words() -> None:
    found = fragment_link("https://example.org", "So-so, she said")
    assert found == "https://example.org#:~:text=So%2Dso%2C%20she%20said"
    assert fragment_link("https://example.org#top", "She said") == "https://example.org#top"


def test_controls_that_turn_the_direction_of_reading_are_dropped() -> None:
    assert clean("a\u202eb\u2066c\u0000d\n e\u200f") == "abcd e\u200f"
