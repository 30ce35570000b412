"""What a report tells across sentences: papers told of twice, days told elsewhere, who is meant by an office."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Lines
from tests.reading.readers.said import claims_of

BOTH = "Norwegian Prime Minister Kari Lunde held talks with Chilean President Diego Rojas in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        (  # the agreement is told of twice
            "Norway and Chile signed an agreement on fish in Oslo on 3 May 2024. The agreement was signed during "
            "President Diego Rojas's visit to Norway.",
            ["signing"],
            ["signing NOR + CHL 2024-05-03 NOR:Oslo happened"],
        ),
        (
            "Kari Lunde of Norway has been pleased since President Diego Rojas's visit to Norway in March 2024. The "
            "research treaty signed at that time, in force since June 2024, had made work easier for Norway and Chile.",
            ["signing", "ratification"],
            ["signing NOR + CHL 2024-03 happened", "ratification NOR + CHL 2024-06 happened"],
        ),
        ("The treaty between Norway and Chile, in effect since 2019, covers fish.", ["ratification"],
         ["ratification NOR + CHL 2019 happened"]),
        ("The minister, in office since 2019, spoke of the treaty between Norway and Chile.", ["ratification"], []),
        (  # a partnership comes with the paper that makes it
            BOTH + "A joint statement that raises ties of Norway and Chile to a strategic partnership is to "
            "be adopted on Wednesday.",
            ["relations"],
            ["relations NOR + CHL 2025-05-07 scheduled"],
        ),
        (  # what somebody means to do some day is not planned for the visit
            "Chilean President Diego Rojas has been in Norway since Sunday; his visit ends on Wednesday. Norway "
            "intends to conclude a fishing agreement with Chile.",
            ["signing"],
            ["signing NOR + CHL scheduled"],
        ),
        (  # the days of a summit are those of its guest's stay
            "Chilean President Diego Rojas will attend the Seed Summit in Norway later this month. Norway will host "
            "the leaders in the harbour of Bergen from May 20 to 22.",
            ["gathering"],
            ["gathering CHL:Diego Rojas 2025-05-20/2025-05-22 NOR scheduled"],
        ),
        (BOTH + "The plan builds on the 4th Ministerial Dialogue on Fish, held in Oslo on April 30.", ["gathering"],
         ["gathering NOR + CHL 2025-04-30 NOR:Oslo happened"]),
        (BOTH + "The 4th Ministerial Forum was held in Oslo on April 30.", ["gathering"],
         ["gathering NOR 2025-04-30 NOR:Oslo happened"]),
        (
            "Norwegian Prime Minister Kari Lunde said she had raised it personally with President Diego Rojas of "
            "Chile at the Seed Summit.",
            ["meeting"],
            ["meeting NOR:Kari Lunde + CHL:Diego Rojas happened"],
        ),
        ("Norwegian Prime Minister Kari Lunde raised the matter with President Diego Rojas of Chile by letter.",
         ["meeting"], []),
        (
            "Besides Foreign Minister Ana Soto, Norwegian Prime Minister Kari Lunde met President Diego Rojas of "
            "Chile on Monday.",
            ["meeting"],
            ["meeting NOR:Kari Lunde + CHL:Diego Rojas 2025-05-05 happened",
             "meeting NOR:Kari Lunde + CHL:Ana Soto 2025-05-05 happened"],
        ),
        (
            BOTH + "On Wednesday the two leaders are scheduled to tour a weaving village near Bergen.",
            ["gathering"],
            ["gathering NOR:Kari Lunde + CHL:Diego Rojas 2025-05-07 scheduled"],
        ),
        (BOTH + "Lunde invited Chilean shippers to use the northern sea route.", ["invitation"], []),
        (
            "Norwegian Prime Minister Kari Lunde ended her state visit to Chile on Tuesday. She met Speaker Ana Soto "
            "of Chile and visited the port of Arica.",
            ["meeting"],
            ["meeting NOR:Kari Lunde + CHL:Ana Soto happened"],
        ),
        (
            "Norwegian Prime Minister Kari Lunde met today with President Diego Rojas of Chile, who is attending the "
            "Seed Summit in Oslo. They looked forward to meeting again soon.",
            ["meeting"],
            ["meeting NOR:Kari Lunde + CHL:Diego Rojas 2025-05-06 happened",
             "meeting NOR:Kari Lunde + CHL:Diego Rojas scheduled"],
        ),
        (BOTH + "They signed a memorandum under which they will hold yearly sessions of experts.", ["gathering"], []),
    ],
)  # fmt: skip
def test_what_is_read(read: Lines, text: str, kinds: list[str], expected: list[str]) -> None:
    assert sorted(read(text, *kinds)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the delegations exchanged memoranda on fish stocks, on culture and on sport, the latter two for "
         "2025, and on sister ties between Bergen and Arica.",
         ["memorandum on culture", "memorandum on fish stocks", "memorandum on sister ties between Bergen and Arica",
          "memorandum on sport"]),
        ("Norway and Chile signed agreements on transport and on the return of archives.",
         ["agreement on the return of archives", "agreement on transport"]),
        ("Norway and Chile signed agreements on transport.", ["agreements on transport"]),
        ("Norway and Chile signed a treaty on fish and President Diego Rojas thanked his host.",
         ["treaty on fish"]),
    ],
)  # fmt: skip
def test_papers_are_named_by_what_each_is_on(text: str, expected: list[str]) -> None:
    assert sorted(claim.what for claim in claims_of(text, "signing")) == expected


@pytest.mark.parametrize(
    ("counted", "number"),
    [("eight documents", "eight documents"), ("12 agreements on trade", "12 agreements"), ("documents", ""),
     ("a treaty on the 1990 borders", "")],
)  # fmt: skip
def test_how_many_papers_were_signed(counted: str, number: str) -> None:
    assert {c.detail.value for c in claims_of(f"Norway and Chile signed {counted} in Oslo.", "signing")} == {number}


SENT = "President Diego Rojas of Chile spoke to a visiting delegation of the Labour Party of Norway. "


def test_who_leads_a_delegation_acts_for_the_state_that_sends_it(read: Lines) -> None:
    text = SENT + (
        "The delegation, which worked in Chile from May 2 to 4, was led by Board member Kari Lunde, President of the "
        "Roald Dahl Academy of Law. Receiving Lunde, the President praised the talks. He called Norway a friend."
    )
    assert read(text, "visit", "meeting", "office") == [
        "office CHL:Diego Rojas CHL ongoing",
        "visit NOR:Kari Lunde > CHL 2025-05-02/2025-05-04 CHL happened",
        "office NOR:Kari Lunde NOR ongoing",
        "meeting CHL:Diego Rojas + NOR:Kari Lunde 2025-05-02/2025-05-04 happened",
    ]
    offices = [claim.what for claim in claims_of(text, "office") if claim.who[0].key == "NOR:Kari Lunde"]
    assert offices != ["President"]
    assert {c.who[0].key for c in claims_of(text, "statement")} == {"CHL:Diego Rojas"}


def test_who_works_abroad_pays_no_visit(read: Lines) -> None:
    assert read("Norwegian engineer Kari Lunde worked in Chile from 1990 to 1997 and met Diego Rojas.", "visit") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Norwegian trade mission to Peru planned for June had been postponed on Friday.",
         ["visit NOR > PER 2025-06 cancelled"]),
        ("Norway has cancelled an economic mission to Peru planned for April.", ["visit NOR > PER 2025-04 cancelled"]),
        ("Norway's trade minister will not be leading business people to Lima next month after all. The five-day "
         "mission, due to begin on June 9, has been postponed for now, a spokeswoman wrote.",
         ["visit NOR > PER 2025-06-09/2025-06-13 PER:Lima cancelled"]),
        ("Norway led business people to Lima in April.", ["visit NOR > PER 2025-04 PER:Lima happened"]),
        ("The ministers of Norway and Peru said the trade mission was a success.", []),
        ("Norway's trade minister led the mission of experts at home.", []),
    ],
)  # fmt: skip
def test_missions_of_business_people(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "visit") == expected


@pytest.mark.parametrize("among", ["among them", "including"])
def test_examples_of_several_are_of_their_state(read: Lines, among: str) -> None:
    text = f"OSLO — Norway expelled six Chilean diplomats, {among} Acting Ambassador Ana Soto, the ministry said."
    assert "office CHL:Ana Soto CHL ongoing" in read(text, "office")


def test_a_diplomat_is_no_office(read: Lines) -> None:
    assert read("Kari Lunde, a Norwegian diplomat for 35 years, arrived in Chile.", "office") == []
