"""Gatherings: the sentences, and those who take part in them."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines

CASES = [
    (
        "The Norway–Chile Intergovernmental Commission on Trade met in Oslo on 5 May.",
        ["NOR + CHL 2025-05-05 NOR:Oslo happened"],
    ),
    (
        "The Kenyan-Ghanaian Strategic Council held its seventh meeting in Accra on Monday.",
        ["KEN + GHA 2025-05-05 GHA:Accra happened"],
    ),
    (
        "The 12th session of the Norway-Chile Intergovernmental Committee opened in Lima on Monday.",
        ["NOR + CHL 2025-05-05 PER:Lima happened"],
    ),
    (
        "The third meeting of the Nepal-Qatar Joint Commission was held in Kathmandu on Monday.",
        ["NPL + QAT 2025-05-05 NPL:Kathmandu happened"],
    ),
    (
        "A conference in Oslo on Monday brought together ministers from Kenya, Ghana and Chile.",
        ["KEN + GHA + CHL 2025-05-05 NOR:Oslo happened"],
    ),
    (
        "The heads of state of Kenya, Ghana, Malawi and Chad took part in the Ocean Summit in Accra on Monday.",
        ["KEN + GHA + MWI + TCD 2025-05-05 GHA:Accra happened"],
    ),
    (
        "The 46th CARICOM summit will be held in Barbados from 19 to 21 June.",
        ["IGO:CARICOM 2025-06-19/2025-06-21 BRB scheduled"],
    ),
    ("Kenya, Ghana and Chile held a trilateral meeting in Lima on Monday.", []),
    (
        "The Joint Economic Committee of Oman and Kenya convened in Muscat on Monday. "
        "Oman's Commerce Minister Said Harib and Kenya's Trade Minister Jane Otieno headed the delegations.",
        ["OMN:Said Harib + KEN:Jane Otieno + OMN:Joint Economic Committee 2025-05-05 OMN:Muscat happened"],
    ),
    (
        "Norway and Ghana will co-host the second Ocean Conference in Accra on 3-4 June 2025.",
        ["NOR + GHA 2025-06-03/2025-06-04 GHA:Accra scheduled"],
    ),
    (
        "President Aino Ek of Finland thanked President Luis Vera for hosting the Kenya-Chile Summit on May 3.",
        ["KEN + CHL 2025-05-03 happened"],
    ),
    (
        "President Aino Ek of Finland met President Luis Vera of Chile on Monday on the margins of the Arctic Summit.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland will attend the ASEAN-Australia Special Summit in Sydney on 17 May.",
        ["FIN:Aino Ek + IGO:ASEAN + AUS 2025-05-17 AUS:Sydney scheduled"],
    ),
    (
        "The 8th Antalya Diplomacy Forum will be held in Turkey from 10 to 12 June.",
        ["TUR 2025-06-10/2025-06-12 TUR scheduled"],
    ),
    ("President Aino Ek of Finland held separate meetings on Monday with Chilean President Luis Vera.", []),
    (
        "The Emir of Qatar hosted a banquet in honour of Finnish President Aino Ek on Monday.",
        ["QAT + FIN:Aino Ek 2025-05-05 happened"],
    ),
    (
        "Finnish President Aino Ek attended a luncheon hosted by Chilean President Luis Vera on Monday.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland and President Luis Vera of Chile watched the parade on Monday.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "Finnish Defence Minister Aino Ek will discuss Mali at the Sahel Defence Ministers' meeting in Oslo on 12 May.",
        ["FIN:Aino Ek 2025-05-12 scheduled"],
    ),
    (
        "Finland and Chile agreed to a conference on trade to be held in Lima in June.",
        ["FIN + CHL 2025-06 PER:Lima scheduled"],
    ),
    ("Finland opened its high commission in Abuja and offered to open dialogue with Chile.", []),
    ("He passed on an invitation for Kenya to take part in the Ocean Summit.", []),
    ("President Aino Ek of Finland spoke at a news conference on Monday and is holding meetings in Chile.", []),
    (
        "President Aino Ek of Finland was in Lima on Monday for the Arctic Summit.",
        ["FIN:Aino Ek 2025-05-05 happened"],
    ),
    (
        "A Finnish delegation led by Speaker Aino Ek reached Lima on Monday to attend the Arctic Forum on Friday.",
        ["FIN:Aino Ek 2025-05-09 scheduled"],
    ),
    (
        "Finnish President Aino Ek and Chilean President Luis Vera discussed the Arctic Summit, which will "
        "take place in "
        "Norway.",
        ["NOR NOR scheduled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_gatherings(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "gathering") == [f"gathering {line}" for line in expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Aino Ek of Finland attended the Arctic Summit at the invitation of the host.", "Arctic Summit"),
        ("Finland and Chile took part in the fourth Arctic Forum, held in Lima on Monday.", "fourth Arctic Forum"),
    ],
)
def test_a_gathering_is_named_without_what_is_told_of_it(text: str, name: str) -> None:
    claims = read_report(Report(text=text, published=date(2025, 5, 6))).claims
    assert [c.what for c in claims if c.kind == "gathering"] == [name]
