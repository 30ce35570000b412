"""A message in a few words: its form, its purpose and its occasion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.reading.context import Context
from dostyk.reading.match import Match
from dostyk.reading.readers.base import WITH_ARTICLE, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

LETTERS = frozenset(["message", "letter", "telegram", "cable", "note", "telegramme", "reply"])
_PURPOSES = (
    (re.compile(r"\b(?:condol|sympath)", re.I), "condolence"),
    (re.compile(r"\b(?:congratulat|felicitat)", re.I), "congratulation"),
    (re.compile(r"\b(?:greet|best wishes|good wishes)", re.I), "greeting"),
    (re.compile(r"\b(?:thank|gratitude)", re.I), "thanks"),
    (re.compile(r"\binvit", re.I), "invitation"),
)


def told(match: Match, context: Context) -> str:
    """`letter of condolence on the floods`, `message of congratulation`: what sentence and title say of a message."""
    form = _form(match)
    purpose = _purpose(match, context)
    named = f"{form} of {purpose}" if purpose else form
    occasion = _occasion(match, context)
    return f"{named} {occasion}" if occasion else named


def _form(match: Match) -> str:
    """`cable`, `letter`: as the sentence calls it, else a message."""
    nouns = [match.trigger, *match.slots.get("obj", ()), *match.slots.get("in", ()), *match.slots.get("of", ())]
    for token in (*nouns, *match.sentence.span):
        lemma = str(token.lemma_).lower()
        if lemma in LETTERS and token.tag_.startswith("NN"):
            return "telegram" if lemma == "telegramme" else lemma
    return "message"


def _purpose(match: Match, context: Context) -> str:
    """The first purpose that the sentence names; where it names none, that of the title."""
    for text in (match.sentence.text, context.report.title):
        for pattern, purpose in _PURPOSES:
            if pattern.search(text):
                return purpose
    return ""


def _occasion(match: Match, context: Context) -> str:
    """`on the loss of life`: what is behind `on`, `for` or `over`, where it is neither a day nor a person."""
    timed = {i for w in context.times(match.sentence) for i in range(w.start, w.end)}
    for name in ("on", "over", "for", "upon", "following"):
        nouns = [c for t in match.slots.get("obj", ()) for c in t.subtree if _hangs_by(c, name)]
        for token in (*match.slots.get(name, ()), *nouns):
            if token.i not in timed and _tells(token):
                return f"{name} {wording(token, drop=WITH_ARTICLE)}"
    return ""


def _hangs_by(token: Token, preposition: str) -> bool:
    return any(c.dep_ == "case" and c.lower_ == preposition for c in token.children)


def _tells(token: Token) -> bool:
    return str(token.lemma_).lower() not in ("behalf", "part") and token.ent_type_ != "PERSON"
