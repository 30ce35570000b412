"""Terms of promises, times read in order through a text, and TIMEX values."""

from datetime import date

import pytest

from dostyk.language.dates import find, read, resolve, terms, timex
from dostyk.model import Interval

DAY = date(2025, 5, 6)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("They will hand over the list within 30 days.", "2025-05-06", "2025-06-05"),
        ("Trade is to double over the next two years.", "2025-05-06", "2027-05-06"),
        ("The road must be ready no later than March 2026.", "2025-05-06", "2026-03-31"),
        ("The road must be ready by 2030.", "2025-05-06", "2030-12-31"),
        ("Talks must end before 1 July 2025.", "2025-05-06", "2025-06-30"),
        ("Talks must end before the end of the year.", "2025-05-06", "2025-12-31"),
        ("A forum will be held in the first half of 2026.", "2026-01-01", "2026-06-30"),
        ("They will cooperate in the 2026-2030 period.", "2026-01-01", "2030-12-31"),
        ("The committee will meet in October.", "2025-10-01", "2025-10-31"),
    ],
)
def test_a_term_has_a_first_and_a_last_day(sentence: str, first: str, last: str) -> None:
    (term,) = terms(sentence, published=DAY)
    assert (str(term.first), str(term.last)) == (first, last)


def test_a_term_from_an_event_waits_for_its_day() -> None:
    sentence = "Each side shall ratify within 90 days of signing, in line with its law."
    (open_term,) = terms(sentence, published=DAY)
    assert (open_term.last, open_term.event) == (None, "of signing")
    (term,) = terms(sentence, published=DAY, anchor=Interval.day(date(2025, 5, 5)))
    assert (str(term.first), str(term.last), term.basis) == ("2025-05-05", "2025-08-03", "anchor")


@pytest.mark.parametrize(
    "sentence", ["Ties date from 1992.", "Over the past two years trade grew.", "It fell due by March 2024."]
)
def test_what_is_over_is_no_term(sentence: str) -> None:
    assert terms(sentence, published=DAY) == []


def _days(text: str) -> list[tuple[str, str]]:
    read_ones = read(text, published=DAY, tense=lambda _: "past")
    return [(text[one.start : one.end], days.interval.iso if days else "") for one, days in read_ones]


def test_a_story_counts_from_what_it_told_before() -> None:
    text = "On 3 March 2019 the leaders met. The following day they signed. Later that year, in September, it was void."
    assert [iso for _, iso in _days(text)] == ["2019-03-03", "2019-03-04", "2019", "2019-09"]


def test_a_new_paragraph_is_in_the_present_again() -> None:
    text = "The first accord dates from 4 July 1998.\n\nOn May 5 the two spoke again."
    assert _days(text)[1] == ("May 5", "2025-05-05")


def test_a_mere_year_does_not_reach_past_its_sentence() -> None:
    assert _days("It began in 1945, on September 2.")[1] == ("September 2", "1945-09-02")
    assert _days("It began in 1945. On May 5 they met.")[1] == ("May 5", "2025-05-05")
    assert _days("Friends since 1992, they met on May 5.")[1] == ("May 5", "2025-05-05")


def test_a_day_of_these_weeks_is_news_whatever_was_told_before() -> None:
    assert _days("The accord, signed in March 2022, lapsed on April 28.")[1] == ("April 28", "2025-04-28")
    assert _days("The accord, signed in March 2022, lapsed on October 28.")[1] == ("October 28", "2022-10-28")


@pytest.mark.parametrize(
    ("words", "open_value", "value"),
    [
        ("on May 5", "XXXX-05-05", "2025-05-05"),
        ("on Monday", "XXXX-WXX-1", "2025-05-05"),
        ("in October", "XXXX-10", "2024-10"),
        ("in the 1990s", "199", "199"),
        ("last week", "", "2025-W18"),
        ("in Q1", "XXXX-Q1", "2025-Q1"),
        ("in the second half of 2024", "", "2024-H2"),
        ("last summer", "XXXX-SU", "2024-SU"),
        ("within 90 days", "P90D", "2025-05-06/2025-08-04"),
    ],
)
def test_timex_values(words: str, open_value: str, value: str) -> None:
    (expression,) = find(f"They met {words}.")
    assert timex(expression) == open_value
    assert timex(expression, resolve(expression, published=DAY, tense="past")) == value


def test_a_duration_has_a_length_only() -> None:
    (expression,) = find("They spoke for 36 hours.")
    assert timex(expression) == "PT36H"
