"""Offices that a clause gives to a person."""

import pytest
from tests.language.test_people import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Roca has been appointed as Ambassador of Spain to Peru.", {"ESP:Ana Roca"}),
        ("Kenya has named Amos Kibet high commissioner to India.", {"KEN:Amos Kibet"}),
        ("Nepal accredited Ram Thapa as its first resident ambassador to Ireland.", {"NPL:Ram Thapa"}),
        ("Ana Roca, a career diplomat, becomes Chile's Ambassador to Peru.", {"CHL:Ana Roca"}),
        ("Ana Roca will be Chile's next ambassador to Peru.", {"CHL:Ana Roca"}),
        ("Ana Roca took office as Chilean ambassador to Peru.", {"CHL:Ana Roca"}),
        ("Ana Roca, Chile's new ambassador to Peru, spoke.", {"CHL:Ana Roca"}),
        ("The appointment of Ana Roca as Ambassador of Chile to Peru was announced.", {"CHL:Ana Roca"}),
        ("Ambassador Roca presented his credentials to President Amos Kibet of Kenya.", {":Roca", "KEN:Amos Kibet"}),
        ("In the days when Ana Roca was President, Peru complained to Chile.", set()),
    ],
)
def test_appointees_hold_the_office_they_are_given(text: str, expected: set[str]) -> None:
    assert set(people(text)) == expected
