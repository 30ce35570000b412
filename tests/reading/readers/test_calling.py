"""Courtesy visits, which are meetings, and plans told in passing: the sentences, and what is read in them."""

import pytest

from tests.reading.conftest import Lines

CALLS = [
    (
        "Norwegian Ambassador Kari Moen paid an introductory visit to Foreign Minister Ana Roca of Chile on Monday.",
        ["NOR:Kari Moen + CHL:Ana Roca 2025-05-05 happened"],
    ),
    (
        "President Ana Roca of Chile urged peace on Monday. This was said during a courtesy visit from His Excellency "
        "Ole Berg, Ambassador of Norway.",
        ["NOR:Ole Berg + CHL:Ana Roca 2025-05-05 happened"],
    ),
    (
        "During his stay in Kenya, President Luis Vera of Chile is scheduled to pay courtesy visits to Speaker "
        "Jane Otieno and Prime Minister Amos Kibet of Kenya.",
        ["CHL:Luis Vera + KEN:Amos Kibet scheduled", "CHL:Luis Vera + KEN:Jane Otieno scheduled"],
    ),
    (
        "On Monday, President Ana Roca of Chile will meet the Patriarch of All Kenya Daniel Kibet.",
        ["CHL:Ana Roca + KEN:Daniel Kibet 2025-05-12 scheduled"],
    ),
    (
        "The visit would be an opportunity for President Ana Roca of Chile and Kenyan President Amos Kibet to discuss "
        "trade.",
        ["CHL:Ana Roca + KEN:Amos Kibet scheduled"],
    ),
    ("Kenyan Foreign Minister Amos Kibet welcomed Chilean President Ana Roca's visit in a message.", []),
]


@pytest.mark.parametrize(("text", "expected"), CALLS)
def test_meetings(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "meeting")) == [f"meeting {e}" for e in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chilean President Ana Roca leads a seven-member delegation to Kenya tomorrow.",
            "visit CHL:Ana Roca > KEN 2025-05-07 KEN scheduled",
        ),
        (
            "Kenyan Minister Amos Kibet has announced that Chilean President Ana Roca will on Wednesday be in Kenya "
            "for a working visit.",
            "visit CHL:Ana Roca > KEN 2025-05-07 KEN scheduled",
        ),
    ],
)
def test_visits(read: Lines, text: str, expected: str) -> None:
    assert read(text, "visit") == [expected]


def test_two_leaders_who_hold_a_meeting_are_no_gathering(read: Lines) -> None:
    text = "President Ana Roca of Chile and Kenyan President Amos Kibet held a meeting in Nairobi on Monday."
    assert read(text, "meeting", "gathering") == [
        "meeting CHL:Ana Roca + KEN:Amos Kibet 2025-05-05 KEN:Nairobi happened"
    ]
