"""Sentence ends on running news text: news of GUM and our own newsroom reports, paragraphs run together, no headings.

Where sentences of our reports end inside their paragraphs stands in `newsroom/ends.json`, as the words on either side.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from training.sentence import Sentence

NEWSROOM = Path(__file__).with_name("newsroom")
STOPS = (".", "!", "?", ".”", '."', "?”", '?"')


@dataclass(frozen=True, slots=True)
class Running:
    """A text without breaks, and the offsets at which its sentences begin, without the first."""

    text: str
    begins: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ends:
    """How many ends of sentences there are, how many were found, and how many were seen where none is."""

    there: int
    found: int
    extra: int

    @property
    def f(self) -> float:
        """The harmonic mean of the share found and the share of what was seen that is right."""
        return 2 * self.found / max(1, self.there + self.found + self.extra)

    def __str__(self) -> str:
        return f"{self.found} of {self.there} found, {self.extra} seen where none is, f {100 * self.f:.2f}"


def news_of(sentences: Sequence[Sentence]) -> Iterator[Running]:
    """The news among GUM's documents."""
    document: list[str] = []
    news = False
    for sentence in sentences:
        if sentence.document:
            yield from _running(document)
            document, news = [], sentence.document.startswith("GUM_news_")
        text = "".join(word.text + " " * word.space for word in sentence.words).strip()
        if news and text.endswith(STOPS):  # others are headings, days and captions
            document.append(text)
    yield from _running(document)


def own_news() -> Iterator[Running]:
    """Our reports in the manner of newsrooms."""
    for name, ends in json.loads((NEWSROOM / "ends.json").read_text(encoding="utf-8")).items():
        body = (NEWSROOM / "text" / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[2]
        yield from _running(sentences_in(body.split("\n\n"), ends))


def sentences_in(paragraphs: Sequence[str], ends: Sequence[str]) -> list[str]:
    """Cut paragraphs at these ends, each told by the words before and behind it.

    Raises ValueError for an end that does not stand there.
    """
    found: list[str] = []
    left = list(ends)
    for paragraph in paragraphs:
        rest = " ".join(paragraph.split())
        while left and left[0] in rest:
            before, after = left.pop(0).split(" ")
            head, _, tail = rest.partition(f"{before} {after}")
            found.append(head + before)
            rest = after + tail
        found.append(rest)
    if left:
        raise ValueError(f"{left[0]!r} does not stand in its report")
    return found


def _running(sentences: Sequence[str]) -> Iterator[Running]:
    begins: list[int] = []
    length = 0
    for sentence in sentences:
        begins.append(length)
        length += len(sentence) + 1
    if sentences:
        yield Running(" ".join(sentences), frozenset(begins[1:]))


def ends_of(nlp: Language, texts: Sequence[Running]) -> Ends:
    """Count the ends that `nlp` finds in these texts."""
    there = found = extra = 0
    for running, doc in zip(texts, nlp.pipe([running.text for running in texts]), strict=True):
        seen = {sentence.start_char for sentence in doc.sents} - {0}
        there += len(running.begins)
        found += len(seen & running.begins)
        extra += len(seen - running.begins)
    return Ends(there, found, extra)
