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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In his letter to the President of Chile, Dr. Mario Soto, President Lunde of Norway said that "
            "trade must grow.",
            {"Lunde: demand trade must grow"},
        ),
        (
            "Receiving the High Commissioner of Kenya to Norway, Dr Paul Otieno Maina, President Lunde said he was "
            "happy with the vote.",
            {"Lunde: praise he was happy with the vote"},
        ),
    ],
)
def test_who_stands_behind_a_phrase_with_a_name(text: str, expected: set[str]) -> None:
    assert lines(claims_of(text, "statement", lead="")) == expected


def test_what_a_body_thinks_is_said_by_the_person_who_is_quoted() -> None:
    text = "EU High Representative Ana Rossi said: “The European Union urges Chile to release the sailors.”"
    assert lines(claims_of(text, "statement", lead="")) == {"Rossi: urge release the sailors"}


def test_what_somebody_assures_in_a_quotation_is_one_position() -> None:
    text = "President Rojas said: “I assure you that trade with Norway will grow.”"
    assert lines(claims_of(text, "statement")) == {"Rojas: affirm trade with Norway will grow"}


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
