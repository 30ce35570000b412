from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.model import Interval

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ISO = st.one_of(
    DAYS.map(lambda d: Interval.day(d)),
    DAYS.map(lambda d: Interval.month(d.year, d.month)),
    DAYS.map(lambda d: Interval.year(d.year)),
    st.tuples(DAYS, st.integers(1, 400)).map(lambda x: Interval.between(x[0], x[0] + timedelta(days=x[1]))),
)


@pytest.mark.parametrize(
    ("iso", "low", "high", "precision"),
    [
        ("2025-05-05", date(2025, 5, 5), date(2025, 5, 5), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("1959", date(1959, 1, 1), date(1959, 12, 31), "year"),
        ("2025-05-05/2025-05-07", date(2025, 5, 5), date(2025, 5, 7), "interval"),
        ("2025-07/2025-12", date(2025, 7, 1), date(2025, 12, 31), "interval"),
    ],
)
def test_reads_iso_with_its_precision(iso: str, low: date, high: date, precision: str) -> None:
    found = Interval.parse(iso)
    assert (found.low, found.high, found.precision) == (low, high, precision)


@pytest.mark.parametrize("text", ["", "2025-13", "2025-02-30", "May 5", "2025-05-07/2025-05-05"])
def test_what_is_no_interval_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - datetime and the class itself word it differently
        Interval.parse(text)


@given(ISO)
def test_iso_text_reads_back(interval: Interval) -> None:
    assert Interval.parse(interval.iso) == interval


@given(ISO, ISO)
def test_hull_holds_both_and_gap_is_symmetric(a: Interval, b: Interval) -> None:
    assert a.hull(b).contains(a)
    assert a.hull(b).contains(b)
    assert a.gap_days(b) == b.gap_days(a) >= 0
    assert (a.gap_days(b) == 0) or not a.overlaps(b)
