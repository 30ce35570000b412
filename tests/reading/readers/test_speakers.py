"""Whose words a statement is, by the words that name the speaker."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of, lines


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The ambassadors of Norway, Chile and Japan condemned the attack in Mali.", {"NOR", "CHL", "JPN"}),
        ("The Norwegian and Chilean ambassadors to Ghana condemned the attack in Mali.", {"NOR", "CHL"}),
        (
            "The presidents of Chile, Peru and Ecuador issued a declaration condemning the attack in Mali.",
            {"CHL", "PER", "ECU"},
        ),
    ],
)
def test_many_who_speak_together(text: str, speakers: set[str]) -> None:
    [found] = claims_of(text, "statement", lead="")
    assert {m.party.state for m in found.who} == speakers


def test_an_envoy_acts_for_the_state_of_the_person_who_sends_them() -> None:
    lead = "Norwegian Prime Minister Kari Lunde received Chilean President Diego Rojas. "
    found = claims_of("Rojas's special envoy Ana Vega condemned the attack in Mali.", "statement", lead=lead)
    assert [[m.key for m in c.who] for c in found] == [["CHL:Ana Vega"]]


@pytest.mark.parametrize(
    "quoted",
    [
        "“I thank former Chilean President Diego Rojas for his help,” he said.",
        "“We shall always be grateful to Diego Rojas of Chile for his help,” he added.",
    ],
)
def test_who_is_named_in_a_quotation_does_not_say_it(quoted: str) -> None:
    found = claims_of(quoted, "statement", lead="Norwegian Ambassador Ola Berg visited the school. ")
    assert {line.split(":")[0] for line in lines(found)} == {"Berg"}
