"""Measures that answer or repeat another, of several or in one sentence with another act; amounts that many give."""

import re

import pytest

from tests.reading.conftest import Lines

SANCTIONS = [
    (
        "Norway imposed sanctions on five Chilean banks. Sweden took similar measures on Friday.",
        ["NOR > CHL 2024-03-15", "SWE > CHL 2024-03-15"],
    ),
    (
        "Norway put tariffs on Chilean copper. Chile retaliated with tariffs of its own on Norwegian fish.",
        ["NOR > CHL", "CHL > NOR"],
    ),
    ("Chile hit back on Thursday with a 25 percent tariff on Norwegian cars.", ["CHL > NOR 2024-03-14"]),
    (
        "Norway expelled two Chilean diplomats on Monday. Chile followed suit on Tuesday.",
        ["NOR > CHL 2024-03-11", "CHL > NOR 2024-03-12"],
    ),
    ("Norway expelled two Chilean diplomats, and Sweden followed suit.", ["NOR > CHL", "SWE > CHL"]),
    ("Norway closed its border with Chile. Sweden and Peru did the same.", ["NOR > CHL", "SWE + PER > CHL"]),
    (
        "Kenya's expulsion of two Chilean officials drew an angry reaction from Santiago, which summoned the Kenyan "
        "ambassador on Wednesday.",
        ["KEN > CHL 2024-03-13", "CHL > KEN 2024-03-13"],
    ),
    (
        "Norway suspended bus services between the two countries and recalled its ambassador from Chile.",
        ["NOR > CHL", "NOR > CHL"],
    ),
    ("Norway suspended all flights to Chile and called back its ambassador.", ["NOR > CHL", "NOR > CHL"]),
    ("Sweden and Peru banned poultry imports from Chile on Monday.", ["SWE + PER > CHL 2024-03-11"]),
    ("Sweden banned beef from Chile on Monday.", ["SWE > CHL 2024-03-11"]),
    ("Norway has suspended a fishing agreement with Chile.", ["NOR > CHL 2024-03-15"]),
    ("Kenya raised tariffs on Chilean wine to 30 percent.", ["KEN > CHL"]),
    ("Kenya scrapped duties on Chilean wine.", ["KEN > CHL"]),
    ("Norway ordered the closure of Chile's consulate in Bergen.", ["NOR > CHL"]),
    # and these are none
    ("Kenya and Chile agreed to scrap duties on wine.", []),
    ("Norway and Chile suspended their fishing agreement.", []),
    ("Chile's minister said they would do the same.", []),
]
AID = [
    (
        "Donors pledged $640 million for Mali, including 120 million euros from Norway and 90 million pounds from "
        "Sweden.",
        ["aid NOR > MLI scheduled", "aid SWE > MLI scheduled"],
    ),
    ("Norway has extended a $50 million line of credit to Mali.", ["aid NOR > MLI happened"]),
    ("The World Bank will lend Kenya a further $300 million.", ["aid IGO:World Bank > KEN scheduled"]),
    ("Norway is to provide Mali with 12 howitzers.", ["aid NOR > MLI scheduled"]),
    ("Norway handed over 20 ambulances to Mali's health ministry.", ["aid NOR > MLI happened"]),
    ("Mali has received 20 tractors from Norway.", ["aid NOR > MLI happened"]),
    ("Humanitarian aid from Norway arrived in Mali.", ["aid NOR > MLI happened"]),
    ("The first shipment of wheat donated by Norway has reached Mali.", ["aid NOR > MLI happened"]),
    ("Norway cancelled Malian debts of 20 million dollars.", ["aid NOR > MLI happened"]),
    (
        "The Saudi Fund for Development granted Mali a loan of 30 million dollars.",
        ["aid SAU:Saudi Fund for Development > MLI happened"],
    ),
    ("The Turkish Red Crescent sent two planes with tents to Mali.", ["aid TUR:Turkish Red Crescent > MLI happened"]),
    # and these are none
    ("Norway's aim is to provide Mali with 20 million dollars.", []),
    ("Norway received 300 students from Mali.", []),
    ("Trade rose to 20 million dollars, including 5 million from Norway and 3 million from Mali.", []),
]


@pytest.mark.parametrize(("text", "expected"), SANCTIONS)
def test_sanctions(read: Lines, text: str, expected: list[str]) -> None:
    found = read(text, "sanction", published="2024-03-15")
    assert sorted(found) == sorted(f"sanction {told} happened" for told in expected)


@pytest.mark.parametrize(("text", "expected"), AID)
def test_aid(read: Lines, text: str, expected: list[str]) -> None:
    found = [re.sub(r" \d{4}\S*", "", told) for told in read(text, "aid")]
    assert sorted(found) == sorted(expected)


def test_what_remains_of_a_measure_is_lifted_later(read: Lines) -> None:
    told = "Norway eased curbs on salmon from Chile and will lift the remaining ones in July."
    found = read(told, "sanction", "commitment", published="2024-03-15")
    assert found == ["sanction NOR > CHL happened", "sanction NOR > CHL 2024-07 scheduled"]
