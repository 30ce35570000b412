"""Whose account a sentence gives: `according to the ministry, …`, `in the minister's view …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.reading.arguments import preposition

if TYPE_CHECKING:
    from spacy.tokens import Span

    from dostyk.model import Mention
    from dostyk.reading.context import Context

_VIEWS = frozenset(["view", "opinion", "eyes", "words", "mind", "assessment"])
_IN_FRONT = re.compile(r"^According to [^,]+, (?:[A-Z][^,]+, )?")
_BEHIND = re.compile(r",? according to .*$", re.S)


def source_of(context: Context, sentence: Span) -> Mention | None:
    """Whose account a sentence is: `according to the ministry, …`, `in the ministry's view …`."""
    for token in sentence[:-1]:
        if token.lower_ in _VIEWS and preposition(token) in ("in", "to"):
            owners = [c for c in token.children if c.dep_ in ("nmod:poss", "nmod") and c.tag_ != "PRP$"]
            if found := [m for c in owners for m in context.resolve(c)]:
                return found[0]
        if token.lower_ == "according" and token.nbor(1).lower_ == "to":
            head = token.head if token.dep_ == "case" else next((c for c in token.children if c.dep_ == "obl"), token)
            found = context.resolve(head)
            return found[0] if found else None
    return None


def without_source(sentence: Span) -> str:
    """The words of a sentence without those that say whose account it is."""
    said = _BEHIND.sub("", _IN_FRONT.sub("", str(sentence.text)))
    if said == sentence.text:
        return said
    return said[:1].lower() + said[1:] if _lowered(sentence, said) else said


def _lowered(sentence: Span, said: str) -> bool:
    """True where a sentence of somebody's words begins with no name."""
    first = next((t for t in sentence if said and t.idx - sentence.start_char == sentence.text.find(said)), None)
    return first is not None and first.tag_ not in ("NNP", "NNPS", "JJ", "PRP") and not first.ent_type_
