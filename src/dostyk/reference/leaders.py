"""Whom persons acted for, from a reviewed table of leaders: asked only where a report does not say it.

The table never tells what office a person holds; that comes from reports. ``leaders.json`` is all that is read here;
``python -m dostyk.reference.compile_leaders`` makes it from the YAML in ``data/leaders/``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dostyk.errors import ReferenceDataError

COMPILED = Path(__file__).with_name("leaders.json")
OPEN = 9999
"""The last year of a term that has not ended."""
OFFICES: dict[str, tuple[frozenset[str], ...]] = {
    "president": (frozenset(("president",)),),
    "vice_president": (frozenset(("vice", "president")), frozenset(("vice-president",))),
    "monarch": tuple(
        frozenset((word,))
        for word in "king queen emir amir sultan emperor empress prince pope duke majesty holiness highness".split()
    ),
    "crown_prince": (frozenset(("prince",)), frozenset(("crown-prince",))),
    "head": tuple(frozenset((word,)) for word in "leader chairman chief head general ayatollah".split()),
    "governor_general": (frozenset(("governor", "general")), frozenset(("governor-general",))),
    "prime_minister": (
        frozenset(("prime", "minister")),
        *(frozenset((word,)) for word in "prime-minister premier chancellor taoiseach".split()),
    ),
    "foreign_minister": (frozenset(("foreign", "minister")), frozenset(("foreign", "secretary")),
                         frozenset(("minister", "affairs")), frozenset(("foreign", "counterpart")),
                         frozenset(("secretary", "state"))),
    "defence_minister": (frozenset(("defence",)), frozenset(("defense",))),
    "finance_minister": (frozenset(("finance",)), frozenset(("treasury",)), frozenset(("treasurer",))),
    "security_adviser": (frozenset(("security", "adviser")), frozenset(("security", "advisor")),
                         frozenset(("security", "secretary"))),
    "general_secretary": (frozenset(("general", "secretary")), frozenset(("secretary", "party")),
                          frozenset(("first", "secretary")), frozenset(("party", "chief")), frozenset(("leader",)),
                          frozenset(("first-secretary",)), frozenset(("chairman",))),
    "speaker": (frozenset(("speaker",)), frozenset(("chairman",)), frozenset(("chairwoman",)),
                frozenset(("president",))),
    "body_head": (
        frozenset(("general", "secretary")),
        frozenset(("secretary-general",)),
        frozenset(("director", "general")),
        frozenset(("director-general",)),
        frozenset(("managing", "director")),
        frozenset(("director",)),
        frozenset(("high", "representative")),
        frozenset(("commissioner",)),
        frozenset(("president",)),
        frozenset(("chief",)),
    ),
}  # fmt: skip
"""Office of the table → sets of title words of which one, whole, must be among those of a report."""
_LEADING = frozenset(["president", "prime_minister"])
_NOT_THE_OFFICE = frozenset("vice deputy vice-president ex acting elect assistant under former".split())
_PARTICLES = frozenset(
    """al el bin ibn bint ben abu abd da de do dos du del der den di la le van von e y ii iii iv v vi x xiv xvi
    king queen prince pope lord archbishop mullah""".split()
)
_SLACK = 2  # years by which a report may stand outside a term: the table holds years only
_REMEMBERED = 15  # years after a term in which the surname with its office still speaks of its holder
_BEFORE, _AFTER = 15, 30  # years around a term in which the full name still speaks of the same person


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office: ``names`` are the spellings as ordered lower-case words; years are inclusive."""

    code: str
    office: str
    names: tuple[tuple[str, ...], ...]
    begin: int
    end: int

    def covers(self, day: date | None, before: int = _SLACK, after: int = _SLACK) -> bool:
        """Whether a day lies in the term, give or take some years; an unknown day always does."""
        return day is None or self.begin - before <= day.year <= self.end + after

    def reach(self) -> tuple[int, int]:
        """Years around the term in which the full name speaks of the code: those of a body come from elsewhere."""
        return (_SLACK, _SLACK) if self.code == "IGO" else (_BEFORE, _AFTER)

    def fits(self, titles: frozenset[str]) -> bool:
        """Whether title words of a report speak of this office."""
        if self.office != "vice_president" and titles & _NOT_THE_OFFICE:
            return False
        return any(wanted <= titles for wanted in OFFICES[self.office])

    def led_before(self, day: date | None, titles: frozenset[str]) -> bool:
        """Whether it is a term of a head of state or government that was over: `served under President X`."""
        past = day is not None and self.end < day.year <= self.end + _REMEMBERED
        return past and self.office in _LEADING and self.fits(titles)

    def has_all(self, words: frozenset[str], surname: str = "") -> bool:
        """Whether one spelling holds all the words, its first or last among them, or is held by them.

        `surname` is the last word of the written name, where it is known: `Abdul Hamid Dbeibeh` is no Abdul Hamid.
        """
        return any(
            (words <= (name := frozenset(order)) and (order[0] in words or order[-1] in words))
            or (len(name - _PARTICLES) > 1 and name <= words and self._same_end(order, surname))
            for order in self.names
        )  # fmt: skip

    @staticmethod
    def _same_end(order: tuple[str, ...], surname: str) -> bool:
        """Whether a longer written name may be this one: a name with particles is often written without its end."""
        return not surname or surname in (order[0], order[-1]) or bool(frozenset(order) & _PARTICLES)

    def may_be_called(self, word: str) -> bool:
        """Whether the word is a surname, as the states of this table place it: the first word or the last."""
        return any(word in (order[0], order[-1]) for order in self.names)


