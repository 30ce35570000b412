"""Talks of two sides by the names of their ministries: the sentences, and who sat there."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Kenya held the third Foreign Office Consultations with Chile in Santiago on Monday.",
        ["KEN + CHL 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "The fifth round of Foreign Office Consultations between Kenya and Chile was held in Santiago on Monday.",
        ["KEN + CHL 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "Political consultations between the foreign ministries of Kenya and Chile were held in Santiago on Monday "
        "with the participation of Deputy Foreign Minister Amos Kibet and Undersecretary Ana Roca.",
        ["KEN:Amos Kibet + CHL:Ana Roca 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "Political consultations between Kenya and Chile were held in Santiago on Monday. The Kenyan delegation was "
        "headed by Deputy Foreign Minister Amos Kibet, the Chilean side by Undersecretary Ana Roca.",
        ["KEN:Amos Kibet + CHL:Ana Roca 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "A delegation of the African Union led by Commissioner Amina Diallo met Chilean President Luis Vera on Monday.",
        ["IGO:Amina Diallo + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "Kenya's State Minister Amos Kibet is in Chile. Kibet held talks with senior Chilean government officials.",
        ["KEN:Amos Kibet + CHL 2025-05-06 happened"],
    ),
    (
        "President Luis Vera of Chile held a meeting with his Kenyan counterpart at the Palacio Verde on Monday.",
        ["CHL:Luis Vera + KEN 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland is in Chile. She was received on Monday by Foreign Minister Ana Roca and "
        "President Luis Vera of Chile.",
        [
            "CHL:Ana Roca + FIN:Aino Ek 2025-05-05 happened",
            "CHL:Luis Vera + FIN:Aino Ek 2025-05-05 happened",
        ],
    ),
    ("Kenya and Chile spoke of the need for consultations between ministries.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_meetings(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "meeting")) == [f"meeting {e}" for e in expected]


def test_who_chairs_a_session_sits_for_a_state(read: Lines) -> None:
    text = (
        "The session of the Kenya-Chile Joint Commission was held in Santiago on Monday, co-chaired by Foreign "
        "Minister Amos Kibet of Kenya and Chilean Foreign Minister Ana Roca."
    )
    assert read(text, "gathering") == ["gathering KEN:Amos Kibet + CHL:Ana Roca 2025-05-05 CHL:Santiago happened"]


def test_a_visit_said_to_be_impending_lies_ahead(read: Lines) -> None:
    text = "Kenya's Foreign Minister Amos Kibet welcomed Chilean President Luis Vera's impending visit to Kenya."
    assert read(text, "visit") == ["visit CHL:Luis Vera > KEN KEN scheduled"]
