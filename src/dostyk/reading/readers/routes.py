"""Routes by their ends: `plans to launch flights on the route Hanoi – Almaty – Prague`, `flights between A and B will
resume`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.reading.arguments import subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.readers.base import narrow
from dostyk.reading.readers.places import states_only
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.persons import Named

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
    service = _service(verb)
    joined = _ends(context, sentence, verb, service) if service is not None else []
    sides = states_only([m for n in joined if (m := context.people.mention(n)) is not None])
    if len(sides) < 2 or service is None:
        return
    first, last = narrow(sentence.span[0], sentence.span[-1], verb)
    doc, start = joined[0].doc, joined[0].start
    start -= doc[start - 1].lower_ in ("between", "from")
    what = f"{service.text} {doc[start : joined[-1].end].text}"
    status, flags = status_of(verb)
    status = "scheduled" if status == "happened" and verb.tag_ == "VB" else status
    yield Draft(
        "opening", verb, sentence, (first, last), sides, what=what, status=status, flags=flags, confidence=0.5
    )  # fmt: skip


def _ends(context: Context, sentence: Sentence, verb: Token, service: Token) -> list[Named]:
    """The towns that dashes join, else those behind `between … and` or `from … to`."""
    named = list(context.people.in_sentence(sentence))
    towns = [n for n in named if n.kind in _PLACES and n.start > verb.i]
    joined = [
        n for n in towns
        if (n.start > 0 and n.doc[n.start - 1].text in _DASHES) or (n.end < len(n.doc) and n.doc[n.end].text in _DASHES)
    ]  # fmt: skip
    near = [n for n in named if n.kind in (*_PLACES, "state") and 0 < n.start - service.i < _NEAR]
    led = [n for n in near if n.doc[n.start - 1].lower_ in ("between", "and", "from", "to")]
    opened = bool(led) and led[0].doc[led[0].start - 1].lower_ in ("between", "from")
    return joined or (led[:2] if opened else [])


def _service(verb: Token) -> Token | None:
    """The service that stands close behind a verb, or is its subject: `flights between A and B will resume`."""
    own = [t for t in subject(verb) if t.lemma_.lower() in _SERVICES]
    own += [c for c in verb.children if c.dep_ == "nsubj:pass" and c.lemma_.lower() in _SERVICES]
    return (
        own[0]
        if own
        else next((t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if t.lemma_.lower() in _SERVICES), None)
    )