def states_of_person(
    words: frozenset[str], title_words: frozenset[str], day: date | None, surname: str = ""
) -> tuple[str, ...]:
    """Codes of the states (``IGO`` for a body) for which leaders of this name acted; sorted, empty if none is known.

    ``words`` are those of the name and ``title_words`` those of the title in a report, in lower-case ASCII; ``day``
    is the day of the report. Two words or more must all stand in the leader's name. One word alone counts with a
    fitting title and a term around the day; without any title, if one state alone had a leader so called then.
    """
    content = words - _PARTICLES
    if not content:
        return ()
    terms = _candidates(content)
    if len(content) > 1:
        named = [term for term in terms if term.has_all(words, surname)]
        found = [term for term in named if term.covers(day, *term.reach())]
        return _codes(_best(found or _of_old(named, words, title_words, day), title_words, day))
    (word,) = content
    now = [term for term in terms if term.may_be_called(word) and term.covers(day)]
    now = [term for term in now if any(words <= frozenset(order) for order in term.names)] or now
    if title_words and not any(term.fits(title_words) for term in now):
        codes = _codes([term for term in terms if term.may_be_called(word) and term.led_before(day, title_words)])
        return codes if len(codes) == 1 else ()
    if title_words:
        return _codes([term for term in now if term.fits(title_words)])
    codes = _codes(now)
    return codes if len(codes) == 1 and day is not None else ()


def _of_old(named: list[Term], words: frozenset[str], title_words: frozenset[str], day: date | None) -> list[Term]:
    """Leaders of long ago who are named in full and with their office: `President Ho Chi Minh's visit of 1959`."""
    whole = [term for term in named if any(frozenset(order) == words for order in term.names)]
    return [term for term in whole if day and term.end < day.year and term.code != "IGO" and term.fits(title_words)]


def begins_name(first: str, second: str) -> bool:
    """Whether two words in small letters begin the name of a leader, in this order: `to lam`."""
    return (first, second) in _openings()


def _best(found: list[Term], title_words: frozenset[str], day: date | None) -> list[Term]:
    """Of persons of one name, those in office then, and of these those whose title fits, where there are such."""
    current = [term for term in found if term.covers(day)] or found
    return [term for term in current if term.fits(title_words)] or current


def _codes(terms: list[Term]) -> tuple[str, ...]:
    return tuple(sorted({term.code for term in terms}))


def _candidates(words: frozenset[str]) -> list[Term]:
    """Every term whose holder bears one of the words."""
    index = _index()
    rows = sorted({row for word in words for row in index.get(word, ())})
    return [_terms()[row] for row in rows]


@cache
def _terms() -> tuple[Term, ...]:
    try:
        rows = json.loads(COMPILED.read_bytes())
        return tuple(Term(c, o, tuple(tuple(n.split()) for n in names), b, e) for c, o, names, b, e in rows)
    except (OSError, ValueError, TypeError, AttributeError) as fault:
        raise ReferenceDataError(f"{COMPILED}: cannot be read as the table of leaders: {fault!r}") from fault


@cache
def _openings() -> frozenset[tuple[str, str]]:
    """The first two words of every name."""
    return frozenset((order[0], order[1]) for term in _terms() for order in term.names if len(order) > 1)


@cache
def _index() -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for row, term in enumerate(_terms()):
        for word in {word for order in term.names for word in order} - _PARTICLES:
            index.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in index.items()}
