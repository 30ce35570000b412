"""How long a visit lasts that is told by its first day: the sentences, and the days of the visit."""

import pytest

from tests.reading.conftest import Lines

ARRIVED = "President Aino Ek of Finland arrived in Chile on May 4 for a "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (ARRIVED + "three-day visit.", "2025-05-04/2025-05-06"),
        (ARRIVED + "state visit. The two-day trip is her first.", "2025-05-04/2025-05-05"),
        (ARRIVED + "state visit. Her visit from May 4 to May 8 is her first.", "2025-05-04/2025-05-08"),
        (ARRIVED + "state visit. She stays three days.", "2025-05-04/2025-05-06"),
        (ARRIVED + "state visit. The Finnish president will remain for four days.", "2025-05-04/2025-05-07"),
        (ARRIVED + "state visit. She stays until Thursday.", "2025-05-04/2025-05-08"),
        (ARRIVED + "state visit. Her ambassador stays until Thursday.", "2025-05-04"),
        (ARRIVED + "state visit.", "2025-05-04"),
        (ARRIVED + "state visit. Peruvian Minister Luis Roca will pay a two-day visit in June.", "2025-05-04"),
        (ARRIVED + "private visit of five days.", "2025-05-04/2025-05-08"),
        (ARRIVED + "week-long visit.", "2025-05-04/2025-05-10"),
        (ARRIVED + "state visit lasting until Thursday.", "2025-05-04/2025-05-08"),
        ("President Aino Ek of Finland will visit Chile for three days from 12 May.", "2025-05-12/2025-05-14"),
        ("President Aino Ek of Finland returned on May 4 from a week-long visit to Chile.", "2025-04-28/2025-05-04"),
        ("President Aino Ek of Finland left Chile on May 4 after a three-day visit.", "2025-05-02/2025-05-04"),
        ("President Aino Ek of Finland concluded a three-day visit to Chile on May 4.", "2025-05-02/2025-05-04"),
        ("President Aino Ek of Finland today leaves for Chile on a two-day visit.", "2025-05-06/2025-05-07"),
        ("President Aino Ek of Finland will visit Chile next week, from 12 to 13 May.", "2025-05-12/2025-05-13"),
        (
            "President Aino Ek of Finland will visit Chile next month. The visit will take place from 3 to 5 June.",
            "2025-06-03/2025-06-05",
        ),
    ],
)
def test_days_of_a_visit(read: Lines, text: str, days: str) -> None:
    assert read(text, "visit")[0].startswith(f"visit FIN:Aino Ek > CHL {days} CHL")


@pytest.mark.parametrize(
    ("visit", "days"),
    [
        ("is on a visit to Chile from May 4 to May 8", " 2025-05-06/2025-05-08"),
        ("arrived in Chile on May 5 for a two-day visit", " 2025-05-06"),
        ("paid a visit to Chile from May 2 to 4", ""),
    ],
)
def test_what_is_planned_for_a_visit_that_has_begun_takes_the_days_left(read: Lines, visit: str, days: str) -> None:
    text = f"President Aino Ek of Finland {visit}. She is to meet Chilean Prime Minister Luis Vera."
    assert read(text, "meeting") == [f"meeting FIN:Aino Ek + CHL:Luis Vera{days} scheduled"]


@pytest.mark.parametrize("begun", ["begun on Sunday", "started on Sunday"])
def test_a_visit_that_has_begun_goes_on_up_to_the_report(read: Lines, begun: str) -> None:
    text = (
        "President Aino Ek of Finland met President Luis Vera of Chile today. Her official visit to Chile, "
        f"{begun}, is meant to bring the two nations closer."
    )
    assert read(text, "visit")[0].startswith("visit FIN:Aino Ek > CHL 2025-05-04/2025-05-06")


def test_a_report_of_talks_that_gives_the_visit_its_length(read: Lines) -> None:
    text = (
        "President Luis Vera of Chile met on Tuesday with Minister Eva Salo of Finland. Salo, whose two-day visit had "
        "not been announced, brought a letter."
    )
    assert any("FIN:Eva Salo > CHL 2025-05-06/2025-05-07" in line for line in read(text, "visit"))


@pytest.mark.parametrize("then", ["Following this ceremony", "Afterwards"])
def test_a_programme_goes_on_with_the_day_it_named_last(read: Lines, then: str) -> None:
    text = (
        "President Luis Vera will welcome President Aino Ek of Finland to Chile for a state visit from May 12 to 15. "
        "On Tuesday, May 13, President Vera will host an arrival ceremony.\n\n"
        f"{then}, President Vera and President Ek will hold a bilateral meeting."
    )
    assert any(" 2025-05-13 " in line for line in read(text, "meeting"))


def test_the_day_of_announcing_is_none_of_the_visit(read: Lines) -> None:
    text = "President Aino Ek of Finland will visit Chile on May 9. Her trip to Chile was announced today."
    assert read(text, "visit")[0].startswith("visit FIN:Aino Ek > CHL 2025-05-09 CHL")


def test_who_names_a_delegation_stays_at_home(read: Lines) -> None:
    text = (
        "President Aino Ek of Finland today announced the designation of a delegation to attend the inauguration of "
        "President Luis Vera in Santiago, Chile, on May 24, 2025.\n\nThe Honorable Eva Salo, Minister of Trade of "
        "Finland, will lead the delegation.\n\nMembers of the delegation:\n\n"
        "The Honorable Jari Oja, Ambassador of Finland\n\nThe Honorable Pia Kari, Director of Culture of Finland"
    )
    assert read(text, "visit")[0].startswith("visit FIN:Eva Salo + FIN:Jari Oja + FIN:Pia Kari > CHL 2025-05-24")


def test_a_spokesperson_behind_a_list_takes_no_part(read: Lines) -> None:
    text = "Finnish Minister Eva Salo met Chilean Minister Luis Vera on May 5, ministry spokesperson Pia Kari said."
    assert read(text, "meeting") == ["meeting FIN:Eva Salo + CHL:Luis Vera 2025-05-05 happened"]
