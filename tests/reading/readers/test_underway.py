"""Visits that are going on or about to begin, and talks about which something else is dated: the sentences."""

import pytest

from tests.reading.conftest import Lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Ana Roca of Chile will start a two-day visit to neighbouring Peru on Thursday.",
            "visit CHL:Ana Roca > PER 2025-05-08/2025-05-09 PER scheduled",
        ),
        (
            "Ministers Ana Roca and Luis Vera of Chile will conclude their official visit to Kenya on Wednesday.",
            "visit CHL:Ana Roca + CHL:Luis Vera > KEN 2025-05-07 KEN ongoing",
        ),
        (
            "Foreign Minister Ana Roca of Chile is coming to Kenya on Friday.",
            "visit CHL:Ana Roca > KEN 2025-05-09 KEN scheduled",
        ),
        (
            "Foreign Minister Ana Roca of Chile arrived in Kenya on Monday. She came at the invitation of her Kenyan "
            "counterpart and stays until Thursday.",
            "visit CHL:Ana Roca > KEN 2025-05-05/2025-05-08 KEN happened",
        ),
        (
            "Foreign Minister Ana Roca of Chile arrived in Kenya last night. Her visit will end tomorrow.",
            "visit CHL:Ana Roca > KEN 2025-05-05/2025-05-07 KEN happened",
        ),
        (
            "Speaking in Nairobi during a visit to Kenya on Monday, Chilean Minister Ana Roca praised trade.",
            "visit CHL:Ana Roca > KEN 2025-05-05 KEN:Nairobi happened",
        ),
        (
            "On Friday, the Chilean prime minister and his delegation will travel to Kenya.",
            "visit CHL > KEN 2025-05-09 KEN scheduled",
        ),
    ],
)
def test_visits(read: Lines, text: str, expected: str) -> None:
    assert read(text, "visit") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Ana Roca of Chile met Kenyan Foreign Minister Amos Kibet on Monday, said a release on "
            "Tuesday. They discussed how to work together at the summit on 20 May.",
            ["meeting CHL:Ana Roca + KEN:Amos Kibet 2025-05-05 happened"],
        ),
        (
            "Chilean Minister Luis Vera, who comes as Special Envoy of Chilean President Ana Roca, will meet Kenyan "
            "President Amos Kibet on Friday.",
            ["meeting CHL:Luis Vera + KEN:Amos Kibet 2025-05-09 scheduled"],
        ),
        (
            "Only last March Foreign Minister Ana Roca of Chile and Kenyan Foreign Minister Amos Kibet met in Nairobi.",
            ["meeting CHL:Ana Roca + KEN:Amos Kibet 2025-03 KEN:Nairobi happened"],
        ),
        (
            "President Ana Roca of Chile has arrived in Kenya for a two-day visit. The aircraft touched down in the "
            "capital, where Roca was received by the Kenyan Prime Minister, Amos Kibet.",
            ["meeting KEN:Amos Kibet + CHL:Ana Roca 2025-05-06/2025-05-07 happened"],
        ),
        (
            "Minister Ana Roca of Chile is attending a meeting of the Arctic Council in Oslo on Wednesday. She is also "
            "set to meet Norwegian Minister Kari Moen.",
            ["meeting CHL:Ana Roca + NOR:Kari Moen 2025-05-07 scheduled"],
        ),
        (
            "State President Ana Roca of Chile hosted King Taufa of Tonga. The President and the King held talks and "
            "witnessed the signing of documents on Monday.",
            ["meeting CHL:Ana Roca + TON:Taufa 2025-05-05 happened"],
        ),
        (
            "King Taufa of Tonga left for Chile with Crown Prince Sione. His Majesty is to meet Chilean President Ana "
            "Roca on Friday.",
            ["meeting TON:Taufa + CHL:Ana Roca 2025-05-09 scheduled"],
        ),
    ],
)
def test_meetings(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "meeting") == expected


def test_a_meeting_of_ministers_named_after_their_states(read: Lines) -> None:
    text = (
        "The ninth Kenya-Chile-Peru foreign ministers' meeting will be held in Lima on Friday with the participation "
        "of Chilean Foreign Minister Ana Roca."
    )
    assert read(text, "gathering") == ["gathering CHL:Ana Roca + KEN + PER 2025-05-09 scheduled"]
