"""Delegations announced with a list of members: who travels stands in a list, where to in the announcement.

A release says that a delegation was named to attend some event in a place; the leader and the members follow, name
by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.persons import Named
from dostyk.model import Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, state_at, unique
from dostyk.reading.own_time import nearest
from dostyk.reading.readers.base import narrow, wording
from dostyk.reading.readers.places import place_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.document import Sentence

_NAMING = frozenset("announce designate name appoint".split())
_ANNOUNCED = frozenset("designation designate announce lead travel attend send name appoint".split())


_EVENTS = frozenset(
    """inauguration anniversary ceremony funeral celebration summit conference coronation service independence
    commemoration""".split()
)


def read_delegation(context: Context) -> Iterator[Draft]:
    """The visit of a delegation whose members the report lists."""
    if "delegation" not in context.words:
        return
    members = [m for n in _listed(context) if (m := context.people.mention(n))]
    if len(members) < 2:
        return
    for sentence in context.document.sentences:
        trigger = next((t for t in sentence.span if t.lemma_.lower() == "delegation"), None)
        if sentence.field != "text" or trigger is None:
            continue
        if not _ANNOUNCED & {t.lemma_.lower() for t in sentence.span}:
            continue
        place, _ = place_of(context, [t for t in sentence.span if t.i > trigger.i])
        sending = _subjects(context, sentence, trigger)
        going = unique([m for m in members if m.party.state != state_at(place) and m.party not in sending])
        if not place or len(going) < 2:
            continue
        host = Mention(Party(state_at(place)), context.document.passage(trigger, trigger))
        draft = Draft(
            "visit", trigger, sentence, narrow(sentence.span[0], sentence.span[-1], trigger), going, [host],
            what="delegation", status="scheduled", place=place, detail=Detail(form="delegation"),
        )  # fmt: skip
        when = nearest(context, draft)
        times = [w for w in context.times(sentence) if w.relation == "in" and w.start > trigger.i]
        if times:
            when = times[-1]
        if when is not None:
            draft.date, draft.date_basis, draft.date_passage = when.interval, when.basis, when.passage
        yield draft
        yield from _event(draft)
        return


def _subjects(context: Context, sentence: Sentence, trigger: Token) -> list[Party]:
    """Who announces the delegation and does not travel: `President X today announced the designation of …`."""
    if sentence.span.root.lemma_.lower() not in _NAMING:
        return []
    before = (n for n in context.people.in_sentence(sentence) if n.person is not None and n.end <= trigger.i)
    return [n.person.party for n in before if n.person is not None]


def _event(visit: Draft) -> Iterator[Draft]:
    """The gathering that a delegation is sent to attend, by its name in the announcement."""
    head = next((t for t in visit.sentence.span if t.i > visit.trigger.i and t.lemma_.lower() in _EVENTS), None)
    if head is not None:
        yield Draft(
            "gathering", head, visit.sentence, visit.span, list(visit.who), what=wording(head), status=visit.status,
            date=visit.date, date_basis=visit.date_basis, date_passage=visit.date_passage, place=visit.place,
        )  # fmt: skip


def _listed(context: Context) -> list[Named]:
    """Persons with whom a paragraph or list item begins."""
    found = []
    for doc in context.document.docs:
        if doc.user_data["field"] != "text":
            continue
        first = next((n for n in context.people.named if n.doc is doc and n.person), None)
        if first is not None and first.start <= 4 and not doc[first.core[0]].dep_.startswith("nsubj"):
            found.append(first)
        elif first is not None and first.start <= 4 and len(doc) < 60:
            found.append(first)
    return found
