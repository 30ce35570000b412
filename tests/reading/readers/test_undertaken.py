"""Undertakings in further wordings, what is opened where, and with whom what is ratified was made."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines


def acts(text: str) -> list[str]:
    """`who: action` of each commitment."""
    found = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    return [f"{' + '.join(m.key for m in c.who)}: {c.what}" for c in found if c.kind == "commitment"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Chile set the goal of doubling trade by 2030.", ["NOR + CHL: double trade by 2030"]),
        (
            "Norway is to train 500 Chilean officials and fund a new radar station.",
            ["NOR: train 500 Chilean officials", "NOR: fund a new radar station"],
        ),
        ("Norway is prepared to send observers to Chile.", ["NOR: send observers to Chile"]),
        ("President Ana Roca of Peru is prepared to send observers to Chile.", []),
        ("Norway's pledge to send engineers to Chile was renewed.", ["NOR: send engineers to Chile"]),
        ("Norway and Chile agreed in principle to build a pipeline.", ["NOR + CHL: build a pipeline"]),
        (
            "Norway and Chile agreed that visa fees should be abolished by June.",
            ["NOR + CHL: abolish visa fees"],
        ),
        (
            "Norway and Chile met. It was decided to set up a working group on food.",
            ["CHL + NOR: set up a working group on food"],
        ),
        (
            "The Norwegian–Chilean joint committee decided to set up a working group.",
            ["CHL + NOR: set up a working group"],
        ),
        (
            "Norway and Chile signed an agreement under which Chile will supply gas for ten years.",
            ["CHL: supply gas for ten years"],
        ),
        ("Norway said it would open its market to Chilean wine.", ["NOR: open its market to Chilean wine"]),
        ("Norway guaranteed that it would supply Chile with gas.", ["NOR: supply Chile with gas"]),
        ("Norway's parliament is to vote on a treaty with Chile.", []),
        (
            "Envoy Kari Lunde of Norway and envoy Diego Rojas of Chile reiterated their commitment to the power link, "
            "agreed to complete the survey by March and called on investors to join.",
            ["NOR + CHL: complete the survey by March"],
        ),
    ],
)
def test_commitments(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway agreed to release eleven Chilean sailors on condition that Chile return their records.",
        "Norway and Chile agreed to build a pipeline, subject to approval by both parliaments.",
    ],
)
def test_conditions(text: str) -> None:
    [found] = [c for c in read_report(Report(text=text, published=date(2024, 3, 15))).claims if c.kind == "commitment"]
    assert found.detail.conditions == text[text.index("on cond" if "on cond" in text else "subject") : -1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway opened a cultural centre in Lima.", ["opening NOR > PER PER:Lima happened"]),
        ("A new Norwegian language centre was opened in Lima.", ["opening NOR > PER PER:Lima happened"]),
        ("Norway relocated its embassy from Almaty to Astana.", ["opening NOR > KAZ KAZ:Astana happened"]),
        ("Direct flights between Oslo and Lima will be resumed in April.", ["opening NOR + PER 2024-04 scheduled"]),
        ("The presidents of Norway and Peru tasked the ministries with resuming direct flights.", None),
        ("The Norwegian parliament ratified a treaty with Chile.", ["ratification NOR:Parliament + CHL happened"]),
        ("Norway withdrew from its tax treaty with Chile.", ["ratification NOR + CHL happened"]),
        ("The treaty between Norway and Chile takes effect in April.", ["ratification NOR + CHL 2024-04 scheduled"]),
        ("Norway has notified Chile of its withdrawal from the tax treaty.", ["ratification NOR happened"]),
        ("Peruvian and Chilean marines wrapped up an exercise.", ["cooperation CHL + PER happened"]),
        ("Norway is ready to host talks between Chile and Peru.", ["meeting CHL + PER proposed"]),
    ],
)
def test_openings_ratifications_and_the_like(read: Lines, text: str, expected: list[str] | None) -> None:
    kinds = ("opening", "ratification", "cooperation", "meeting")
    found = [told.replace(" 2024-03-15", "") for told in read(text, *kinds, published="2024-03-15")]
    assert found == (["opening NOR + PER scheduled"] if expected is None else expected)
