"""Positions beside the stance that the words around a verb, or a whole turn of phrase, give them."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rojas welcomed Norway's proposal for a fund.", "support"),
        ("Rojas welcomed the outcome of the vote in Norway.", "support"),
        ("Rojas welcomed the creation of a fund for fisheries.", "support"),
        ("Rojas welcomed Norway's contribution to the fund.", "praise"),
        ("Rojas expressed his appreciation for the warm reception in Oslo.", "thanks"),
        ("President Rojas conveyed his deep appreciation for the help of Norway.", "thanks"),
        ("Rojas expressed appreciation for the progress of the talks.", "praise"),
        ("Lunde recognized Chile's decisive action against the smugglers.", "praise"),
        ("Rojas complained that Norway had promised in vain to open the port.", "condemn"),
        ("Lunde will reaffirm the historic partnership with Chile.", "affirm"),
    ],
)
def test_stances_by_what_stands_around_the_verb(text: str, stance: str) -> None:
    assert {c.detail.stance for c in claims_of(text, "statement")} == {stance}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Rojas said that nothing justified the raid.", "reject"),
        ("Lunde said that nothing excuses such raids.", "reject"),
        ("Rojas noted that Chile reserves the right to answer.", "warn"),
        ("Lunde noted that Norway would then have serious concerns.", "warn"),
        ("Rojas noted that there are risks for the region in the accord.", "concern"),
        ("The two agreed that the raid is in direct contradiction to the treaty.", "condemn"),
        ("Lunde said it would be desirable to lower the tariffs.", "propose"),
        ("Lunde underscored the importance of continuing to expand cooperation at sea.", "affirm"),
        ("Lunde underscored the importance of Chile taking steps against smugglers.", "urge"),
        ("The two leaders stressed the need for rich countries to lower their tariffs.", "urge"),
        ("The two leaders stressed the need for a fair price.", "affirm"),
    ],
)
def test_stances_by_turns_of_phrase(text: str, stance: str) -> None:
    assert {c.detail.stance for c in claims_of(text, "statement")} == {stance}
