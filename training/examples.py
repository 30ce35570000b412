"""Turns sentences into spaCy examples: several consecutive sentences to a text, as reports have them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from training.sentence import Sentence, Word

Vary = Callable[[Sequence[Sentence], random.Random], list[Sentence]]

MOST_SENTENCES = 8
MOST_WORDS = 250
BREAK_AT_PARAGRAPH = 0.7  # otherwise the next paragraph is run on, so that context stays varied


def texts(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Cuts a run of sentences into texts of one to eight, mostly along its paragraphs."""
    text: list[Sentence] = []
    wanted = rng.randint(1, MOST_SENTENCES)
    for sentence in sentences:
        size = sum(len(item.words) for item in text) + len(sentence.words)
        paragraph_ends = sentence.starts_paragraph and rng.random() < BREAK_AT_PARAGRAPH
        if text and (len(text) >= wanted or size > MOST_WORDS or paragraph_ends):
            yield text
            text, wanted = [], rng.randint(1, MOST_SENTENCES)
        text.append(sentence)
    if text:
        yield text


def gold_doc(vocab: Vocab, text: Sequence[Sentence]) -> Doc:
    """One Doc with the treebank's own words and everything it says about them."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in text:
        heads += [word.head + len(words) for word in sentence.words]
        starts += [True] + [False] * (len(sentence.words) - 1)
        words += sentence.words
        if not words[-1].space and sentence is not text[-1]:
            words[-1] = _spaced(words[-1])
    doc = Doc(vocab, words=[word.text for word in words], spaces=[word.space for word in words])
    if all(sentence.has_syntax for sentence in text):
        doc = Doc(
            vocab,
            words=[word.text for word in words],
            spaces=[word.space for word in words],
            tags=[word.tag for word in words],
            pos=[word.pos for word in words],
            morphs=[word.morph for word in words],
            lemmas=[word.lemma for word in words],
            heads=heads,
            deps=[word.dep for word in words],
        )
    _set_names(doc, text)
    return doc


def _spaced(word: Word) -> Word:
    return Word(word.text, True, word.tag, word.pos, word.morph, word.lemma, word.head, word.dep)


def _set_names(doc: Doc, text: Sequence[Sentence]) -> None:
    if any(sentence.names is None for sentence in text):
        return
    named: list[Span] = []
    unsure: list[Span] = []
    offset = 0
    for sentence in text:
        for start, end, label in sentence.names or ():
            span = Span(doc, start + offset, end + offset, label=label)
            (named if label else unsure).append(span)
        offset += len(sentence.words)
    doc.set_ents(named, missing=unsure, default="outside")


def examples(nlp: Language, sentences: Sequence[Sentence], seed: int, vary: Vary | None) -> list[Example]:
    """Examples over raw text: the reader's tokens beside the treebank's; with `vary`, changed and shuffled."""
    rng = random.Random(seed)
    made = []
    for text in texts(sentences, rng):
        reference = gold_doc(nlp.vocab, vary(text, rng) if vary else text)
        made.append(Example(nlp.make_doc(reference.text), reference))
    if vary:
        rng.shuffle(made)
    return made
