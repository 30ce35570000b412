"""Visits, meetings and calls: the sentence, and what a careful reader takes from it."""

from datetime import date

import pytest

from tests.reading.conftest import Lines

WHITE_HOUSE = "The White House"

CASES = [
    (
        "President Aino Ek of Finland arrived in Santiago, Chile, on May 4 for a state visit.",
        ["visit FIN:Aino Ek > CHL 2025-05-04 CHL:Santiago happened"],
    ),
    (
        "Prime Minister Tom Hale of New Zealand will travel to Tokyo, Japan from June 9 to 12.",
        ["visit NZL:Tom Hale > JPN 2025-06-09/2025-06-12 JPN:Tokyo scheduled"],
    ),
    (
        "President Aino Ek of Finland met with President Luis Vera of Chile in Santiago on May 5.",
        ["meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "President Aino Ek of Finland held talks with Chilean Foreign Minister Rosa Pinto on Monday.",
        ["meeting FIN:Aino Ek + CHL:Rosa Pinto 2025-05-05 happened"],
    ),
    (
        "On May 5 Kenyan President Amos Kibet met Mr. Luis Vera, President of the Republic of Chile, who is paying a "
        "state visit to Kenya.",
        [
            "meeting KEN:Amos Kibet + CHL:Luis Vera 2025-05-05 happened",
            "visit CHL:Luis Vera > KEN 2025-05-05 KEN ongoing",
        ],
    ),
    (
        "Foreign Minister Tom Hale of New Zealand, who landed in Lima on May 3, met President Ana Roca of Peru.",
        [
            "visit NZL:Tom Hale > PER 2025-05-03 PER:Lima happened",
            "meeting NZL:Tom Hale + PER:Ana Roca 2025-05-06 happened",
        ],
    ),
    (
        "President Aino Ek of Finland is due to pay a state visit to Chile on May 9.",
        ["visit FIN:Aino Ek > CHL 2025-05-09 CHL scheduled"],
    ),
    (
        "President Aino Ek of Finland did not meet with President Luis Vera of Chile on May 5.",
        ["meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-05 denied"],
    ),
    (
        "President Aino Ek of Finland has postponed her trip to Chile.",
        ["visit FIN:Aino Ek > CHL CHL cancelled"],
    ),
    (
        "President Aino Ek of Finland spoke by telephone with President Luis Vera of Chile yesterday.",
        ["call FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland is to meet Luis Vera on Friday and to call on Speaker Rosa Pinto of Chile.",
        [
            "meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-09 scheduled",
            "meeting FIN:Aino Ek + CHL:Rosa Pinto 2025-05-09 scheduled",
        ],
    ),
    (
        "The fourth round of talks between Chile and Fiji is to be held in Suva from 22 to 26 May.",
        ["meeting CHL + FJI 2025-05-22/2025-05-26 FJI:Suva scheduled"],
    ),
    (
        "HELSINKI: President Aino Ek on Monday telephoned Chilean President Luis Vera.",
        ["call FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland received Ambassador Rosa Pinto of Chile by video link on Monday.",
        ["call FIN:Aino Ek + CHL:Rosa Pinto 2025-05-05 happened"],
    ),
    (
        "Chilean President Luis Vera was granted an audience by King Harald of Norway on Monday.",
        ["meeting CHL:Luis Vera + NOR:Harald 2025-05-05 happened"],
    ),
    ("President Aino Ek of Finland and President Luis Vera of Chile must meet the challenge of the climate.", []),
    ("President Luis Vera of Chile conveyed an invitation to meet President Aino Ek of Finland in Santiago.", []),
    (
        "President Aino Ek of Finland met with President Luis Vera of Chile and President Ana Roca of Peru on May 5.",
        ["meeting FIN:Aino Ek + CHL:Luis Vera + PER:Ana Roca 2025-05-05 happened"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_contacts(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "visit", "meeting", "call") == expected


def test_counterparts_met_apart_are_meetings_apart(read: Lines) -> None:
    text = (
        "President Aino Ek of Finland met separately on May 5 with President Luis Vera of Chile "
        "and Chilean Foreign Minister Rosa Pinto."
    )
    assert sorted(read(text, "meeting")) == [
        "meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened",
        "meeting FIN:Aino Ek + CHL:Rosa Pinto 2025-05-05 happened",
    ]


def test_two_tellings_of_one_meeting_are_one_claim(read: Lines) -> None:
    text = (
        "President Aino Ek of Finland met President Luis Vera of Chile on May 5.\n\n"
        "During the meeting with President Vera, President Ek spoke of trade."
    )
    assert read(text, "meeting") == ["meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"]


def test_a_spokesman_of_the_house_need_not_name_his_state(read: Lines) -> None:
    text = "President Joan Reed met today with Prime Minister Per Lund of Norway."
    assert read(text, "meeting", outlet=WHITE_HOUSE) == ["meeting USA:Joan Reed + NOR:Per Lund 2025-05-06 happened"]


def test_without_a_day_of_publication_relative_days_stay_open() -> None:
    from dostyk.model import Report
    from dostyk.reading import read_report

    reading = read_report(Report(text="President Aino Ek of Finland visited Chile yesterday."))
    visit = next(c for c in reading.claims if c.kind == "visit")
    assert visit.date is None
    assert visit.date_basis == ""
    assert [p.code for p in reading.problems] == ["no-published-day"]


def test_what_is_made_easier_did_not_take_place(read: Lines) -> None:
    text = "President Omarova of Kazakhstan said the flights made it easier for her to meet President Olsen of Norway."
    assert read(text, "meeting") == []


def test_an_old_visit_takes_no_form_from_a_new_one() -> None:
    from dostyk.model import Report
    from dostyk.reading import read_report

    text = (
        "President Luis Vera of Chile received the President of Finland, Aino Ek. He recalled that in 1961, the first"
        " President of Finland, Onni Salo, visited Chile.\n\n“Your state visit to our country has been truly historic,”"
        " the President of Chile said."
    )
    visits = [c for c in read_report(Report(text=text, published=date(2025, 5, 6))).claims if c.kind == "visit"]
    assert [c.detail.form for c in visits if c.date and c.date.iso == "1961"] == ["visit"]


def test_each_of_several_hosts_and_ministers_is_met_apart(read: Lines) -> None:
    received = (
        "President Aino Ek of Finland was received on May 5 by Governor-General Ana Roca of Chile, "
        "Prime Minister Luis Vera and Speaker Rosa Pinto."
    )
    spoken = "On the sidelines of the assembly President Aino Ek spoke on May 5 with the ministers of Chile and Malta."
    assert len(read(received, "meeting")) == 3
    assert sorted(read(spoken, "meeting", outlet="Yle, Finland")) == [
        "meeting FIN:Aino Ek + CHL 2025-05-05 happened",
        "meeting FIN:Aino Ek + MLT 2025-05-05 happened",
    ]


def test_what_is_done_on_a_stop_of_a_tour_takes_its_days(read: Lines) -> None:
    text = (
        "President Aino Ek of Finland visited Chile from 28 to 30 April and Peru from 1 to 3 May. "
        "In Peru she met President Ana Roca."
    )
    assert read(text, "meeting") == ["meeting FIN:Aino Ek + PER:Ana Roca 2025-05-01/2025-05-03 PER happened"]


def test_news_keeps_its_own_day_beside_older_acts(read: Lines) -> None:
    text = (
        "ACCRA, May 6 - Ghana and Chile want peace. Their officials say so.\n\n"
        "Chile recalled its ambassador to Peru on April 29.\n\nChilean Foreign Minister Ana Roca is visiting Ghana."
    )
    assert read(text, "visit") == ["visit CHL:Ana Roca > GHA 2025-05-06 GHA ongoing"]
