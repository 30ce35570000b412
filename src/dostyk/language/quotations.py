"""Quotations and whose they are: spans between quotation marks, with the speaker of the verb of saying beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import PERSON, Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dostyk.language.coreference import Reference
    from dostyk.language.document import Document
    from dostyk.language.people import People

SAYING = frozenset(
    """say tell add note emphasize emphasise stress state declare remark announce affirm underline underscore
    explain reiterate write tweet post recall comment conclude observe continue argue insist warn""".split()
)
_OPEN, _CLOSE = frozenset(("“", '"', "«", "``")), frozenset(("”", '"', "»", "''"))
_MINIMUM = 5  # fewer words are a name or a term, not a quotation


def spans(doc: Doc) -> list[tuple[int, int]]:
    """Half-open token ranges between quotation marks; an unclosed one runs to the end of the paragraph."""
    found, start = [], -1
    for token in doc:
        if start < 0 and token.text in _OPEN:
            start = token.i + 1
        elif start >= 0 and token.text in _CLOSE:
            found.append((start, token.i))
            start = -1
    if start >= 0:
        found.append((start, len(doc)))
    return [(a, b) for a, b in found if b - a >= _MINIMUM]


def _speech_verb(doc: Doc, start: int, end: int) -> Token | None:
    """The verb of saying nearest to a quotation, outside it."""
    outside = [t for t in doc if t.lemma_ in SAYING and t.tag_.startswith("VB") and not start <= t.i < end]
    return min(outside, key=lambda t: min(abs(t.i - start), abs(t.i - end)), default=None)


def mark_quotations(document: Document, people: People, reference: Reference) -> None:
    """Write into each paragraph's `user_data["speakers"]` the speaker of every token that stands in a quotation, and
    into `user_data["chorus"]` those of one that several states put out together."""
    last: Party | None = None
    before: Doc | None = None
    for doc in document.docs:
        speakers: dict[int, Party] = {}
        chorus: dict[int, tuple[Party, ...]] = {}
        for start, end in spans(doc):
            several = _speakers(doc, start, end, reference)
            speaker = several[0] if several else None
            if len(several) > 1 and all(p.kind != PERSON for p in several):
                chorus.update((i, several) for i in range(start, end))
            if speaker is None and start <= 1 and before is not None:
                speaker = _introduced_by(before, reference)
            speaker = speaker or last
            if speaker is not None:
                speakers.update((i, speaker) for i in range(start, end))
                last = speaker
        doc.user_data["speakers"] = speakers
        doc.user_data["chorus"] = chorus
        before = doc


def _introduced_by(before: Doc, reference: Reference) -> Party | None:
    """Who acts in the sentence that leads up to a paragraph of direct speech, itself no direct speech."""
    sentence = list(before.sents)[-1]
    if sentence.root.i in before.user_data["speakers"]:
        return None
    for child in sentence.root.children:
        if child.dep_ == "nsubj":
            found = reference.resolve(child)
            if found and found[0].party.kind == PERSON:
                return found[0].party
    return None


def _speakers(doc: Doc, start: int, end: int, reference: Reference) -> tuple[Party, ...]:
    verb = _speech_verb(doc, start, end)
    if verb is None:
        return ()
    for child in verb.children:
        if child.dep_.startswith("nsubj") and not start <= child.i < end:
            found = reference.resolve(child)
            if found:
                return tuple(m.party for m in found)
    return ()
