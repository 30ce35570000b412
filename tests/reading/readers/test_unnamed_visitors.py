"""Visits of those whom nobody names: office-holders, envoys, lawmakers, ships. The sentences, and who travels where."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    ("Norway's special envoy for the Sahel arrived in Lima on Monday.", ["NOR > PER 2025-05-05 PER:Lima happened"]),
    ("Austria's chancellor plans to visit Lima on May 14.", ["AUT > PER 2025-05-14 PER:Lima scheduled"]),
    ("The president of Bulgaria was in Lima on Monday.", ["BGR > PER 2025-05-05 PER:Lima happened"]),
    ("The Danish premier is due in Lima on May 14.", ["DNK > PER 2025-05-14 PER:Lima scheduled"]),
    ("The Danish ambassador is in Lima.", []),
    ("A Finnish delegation is in Lima this week.", ["FIN > PER 2025-05-05/2025-05-11 PER:Lima ongoing"]),
    ("Luxembourg's grand duke will visit Peru in June.", ["LUX > PER 2025-06 PER scheduled"]),
    ("A group of Italian lawmakers visited Peru on Monday.", ["ITA > PER 2025-05-05 PER happened"]),
    ("Italian MPs arrived in Lima on Monday.", ["ITA > PER 2025-05-05 PER:Lima happened"]),
    ("Two Indian warships arrived in Lima on Monday.", ["IND > PER 2025-05-05 PER:Lima happened"]),
    ("A frigate of the Hellenic Navy sailed into Valletta on Monday.", ["GRC > MLT 2025-05-05 happened"]),
    ("The Danish premier visited Timor-Leste on Monday.", ["DNK > TLS 2025-05-05 TLS happened"]),
    ("The Danish premier arrived in Porto-Novo on Monday.", ["DNK > BEN 2025-05-05 BEN:Porto-Novo happened"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_travels_without_a_name(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "visit") == [f"visit {one}" for one in expected]


def test_chairmen_of_parliaments_are_of_their_states(read: Lines) -> None:
    text = "The chairmen of the parliaments of Kyrgyzstan and Mongolia met in Bishkek on Monday."
    assert read(text, "meeting") == ["meeting KGZ + MNG 2025-05-05 KGZ:Bishkek happened"]


@pytest.mark.parametrize(
    ("outlet", "day"), [("The Times of Malta", "2025-04-03"), ("Philippine News Agency", "2025-03-04"), ("", "")]
)
def test_days_in_figures_are_read_by_the_state_of_the_outlet(read: Lines, outlet: str, day: str) -> None:
    text = "The Danish premier met the Peruvian president in Lima on 3/4/2025."
    assert day in read(text, "meeting", outlet=outlet)[0]
