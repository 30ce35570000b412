"""Routes by their ends: `plans to launch flights on the route Hanoi – Almaty – Prague`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.readers.base import narrow
from dostyk.reading.readers.places import states_only
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SERVICES = frozenset("flight route service ferry train".split())
_LAUNCHING = frozenset("launch open start introduce resume restore begin commence".split())
_DASHES = frozenset(("-", "–", "—"))
_PLACES = ("capital", "city")
_NEAR = 8  # words between the verb and what it launches


def read_route(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """The opening of a route whose towns are joined by dashes and lie in two states or more."""
    verb = next((t for t in sentence.span if t.lemma_ in _LAUNCHING and t.tag_.startswith("VB") and _service(t)), None)
    if verb is None or any(d.kind == "opening" and d.trigger == verb for d in earlier):
        return
    towns = [n for n in context.people.in_sentence(sentence) if n.kind in _PLACES and n.start > verb.i]
    joined = [
        n for n in towns
        if (n.start > 0 and n.doc[n.start - 1].text in _DASHES) or (n.end < len(n.doc) and n.doc[n.end].text in _DASHES)
    ]  # fmt: skip
    sides = states_only([m for n in joined if (m := context.people.mention(n)) is not None])
    service = _service(verb)
    if len(sides) < 2 or service is None:
        return
    first, last = narrow(sentence.span[0], sentence.span[-1], verb)
    what = f"{service.text} {joined[0].doc[joined[0].start : joined[-1].end].text}"
    status, flags = status_of(verb)
    status = "scheduled" if status == "happened" and verb.tag_ == "VB" else status
    yield Draft(
        "opening", verb, sentence, (first, last), sides, what=what, status=status, flags=flags, confidence=0.5
    )  # fmt: skip


def _service(verb: Token) -> Token | None:
    """The service that stands close behind a verb."""
    return next((t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if t.lemma_.lower() in _SERVICES), None)
