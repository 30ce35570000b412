"""Signings, ratifications, relations and openings: the sentence, and what a careful reader takes from it."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines

CASES = [
    (
        "Vietnam and Laos signed five cooperation agreements on trade, energy and education in Hanoi on Thursday.",
        ["signing VNM + LAO 2024-03-14 VNM:Hanoi happened"],
    ),
    (
        "Malaysia and Turkiye are expected to sign a free trade agreement in June.",
        ["signing MYS + TUR 2024-06 scheduled"],
    ),
    (
        "Japan and Nepal exchanged notes on Tuesday for a grant for the improvement of water supply.",
        ["signing JPN + NPL 2024-03-12 happened"],
    ),
    (
        "Togo and Ghana exchanged the instruments of ratification of their maritime border treaty on Monday.",
        ["ratification TGO + GHA 2024-03-11 happened"],
    ),
    ("Latvia hoped that a treaty on fisheries would be signed by Chile at an early date.", []),
    (
        "The new agreements between Peru and Ghana will make travel easier.",
        ["signing PER + GHA happened"],
    ),
    ("Togo and Ghana discussed the treaty, which many states have not ratified.", []),
    ("The tariffs of Togo and Ghana will fall as soon as the agreement enters into force.", []),
    ("The anniversary marks the signing of the agreement between Chile and Latvia.", []),
    ("President Ana Sol of Chile signed the guest book at the Latvian parliament.", []),
    (
        "The Finnish parliament on Wednesday ratified the defence cooperation agreement with the United States.",
        ["ratification FIN:Parliament + USA 2024-03-13 happened"],
    ),
    (
        "The National Assembly of Slovenia ratified the Treaty on Friendship with Croatia on 5 March 2024.",
        ["ratification SVN:National Assembly + HRV 2024-03-05 happened"],
    ),
    (
        "The free trade agreement between Chile and India entered into force on 1 March.",
        ["ratification CHL + IND 2024-03-01 happened"],
    ),
    (
        "Estonia and Bhutan established diplomatic relations on Tuesday by signing a joint communique in New York.",
        ["relations EST + BTN 2024-03-12 happened", "signing EST + BTN 2024-03-12 USA:New York happened"],
    ),
    (
        "Honduras severed diplomatic relations with Taiwan and recognised the People's Republic of China.",
        ["relations HND + TWN happened", "relations HND + CHN happened"],
    ),
    (
        "Chile and Latvia marked the 30th anniversary of diplomatic relations on 12 March.",
        ["relations CHL + LVA 1994 happened"],
    ),
    (
        "Saudi Arabia and Iran agreed to resume diplomatic relations within two months.",
        ["relations SAU + IRN scheduled"],
    ),
    ("The two ministers said that ties between Chile and Latvia had been raised to a new height.", []),
    ("Presidents Ana Sol of Chile and Ivo Brand of Latvia stressed the need to recognise cultural diversity.", []),
    ("Peru and Bhutan have had diplomatic relations since March 1.", ["relations PER + BTN 2024-03-01 happened"]),
    (
        "The summit marks fifty years since three states -- Benin, Ghana and Mali -- established relations with Cuba.",
        [f"relations {state} + CUB 1974 happened" for state in ("BEN", "GHA", "MLI")],
    ),
    (
        "Chile and Japan have a Strategic Partnership established in March 2009.",
        ["relations CHL + JPN 2009-03 happened"],
    ),
    ("Kenya and Oman have firmly established ties.", []),
    (
        "The agreement was signed for Jordan by Transport Minister Wijdan Ali and for Peru by Ambassador Luis Ortega.",
        ["signing JOR:Wijdan Ali + PER:Luis Ortega 2024-03-15 happened"],
    ),
    (
        "Peru's health ministry signed a memorandum of understanding with Biofarma of Cuba.",
        ["signing PER:Health Ministry + CUB 2024-03-15 happened"],
    ),
    (
        "The Treaty will be submitted to the Senate of Chile for approval.",
        ["ratification CHL:Senate proposed"],
    ),
    ("Chile and Peru expressed their commitment to concluding a customs agreement.", ["signing CHL + PER scheduled"]),
    ("Chile and Peru stressed the importance of signing a customs agreement.", ["signing CHL + PER proposed"]),
    (
        "President Ana Roca of Peru and President Ivo Brand of Latvia witnessed the exchange of six documents.",
        ["signing PER + LVA 2024-03-15 happened"],
    ),
    (
        "President Ana Roca of Peru will meet President Ivo Brand of Latvia on Monday. "
        "A joint statement is expected to be adopted.",
        ["signing PER:Ana Roca + LVA:Ivo Brand 2024-03-18 scheduled"],
    ),
    (
        "President Ana Roca of Peru signed a law ratifying the treaty with Latvia on Monday.",
        ["ratification PER:Ana Roca + LVA 2024-03-11 happened"],
    ),
    ("Zambia passed a law to ratify the treaty with Malawi.", ["ratification ZMB + MWI 2024-03-15 happened"]),
    ("Peru thanked the states which have not recognized Kosovo.", []),
    (
        "The Chilean minister Ana Roca and her Latvian colleague Ivo Brand attended the opening of Tonga's new High "
        "Commission in Riga on Monday.",
        ["opening TON > LVA 2024-03-11 LVA:Riga happened"],
    ),
    (
        "Peruvian Foreign Minister Ana Roca came to Accra on Monday and declared the embassy open.",
        ["opening PER:Ana Roca 2024-03-11 happened"],
    ),
    (
        "The recent announcement of a new service by Chile Southern from Santiago to Tunis is welcome.",
        ["opening CHL:Chile Southern > TUN scheduled"],
    ),
    (
        "Kenya and Norway announced the establishment of a joint working group on Monday.",
        ["opening KEN + NOR 2024-03-11 happened"],
    ),
    ("Denmark opened an embassy in Tunis on Monday.", ["opening DNK > TUN 2024-03-11 TUN:Tunis happened"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reads(read: Lines, text: str, expected: list[str]) -> None:
    got = read(text, "signing", "ratification", "relations", "opening", published="2024-03-15")
    assert sorted(got) == sorted(expected)


@pytest.mark.parametrize(
    ("verb", "form"), [("signed", "signed"), ("adopted", "adopted"), ("initialled", "initialled"), ("exchanged", "")]
)
def test_how_an_instrument_was_made_is_kept_where_it_tells_reports_apart(verb: str, form: str) -> None:
    text = f"Kenya and Peru {verb} a joint statement on ports in Nairobi on Monday."
    claims = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    assert [c.detail.form for c in claims if c.kind == "signing"] == [form]
