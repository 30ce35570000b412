"""Varies training texts the way news varies: typographic quotes and dashes, capitals, missing full stops."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from training.sentence import Sentence, Word

TYPOGRAPHIC = 0.5
CAPITALS = 0.02
SMALL = 0.02
NO_FULL_STOP = 0.03
DASHES = ("–", "—", "--")


def varied(text: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    """A copy of the text with at most a few surface changes; words stay the same in number but the last."""
    sentences = list(text)
    if rng.random() < TYPOGRAPHIC:
        dash = rng.choice(DASHES)
        sentences = [_mapped(sentence, _typographic(dash)) for sentence in sentences]
    draw = rng.random()
    if draw < CAPITALS:
        sentences = [_mapped(sentence, lambda word: word.text.upper()) for sentence in sentences]
    elif draw < CAPITALS + SMALL:
        sentences = [_mapped(sentence, lambda word: word.text.lower()) for sentence in sentences]
    if rng.random() < NO_FULL_STOP:
        sentences[-1] = _without_full_stop(sentences[-1])
    return sentences


def _mapped(sentence: Sentence, change: Callable[[Word], str]) -> Sentence:
    return replace(sentence, words=tuple(replace(word, text=change(word)) for word in sentence.words))


def _typographic(dash: str) -> Callable[[Word], str]:
    def change(word: Word) -> str:
        if word.tag == "``" or (word.text == '"' and not word.space):
            return "“"
        if word.text == '"':
            return "”"
        if word.text in DASHES and word.tag in (":", ","):
            return dash
        return word.text.replace("'", "’")

    return change


def _without_full_stop(sentence: Sentence) -> Sentence:
    words = sentence.words
    if len(words) < 3 or words[-1].text != "." or any(word.head == len(words) - 1 for word in words[:-1]):
        return sentence
    names = tuple(name for name in sentence.names or () if name[1] < len(words))
    return replace(sentence, words=words[:-1], names=None if sentence.names is None else names)
