"""Marks, their words and their parts find room along time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dostyk.web.lanes import Mark, Scale, _packed

from .conftest import Visitor


def test_days_are_percent_of_the_stretch() -> None:
    scale = Scale(date(2024, 1, 1), date(2024, 1, 10))
    assert [scale.percent(date(2024, 1, d)) for d in (1, 2, 6)] == [0, 10, 50]
    assert scale.percent(date(2030, 1, 1)) == 100


def test_ticks_are_years_months_or_days() -> None:
    def labels(*days: date) -> list[str]:
        return [label for _, label in Scale(*days).ticks()]

    assert labels(date(1960, 1, 1), date(2020, 1, 1))[:2] == ["1960", "1970"]
    assert labels(date(2024, 1, 1), date(2024, 12, 31))[:2] == ["Jan 2024", "Feb 2024"]
    assert labels(date(2024, 5, 4), date(2024, 5, 9)) == ["4 May", "5 May", "6 May", "7 May", "8 May", "9 May"]


def mark(left: float, words: str = "", side: str = "after", parts: tuple[Mark, ...] = ()) -> Mark:
    return Mark("e", "visit", "happened", left, 1, "", words, side if words else "", parts=parts)


def test_what_would_touch_goes_into_a_row_of_its_own() -> None:
    rows, placed = _packed([mark(10), mark(10.5), mark(12)])
    assert rows == 2
    assert [m.row for m in placed] == [0, 1, 0]


def test_words_take_room_too() -> None:
    _, placed = _packed([mark(10, "twenty letters of it"), mark(20, "more"), mark(30, "more")])
    assert [m.row for m in placed] == [0, 1, 0]


def test_parts_lie_beneath_their_whole() -> None:
    rows, placed = _packed([mark(10, "visit", parts=(mark(10, "talks"), mark(11, "dinner"))), mark(11, "call")])
    assert rows == 4
    assert (placed[0].row, placed[0].last, [p.row for p in placed[0].parts]) == (0, 2, [1, 2])
    assert placed[1].row == 3


def test_the_timeline_draws_parts_within(site: Callable[..., Visitor]) -> None:
    line = site().json("/timeline.json?since=2024-05&until=2024-05")
    assert line["buckets"] == []
    visit = next(m for lane in line["lanes"] for m in lane["marks"] if m["kind"] == "visit")
    assert "Kask and Berg · to talk about trade" in [part["words"] for part in visit["parts"]]
