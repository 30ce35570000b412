"""Near-duplicate texts are found; texts on the same subject are not taken for copies."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dostyk.linking.copies import COPY, bands, likeness, sketch, voices

_WORDS = [
    a + b for a in ("gla", "fer", "tim", "sal", "wool", "har") for b in ("cier", "ries", "ber", "bour", "ted", "n")
]


def text(seed: int, length: int = 300) -> str:
    dice = random.Random(seed)
    return " ".join(dice.choice(_WORDS) for _ in range(length))


def test_a_text_with_another_sign_off_is_a_copy() -> None:
    one, other = sketch(text(1)), sketch(text(1) + " Reported by the harbour desk of another outlet.")
    assert likeness(one, other) > 0.9
    assert set(bands(one)) & set(bands(other))


def test_other_texts_are_not_copies() -> None:
    assert all(likeness(sketch(text(1)), sketch(text(seed))) < 0.1 for seed in range(2, 12))


def test_half_a_text_is_below_the_line() -> None:
    assert likeness(sketch(text(1)), sketch(text(1, 150) + " " + text(2, 150))) < COPY


def test_a_voice_is_named_by_the_least_report_and_passes_on() -> None:
    base = text(3)
    chain = {"r3": base, "r1": base + " one two three", "r2": base + " four five six", "r9": text(4), "r8": "short"}
    assert voices({name: sketch(said) for name, said in chain.items()}) == {
        "r1": "r1", "r2": "r1", "r3": "r1", "r9": "r9", "r8": "r8"}  # fmt: skip


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_symmetric_and_a_text_is_its_own_copy(one: str, other: str) -> None:
    a, b = sketch(one), sketch(other)
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) in ((1.0,) if a else (0.0,))
