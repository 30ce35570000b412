"""Offices: for each person of a report the fullest office the report gives them."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.language import offices
from dostyk.language.names import Title
from dostyk.language.people import Named, Person
from dostyk.model import Detail
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

_FORMER = frozenset(["former", "ex", "late"])
_DESIGNATE = frozenset(["elect", "designate", "incoming", "nominee"])
_EMPTY = frozenset(
    """leader chief head member official counterpart colleague host general captain""".split()
)


def read_offices(context: Context) -> Iterator[Draft]:
    """One draft a person."""
    for person in context.people.persons:
        named = _best(context, person)
        if named is not None:
            yield from _draft(context, person, *named)


def _best(context: Context, person: Person) -> tuple[Named, Title] | None:
    """Where the fullest title of a person stands, with the title."""
    best: tuple[int, Named, Title] | None = None
    for named in context.people.named:
        if named.person is not person or named.kind == "title" or named.doc.user_data["field"] != "text":
            continue
        for title, doc in person.titles:
            near = doc is named.doc and (title.end <= named.core[0] + 1 or title.start <= named.core[1] + 4)
            if not near or not (named.core[0] - 25 < title.start < named.core[1] + 6) or title.head in _EMPTY:
                continue
            length = title.end - title.start
            if best is None or length > best[0]:
                best = (length, named, title)
    return (best[1], best[2]) if best else None


def _draft(context: Context, person: Person, named: Named, title: Title) -> Iterator[Draft]:
    doc = named.doc
    first, last = min(named.start, title.start), max(named.end, title.end) - 1
    text = doc[title.start : title.end].text
    lower = {t.lower_ for t in doc[max(0, first - 2) : last + 1]}
    if not person.state or not {t.lower_ for t in doc[title.start : title.end]} & offices.TITLE_HEADS:
        return
    status = "happened" if lower & _FORMER else "scheduled" if lower & _DESIGNATE else "ongoing"
    mention = context.people.mention(named)
    if mention is None:
        return
    sentence = context.document.sentence_of(doc[first])
    yield Draft(
        "office", doc[named.core[0]], sentence, (doc[first], doc[last]), [mention], what=text, status=status,
        place=person.state, detail=Detail(post=text), confidence=0.7 if person.state_basis == "named" else 0.5,
    )  # fmt: skip
