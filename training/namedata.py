"""What the name recogniser learns from: marked treebanks, reports marked by rule, and made-up sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from training import templates
from training.augment import varied
from training.data import names_to_learn
from training.examples import Vary
from training.pool import Pool
from training.sentence import Sentence, Word
from training.silver import silver
from training.swaps import swapped

SILVER_PARAGRAPHS = 2500
MADE_UP = 2500
SEED = 20261121


def with_names(folder: Path, pool: Pool, nlp: Language) -> list[Sentence]:
    """All sentences with names, the surest first."""
    made_up = templates.sentences(pool, _split(nlp), MADE_UP, SEED)
    return [*names_to_learn(folder), *silver(folder, pool, nlp, SILVER_PARAGRAPHS, SEED), *made_up]


def swapping(pool: Pool, nlp: Language) -> Vary:
    """Changes a text as news varies, and puts other names in."""
    split = _split(nlp)

    def vary(text: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
        return varied([swapped(sentence, pool, split, rng) for sentence in text], rng)

    return vary


def _split(nlp: Language) -> templates.Split:
    def split(text: str) -> list[Word]:
        return [Word(token.text, bool(token.whitespace_)) for token in nlp.make_doc(text)]

    return split
