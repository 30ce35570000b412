"""Small word vectors, learnt with floret from the open reports and the treebanks' own text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.strings import StringStore
from spacy.vectors import Vectors

from training.data import TRAINING, sentences_of
from training.reports import paragraphs

DIMENSIONS = 64
LEAST_COUNT = 5


def make_vectors(folder: Path, target: Path) -> None:
    """Learns vectors and stores them as `target` (.npz); a few minutes on one core.

    A narrow window makes words alike that stand in like places, which is what a parser needs.
    """
    import floret  # type: ignore[import-not-found, unused-ignore]  # needed for this step only

    text = target.with_suffix(".txt")
    with text.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in _normed_lines(folder))
    model = floret.train_unsupervised(
        str(text), model="skipgram", mode="fasttext", dim=DIMENSIONS, ws=3, minCount=LEAST_COUNT,
        minn=3, maxn=5, bucket=200_000, epoch=6, thread=1, lr=0.05, neg=5,
    )  # fmt: skip
    words = [word for word in model.words if word != "</s>"]
    np.savez(target, words=np.array(words), vectors=np.stack([model.get_word_vector(word) for word in words]))


def _normed_lines(folder: Path) -> Iterator[str]:
    tokenizer = spacy.blank("en").tokenizer
    sentences = ("".join(w.text + " " * w.space for w in s.words) for s in sentences_of(folder, *TRAINING))
    for texts in (paragraphs(folder), sentences):
        for text in texts:
            yield " ".join(token.norm_ for token in tokenizer(text) if not token.is_space)


def words_of(path: Path) -> list[str]:
    """The words that have vectors, commonest first."""
    with np.load(path) as stored:
        return [str(word) for word in stored["words"]]


def read_vectors(path: Path) -> Vectors:
    """Vectors as spaCy holds them, scaled to a mean length of one, found by a token's NORM."""
    with np.load(path) as stored:
        words, table = [str(word) for word in stored["words"]], stored["vectors"]
    table = (table / np.linalg.norm(table, axis=1).mean()).astype("float32")
    return Vectors(strings=StringStore(words), data=table, keys=words, attr="NORM", name="dostyk")
