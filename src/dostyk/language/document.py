"""A report as parsed paragraphs, with a way from every token back to the characters of the report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.intake.blocks import HEADING
from dostyk.intake.layout import Layout, layout
from dostyk.language.pipeline import load_pipeline
from dostyk.model import Passage, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a paragraph; `index` counts through the report, the title's being negative."""

    index: int
    span: Span

    @property
    def doc(self) -> Doc:
        """The paragraph's parse."""
        return self.span.doc

    @property
    def field(self) -> str:
        """`title` or `text`."""
        return str(self.doc.user_data["field"])

    @property
    def paragraph(self) -> int:
        """Number of the paragraph within the report."""
        return int(self.doc.user_data["paragraph"])

    @property
    def heading(self) -> bool:
        """True for a heading, which names people but tells nothing."""
        return bool(self.doc.user_data["heading"])

    @property
    def start(self) -> int:
        """Offset of the first character in the field."""
        return position(self.span[0])

    @property
    def end(self) -> int:
        """Offset behind the last character in the field."""
        last = self.span[-1]
        return position(last) + len(last)

    @property
    def text(self) -> str:
        """The characters of the sentence."""
        return self.span.text


@dataclass(eq=False)
class Document:
    """A parsed report: its layout, sentences and the paragraphs they stand in."""

    report: Report
    layout: Layout
    docs: list[Doc] = field(default_factory=list)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in reading order, those of the title first."""
        found = [s for doc in self.docs for s in doc.sents if len(s)]
        before = sum(1 for s in found if s.doc.user_data["field"] == "title")
        return [Sentence(number - before, span) for number, span in enumerate(found)]

    @cached_property
    def _sentence_of(self) -> dict[tuple[int, int], Sentence]:
        return {(s.paragraph, token.i): s for s in self.sentences for token in s.span}

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that a token stands in."""
        return self._sentence_of[int(token.doc.user_data["paragraph"]), token.i]

    def around(self, sentence: Sentence, before: int = 0, behind: int = 0) -> list[Sentence]:
        """A sentence with so many before it and behind it, in reading order."""
        at = sentence.index - self.sentences[0].index
        return self.sentences[max(0, at - before) : at + behind + 1]

    @cached_property
    def _starts(self) -> list[tuple[int, Doc]]:
        return sorted(
            ((int(d.user_data["offset"]), d) for d in self.docs if d.user_data["field"] == "text"), key=lambda x: x[0]
        )

    def doc_at(self, offset: int) -> Doc | None:
        """The paragraph of the text that holds a character, None where it was set aside."""
        place = bisect_right(self._starts, offset, key=lambda x: x[0]) - 1
        if place < 0:
            return None
        start, doc = self._starts[place]
        return doc if offset < start + len(doc.text) else None

    def passage(self, first: Token, last: Token) -> Passage:
        """The passage from one token to another of the same paragraph, both included."""
        name = str(first.doc.user_data["field"])
        return Passage.of(self.report, position(first), position(last) + len(last), name)

    def passage_of(self, start: int, end: int, field_name: str = "text") -> Passage:
        """The passage at these offsets of the report."""
        return Passage.of(self.report, start, end, field_name)


def position(token: Token) -> int:
    """Offset of a token's first character in its field of the report."""
    return int(token.doc.user_data["offset"]) + int(token.idx)


def _stretches(report: Report, found: Layout) -> Iterator[tuple[str, int, str]]:
    """(field, offset, text) of everything worth parsing: the title, then paragraphs without what is set aside."""
    if report.title.strip():
        yield "title", 0, report.title
    for start, end in found.prose(headings=True):
        text = report.text[start:end].lstrip()  # behind `3.` a blank would be a word to the parser, and head a sentence
        if text:
            yield "text", end - len(text), text


def parse(report: Report) -> Document:
    """Parse a report paragraph by paragraph, so that the ends of paragraphs are ends of sentences.

    Offsets are kept: line breaks inside a paragraph become blanks for the parser, one for one.
    """
    found = layout(report)
    document = Document(report, found)
    stretches = list(_stretches(report, found))
    headings = {block.start for block in found.blocks if block.kind == HEADING}
    texts = [text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ") for _, _, text in stretches]
    for number, (doc, (name, offset, _)) in enumerate(zip(load_pipeline().pipe(texts), stretches, strict=True)):
        heading = offset in headings and name == "text"
        doc.user_data.update(field=name, offset=offset, paragraph=number, heading=heading, published=report.published)
        document.docs.append(doc)
    return document
