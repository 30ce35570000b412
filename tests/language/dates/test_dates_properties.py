"""What holds for every date and every text."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.language.dates import find, lexicon, read, resolve, terms, timex

MONTHS = [name.title() for name in lexicon.MONTHS]
DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
_PIECES = (
    "May|5|the|of|2025|1990s|to|-|–|,|(|)|last|next|week|years|two|within|by|Monday|first|half|end|early|Q3|FY25|30/4|.|"
    "\n\n|ago|later|mid|summer|fiscal|31|29 February|century|BC|each|this|morning|9999-99-99|٣٤|1st|from|between|and|"
    "the day after|Ramadan|before|fortnight|the week after next|is out|through|Saturday"
)
PIECES = st.sampled_from(_PIECES.split("|"))


def _ordinal(number: int) -> str:
    ending = "th" if 3 < number < 21 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FULL: dict[str, Callable[[date], str]] = {
    "month first": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "day first": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"the {_ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "short": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "weekday": lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "capitals": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    "iso": lambda d: d.isoformat(),
    "dotted": lambda d: f"{d.day}.{d.month}.{d.year}",
}


@pytest.mark.parametrize("form", FULL)
@given(day=DAYS)
def test_a_full_date_is_found_and_means_itself(form: str, day: date) -> None:
    written = FULL[form](day)
    text = f"They met on {written} in the capital."
    (expression,) = find(text)
    assert written.endswith(text[expression.start : expression.end])
    resolved = resolve(expression, published=None)
    assert resolved is not None
    assert (resolved.interval.iso, resolved.basis) == (day.isoformat(), "explicit")


@given(published=DAYS, offset=st.integers(-360, 0))
def test_a_day_without_a_year_told_as_past_is_the_last_such_day(published: date, offset: int) -> None:
    day = published + timedelta(days=offset)
    (expression,) = find(f"They met on {MONTHS[day.month - 1]} {day.day}.")
    resolved = resolve(expression, published=published, tense="past")
    assert resolved is not None
    assert resolved.interval.low == day


@given(published=DAYS, offset=st.integers(0, 360))
def test_a_day_without_a_year_told_as_future_is_the_next_such_day(published: date, offset: int) -> None:
    day = published + timedelta(days=offset)
    (expression,) = find(f"They will meet on {day.day} {MONTHS[day.month - 1]}.")
    resolved = resolve(expression, published=published, tense="future")
    assert resolved is not None
    assert resolved.interval.low == day


@given(published=DAYS, offset=st.integers(-170, 170))
def test_a_day_without_year_and_tense_is_the_nearest(published: date, offset: int) -> None:
    day = published + timedelta(days=offset)
    (expression,) = find(f"Meeting: {day.day} {MONTHS[day.month - 1]}")
    resolved = resolve(expression, published=published)
    assert resolved is not None
    assert resolved.interval.low == day


@given(published=DAYS, offset=st.integers(0, 6))
def test_weekdays_by_tense(published: date, offset: int) -> None:
    for tense, day in (("past", published - timedelta(days=offset)), ("future", published + timedelta(days=offset))):
        (expression,) = find(f"They meet on {day:%A}.")
        resolved = resolve(expression, published=published, tense=tense)
        assert resolved is not None
        assert resolved.interval.low == day


@given(low=DAYS, length=st.integers(1, 300))
def test_a_range_runs_from_its_first_to_its_last_day(low: date, length: int) -> None:
    high = low + timedelta(days=length)
    text = f"She toured from {low.day} {MONTHS[low.month - 1]} to {high.day} {MONTHS[high.month - 1]} {high.year}."
    (expression,) = find(text)
    resolved = resolve(expression, published=None)
    assert resolved is not None
    assert (resolved.interval.low, resolved.interval.high) == (low, high)


@given(low=DAYS, length=st.integers(2, 6))
def test_days_in_a_row_are_one_run(low: date, length: int) -> None:
    days = [low + timedelta(days=n) for n in range(length)]
    month, year = MONTHS[low.month - 1], low.year
    if days[-1].month != low.month:
        return
    written = [f"{low.day}-{days[-1].day} {month} {year}", f"{month} {low.day} through {days[-1].day}, {year}"]
    if length == 3:
        written += [f"{low.day}, {days[1].day} and {days[2].day} {month} {year}"]
    for form in written:
        (expression,) = find(f"They met on {form}.")
        resolved = resolve(expression, published=None)
        assert resolved is not None
        assert (resolved.interval.low, resolved.interval.high) == (low, days[-1])


@given(published=DAYS, weekday=st.integers(0, 6), weeks=st.sampled_from([-1, 1]))
def test_a_day_of_the_week_before_or_behind(published: date, weekday: int, weeks: int) -> None:
    day = published - timedelta(days=published.weekday() - weekday) + timedelta(weeks=weeks)
    (expression,) = find(f"They meet on {day:%A} of {'last' if weeks < 0 else 'next'} week.")
    resolved = resolve(expression, published=published)
    assert resolved is not None
    assert resolved.interval.low == resolved.interval.high == day


@given(day=DAYS, number=st.integers(1, 4))
def test_the_weeks_of_a_month_follow_one_another(day: date, number: int) -> None:
    nth = ("first", "second", "third", "fourth")[number - 1]
    (expression,) = find(f"They met in the {nth} week of {MONTHS[day.month - 1]} {day.year}.")
    resolved = resolve(expression, published=None)
    assert resolved is not None
    assert (resolved.interval.low.day, resolved.interval.high.day) == (7 * number - 6, 7 * number)


@given(published=DAYS, ahead=st.integers(0, 55))
def test_a_weekday_with_its_number_is_the_next_such_day(published: date, ahead: int) -> None:
    day = published + timedelta(days=ahead)
    (expression,) = find(f"They will meet on {day:%A} the {_ordinal(day.day)}.")
    resolved = resolve(expression, published=published, tense="future")
    if resolved is not None:  # two months on the months no longer stand in view
        assert published <= resolved.interval.low <= day
        assert (resolved.interval.low.day, resolved.interval.low.weekday()) == (day.day, day.weekday())


@given(first=st.integers(1950, 2090), length=st.integers(1, 40))
def test_years(first: int, length: int) -> None:
    (expression,) = find(f"A plan for {first}-{first + length} was agreed.")
    resolved = resolve(expression, published=None)
    assert resolved is not None
    assert (resolved.interval.low, resolved.interval.high) == (date(first, 1, 1), date(first + length, 12, 31))


@given(published=DAYS, count=st.integers(1, 400))
def test_within_days(published: date, count: int) -> None:
    (expression,) = find(f"Both reply within {count} days.")
    resolved = resolve(expression, published=published, tense="future")
    assert resolved is not None
    assert resolved.interval.high == published + timedelta(days=count)


@given(
    text=st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join))
)
def test_any_text_is_read_and_offsets_hold(text: str) -> None:
    end = 0
    for expression in find(text):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end].strip() == text[expression.start : expression.end]
        end = expression.end
        for part in expression.parts:
            assert expression.start <= part.start < part.end <= expression.end
        assert isinstance(timex(expression), str)


@given(text=st.lists(PIECES, max_size=25).map(" ".join), published=st.one_of(st.none(), st.dates()))
def test_reading_never_fails_and_never_guesses(text: str, published: date) -> None:
    terms(text, published=published)
    for expression, resolved in read(text, published=published, tense=lambda _: "past"):
        if resolved is None:
            continue
        assert resolved.basis in ("explicit", "published", "tense", "anchor")
        if published is None:
            assert resolved.basis in ("explicit", "anchor")
        assert isinstance(timex(expression, resolved), str)
