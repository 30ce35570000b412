"""Whom statements and commitments are about or for, where no word says `to`: the sentence, and what is read."""

import pytest

from tests.reading.conftest import Lines

MET = "President Aino Ek of Finland met with President Luis Vera of Chile in Santiago on May 5. "

CASES = [
    ("She praised the Chilean reforms.", "statement FIN:Aino Ek > CHL 2025-05-05 happened"),
    ("She praised President Vera's reforms.", "statement FIN:Aino Ek > CHL:Luis Vera 2025-05-05 happened"),
    ("She said President Vera's visit would bring people closer.", "statement FIN:Aino Ek > CHL 2025-05-05 happened"),
    ("She said the bilateral relationship was excellent.", "statement FIN:Aino Ek > CHL 2025-05-05 happened"),
    ("She congratulated him on his election.", "statement FIN:Aino Ek > CHL:Luis Vera 2025-05-05 happened"),
    ("She condemned the attack on Kenya.", "statement FIN:Aino Ek > KEN 2025-05-05 happened"),
    ("She voiced concern over violence in Kenya, Uganda and Togo.",
     "statement FIN:Aino Ek > KEN + UGA + TGO 2025-05-05 happened"),
    ("The two presidents praised the summit in Kenya.", "statement FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"),
    ("The two presidents condemned the coup in Niger.",
     "statement FIN:Aino Ek + CHL:Luis Vera > NER 2025-05-05 happened"),
    ("The two presidents praised the close friendship.", "statement FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"),
    ("She stressed the importance of peace in the whole region.", "statement FIN:Aino Ek 2025-05-05 happened"),
    ("The two presidents stressed the importance of peace in the Taiwan Strait.",
     "statement FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_party_that_a_statement_is_about(read: Lines, sentence: str, expected: str) -> None:
    assert read(MET + sentence, "statement") == [expected]


def test_words_of_a_caller(read: Lines) -> None:
    text = "President Aino Ek of Finland received a call from President Luis Vera of Chile, expressing sympathy."
    assert read(text, "statement")[0].startswith("statement CHL:Luis Vera > FIN")


def test_side_that_a_commitment_is_for(read: Lines) -> None:
    text = "Norway will help Kenya to restore its forests, Foreign Minister Lars Moe said. It also pledged new loans."
    assert read(text, "commitment")[0].startswith("commitment NOR > KEN")
    joint = MET + "The two countries agreed to open a school in Togo."
    assert read(joint, "commitment") == ["commitment FIN + CHL 2025-05-05 happened"]
