"""Words that carry meaning in a short description, for comparing what was promised with what was done."""

from __future__ import annotations

import re
from functools import lru_cache

from dostyk.linking.texts import singular

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY = frozenset((
    "a", "an", "and", "as", "at", "between", "both", "bilateral", "by", "for", "from", "in", "into", "its",
    "joint", "mutual", "of", "on", "or", "over", "per", "s", "the", "their", "this", "to", "two", "upon",
    "via", "which", "with", "within", "without", "will", "shall", "be", "is", "are", "other", "each",
))  # fmt: skip
_GENERAL = frozenset((
    "agreement", "cooperation", "document", "force", "government", "instrument", "memoranda", "memorandum", "new",
    "partnership", "plan", "protocol", "relation", "strategic", "treaty", "understanding",
))  # fmt: skip

_COUNTS = frozenset(("several", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
                     "dozen", "many", "number"))  # fmt: skip

# fields that reports name by a noun or by its adjective: `cooperation in culture`, `cultural cooperation`
_NOUNS = {"cultural": "culture", "agricultural": "agriculture", "educational": "education", "industrial": "industry",
          "scientific": "science", "environmental": "environment", "technological": "technology",
          "parliamentary": "parliament"}  # fmt: skip

# what members of the Commonwealth call the ambassadors they send each other
_ENVOY = re.compile(r"\bhigh commissioner(?=s?\b)(?!s? for\b)", re.IGNORECASE)
_LEADING = frozenset(("to", "also", "further", "together", "again", "not", "will", "shall", "would", "be"))


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """Lower-case words of `text` without function words, plurals and names of one office folded."""
    found = _WORD.finditer(_ENVOY.sub("ambassador", text))
    words = (match.group().casefold().split("'")[0].split("’")[0] for match in found)
    return frozenset(_fold(word) for word in words if word not in _EMPTY)


def _fold(word: str) -> str:
    word = _NOUNS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return singular(word)


def shares_a_subject(one: str, other: str) -> bool:
    """True where both name the same thing: a content word in common that not every agreement has."""
    return bool((content_words(one) & content_words(other)) - _GENERAL)


def names_something(text: str) -> bool:
    """False for `the agreement` and `twelve documents`, which could be any."""
    return any(not word.isdecimal() for word in content_words(text) - _GENERAL - _COUNTS)


def likeness(one: str, other: str) -> float:
    """Shared content words over those of the shorter text, 0 to 1; 0 where either has none."""
    left, right = content_words(one), content_words(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@lru_cache(maxsize=20_000)
def first_word(text: str) -> str:
    """The verb that a short description begins with, in lower case; adverbs and `to` in front are passed over."""
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        if word not in _LEADING and not word.endswith("ly"):
            return word
    return ""


def overlap(one: str, other: str) -> float:
    """Shared words over all words of both names, 0 to 1: tells a full name from one that lies within it."""
    mine, theirs = content_words(one), content_words(other)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
