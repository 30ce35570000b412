"""By when a commitment is due, and where that is known from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dostyk.language.dates import Term, terms
from dostyk.model import Entry, Interval

GIVEN, WORDS, OPEN, NONE = "report", "words", "open", ""
# events that the undertaking itself is: a term "of signing" counts from the day it was made
_OWN = re.compile(
    r"\b(?:sign(?:ing|ature|ed)|adoption|conclusion|this (?:agreement|statement|memorandum))\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(?:of|from|after|following)\b", re.IGNORECASE)
# words that name a time without one: they put a term, and leave it open
_VAGUE = re.compile(
    r"\b(?:as soon as possible|(?:in|within) the (?:near|foreseeable) future|(?:in|over) the coming \w+|shortly|soon"
    r"|at (?:an|the) (?:early|earliest) \w+|at a (?:\w+ )?time|at a later date|when conditions (?:allow|permit)"
    r"|in due course|on a regular basis|regularly|periodically|annually|(?:every|each) (?:year|month|quarter)"
    r"|(?:by|before|until|at|ahead of) the (?:\S+ ){0,4}"
    r"(?:summit|anniversary|meeting|session|elections?|visit|conference)"
    r"|until (?:it|they) \w+|\d+ \w+ (?:after|following|of) [^,.;]+|for (?:another|a further) \d+ \w+"
    r"|(?:starting |as )?from (?:\d{4}|next|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b[^,.;]*)",
    re.IGNORECASE,
)

# clauses that tell of something else than what is undertaken, with the days and figures in them
_ASIDE = re.compile(
    r"(?:,? (?:which|who|whose|including|such as|as well as those)\b|, (?!reach|bring|doubl|tripl|rais|increas)\w+ing\b"
    r"|(?<!\bbe) (?:announced|signed|launched|concluded|adopted|agreed|established|held|made|issued|passed)"
    r" (?=(?:on|in|at|last|during|earlier|this|by (?!\d|the end|next|early|late|mid))\b))"
    r"(?:[^,;]|, \d{4})*?"
    r"(?=[,;]|$| (?:by|before|until|within) (?:the end|\d|next|early|late|mid))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """The days within which something is due. `interval` is None where the term is open or there is none.

    `basis`: `report` (the reading gives the day), `words` (resolved from the words of the undertaking), `open` (a
    term counted from something that has no day yet, told in `event`), or empty (no term at all).
    """

    interval: Interval | None = None
    basis: str = NONE
    event: str = ""


def own_words(text: str) -> str:
    """What is undertaken, without asides: `buy uranium under an agreement announced on Monday` is not due on Monday."""
    return _ASIDE.sub(" ", text)


@lru_cache(maxsize=20_000)
def due_in_words(text: str, published: date | None, made: Interval | None = None) -> Due:
    """The last term that the words give, counted from the day of publication, or of the undertaking where they say so.

    A term that counts from something else, and one that names no day ("shortly", "by the next summit"), is open.
    """
    text = own_words(text)
    dated, waiting = [], ""
    for term in terms(text, published=published):
        if term.event and _COUNTED.search(term.event):
            waiting = waiting or term.event
            dated += [own for own in _from_own(text, published, made) if own.expression == term.expression]
        elif term.last is not None:
            dated.append(term)
    if dated:
        term = max(dated, key=lambda one: one.last or date.min)
        last = term.last or date.max
        first = term.first if term.first and term.first <= last else None
        return Due(Interval.between(first or last, last), WORDS)
    vague = _VAGUE.search(text)
    event = waiting or (vague.group() if vague else "")
    return Due(None, OPEN, event) if event else Due()


def _from_own(text: str, published: date | None, made: Interval | None) -> list[Term]:
    """Terms that count from the undertaking's own making."""
    if made is None:
        return []
    found = terms(text, published=published, anchor=made)
    return [term for term in found if term.event and _OWN.search(term.event) and term.last is not None]


def due_of_entry(entry: Entry) -> Due:
    """The term of an entry: as its reports give it, else as its own words tell."""
    if entry.detail.due:
        try:
            return Due(Interval.parse(entry.detail.due), GIVEN)
        except ValueError:
            return Due(None, OPEN, entry.detail.due)
    told = entry.first_told
    return due_in_words(entry.what, told, entry.date or (Interval.day(told) if told else None))
