"""Answers that are kept: made once, a few at a time, the longest unused dropped."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from dostyk.web.site import Kept


def test_an_answer_that_many_ask_for_is_made_once() -> None:
    kept, made = Kept(1000, at_once=1), []

    def make() -> bytes:
        made.append("page")
        return b"page"

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(lambda _: kept.answer("key", make), range(40))) == {b"page"}
    assert made == ["page"]


def test_only_a_few_are_made_at_a_time() -> None:
    kept, busy, most = Kept(10_000, at_once=2), [0], [0]
    lock, go = threading.Lock(), threading.Barrier(2)

    def make() -> bytes:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        go.wait(5)  # two are made together, and a third would be counted
        with lock:
            busy[0] -= 1
        return b"page"

    with ThreadPoolExecutor(8) as readers:
        list(readers.map(lambda key: kept.answer(key, make), range(8)))
    assert most == [2]


def test_what_cannot_be_made_leaves_its_place_to_others() -> None:
    kept = Kept(1000, at_once=1)

    def fail() -> bytes:
        raise ValueError("no page")

    for _ in range(3):
        with pytest.raises(ValueError, match="no page"):
            kept.answer("key", fail)
    assert kept.answer("key", lambda: b"page") == b"page"


def test_the_longest_unused_goes_first() -> None:
    kept = Kept(80, at_once=1)
    for key in range(9):
        kept.answer(key, lambda: b"ten bytes!")
        kept.get(0)
    assert [key for key in range(9) if kept.get(key) is None] == [1]
