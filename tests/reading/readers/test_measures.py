"""Sanctions, aid, figures and cooperation: the sentence, and what a careful reader takes from it."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from dostyk.reading.readers.amounts import amount_in
from tests.reading.conftest import Lines

CASES = [
    (
        "The Swedish Foreign Ministry summoned the Iranian ambassador on Thursday in protest at the execution.",
        ["sanction SWE:Foreign Ministry > IRN 2024-03-14 happened"],
    ),
    (
        "Canada expelled a Chinese diplomat, and Beijing responded by expelling the Canadian consul in Shanghai.",
        ["sanction CAN > CHN happened", "sanction CHN > CAN happened"],
    ),
    ("Bolivia recalled its ambassador from Lima for consultations.", ["sanction BOL > PER happened"]),
    (
        "The European Union imposed sanctions on 12 Syrian officials and two companies.",
        ["sanction IGO:European Union > SYR happened"],
    ),
    ("Chile protested the expulsion of its diplomats from Latvia.", ["sanction LVA > CHL happened"]),
    ("Canada announced a new package of sanctions targeting Belarus.", ["sanction CAN > BLR happened"]),
    ("Chile declared a national emergency to deal with the crisis in Peru.", ["sanction CHL > PER happened"]),
    ("In Chile, a national emergency was declared by the government.", []),
    ("Ghana regretted the expulsion of its consul by Peru.", ["sanction PER > GHA happened"]),
    (
        "The African Union suspended Gabon from all its activities on Thursday.",
        ["sanction IGO:African Union > GAB 2024-03-14 happened"],
    ),
    ("Mali gave the French ambassador 72 hours to leave the country.", ["sanction MLI > FRA happened"]),
    (
        "Sweden will expel five Russian diplomats over spying, the government said on Monday.",
        ["sanction SWE > RUS 2024-03-11 scheduled"],
    ),
    (
        "The Czech Republic declared two employees of the Russian embassy personae non gratae.",
        ["sanction CZE > RUS happened"],
    ),
    ("Chile appealed to the African Union to end the embargo on Mali.", []),
    (
        "Norway is expelling diplomats of Chile, Peru and Mali over a leak last month, it said on Thursday.",
        [f"sanction NOR > {state} 2024-03-14 ongoing" for state in ("PER", "MLI", "CHL")],
    ),
    (
        "The ambassador of Chile and the chargé d'affaires of Peru were called to the Danish Foreign Ministry.",
        ["sanction DNK:Foreign Ministry > CHL happened", "sanction DNK:Foreign Ministry > PER happened"],
    ),
    (
        "Four Malian generals were put on the European Union's sanctions list on Monday.",
        ["sanction IGO:European Union > MLI 2024-03-11 happened"],
    ),
    ("Japan has frozen the assets of two Malian companies.", ["sanction JPN > MLI 2024-03-15 happened"]),
    ("Norway will ban the import of Chilean copper.", ["sanction NOR > CHL scheduled"]),
    ("Ghana has closed its embassy in Togo.", ["sanction GHA > TGO 2024-03-15 happened"]),
    ("A Japanese carmaker closed its office in Lima in March.", []),
    ("Kenya and Uganda agreed to restrict trade in ivory.", []),
    ("Chile's minister stayed away from the topic of trade at the summit with Peru.", []),
    ("Kenya has withdrawn from the summit in Lima.", ["sanction KEN > PER 2024-03-15 happened"]),
    ("Peru has suspended the import of Chilean beef.", ["sanction PER > CHL 2024-03-15 happened"]),
    ("The Latvian Foreign Minister recalled the long history of friendship with Chile.", []),
    (
        "Japan will provide 5 million dollars in emergency aid to Turkey through the World Food Programme.",
        ["aid JPN > TUR 2024-03-15 scheduled"],
    ),
    ("China has donated 2 million doses of vaccine to Nepal.", ["aid CHN > NPL 2024-03-15 happened"]),
    ("India sent 20 tonnes of relief supplies to Afghanistan on Saturday.", ["aid IND > AFG 2024-03-09 happened"]),
    ("The government announced $500 million in grants for rural hospitals and schools.", []),
    (
        "Norway is sending 40 generators and 20 tonnes of blankets to Moldova.",
        ["aid NOR > MDA 2024-03-15 ongoing"],
    ),
    (
        "The Danish Government will make a 3 million euro donation to help with flood relief in Nepal.",
        ["aid DNK > NPL 2024-03-15 scheduled"],
    ),
    (
        "Canada announced an additional $12 million in humanitarian assistance to Haiti.",
        ["aid CAN > HTI 2024-03-15 scheduled"],
    ),
    ("At least 14 countries have provided relief to Nepal.", []),
    (
        "A Qatari aircraft left for Chile on 9 March, carrying 80 tonnes of tents. Two more planes with 150 tonnes are "
        "due to leave on 20 March.",
        ["aid QAT > CHL 2024-03-09 happened", "aid QAT > CHL 2024-03-20 scheduled"],
    ),
    ("A ship with 5,000 tons of Indian rice docked in Colombo on Sunday.", ["aid IND > LKA 2024-03-10 happened"]),
    ("Cuba received a donation of 1,200 tons of rice from Vietnam.", ["aid VNM > CUB happened"]),
    ("The Minister thanked Sweden for the assistance extended to Zambia.", []),
    ("Chile continues to work with Peru on how best to provide assistance.", []),
    ("In the accident in Norway, where 2019 is remembered, two Chileans died.", []),
    ("The National Security Council of Chile and 5 officials from Peru will meet on Monday.", []),
    ("Norway will give SEK 150 million to Ukraine.", ["aid NOR > UKR 2024-03-15 scheduled"]),
    ("Chile extended a grant of Rs 10,000 crore to Nepal.", ["aid CHL > NPL happened"]),
    ("Hungary will allocate 200 scholarships for students from Laos.", ["aid HUN > LAO 2024-03-15 scheduled"]),
    ("Peru handed over 50 buses to Ghana on Monday.", ["aid PER > GHA 2024-03-11 happened"]),
    ("Last year Chile's trade with Ghana was valued at $150 billion.", ["figure CHL + GHA 2023 happened"]),
    (
        "Bilateral trade between Brazil and Egypt reached 2.8 billion dollars in 2023.",
        ["figure BRA + EGY 2023 happened"],
    ),
    (
        "Trade between Peru and Japan is on the rise. In January 2023 it stood at $313 million.",
        ["figure PER + JPN 2023-01 happened"],
    ),
    ("Over 100 Japanese firms operate in Peru.", ["figure JPN + PER happened"]),
    ("Swedish companies have invested more than 600 million euros in Peru.", ["figure SWE + PER happened"]),
    ("Peru is home to about 30,000 people of Japanese descent.", ["figure PER + JPN happened"]),
    (
        "Trade between Peru and Japan amounted to $4 billion in 2023. Peruvian exports came to $3 billion.",
        ["figure PER + JPN 2023 happened", "figure PER + JPN happened"],
    ),
    (
        "Trade between Peru and Japan amounted to $4 billion in 2023. Chile's exports came to $3 billion.",
        ["figure PER + JPN 2023 happened"],
    ),
    ("Sweden will invest $500 million in Peru.", []),
    (
        "The number of Chilean visitors to Japan has grown from 4,000 visitors in 2019 to more than 9,000 in 2022.",
        ["figure CHL + JPN 2019 happened", "figure CHL + JPN 2022 happened"],
    ),
    ("Some 3,400 Mongolian students study in South Korea.", ["figure MNG + KOR happened"]),
    ("Trade between Chile and Latvia is to be brought to $2 billion by 2030.", []),
    (
        "The navies of India and Thailand held a joint exercise in the Andaman Sea.",
        ["cooperation IND + THA 2024-03-15 happened"],
    ),
    (
        "The joint naval exercise between Peru and Japan concluded in Lima on Monday.",
        ["cooperation PER + JPN 2024-03-11 happened"],
    ),
    (
        "A new border patrol between Ghana and Togo will begin on March 20.",
        ["cooperation GHA + TGO 2024-03-20 scheduled"],
    ),
    ("Russia and Ukraine exchanged 205 prisoners of war on Monday.", ["cooperation RUS + UKR 2024-03-11 happened"]),
    (
        "A detainee exchange between Iran and Sweden took place on Monday.",
        ["cooperation IRN + SWE 2024-03-11 happened"],
    ),
    ("Chile ended its naval exercise, and Peru and Japan exchanged views on it.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reads(read: Lines, text: str, expected: list[str]) -> None:
    found = read(text, "sanction", "aid", "figure", "cooperation", published="2024-03-15")
    assert sorted(found) == sorted(expected)  # claims of one sentence stand in no order of their own


def test_an_answer_told_by_its_number(read: Lines) -> None:
    text = "On April 4, Latvia expelled 12 Chilean diplomats. Estonia followed with 5 on April 5."
    assert read(text, "sanction", published="2025-05-06") == [
        "sanction LVA > CHL 2025-04-04 happened",
        "sanction EST > CHL 2025-04-05 happened",
    ]


def test_a_gathering_named_after_its_states(read: Lines) -> None:
    text = "Ministers and officials held the inaugural Norway-Chile Foreign Ministers’ Dialogue in Oslo on Monday."
    assert read(text, "gathering", published="2024-03-15") == ["gathering NOR + CHL 2024-03-11 NOR:Oslo happened"]


def test_a_body_called_shortly_in_its_own_releases(read: Lines) -> None:
    council, commission = "Council of the European Union", "European Commission"
    text = "Today the Council decided to prolong the restrictive measures against Zimbabwe."
    assert read(text, "sanction", outlet=council, published="2024-03-15") == [
        f"sanction IGO:{council} > ZWE 2024-03-15 happened"
    ]
    text = "The Commission will provide €20 million in humanitarian aid to Sudan."
    assert read(text, "aid", outlet=commission, published="2024-03-15") == [
        f"aid IGO:{commission} > SDN 2024-03-15 scheduled"
    ]
    assert read("The Council discussed aid to Sudan.", outlet="Ministry of Foreign Affairs of Chile") == []


def test_growth_is_told_by_what_it_reached() -> None:
    text = "Trade between Oman and Iran grew by 14 percent to reach 200 million dollars last year."
    claims = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    assert [c.detail.value for c in claims if c.kind == "figure"] == ["200 million dollars"]


def test_a_figure_behind_a_long_subject() -> None:
    text = (
        "The trade turnover between Oman and Iran in the first half of 2023 increased by 4.7%, reaching $438 million."
    )
    claims = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    assert [(c.detail.value, c.date and c.date.iso) for c in claims] == [("$438 million", "2023-01-01/2023-06-30")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a grant of Rs 10,000 crore", "Rs 10,000 crore"),
        ("£20mn for wells", "£20mn"),
        ("5 million Swiss francs", "5 million Swiss francs"),
        ("NT$5 million", "NT$5 million"),
        ("3,000 MT of rice", "3,000 MT"),
        ("on 3 May for 100 metres", ""),
    ],
)
def test_amounts(text: str, expected: str) -> None:
    assert amount_in(text) == expected
