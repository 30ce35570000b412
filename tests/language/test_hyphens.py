"""Which words with a hyphen are one word."""

import pytest

from dostyk.language.document import parse
from dostyk.model import Report


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("to de-escalate", ["to", "de-escalate"]),
        ("re-established ties", ["re-established", "ties"]),
        ("anti-corruption work", ["anti-corruption", "work"]),
        ("Anne-Marie Berg", ["Anne-Marie", "Berg"]),
        ("Sheikh Al-Noor", ["Sheikh", "Al-Noor"]),
        ("the Norway-Chile treaty", ["the", "Norway", "-", "Chile", "treaty"]),
        ("an Oslo-based firm", ["an", "Oslo", "-", "based", "firm"]),
        ("a well-known port", ["a", "well", "-", "known", "port"]),
    ],
)
def test_words_with_a_hyphen(words: str, expected: list[str]) -> None:
    [doc] = parse(Report(text=f"They spoke of {words}.")).docs
    assert [t.text for t in doc][3:-1] == expected
