"""Sentences and words as every treebank and name file is read into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. `head` counts words of the sentence from 0; a root is its own head."""

    text: str
    space: bool
    tag: str = ""
    pos: str = ""
    morph: str = ""
    lemma: str = ""
    head: int = 0
    dep: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with their names; `names` is None where the treebank marks none.

    Each name is (first word, end word, label), half-open; the label "" means "may be anything".
    """

    words: tuple[Word, ...]
    names: tuple[tuple[int, int, str], ...] | None = None
    starts_paragraph: bool = True
    has_syntax: bool = True
    document: str = ""  # its name in the treebank, at its first sentence only
