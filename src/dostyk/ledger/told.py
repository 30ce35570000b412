"""Telling how far long work is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Told = Callable[[str, int, int], None]  # what is worked on, how much of it is done, how much there is
_EVERY = 200


def telling(items: Sequence[T], what: str, told: Told | None) -> Iterator[T]:
    """The items, and now and then how many of them have been taken."""
    for number, item in enumerate(items):
        if told and number % _EVERY == 0:
            told(what, number, len(items))
        yield item
    if told and items:
        told(what, len(items), len(items))
