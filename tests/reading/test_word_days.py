"""Days of words, undertakings and anniversaries without a time of their own: the sentences, and the days."""

import pytest

from tests.reading.conftest import Lines

TRIP = "President Aino Ek of Finland will visit Chile from June 9 to 12 to meet President Luis Vera. "


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (TRIP + "She will thank President Vera for his support.", "statement", "2025-06-09/2025-06-12"),
        (TRIP + "She plans to underscore the importance of free trade.", "statement", "2025-06-09/2025-06-12"),
        (
            "On May 9, President Aino Ek of Finland will host President Luis Vera of Chile for a meeting. "
            "The leaders will reaffirm the partnership between Finland and Chile.",
            "statement",
            "2025-05-09",
        ),
    ],
)
def test_what_is_to_be_said_is_of_the_trip(read: Lines, text: str, kind: str, said: str) -> None:
    assert any(f" {said} " in f"{line} " and line.endswith("scheduled") for line in read(text, kind))


TREATY = (
    "The Treaty on Mutual Assistance between Finland and Chile entered into force on May 5.\n\nPresident Aino Ek of "
    "Finland and President Luis Vera of Chile signed the treaty on March 3, 2025.\n\n"
)


@pytest.mark.parametrize(
    "terms",
    [
        "When a threat arises, they are to consult each other.",
        "Neither may conclude with third countries agreements directed against the other's security.",
    ],
)
def test_the_terms_of_a_treaty_are_of_its_signing(read: Lines, terms: str) -> None:
    assert [line.split()[4] for line in read(TREATY + terms, "commitment")] == ["2025-03-03"]


def test_what_was_agreed_on_a_visit_is_not_of_the_day_of_an_honour(read: Lines) -> None:
    text = (
        "SANTIAGO, May 6: President Aino Ek of Finland has been decorated with the Order of Merit by President Luis "
        "Vera of Chile on Monday.\n\nPresident Ek, who came to Chile on Sunday, ends her three-day visit today. It has "
        "been agreed that a joint commission would be set up by Finland and Chile."
    )
    assert any("2025-05-04/2025-05-06" in line for line in read(text, "commitment"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("when Finland celebrates the 80th anniversary of its parliament", "2025"),
        ("as Finland marks the 30th anniversary of the accord", "2025"),
    ],
)
def test_an_anniversary_of_these_times_is_of_the_year(read: Lines, text: str, day: str) -> None:
    text = f"President Aino Ek of Finland met President Luis Vera of Chile on May 5. The talks come at a time {text}."
    assert all(f" {day} " in line for line in read(text, "gathering"))
    assert read(text, "gathering")


@pytest.mark.parametrize("answer", ["In retaliation for", "In response to"])
def test_what_is_answered_came_before_the_answer(read: Lines, answer: str) -> None:
    text = (
        f"{answer} the expulsion of Finns from Chile earlier this month, four Chilean diplomats have to leave "
        "Finland.\n\nChile's ambassador was summoned to the Foreign Ministry in Helsinki on Monday."
    )
    lines = read(text, "sanction", published="2025-05-19")
    assert any("FIN > CHL 2025-05-19" in line for line in lines)


@pytest.mark.parametrize("day", ["Friday", "Thursday"])
def test_a_day_that_opens_a_sentence_is_of_what_it_tells(read: Lines, day: str) -> None:
    text = (
        "A Chilean diplomat was expelled from Finland last week.\n\n"
        f"On {day} Santiago retaliated: six Finns at the embassy there were declared unwelcome."
    )
    days = {"Friday": "2025-05-02", "Thursday": "2025-05-01"}
    assert any(f"CHL > FIN {days[day]}" in line for line in read(text, "sanction"))


@pytest.mark.parametrize(
    ("until", "month"), [("before the end of October 2025", "2025-10"), ("by the end of March 2026", "2026-03")]
)
def test_what_may_come_up_to_the_end_of_a_month_is_awaited_in_it(read: Lines, until: str, month: str) -> None:
    text = (
        "The parliament of Finland today approved the trade agreement between Finland and Chile. "
        f"The agreement's entry into force is expected {until}."
    )
    assert any(f" {month} scheduled" in line for line in read(text, "ratification"))
