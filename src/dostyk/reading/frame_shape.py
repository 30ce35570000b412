"""What each field of a frame must be: words, lists of words, or tables of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORD, WORDS, WORDS_OR_ONE, STANCES, SLOTS, NUMBER, FLAG, EXAMPLES = range(8)

FIELDS: Mapping[str, int] = {
    **dict.fromkeys("id particle fill fill_whom status stance".split(), WORD),
    **dict.fromkeys("verbs nouns adjectives object light case words_near report_words counter_examples".split(), WORDS),
    **dict.fromkeys(("who", "whom"), WORDS_OR_ONE),
    "objects": STANCES,
    **dict.fromkeys(("with", "without"), SLOTS),
    "needs": NUMBER,
    "refers": FLAG,
    "examples": EXAMPLES,
}
"""Every field of a frame and its shape."""

_WANTED = {
    WORD: "a word",
    WORDS: "a list of words",
    WORDS_OR_ONE: "a list of groups of slots",
    STANCES: "a table of words and stances",
    SLOTS: "a table of slots and lists of words",
    NUMBER: "a number from 0 on",
    FLAG: "true or false",
    EXAMPLES: "a list of sentences, or of tables with `sentence` and `gives`",
}


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_example(value: Any) -> bool:
    told = isinstance(value, dict) and set(value) == {"sentence", "gives"}
    return told and all(isinstance(part, str) for part in value.values())


def _fits(shape: int, value: Any) -> bool:
    if shape == WORD:
        return isinstance(value, str)
    if shape == WORDS:
        return _is_words(value)
    if shape == WORDS_OR_ONE:
        return isinstance(value, str) or _is_words(value)
    if shape == STANCES:
        return isinstance(value, dict) and all(isinstance(part, str) for pair in value.items() for part in pair)
    if shape == SLOTS:
        return isinstance(value, dict) and all(isinstance(k, str) and _is_words(v or []) for k, v in value.items())
    if shape == NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if shape == EXAMPLES:
        return isinstance(value, list) and all(isinstance(item, str) or _is_example(item) for item in value)
    return isinstance(value, bool) or str(value).lower() in ("true", "false")


def wrong_shape(data: Mapping[str, Any]) -> str:
    """The first field of a frame that is not what it must be, and what it must be; empty where all are."""
    for name, value in data.items():
        if value is not None and not _fits(FIELDS[name], value):
            return f"field {name!r} must be {_WANTED[FIELDS[name]]}, not {value!r}"
    return ""
