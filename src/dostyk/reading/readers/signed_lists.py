"""Instruments listed below the words that tell of their signing (`… signed the following:`), one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.list_days import LIST
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.signatories import INSTRUMENTS, several
from dostyk.reading.surface import chunks, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = re.compile(
    r"\b(?:sign\w*|exchang\w*|adopt\w*|initial\w*|conclud\w*)\b[^.]*:\s*$"
    r"|\b(?:documents?|papers|agreements?|instruments?|MoUs?|memoranda|memorandums?)\b[^.]*"
    r"\b(?:are|include|as follows?)\s*:\s*$",
    re.I,
)
_HEADING = re.compile(
    r"^(?:list of )?(?:documents|agreements|MoUs|memoranda|instruments)\b.*"
    r"\b(?:signed|exchanged|concluded|adopted)\W*$",
    re.I,
)
_PAPERS = frozenset("documents papers agreements instruments memoranda memorandums accords treaties mous".split())
_FIRST = 7  # words in which an item names its instrument
_WORDS = 18  # of a name
_LONGEST = 60  # words of an item
_LISTED = Frame(id=LIST, kind="signing")


def read_signed_list(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """The instrument that an item of such a list names; parties and day are those of the words above it."""
    if sentence.span.start != 0:
        return
    above = _above(context, sentence)
    head = _instrument(sentence.doc) if above is not None else None
    if above is None or head is None:
        return
    told = next((d for d in reversed(earlier) if d.kind == "signing" and _same_list(d, above)), None)
    who = several(_sides(context, above)) or (list(told.who) if told is not None else _both(context, head))
    if len(who) < 2:
        return
    name = _name(sentence.doc)
    found = draft(Match(_LISTED, head, sentence, {}, who, []), who[:6], what=name, detail=Detail(instrument=name))
    found.status = told.status if told is not None else "happened"
    if told is not None:
        found.date, found.date_basis, found.date_passage = told.date, told.date_basis, told.date_passage
        found.place, found.place_passage = told.place, told.place_passage
    if told is not None and _stands_for_list(told):
        told.trigger, told.sentence, told.span, told.frame = found.trigger, sentence, found.span, _LISTED
        told.what, told.detail = found.what, found.detail  # the words above it tell of no paper of their own
        return
    yield found


def _same_list(told: Draft, above: Sentence) -> bool:
    """True for what the words above a list tell of, and for its items before this one."""
    return told.sentence.doc is above.doc or (told.frame is _LISTED and told.sentence.paragraph > above.paragraph)


def _stands_for_list(told: Draft) -> bool:
    """`the following documents were signed:`, `signed these papers:`: what is signed is the list; a number of
    papers is a fact of its own."""
    uncounted = told.frame is not _LISTED and not told.detail.value
    return uncounted and told.trigger.sent[-1].text == ":" and told.what.split()[-1].lower() in _PAPERS


def _above(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence that opens the list which a paragraph is an item of; every paragraph between is an item too."""
    for doc in reversed(context.document.docs[: sentence.paragraph]):
        if doc.user_data["field"] != "text" or not len(doc):
            return None
        text = doc.text.strip()
        if _OPENING.search(text) or _HEADING.match(text):
            return context.document.sentence_of(doc[len(doc) - 1])
        if _instrument(doc) is None:
            return None
    return None


def _instrument(doc: Doc) -> Token | None:
    """The head of the instrument that a short paragraph opens with, before anything is said of it."""
    if len(doc) > _LONGEST:
        return None
    words = [t for t in doc if t.is_alpha][:_FIRST]
    for token in words:
        if token.tag_.startswith(("VBD", "VBZ", "VBP", "MD", "PRP")) and noun_lemma(token) not in INSTRUMENTS:
            return None
        if noun_lemma(token) in INSTRUMENTS:
            return token
    return None


def _name(doc: Doc) -> str:
    """An item's own wording, its mark and article left out."""
    start = next((t.i for t in doc if t.is_alpha and t.tag_ != "DT"), 0)
    return " ".join(doc[start : start + _WORDS].text.split()).strip(" ,;.:")


def _sides(context: Context, above: Sentence) -> list[Mention]:
    """The states of the opening words, else of the paragraph that they end."""
    here = states_only(mentions_of(chunks(context, above)))
    around = [s for s in context.document.sentences if s.doc is above.doc]
    return (several(here) or states_only([m for s in around for m in mentions_of(chunks(context, s))]))[:2]


def _both(context: Context, head: Token) -> list[Mention]:
    return [context.mention(Party(code), head) for code in context.reference.sides(head)]
