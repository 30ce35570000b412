"""Whom a description means that names no office, and who writes in what is received: the word, and the person."""

import pytest
from tests.language.test_coreference import meant

GUESTS = "Portuguese Foreign Minister Rui Alves met Angolan President Ana Neto. "
KINGS = "King Haakon Moe of Norway met President Luis Vera of Chile. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (GUESTS + "The Portuguese diplomat left.", "diplomat", {"Rui Alves"}),
        (GUESTS + "The Angolan head of state spoke.", "head", {"Ana Neto"}),
        (GUESTS + "The head of State spoke.", "head", {"Ana Neto"}),
        (GUESTS + "The Portuguese official praised Chile.", "official", {"Rui Alves"}),
        (KINGS + "The monarch thanked him.", "monarch", {"Haakon Moe"}),
        (KINGS + "The Chilean leader spoke.", "leader", {"Luis Vera"}),
        (KINGS + "A Chilean official spoke.", "official", {"CHL"}),
        (GUESTS + "The official spoke.", "official", {"Ana Neto"}),
    ],
)
def test_described_persons(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("President Ana Roca of Peru received a letter from King Haakon Moe of Norway, in which he praised her.",
         "he", {"Haakon Moe"}),
        ("President Luis Vera of Chile received a cable from President Amos Kibet of Kenya, in which he praised Peru.",
         "he", {"Amos Kibet"}),
        ("President Luis Vera of Chile met President Amos Kibet of Kenya. He praised Peru.", "He", {"Luis Vera"}),
    ],
)  # fmt: skip
def test_writer_of_what_is_received(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected
