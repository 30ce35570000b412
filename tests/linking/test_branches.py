"""Offices of one name that one person does not hold at once."""

from __future__ import annotations

import pytest
from made import claim

from dostyk.linking import derive, offices, perhaps_two

ONE, LATER, LONG_AFTER = "2024-03-03", "2024-03-20", "2024-09-01"


def asked(one: str, other: str, second: str = ONE) -> bool:
    """Whether a person is asked who holds these offices, told of on these days."""
    told = [claim("office", "BOL:Luz Paz", what=what, place="BOL", status="ongoing", report=f"r{n}", date=day)
            for n, (what, day) in enumerate(((one, ONE), (other, second)), 1)]  # fmt: skip
    return bool(perhaps_two(offices(derive(told, {}).entries)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Judge of the District Court", "Secretary of the Provincial Committee"),
        ("President of the Supreme Court", "Minister of Trade"),
        ("Chief Justice", "Deputy Minister of Health"),
        ("Bolivian Ambassador to Ghana", "Speaker of the Senate"),
        ("Consul General in Perth", "Judge"),
        ("Ambassador to Fiji", "Mayor"),
    ],
)
def test_offices_that_two_must_hold(one: str, other: str) -> None:
    assert asked(one, other, LATER)
    assert asked(other, one, LATER)
    assert not asked(one, other, LONG_AFTER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deputy Prime Minister", "Foreign Minister"),
        ("President", "General Secretary"),
        ("Minister of Justice", "Senator"),
        ("Secretary of the Supreme Court", "Judge"),
        ("Ambassador", "First Secretary"),
        ("Ambassador to Fiji", "Ambassador to Tonga"),
        ("Ambassador at Large", "Minister of Culture"),
        ("Ambassador to Fiji", "Deputy Foreign Minister"),
        ("Speaker of the Senate", "Chairman of the Party"),
    ],
)
def test_offices_that_one_may_hold(one: str, other: str) -> None:
    assert not asked(one, other)
