"""Numbered paragraphs: the blank behind a number is no word of the sentence."""

from datetime import date

from dostyk.language.document import parse
from dostyk.model import Report
from dostyk.reading import read_report

TEXT = """1. The Prime Minister of Norway and the President of Chile met in Oslo on 13 February 2025.

2. The two leaders resolved to build a road and to set up a joint fund.

3. Norway will support the candidacy of Chile.
"""


def test_a_sentence_begins_with_its_first_word() -> None:
    sentences = parse(Report(text=TEXT, published=date(2025, 2, 14))).sentences
    assert [s.span.root.text for s in sentences] == ["met", "resolved", "support"]
    assert [TEXT[s.span.doc.user_data["offset"] :][:3] for s in sentences] == ["The", "The", "Nor"]


def test_each_paragraph_binds_whom_it_names() -> None:
    claims = read_report(Report(text=TEXT, published=date(2025, 2, 14))).claims
    found = [(" ".join(m.key for m in c.who), c.what) for c in claims if c.kind == "commitment"]
    assert found == [
        ("NOR CHL", "build a road"),
        ("NOR CHL", "set up a joint fund"),
        ("NOR", "support the candidacy of Chile"),
    ]
