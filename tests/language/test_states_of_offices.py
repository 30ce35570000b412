"""The state of persons by their office where its words are long, shared by several states, or hold a small word."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading.context import Context


def people(text: str, outlet: str = "") -> set[str]:
    """Keys of the persons of a text."""
    context = Context(Report(text=text, outlet=outlet, published=date(2025, 5, 6)))
    return {p.party.key for p in context.people.persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nepali side was led by Sita Rana, Foreign Secretary, and went home to Nepal.", "NPL:Sita Rana"),
        ("In Somalia, Foreign Secretary James Pemberton condemned the raid.", "GBR:James Pemberton"),
        ("Ann Carter, the Charge d’Affaires of the U.S. Embassy in Chile, spoke.", "USA:Ann Carter"),
        ("Ann Carter, the Chargé d'Affaires of the Norwegian Embassy in Chile, spoke.", "NOR:Ann Carter"),
        (
            "High Representative of the European Union for Foreign Affairs and Security Policy Ana Rossi urged peace.",
            "IGO:Ana Rossi",
        ),
        (
            "Commissioner for European Neighbourhood Policy and Enlargement Negotiations Ivo Huber thanked Chile.",
            "IGO:Ivo Huber",
        ),
    ],
)
def test_the_state_of_an_office(text: str, expected: str) -> None:
    assert people(text) == {expected}


def test_a_dateline_with_the_land_in_brackets_says_where_a_ministry_is() -> None:
    context = Context(
        Report(
            text="Abu Dhabi [UAE], March 23 (ANI/WAM): The Ministry of Foreign Affairs condemned the raid.",
            outlet="ANI",
            published=date(2025, 3, 23),
        )
    )
    assert context.dateline_place == ("ARE", "ARE:Abu Dhabi")
    assert [n.party.key for n in context.people.named if n.kind == "body" and n.party] == [
        "ARE:Ministry of Foreign Affairs"
    ]


def test_a_ministry_s_spokesman_is_of_the_state_whose_ministry_was_named() -> None:
    text = (
        "The ministers of Indonesia and Chile will meet, the Indonesian Foreign Ministry said.\n\n"
        "Ministry spokesman Budi Santoso said that Chile had agreed to it."
    )
    assert people(text, "Kyodo News") == {"IDN:Budi Santoso"}


@pytest.mark.parametrize(
    "text",
    [
        "During the meeting with the Bangladeshi ambassador, Berg hailed the decision.",
        "At the meeting with the Bangladeshi ambassador, President Berg hailed the decision.",
    ],
)
def test_whom_somebody_meets_lends_no_office(text: str) -> None:
    assert people("President Ola Berg of Norway met two envoys. " + text) == {"NOR:Ola Berg"}


def test_who_has_a_counterpart_there_is_not_of_that_state() -> None:
    text = (
        "Foreign Secretary Karim Haque led the Bangladesh delegation. His Nepalese counterpart Sita Rana led Nepal's."
    )
    assert people(text) == {"BGD:Karim Haque", "NPL:Sita Rana"}
