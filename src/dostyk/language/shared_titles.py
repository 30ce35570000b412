"""An office in the plural before several names: `Foreign Ministers X of Uruguay and Y of Argentina`, `the prime
ministers of Greece and Turkey, X and Y`, `Presidents X and Y`. Each of those named bears it in the singular."""

from __future__ import annotations

from dostyk.language import offices
from dostyk.language.spans import Run, Title
from dostyk.language.titles import Titles
from dostyk.language.words import LINKS, is_office_word

_STATES = ("state", "demonym", "historic")


def share_titles(titles: Titles, runs: list[Run]) -> None:
    """Give the names behind an office in the plural that office, `shared`, each with its state where it is said."""
    starting = {run.start: run for run in runs}
    for token in titles.doc:
        head = offices.singular(token.lower_)
        if head == token.lower_ or token.tag_.startswith("VB"):
            continue
        end = _end(titles, token.i)
        listed = _listed(titles, starting, end)
        if len(listed) < 2:
            continue
        start = _start(titles, token.i)
        states = [k.code for k in titles.known if start <= k.start < end and k.kind in _STATES]
        first = next((i for i in range(start, token.i + 1) if i not in titles.known_at and _office(titles, i)), token.i)
        for number, run in enumerate(listed):
            of_each = states[number] if len(states) == len(listed) else states[0] if len(states) == 1 else ""
            run.shared = Title(first, token.i + 1, head, "" if run.state else of_each, shared=True)
            run.person = True


def _office(titles: Titles, i: int) -> bool:
    return is_office_word(titles.doc[i]) and titles.doc[i].lower_ not in LINKS


def _start(titles: Titles, i: int) -> int:
    """Where the words of the office begin: its adjectives and the states in front of it."""
    while i > 0 and not titles.doc[i].is_sent_start:
        joined = titles.doc[i - 1].lower_ == "and" and (i - 2) in titles.known_at
        if not (joined or _office(titles, i - 1) or (i - 1) in titles.known_at):
            break
        i -= 1
    return i


def _end(titles: Titles, i: int) -> int:
    """The token behind the words of the office: `of Foreign Affairs`, `of Greece and Turkey`."""
    doc, i = titles.doc, i + 1
    while i < len(doc):
        ahead = next((j for j in range(i, min(i + 3, len(doc))) if doc[j].lower_ not in LINKS - {",", "-"}), i)
        if not titles.title_word(ahead):
            break
        i = ahead + 1
    return i


def _listed(titles: Titles, starting: dict[int, Run], i: int) -> list[Run]:
    """The names enumerated from token `i` on, none with a title of its own, the last one behind `and`."""
    doc, found, joined = titles.doc, list[Run](), False
    while i < len(doc):
        while i < len(doc) and doc[i].lower_ in (",", "and", "&", "("):
            joined = joined or (bool(found) and doc[i].lower_ in ("and", "&"))
            i += 1
        while i < len(doc) and doc[i].lower_.rstrip(".") in offices.PERSONAL:
            i += 1
        run = starting.get(i)
        if run is None or run.before is not None:
            break
        found.append(run)
        if joined:
            return found
        i = max(run.end, run.tail)
    return []
