"""By when a commitment is due, and where that is known from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import first_told, made_on
from dostyk.language.dates import terms
from dostyk.model import Entry, Interval

GIVEN, WORDS, OPEN, NONE = "report", "words", "open", ""


@dataclass(frozen=True, slots=True)
class Due:
    """The days within which something is due. `interval` is None where the term is open or there is none.

    `basis`: `report` (the reading gives the day), `words` (resolved from the words of the undertaking), `open` (a
    term counted from something that has no day yet, told in `event`), or empty (no term at all).
    """

    interval: Interval | None = None
    basis: str = NONE
    event: str = ""


def due_in_words(text: str, published: date | None, made: Interval | None = None) -> Due:
    """The last term that the words give, counted from the day of publication or of the undertaking itself."""
    found = terms(text, published=published, anchor=made)
    dated = [term for term in found if term.last is not None]
    if dated:
        term = max(dated, key=lambda one: one.last or date.min)
        last = term.last or date.max
        first = term.first if term.first and term.first <= last else None
        return Due(Interval.between(first or last, last), WORDS)
    waiting = next((term for term in found if term.event), None)
    return Due(None, OPEN, waiting.event) if waiting else Due()


def due_of_entry(entry: Entry) -> Due:
    """The term of an entry: as its reports give it, else as its own words tell."""
    if entry.detail.due:
        try:
            return Due(Interval.parse(entry.detail.due), GIVEN)
        except ValueError:
            return Due(None, OPEN, entry.detail.due)
    return due_in_words(entry.what, first_told(entry), made_on(entry))
