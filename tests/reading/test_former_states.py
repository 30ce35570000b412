"""States of former times, and those that few recognise, under keys of their own: the sentence, and who acts in it."""

import pytest

from tests.reading.conftest import Lines

TOLD_TODAY = [
    (
        "The Soviet Union and Bangladesh established diplomatic relations on 25 January 1972.",
        ["relations SUHH + BGD 1972-01-25 happened"],
    ),
    (
        "Cuba established diplomatic relations with the German Democratic Republic in January 1963.",
        ["relations CUB + DDDE 1963-01 happened"],
    ),
    ("Yugoslavia and Ethiopia established diplomatic relations in 1952.", ["relations YUCS + ETH 1952 happened"]),
    (
        "Serbia and Montenegro signed an agreement on minorities with Croatia in 2004.",
        ["signing CSXX + HRV 2004 happened"],
    ),
    ("Moscow recognised Bangladesh in January 1972.", ["relations SUHH + BGD 1972-01 happened"]),
    ("Prague and Havana signed an agreement on trade in 1960.", ["signing CSHH + CUB 1960 happened"]),
    ("Prague and Havana signed an agreement on trade in 2001.", ["signing CZE + CUB 2001 happened"]),
    (
        "The president of the United Arab Republic visited Yugoslavia in July 1958.",
        ["visit XUAR > YUCS 1958-07 YUCS happened"],
    ),
    # a state that is named by its present name, and one that went on under another name, stay themselves
    ("Russia and Bangladesh established diplomatic relations in 1972.", ["relations RUS + BGD 1972 happened"]),
    ("Upper Volta recognised Angola in 1975.", ["relations BFA + AGO 1975 happened"]),
    ("West Germany and Israel established diplomatic relations in 1965.", ["relations DEU + ISR 1965 happened"]),
]
TOLD_IN_1985 = [
    ("Moscow condemned the attack.", ["statement SUHH 1985-06-14 happened"]),
    ("The Kremlin condemned the attack.", ["statement SUHH 1985-06-14 happened"]),
    ("Prague expelled two Austrian diplomats on Thursday.", ["sanction CSHH > AUT 1985-06-13 happened"]),
    (
        "West Germany and East Germany signed an agreement on culture in East Berlin on Thursday.",
        ["signing DEU + DDDE 1985-06-13 happened"],
    ),
]
UNRECOGNISED = [
    ("Abkhazia and Nicaragua signed an agreement on visas.", ["signing XAB + NIC 2025-05-06 happened"]),
    (
        "The president of the TRNC met the Turkish ambassador on Monday.",
        ["meeting XNC + TUR 2025-05-05 happened"],
    ),
    (
        "Ethiopia and Somaliland signed a memorandum of understanding on 1 January 2024.",
        ["signing ETH + XSL 2024-01-01 happened"],
    ),
    (
        "Russia recognised the Donetsk People's Republic on 21 February 2022.",
        ["relations RUS + XDPR 2022-02-21 happened"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_TODAY)
def test_who_acted_then(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD_IN_1985)
def test_capitals_in_reports_of_their_time(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, published="1985-06-14") == expected


@pytest.mark.parametrize(("text", "expected"), UNRECOGNISED)
def test_unrecognised_actors(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_name_that_became_a_place(read: Lines) -> None:
    text = "The foreign minister of Nagorno-Karabakh met the French ambassador on Monday."
    assert read(text, published="2019-05-07") == ["meeting XNKR + FRA 2019-05-06 happened"]
    assert read("Norway's president visited Nagorno-Karabakh on Monday.") == [
        "visit NOR > AZE 2025-05-05 AZE:Nagorno-Karabakh happened"
    ]


def test_the_region_that_a_state_left_behind(read: Lines) -> None:
    assert read("Countries of the former Soviet Union signed an agreement with Norway in 1994.") == []
