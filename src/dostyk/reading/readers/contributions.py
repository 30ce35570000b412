"""Who gives how much of a sum that many give: `… pledged for X, including 120 million euros from Y and 90 from Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.amounts import amount_in
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_GIVEN = re.compile(r"\b(?:pledge[sd]?|donat\w+|contribut\w+|aid|relief|grants?|humanitarian|assistance)\b")
_TAKEN = re.compile(r"\b(?:exports?|imports?|trade|investments?|turnover|loans?|tariffs?)\b", re.I)
_GIVING = frozenset("pledge promise donate contribute give provide receive raise collect grant".split())
_PLEDGED = frozenset(["pledge", "promise"])
_FEW = 6  # words of an amount before `from X`
_CONTRIBUTED = Frame(id="contributed", kind="aid")


def read_contribution(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """One draft for each state from which an amount of aid comes."""
    if not _GIVEN.search(sentence.text) or _TAKEN.search(sentence.text):
        return
    verb = next((t for t in sentence.span if t.lemma_ in _GIVING and t.tag_.startswith("VB")), None)
    if verb is None or any(d.kind == "aid" and d.sentence is sentence for d in earlier):
        return
    around = Around(context, sentence, verb)
    givers = [(c, value) for c in around.chunks if c.prep == "from" and (value := _amount_before(sentence, c))]
    if len(givers) < 2 and not any(t.lower_ == "including" for t in sentence.span):
        return
    taker = _taker(around, {m.party.state for c, _ in givers for m in c.mentions})
    for chunk, value in givers if taker is not None else ():
        trigger = sentence.doc[chunk.start]
        match = Match(_CONTRIBUTED, trigger, sentence, {}, [], [])
        status = "scheduled" if verb.lemma_ in _PLEDGED else "happened"
        what = [taker] if taker is not None else []
        yield draft(match, states_only(chunk.mentions)[:1], what, what=value, status=status,
                    detail=Detail(value=value))  # fmt: skip


def _amount_before(sentence: Sentence, chunk: Chunk) -> str:
    """`120 million euros from X`: the amount that ends just before `from`."""
    doc = sentence.doc
    low = next((i for i in range(chunk.start - 1, chunk.start - 4, -1) if doc[i].lower_ == "from"), 0)
    words: list[Token] = list(doc[max(sentence.span.start, low - _FEW) : low])
    for n, word in reversed(list(enumerate(words))):
        if word.text == "," or word.lower_ in ("and", "from", "including"):
            words = words[n + 1 :]
            break
    return amount_in(" ".join(t.text for t in words).replace("$ ", "$").replace("€ ", "€")) if low else ""


def _taker(around: Around, givers: set[str]) -> Mention | None:
    """Whom the sum is for: `for X`, `to X`, else who received it."""
    goal = [c for c in around.chunks if c.prep in ("for", "to")] or [c for c in around.chunks if not c.prep]
    found = mentions_of(goal)
    takers = [m for m in states_only(found) if m.party.state not in givers] or [m for m in found if m.party.name]
    return next(iter(takers), None)
