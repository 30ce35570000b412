"""Offices and names in every manner of writing: small letters, capitals, abbreviations, headings that run on."""

import pytest
from tests.language.test_people import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian foreign minister Kari Lunde spoke.", {"NOR:Kari Lunde"}),
        ("Norway's deputy foreign minister Kari Lunde spoke.", {"NOR:Kari Lunde"}),
        ("Chile's national security adviser Diego Rojas spoke.", {"CHL:Diego Rojas"}),
        ("Mr. LUNDE Kari of Norway spoke.", {"NOR:LUNDE Kari"}),
        ("Kari LUNDE, Minister of Trade of Norway, spoke.", {"NOR:Kari LUNDE"}),
        ("FM Kari Lunde of Norway met PM Diego Rojas of Chile.", {"NOR:Kari Lunde", "CHL:Diego Rojas"}),
        ("Norwegian FM Kari Lunde met EAM Arun Mehta of India.", {"NOR:Kari Lunde", "IND:Arun Mehta"}),
        ("The talks in Oslo with Chilean President Diego Rojas begin at 3 PM Monday.", {"CHL:Diego Rojas"}),
        ("SOUTH PACIFIC FORUM The Prime Minister of Norway Kari Lunde spoke.", {"NOR:Kari Lunde"}),
        ("Lunde, the Foreign Minister of Norway, assured Rojas of Chile's support.", {"NOR:Lunde"}),
    ],
)
def test_offices_before_and_behind_names(text: str, expected: set[str]) -> None:
    assert set(people(text)) == expected


def test_an_abbreviated_office_is_its_holder() -> None:
    text = "Norwegian Prime Minister Kari Lunde met Chilean Foreign Minister Ana Soto. PM Lunde thanked FM Soto."
    assert set(people(text)) == {"NOR:Kari Lunde", "CHL:Ana Soto"}


def test_a_clause_says_for_whom_its_person_acts() -> None:
    text = "Kari Lunde, who holds the post of Foreign Minister in the Government of Norway, flew from Chile to Peru."
    assert people(text) == {"NOR:Kari Lunde": "default"}


def test_a_phrase_that_opens_a_sentence_is_no_title_of_its_subject() -> None:
    text = "Foreign Minister Kari Lunde of Norway came to Paris. With her French colleague, Lunde talked about trade."
    assert people(text) == {"NOR:Kari Lunde": "named"}
