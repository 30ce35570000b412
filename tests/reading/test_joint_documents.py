"""Who speaks in a joint document, and whom it binds: leaders say things, their states undertake them."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report

LEADERS = "Norwegian Prime Minister Kari Lunde met Chilean President Diego Rojas in Oslo. "
WE = "We welcome the growth of trade between our countries. We commit to founding a joint school of fishery."


def parties(title: str, text: str, kind: str) -> set[str]:
    """Who is said to have said or undertaken something in a report of 6 May 2025."""
    report = Report(text=text, title=title, published=date(2025, 5, 6))
    return {m.key for c in read_report(report).claims if c.kind == kind for m in c.who}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Joint Statement by the Prime Minister of Norway and the President of Chile", LEADERS + WE),
        ("Leaders' Joint Statement: Norway and Chile", LEADERS + WE),
        ("Oslo Declaration", f"We, the leaders of Norway and Chile, have met in Oslo. {LEADERS}{WE}"),
    ],
)
def test_leaders_speak_and_bind_their_states(title: str, text: str) -> None:
    assert parties(title, text, "statement") == {"NOR:Kari Lunde", "CHL:Diego Rojas"}
    assert parties(title, text, "commitment") == {"NOR", "CHL"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Joint Statement by Norway and Chile", {"NOR", "CHL"}),
        ("Joint Statement by Norway and Chile on the Elections in Peru", {"NOR", "CHL"}),
        ("Joint Statement by Norway and the European Union", {"NOR", "IGO:European Union"}),
        ("Visegrad Group: Joint Statement by Czechia, Hungary, Poland and Slovakia", {"CZE", "HUN", "POL", "SVK"}),
        ("Joint Statement on Norway-Chile Talks on Fishery", {"NOR", "CHL"}),
    ],
)
def test_parties_of_a_joint_document_stand_in_its_title(title: str, expected: set[str]) -> None:
    assert parties(title, WE, "statement") == expected
    assert parties(title, WE, "commitment") == expected
