"""Offices and names in every manner of writing: small letters, capitals, abbreviations, headings that run on."""

from datetime import date

import pytest
from tests.language.test_people import people

from dostyk.model import STATE, Party, Report
from dostyk.reading.context import Context


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
        (
            "The President of the Riigikogu Kari Lunde met the Speaker of the Lok Sabha, Arun Mehta.",
            {"EST:Kari Lunde", "IND:Arun Mehta"},
        ),
        (
            "Speaker of the Jogorku Kenesh Dinara Osmon met Marshal of the Sejm Anna Kos.",
            {"KGZ:Dinara Osmon", "POL:Anna Kos"},
        ),
        ("Malaysian Foreign Minister Dato' Seri Utama Haji Ahmad bin Haji Yusof spoke.", {"MYS:Ahmad bin Haji Yusof"}),
        (
            "Malaysian Trade Minister Tan Sri Rahim Osman met Singaporean Trade Minister Tan Wei.",
            {"MYS:Rahim Osman", "SGP:Tan Wei"},
        ),
        ("Indian Minister of Finance Smt. Asha Mehta spoke.", {"IND:Asha Mehta"}),
        (
            "Deputy Minister of Labour, Invalids and Social Affairs of Vietnam Le Thi Thuy spoke.",
            {"VNM:Le Thi Thuy"},
        ),
        ("Kenyan Minister of Housing, Utilities and Urban Communities Asha Otieno spoke.", {"KEN:Asha Otieno"}),
        ("Polish Minister of Development Strategies and Regional Policy Anna Kos spoke.", {"POL:Anna Kos"}),
        ("The Minister of Youth, Skills and Zambezi Matters of Zambia, John Banda, spoke.", {"ZMB:John Banda"}),
        ("Minister of Small Crafts of India Ravi Mehta spoke.", {"IND:Ravi Mehta"}),
        (
            "Minister of Education Taro Mori of Japan and Health Minister Ann Lee of Singapore spoke.",
            {"JPN:Taro Mori", "SGP:Ann Lee"},
        ),
        (
            "Minister of Defence Ravi Mehta of India and Austrian Chancellor Anna Gruber spoke.",
            {"IND:Ravi Mehta", "AUT:Anna Gruber"},
        ),
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


def test_who_presides_over_a_parliament_is_not_the_president() -> None:
    text = "Estonian President Kari Lunde spoke. The President of the Riigikogu met Chilean Foreign Minister Ana Soto."
    context = Context(Report(text=text, published=date(2025, 5, 6)))
    (title,) = [n for n in context.people.named if n.kind == "title"]
    assert title.person is None
    assert title.party == Party("EST", "", STATE)


@pytest.mark.parametrize(
    ("text", "outlet", "state"),
    [
        ("His Majesty the King received the envoy.", "Petra", "JOR"),
        ("The envoy was received by HRH the Crown Prince.", "Bahrain News Agency", "BHR"),
        ("The envoy thanked His Highness the Amir.", "Kuwait News Agency", "KWT"),
    ],
)
def test_a_royal_style_without_a_name_is_of_the_outlets_own_state(text: str, outlet: str, state: str) -> None:
    context = Context(Report(text=text, published=date(2025, 5, 6), outlet=outlet))
    assert Party(state, "", STATE) in {n.party for n in context.people.named if n.kind == "title"}
