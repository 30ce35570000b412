"""Names that two states share, seats and offices that say whose they are: the sentence, and who acts in it."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    ("The Dominican president met the Haitian prime minister.", ["meeting DOM + HTI 2025-05-06 happened"]),
    ("The Dominican prime minister met the Barbadian leader.", ["meeting DMA + BRB 2025-05-06 happened"]),
    ("Italy's president met the Pope on Monday.", ["meeting ITA + VAT 2025-05-05 happened"]),
    (
        "Azerbaijan opened a consulate general in Milan on Monday.",
        ["opening AZE > ITA 2025-05-05 ITA:Milan happened"],
    ),
    (
        "Taiwan opened a representative office in Norway on Monday.",
        ["opening TWN > NOR 2025-05-05 NOR happened"],
    ),
    (
        "Denmark's king received the Australian ambassador. The ambassador thanked Denmark for its welcome.",
        ["meeting DNK + AUS 2025-05-06 happened", "statement AUS > DNK 2025-05-06 happened"],
    ),
    ("The Hague condemned the attack on Norway.", ["statement NLD > NOR 2025-05-06 happened"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_name_it_is(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text) == expected
