"""Whose words a statement is where its clause names nobody: joint documents, passives, letters, papers, `it`."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.readers.said import claims_of, lines

DECLARATION = "We, the Foreign Ministers of Norway and Chile, having met in Santiago on March 3;\n"


def said(text: str, title: str = "", outlet: str = "") -> set[str]:
    """`who: what` of each statement of a report without a lead."""
    return lines(claims_of(text, "statement", title=title, outlet=outlet, lead=""))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Recognizing the need to meet the challenges of the drought;",
            "NOR + CHL: affirm need to meet the challenges of the drought",
        ),
        ("Reaffirming the decision to hold talks;\nWelcoming the truce in Mali;", "NOR + CHL: praise truce in Mali"),
        ("1. Welcome the truce in Mali and condemn the raid in Chad.", "NOR + CHL: condemn raid in Chad"),
        ("2. Express their concern at the fighting in Mali.", "NOR + CHL: concern at fighting in Mali"),
        ("3. Reiterate our respect for the Charter of the forum.", "NOR + CHL: affirm our respect for the Charter"),
    ],
)
def test_clauses_of_a_joint_document(clause: str, expected: str) -> None:
    found = said(DECLARATION + clause, "Joint Declaration of the Foreign Ministers of Norway and Chile")
    assert any(line.startswith(expected) for line in found), found


def test_what_a_joint_statement_demands_is_demanded_by_all() -> None:
    text = "We, the Foreign Ministers of Norway, Chile and Peru, met in Oslo. Mali must stop its raids and withdraw."
    title = "Joint statement by the Foreign Ministers of Norway, Chile and Peru"
    found = said(text, title, "Government of Norway")
    assert "NOR + CHL + PER: demand Mali must stop its raids and withdraw" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Satisfaction was expressed with the level of ties.",
            {"Lunde + Rojas: praise satisfaction with level of ties"},
        ),
        (
            "It was noted that there are wide opportunities for trade.",
            {"Lunde + Rojas: affirm there are wide opportunities for trade"},
        ),
        ("The importance of dialogue was emphasized.", {"Lunde + Rojas: affirm importance of dialogue"}),
        ("The need for dialogue was stressed by Rojas.", {"Rojas: urge need for dialogue"}),
        ("Both sides were of the view that trade must grow.", {"NOR + CHL: affirm trade must grow"}),
        (
            "They were in agreement that peace in the region is a common interest.",
            {"Lunde + Rojas: affirm peace in the region is a common interest"},
        ),
    ],
)
def test_what_both_sides_held_in_talks(text: str, expected: set[str]) -> None:
    lead = "Norwegian Prime Minister Kari Lunde met Chilean President Diego Rojas in Oslo on Tuesday. "
    assert lines(claims_of(text, "statement", lead=lead)) == expected


def test_what_was_stressed_by_nobody_is_of_the_two_states_that_spoke_before() -> None:
    text = "The leaders of Norway and Chile exchanged views. The importance of trade was emphasized."
    lead = "The Norwegian and Chilean presidents had a telephone conversation. "
    assert lines(claims_of(text, "statement", lead=lead)) == {"NOR + CHL: affirm importance of trade"}


def test_what_the_two_did_stays_theirs_where_a_spokesman_tells_of_it() -> None:
    text = "“The two leaders strongly condemned the raid in Mali,” spokesman Ola Berg said."
    assert lines(claims_of(text, "statement")) == {"Lunde + Rojas: condemn raid in Mali"}


def test_a_paper_speaks_for_those_who_put_it_out() -> None:
    text = "The presidents of Chile, Peru and Ecuador issued a joint statement on the drought. "
    assert said(text + "The statement also expressed concern at the fighting in Mali.") == {
        "CHL + PER + ECU: concern at fighting in Mali"
    }
    assert said(text + "“We call on the people of Mali to preserve peace,” the statement says.") == {
        "CHL + PER + ECU: urge preserve peace"
    }


def test_the_two_ministers_of_whom_one_has_a_name_are_both() -> None:
    lead = "Norwegian Minister Berg spoke of Norway and Peru. "
    found = claims_of("The two ministers praised the talks between Norway and Peru.", "statement", lead=lead)
    assert {m.party.state for m in found[-1].who} == {"NOR", "PER"}


def test_it_is_who_acted_in_the_sentence_before() -> None:
    text = "The Chilean Foreign Ministry condemned the blast in Mali. It expressed solidarity with the victims."
    assert {line.split(":")[0] for line in said(text)} == {"Ministry"}
    assert said("Chile thanked Norway. It is important that trade should grow.") == {"CHL: thanks Norway"}


def test_i_without_quotation_marks_is_whom_the_report_has_speak() -> None:
    text = (
        "Norwegian Foreign Minister Ola Berg has condemned the raid in Mali.\n\n"
        "I offer my deepest condolences to the people of Mali."
    )
    assert {line.split(":")[0] for line in said(text)} == {"Berg"}


def test_a_letter_is_by_the_person_of_its_title() -> None:
    report = Report(
        text="The message of the President read:\n\n“I extend my sincere condolences to the people of Chile.”",
        title="President Diego Paz sends condolences to Chile",
        outlet="Office of the President of Peru",
        published=date(2025, 5, 6),
    )
    found = [c for c in read_report(report).claims if c.kind == "statement"]
    assert [[m.key for m in c.who] for c in found] == [["PER:Diego Paz"]]


@pytest.mark.parametrize(
    "text",
    [
        "President Rojas reaffirmed his support for the truce, the Norwegian spokesman said.",
        "President Rojas was presented with the letters of credence, the Norwegian cabinet said on Friday.",
    ],
)
def test_the_deed_of_somebody_else_is_no_word_of_the_teller(text: str) -> None:
    assert all(not line.startswith("NOR") for line in lines(claims_of(text, "statement")))


def test_a_joint_position_stays_joint_where_one_side_tells_of_it() -> None:
    text = "Norway, Chile and Peru strongly condemned the raid in Mali, the Norwegian Foreign Ministry said on Tuesday."
    [found] = claims_of(text, "statement", lead="")
    assert {m.party.state for m in found.who} == {"NOR", "CHL", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Latin American countries condemned the raid in Mali.",
        "Countries across Asia rejected the sanctions.",
    ],
)
def test_countries_of_a_region_are_not_the_two_of_the_report(text: str) -> None:
    assert claims_of(text, "statement") == []
