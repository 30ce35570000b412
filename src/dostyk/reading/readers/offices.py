"""Offices: for each person of a report the fullest office the report gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.names import Title
from dostyk.language.persons import Named, Person
from dostyk.language.tokens import is_capital
from dostyk.model import PERSON, Detail
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

_YEARS_AGO = 3  # a report that names nobody but those of so long ago tells of a former holder
_NEW = re.compile(r"\b(?:new|next|newly appointed|newly named) ")
_FORMER = frozenset(["former", "ex", "late"])
_DESIGNATE = frozenset("designate incoming nominee".split())
_EMPTY = frozenset("""leader chief head member official counterpart colleague host general captain diplomat""".split())


def read_offices(context: Context) -> Iterator[Draft]:
    """One draft a person."""
    for person in context.people.persons:
        named = _best(context, person)
        found = _draft(context, person, *named) if named else _as_counterpart(context, person)
        for draft in found:
            _put_into_the_past(context, person, draft)
            yield draft


def _put_into_the_past(context: Context, person: Person, draft: Draft) -> None:
    """Who is named only in what the report tells of years ago held the office then."""
    published = context.report.published
    mentioned = [n for n in context.people.named if n.person is person and n.doc.user_data["field"] == "text"]
    then = []
    for named in mentioned:
        times = context.times(context.document.sentence_of(named.doc[named.start]))
        old = [
            w for w in times if published and w.interval.high.year <= published.year - _YEARS_AGO and w.relation == "in"
        ]
        if not old:
            return
        then += old
    if then:
        draft.status, draft.flags = "happened", ("background",)
        draft.date, draft.date_basis, draft.date_passage = then[0].interval, then[0].basis, then[0].passage


def _as_counterpart(context: Context, person: Person) -> Iterator[Draft]:
    """`his Rwandan counterpart X`: the office of the one whose counterpart X is."""
    told = (n for n in context.people.named if n.doc.user_data["field"] == "text")
    named = next((n for n in told if n.person is person and n.kind == PERSON), None)
    title = next((t for t, doc in person.titles if t.head == "counterpart"), None)
    if named is None or title is None:
        return
    for owner in context.reference.persons_before(named.doc[named.start], 3):
        post = next((_plain(t, doc) for t, doc in owner.titles if t.head not in _EMPTY), "")
        mention = context.people.mention(named)
        if post and owner.state != person.state and mention:
            span = (named.doc[named.start], named.doc[named.end - 1])
            sentence = context.document.sentence_of(span[0])
            yield Draft(
                "office", named.doc[named.core[0]], sentence, span, [mention], what=post, status="ongoing",
                place=person.state, detail=Detail(post=post), confidence=0.6,
            )  # fmt: skip
            return


def _plain(title: Title, doc: Doc) -> str:
    """An office without the state it is of: `President`, `Deputy Foreign Minister`."""
    words = [t.text for t in doc[title.start : title.end]]
    kept = [w for w in words if w.lower() in offices.OFFICE_WORDS or w.lower() in offices.TITLE_HEADS]
    return " ".join(kept)


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
            length = sum(t.is_alpha and t.lower_ not in offices.PERSONAL for t in doc[title.start : title.end])
            if best is None or length > best[0]:
                best = (length, named, title)
    return (best[1], best[2]) if best else None


def _without_styles(title: Title, doc: Doc) -> str:
    """The words of an office without forms of address and what only says since when: `His Majesty King` → `King`."""
    start = title.start
    while start < title.end - 1 and (
        doc[start].lower_.rstrip(".") in offices.PERSONAL or doc[start].lower_ in ("sheikh", "majesty", "highness")
    ):
        start += 1
    end = title.end
    while end - 1 > start and (doc[end - 1].lower_.rstrip(".") in offices.PERSONAL or doc[end - 1].text == ","):
        end -= 1
    words = _NEW.sub("", str(doc[start:end].text))
    return " ".join(map(offices.singular, words.split())) if title.shared else words


def _of_an_institution(title: Title, named: Named) -> str:
    """` of the Nansen Academy of Law` behind a title that stands behind a name: an office there, none of the state."""
    doc, end = named.doc, title.end
    first = next((i for i in range(end + 1, len(doc)) if doc[i].lower_ != "the"), end)
    if title.start < named.core[1] or end >= len(doc) or doc[end].lower_ != "of" or not is_capital(doc[first]):
        return ""
    end = first
    while end < len(doc) and (is_capital(doc[end]) or (doc[end].lower_ in ("of", "for") and is_capital(doc[end + 1]))):
        end += 1
    return f" {doc[title.end : end].text}"


def _draft(context: Context, person: Person, named: Named, title: Title) -> Iterator[Draft]:
    doc = named.doc
    first, last = min(named.start, title.start), max(named.end, title.end) - 1
    text = _without_styles(title, doc) + _of_an_institution(title, named)
    lower = {t.lower_ for t in doc[max(0, first - 2) : last + 1]}
    if not person.state or not {offices.singular(t.lower_) for t in doc[title.start : title.end]} & offices.TITLE_HEADS:
        return
    status = "happened" if lower & _FORMER else "scheduled" if title.awaited or lower & _DESIGNATE else "ongoing"
    mention = context.people.mention(named)
    if mention is None:
        return
    sentence = context.document.sentence_of(doc[first])
    yield Draft(
        "office", doc[named.core[0]], sentence, (doc[first], doc[last]), [mention], what=text, status=status,
        place=person.state, detail=Detail(post=text), confidence=0.7 if person.state_basis == "named" else 0.5,
    )  # fmt: skip
