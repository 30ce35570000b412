"""Messages, invitations and honours: the sentence, and what a careful reader takes from it."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines

CASES = [
    (
        "Japan",
        "Prime Minister Kenji Mori received Letters of Credence from the Ambassador of Bulgaria, Petar Ivanov, and "
        "congratulated him.",
        [],
    ),
    (
        "",
        "At the invitation of President Petar Ivanov of Bulgaria, the Prime Minister of Japan, Kenji Mori, will visit "
        "Sofia.",
        ["invitation BGR:Petar Ivanov > JPN:Kenji Mori happened"],
    ),
    (
        "",
        "In a letter to the King of Norway, Prime Minister Kenji Mori of Japan said that his thoughts were with the "
        "families of the drowned.",
        ["message JPN:Kenji Mori > NOR happened"],
    ),
    (
        "",
        "President Petar Ivanov of Bulgaria said in a condolence message to his Japanese counterpart, Kenji Mori, that "
        "Sofia would help.",
        ["message BGR:Petar Ivanov > JPN:Kenji Mori happened"],
    ),
    (
        "",
        "Prime Minister Kenji Mori of Japan was conferred Bulgaria's highest civilian honour, the Order of the Balkan "
        "Mountains, by President Petar Ivanov.",
        ["honour BGR:Petar Ivanov > JPN:Kenji Mori 2024-03-15 happened"],
    ),
    (
        "",
        "President Petar Ivanov of Bulgaria signed a decree on awarding Prime Minister Kenji Mori of Japan with the "
        "order “Balkan”.",
        ["honour BGR:Petar Ivanov > JPN:Kenji Mori happened"],
    ),
    (
        "",
        "Prime Minister Kenji Mori of Japan received Bulgaria's highest state honour.",
        ["honour BGR > JPN:Kenji Mori 2024-03-15 happened"],
    ),
    (
        "China",
        "Chinese President Li Ming on Tuesday sent a message of condolences to Turkish President Ahmet Demir over the "
        "mine explosion.",
        ["message CHN:Li Ming > TUR:Ahmet Demir 2024-03-12 happened"],
    ),
    (
        "China",
        "Chinese President Li Ming and his Zambian counterpart, Joseph Banda, exchanged congratulatory messages on "
        "Friday.",
        [
            "message CHN:Li Ming > ZMB:Joseph Banda 2024-03-15 happened",
            "message ZMB:Joseph Banda > CHN:Li Ming 2024-03-15 happened",
        ],
    ),
    (
        "Algeria",
        "President Karim Haddad received a letter from Qatari Emir Sheikh Nasser Al Thani, delivered by the Qatari "
        "foreign minister, inviting him to attend the summit in Doha.",
        [
            "message QAT:Nasser Al Thani > DZA:Karim Haddad happened",
            "invitation QAT:Nasser Al Thani > DZA:Karim Haddad happened",
        ],
    ),
    (
        "",
        "President Petar Ivanov of Bulgaria invited the Prime Minister of Japan, Kenji Mori, to visit Sofia, and he "
        "accepted the invitation.",
        ["invitation BGR:Petar Ivanov > JPN:Kenji Mori happened"],
    ),
    (
        "",
        "President Petar Ivanov of Bulgaria thanked the Prime Minister of Japan, Kenji Mori, for the invitation.",
        ["invitation JPN:Kenji Mori > BGR:Petar Ivanov happened"],
    ),
    (
        "",
        "At the invitation of President Nikos Pappas, President Petar Ivanov of Bulgaria will pay an official visit to "
        "Greece on 20-21 March.",
        ["invitation GRC:Nikos Pappas > BGR:Petar Ivanov happened"],
    ),
    (
        "",
        "Sultan Qasim of Oman conferred the Order of Al Said on the President of Portugal, Rui Matos, in Muscat on "
        "Monday.",
        ["honour OMN:Qasim > PRT:Rui Matos 2024-03-11 happened"],
    ),
    (
        "",
        "Polish Ambassador Adam Zielinski was decorated with the Order of Merit of Senegal at the end of his mission "
        "in Dakar.",
        ["honour SEN > POL:Adam Zielinski 2024-03-15 happened"],
    ),
    (
        "",
        "Kyiv University awarded Estonian President Liis Tamm an honorary doctorate on Thursday.",
        ["honour UKR:Kyiv University > EST:Liis Tamm 2024-03-14 happened"],
    ),
    (
        "",
        "Foreign Minister Ivo Brand of Latvia conveyed the greetings of his president to President Ana Sol of Chile.",
        [],  # by word of mouth
    ),
    (
        "",
        "Swiss President Anna Keller has accepted an invitation from Indian Prime Minister Arjun Rao to visit New "
        "Delhi in May.",
        ["invitation IND:Arjun Rao > CHE:Anna Keller 2024-03-15 happened"],
    ),
    (
        "",
        "Swiss President Anna Keller met Indian Prime Minister Arjun Rao and accepted his invitation to visit India.",
        ["invitation IND:Arjun Rao > CHE:Anna Keller happened"],
    ),
    (
        "",
        "President Ana Sol of Chile has expressed her condolences to President Kofi Boateng of Ghana. The "
        "message was published on Friday.",
        ["message CHL:Ana Sol > GHA:Kofi Boateng 2024-03-15 happened"],
    ),
    (
        "",
        "Peru's deputy foreign minister Luis Ortega conveyed an invitation for President Petar Ivanov of Bulgaria to "
        "visit Peru.",
        ["invitation PER > BGR:Petar Ivanov happened"],
    ),
    (
        "",
        "Oman's Ambassador to Norway, Badr Al-Said, who is leaving Oslo soon, has been decorated by King Harald V with "
        "the Order of Merit. The award was made on Wednesday.",
        ["honour NOR:Harald V > OMN:Badr Al-Said 2024-03-13 happened"],
    ),
    ("", "Minister Ivo Brand of Latvia will award the contract to a Chilean company.", []),
]


@pytest.mark.parametrize(("outlet", "text", "expected"), CASES)
def test_reads(read: Lines, outlet: str, text: str, expected: list[str]) -> None:
    got = read(text, "message", "invitation", "honour", outlet=outlet, published="2024-03-15")
    assert sorted(got) == sorted(expected)


def test_the_far_end_of_a_letter_is_abroad(read: Lines) -> None:
    text = "I have written to Prime Minister Lakatos to offer our sympathy to the people of Hungary after the floods."
    assert read(text, "message", outlet="Prime Minister of New Zealand") == [
        "message NZL > HUN:Lakatos 2025-05-06 happened"
    ]


@pytest.mark.parametrize(
    "award", ["Order of the Star, First Class", "Order of the Star, 2nd degree", "Order of the Star, the highest grade"]
)
def test_the_class_of_an_order_stands_behind_its_comma(award: str) -> None:
    text = f"President Ana Waru of Kenya conferred the {award}, on President Luis Roca of Peru on Monday."
    claims = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    assert [c.detail.award for c in claims if c.kind == "honour"] == [award]
