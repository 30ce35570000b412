"""Puts other people's and places' names where names stand, so that names are known by their surroundings."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.pool import Pool
from training.sentence import Sentence, Word

SWAPPED = 0.5


def swapped(sentence: Sentence, pool: Pool, split: Callable[[str], list[Word]], rng: random.Random) -> Sentence:
    """A copy in which about half of the people and places have names from `pool`; only for names, not syntax.

    `split` gives the words of a name as the pipeline's tokeniser sees them.
    """
    words: list[Word] = []
    names: list[tuple[int, int, str]] = []
    done = 0
    for start, end, label in sentence.names or ():
        words += sentence.words[done:start]
        inside = list(sentence.words[start:end])
        if label in ("PERSON", "PLACE") and rng.random() < SWAPPED:
            new = split(_other(label, len(inside), pool, rng))
            new[-1] = replace(new[-1], space=inside[-1].space)
            inside = new
        names.append((len(words), len(words) + len(inside), label))
        words += inside
        done = end
    words += sentence.words[done:]
    return replace(sentence, words=tuple(words), names=tuple(names), has_syntax=False)


def _other(label: str, length: int, pool: Pool, rng: random.Random) -> str:
    if label == "PLACE":
        return rng.choice(pool.states if rng.random() < 0.5 else pool.towns)
    full = rng.choice(pool.people)
    if length > 1:
        return full
    parts = [part for part in full.split() if len(part) > 2 and part[0].isupper()] or [full]
    return rng.choice((parts[0], parts[-1], parts[-1]))
