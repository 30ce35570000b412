"""Ranks below an office: a deputy minister is not the minister, a former president not the president."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

RANKS = frozenset("deputy vice former ex under assistant".split())
_OF_ONE = frozenset("president premier chancellor king queen pope emir".split())


def bears(wanted: frozenset[str], titles: Iterable[list[str]]) -> bool:
    """True where one who has `titles` (their words in lower case, in order) may be meant by an office's words.

    `the Minister` may mean a deputy minister named before; `the foreign minister` and `the President` may not.
    """
    if not wanted or wanted & RANKS or (len(wanted) == 1 and not wanted & _OF_ONE):
        return True
    parts = [frozenset(part) for words in titles for part in _parts(words)]
    lower = [part for part in parts if part & RANKS and wanted & part]
    return not lower or any(wanted & part and not part & RANKS for part in parts)


def _parts(words: list[str]) -> Iterator[list[str]]:
    """The offices of `Deputy Prime Minister and Foreign Minister`, one by one."""
    part: list[str] = []
    for word in words:
        if word in ("and", ",", "&"):
            yield part
            part = []
        else:
            part.append(word)
    yield part
