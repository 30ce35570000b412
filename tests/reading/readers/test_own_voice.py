"""What a government judges in its own release without a verb of saying, and what is no judgement."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of

LEAD = "Norway and Chile have talked about the attack. "


def stances(text: str, outlet: str = "Government of Norway") -> list[tuple[str, str]]:
    """(who, stance) of each statement of a release."""
    found = claims_of(text, "statement", title="Statement on the attack", outlet=outlet, lead=LEAD)
    return [(c.who[0].key, c.detail.stance) for c in found]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("These attacks are unacceptable and must stop at once.", "condemn"),
        ("The raid on the port of Iquique is a clear violation of the law of the sea.", "condemn"),
        ("The Chilean government violates the rights of its own people every day.", "condemn"),
        ("The raid is of deep concern to all who live by the sea.", "concern"),
        ("Make no mistake: these claims to the islands have no legitimacy.", "reject"),
        ("Chile is one of our closest friends and partners in the world.", "affirm"),
        ("We share a long friendship with the people of Chile.", "affirm"),
        ("The agreement will deepen our ties with the people of Chile.", "affirm"),
        ("The visit of the President marks a new chapter in our friendship.", "affirm"),
        ("Chile has made an outstanding contribution to peace in the region.", "praise"),
        ("Our two peoples look forward to many more years of friendship.", "support"),
    ],
)
def test_judgements(text: str, stance: str) -> None:
    assert stances(text) == [("NOR", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The raid on the port is not unacceptable to all of us.",
        "The talks about the islands will be held in the old harbour.",
        "Our own government violates none of the rights of its people.",
    ],
)
def test_no_judgement(text: str) -> None:
    assert stances(text) == []


def test_an_outlet_that_is_no_government_judges_nothing() -> None:
    assert stances("The raid on the port of Iquique is a clear violation of the law.", outlet="Fjord News") == []
