"""What looks like a time and is none, and what is a time whose days cannot be known."""

from datetime import date

import pytest

from dostyk.language.dates import Habits, find, resolve
from dostyk.model import Interval

TUESDAY = date(2025, 5, 6)

NO_TIMES = [
    "The troops may march through the gate.",
    "Talks with Prime Minister May were brief.",
    "A note was handed to Theresa May.",
    "The Second Committee of the body took the floor.",
    "Leaders of the 27 agreed.",
    "A 43-year-old interpreter was thanked.",
    "The envoy is 52 years old.",
    "They sent 2,000 troops and 2025 soldiers.",
    "Under Resolution 2231 the ban holds.",
    "The G20, COP26 and APEC bodies met.",
    "Doors open at 10:30 sharp.",
    "She took flight 1492 home.",
    "The Group of 77 spoke with one voice.",
    "He sat in the sun beside the wed couple.",
    "It cost $2022 or €1999 a head.",
    "Some 1950 people and 1800 km of road.",
    "An august assembly in the second chamber.",
    "The Summer Olympics and the spring-fed lake.",
    "One-quarter of output and three quarters of trade.",
    "Paragraph 12 of decree 2011.",
    "Wages rose 20 percent.",
    "The centre works 24/7.",
    "The first days of the visit were quiet.",
    "On the second day of the Ramadan programme.",
]


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_a_trap_is_no_time(sentence: str) -> None:
    assert [sentence[one.start : one.end] for one in find(sentence)] == []


UNKNOWN = [
    ("It was built at the turn of the century.", "vague"),
    ("Ties grew in recent years.", "vague"),
    ("A few days ago he left.", "vague"),
    ("They stay for three days.", "duration"),
    ("The five-year plan was praised.", "duration"),
    ("They meet every two years.", "recurring"),
    ("The report comes annually.", "recurring"),
    ("He left three days later.", "relative"),
    ("The following day they parted.", "relative"),
    ("The note is dated 6/5/2025.", "absolute"),
    ("It was signed on 10 Ramadan 1444.", "vague"),
    ("It was signed on the 27th of Rajab 1446 AH.", "vague"),
    ("It was signed on 15 Baisakh 2082.", "vague"),
    ("It was signed in 2082 BS.", "vague"),
    ("They had dined the night before.", "relative"),
    ("Spending in fiscal year 2026 rose.", "absolute"),
]


@pytest.mark.parametrize(("sentence", "kind"), UNKNOWN)
def test_what_cannot_be_known_stays_unknown(sentence: str, kind: str) -> None:
    (expression,) = find(sentence)
    assert expression.kind == kind
    assert resolve(expression, published=TUESDAY, tense="past") is None


@pytest.mark.parametrize(
    "words",
    ["on May 5", "on Monday", "today", "last week", "in Q3", "next May", "two years ago", "this winter", "on the 6th"],
)
def test_without_a_day_of_writing_nothing_is_guessed(words: str) -> None:
    (expression,) = find(f"They met {words}.")
    assert resolve(expression, published=None, tense="past") is None
    assert resolve(expression, published=TUESDAY, tense="past") is not None or "May" in words


def test_habits_settle_what_countries_write_differently() -> None:
    (slashed,) = find("The note is dated 6/5/2025.")
    days = [resolve(slashed, published=None, habits=Habits(day_first=first)) for first in (True, False)]
    assert [one.interval.iso for one in days if one] == ["2025-05-06", "2025-06-05"]
    (fiscal,) = find("Spending in fiscal year 2026 rose.")
    resolved = resolve(fiscal, published=None, habits=Habits(fiscal_start=7))
    assert resolved is not None
    assert resolved.interval.iso == "2025-07-01/2026-06-30"
    (summer,) = find("He came in summer 2024.")
    south = resolve(summer, published=None, habits=Habits(southern=True))
    assert south is not None
    assert south.interval.iso == "2024-12-01/2025-02-28"


def test_a_day_of_tomorrow_told_as_past_is_this_year_because_of_time_zones() -> None:
    (expression,) = find("He arrived on May 7.")
    resolved = resolve(expression, published=TUESDAY, tense="past")
    assert resolved is not None
    assert resolved.interval.iso == "2025-05-07"


@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("Three days later they signed.", "2024-03-13"),
        ("The following day they signed.", "2024-03-11"),
        ("They had dined the night before.", "2024-03-09"),
        ("They signed that month.", "2024-03"),
        ("They signed the year before.", "2023"),
        ("They signed on April 2.", "2024-04-02"),
        ("It binds within 90 days of signing.", "2024-03-10/2024-06-08"),
    ],
)
def test_an_anchor_is_counted_from(sentence: str, iso: str) -> None:
    (expression,) = find(sentence)
    resolved = resolve(expression, published=TUESDAY, tense="past", anchor=Interval.day(date(2024, 3, 10)))
    assert resolved is not None
    assert (resolved.interval.iso, resolved.basis) == (iso, "anchor")


def test_no_day_follows_from_an_anchor_as_wide_as_a_year() -> None:
    (expression,) = find("The following day they signed.")
    assert resolve(expression, published=TUESDAY, anchor=Interval.year(2024)) is None
