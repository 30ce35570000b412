"""Lists of undertakings: `… commitments to:`, `the two sides will:`, and the items below, each a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dostyk.language.lemmas import base_verbs
from dostyk.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dostyk.language.document import Document

_BINDING = frozenset("commit commitment agree undertake undertaking pledge resolve decide intend plan".split())
_BULLETS = frozenset("-–—•*·")
_FUTURE = frozenset(["will", "shall"])
_LONGEST = 90  # words of an item


def lists_of(document: Document, bound: Callable[[Doc], list[Mention]]) -> dict[int, list[Mention]]:
    """Number of the paragraph of each item → those bound by the words that introduce its list.

    `bound` says whom an introducing paragraph binds; a list that binds nobody is left out.
    """
    found: dict[int, list[Mention]] = {}
    who: list[Mention] = []
    for doc in document.docs:
        if doc.user_data["field"] != "text" or not len(doc):
            continue
        if _introduces(doc):
            who = bound(doc)
        elif who and _is_item(doc):
            found[int(doc.user_data["paragraph"])] = who
            if doc[-1].text == ".":
                who = who if _next_is_item(document, doc) else []
        elif not _is_marked(document, doc):
            who = []
    return found


def _introduces(doc: Doc) -> bool:
    """`… agreed to:`: a paragraph that ends in a colon, with a word that binds in its last sentence."""
    if doc[-1].text != ":":
        return False
    last = list(doc.sents)[-1]
    return any(t.lemma_.lower() in _BINDING or t.lower_ in _FUTURE for t in last)


def _is_marked(document: Document, doc: Doc) -> bool:
    """True for a paragraph with a bullet: an item that names no action does not end its list."""
    return document.report.text[int(doc.user_data["offset"])] in _BULLETS or doc.text[:1] in _BULLETS


def opening(doc: Doc) -> Token | None:
    """The first word of a paragraph, its bullet or number left out."""
    return next((t for t in doc if t.is_alpha), None)


def _is_item(doc: Doc) -> bool:
    """True where a paragraph opens with a bare verb or a gerund that governs what follows."""
    first = opening(doc)
    if first is None or len(doc) > _LONGEST or first.i + 1 >= len(doc):
        return False
    if first.dep_ == "amod" and first.head.dep_.startswith("nsubj"):
        return False  # `Open borders are good for trade.`
    after = doc[first.i + 1]
    gerund = first.tag_ == "VBG" and not after.tag_.startswith(("VB", "MD"))
    return gerund or (first.lower_ in base_verbs() and not after.tag_.startswith(("VB", "MD", "POS")))


def _next_is_item(document: Document, doc: Doc) -> bool:
    at = document.docs.index(doc) + 1
    return at < len(document.docs) and _is_item(document.docs[at])
