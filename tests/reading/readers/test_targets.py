"""Sentences beside the targets of figures, and the figures, that a reader should find in them."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of, lines

BOTH = "NOR + CHL"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They set a target of $5 billion in trade by 2030.", "bring trade to $5 billion by 2030"),
        ("The two Presidents set a trade target of $5 billion by 2030.", "bring trade to $5 billion by 2030"),
        ("The goal is to raise exports to 900 million euros.", "bring exports to 900 million euros"),
        (
            "By 2030, trade between the two countries is to reach 50 billion US dollars, Rojas said.",
            "bring trade to 50 billion US dollars by 2030",
        ),
        (
            "Rojas confirmed the aim of bringing mutual investment to US$9 billion by 2030.",
            "bring mutual investment to US$9 billion by 2030",
        ),
        (
            "They are confident that the pact will help to more than double two-way trade to $70 billion by 2030.",
            "bring trade to $70 billion by 2030",
        ),
        ("Trade is to be tripled by 2030.", "triple trade by 2030"),
        (
            "Two-way trade stood at 584 million USD last year, and both countries are striving to bring it to "
            "1.5 billion USD by 2030.",
            "bring two-way trade to 1.5 billion USD by 2030",
        ),
        (
            "Trade came to $600 million in 2024, Rojas said. The goal was to arrive at $1 billion by the end of the "
            "year, he added.",
            "bring trade to $1 billion by the end of the year",
        ),
        ("Both sides expressed determination to raise trade to $1.5bn.", "raise trade to $1.5bn"),
    ],
)
def test_a_target_binds_both_sides(text: str, expected: str) -> None:
    assert {line.replace("CHL + NOR", BOTH) for line in lines(claims_of(text, "commitment"))} == {f"{BOTH}: {expected}"}


@pytest.mark.parametrize(
    "text",
    [
        "Trade is expected to reach $5 billion by 2030, analysts say.",
        "Trade reached the target of $5 billion.",
        "The goal was scored by a Chilean player worth 50 million euros.",
        "Trade grew to $5 billion in 2024.",
    ],
)
def test_a_forecast_or_a_figure_is_no_target(text: str) -> None:
    assert claims_of(text, "commitment") == []


def test_a_target_beside_the_figure_that_it_starts_from() -> None:
    text = "The leaders agreed to raise trade, which totalled $860 million in 2024, to $2 billion."
    [aim], [figure] = claims_of(text, "commitment"), claims_of(text, "figure")
    assert aim.detail.target == "$2 billion"
    assert (figure.status, figure.date.iso if figure.date else "", figure.detail.value) == (
        "happened", "2024", "$860 million",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade amounted to $879 million in 2024, down from about $1 billion the year before.",
            [("2024", "$879 million"), ("2023", "about $1 billion")],
        ),
        (
            "Trade, which came to half a billion dollars in 2022, has already reached $600 million in the first six "
            "months of 2023.",
            [("2022", "half a billion dollars"), ("2023-01-01/2023-06-30", "$600 million")],
        ),
        ("More than 40 direct flights connect the two countries.", [("", "More than 40 flights")]),
        ("Trade between Norway and Chile is worth 50 million US dollars.", [("", "50 million US dollars")]),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str]]) -> None:
    found = claims_of(text, "figure")
    assert [(c.date.iso if c.date else "", c.detail.value) for c in found] == expected
    assert {m.key for c in found for m in c.who} == {"NOR", "CHL"}


def test_words_of_an_undertaking_end_where_a_phrase_does_and_name_no_speaker() -> None:
    long = (
        "Norway and Chile agreed to train eighty divers of the coast guard and forty pilots of small boats for the "
        "protection of whales in the fjords and on the islands and the coast beyond them "
        "in the years to come."
    )
    [train] = lines(claims_of(long, "commitment"))
    assert train.endswith("in the fjords and on the islands")
    told = "Chile will send a trade mission to Norway this year, Deputy Prime Minister Pedro Soto told Lunde."
    [mission] = claims_of(told, "commitment")
    assert (mission.what, mission.date.iso if mission.date else "") == (
        "send a trade mission to Norway this year", "2025-05-06",
    )  # fmt: skip
