"""Names that open a sentence with a word that is a preposition elsewhere, and names with a capital inside."""

import pytest

from dostyk.language.document import parse
from dostyk.language.people import People
from dostyk.model import Report


def names(text: str) -> list[str]:
    return [person.name for person in People(parse(Report(text=text)), "").persons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To Lam, General Secretary of the Communist Party, arrived in Accra.", ["To Lam"]),
        ("Do Muoi met President Kofi Oduro.", ["Kofi Oduro", "Do Muoi"]),
        ("To President Kofi Oduro, the treaty is a gift.", ["Kofi Oduro"]),  # no name begins so
        ("High Commissioner Abena MacKay was summoned.", ["Abena MacKay"]),
        ("Governor Abena DeVries met President Kofi LeBrun.", ["Abena DeVries", "Kofi LeBrun"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert sorted(names(text)) == sorted(expected)
