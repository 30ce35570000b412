"""How likely a claim is right: a small table of weights over what reading saw, fitted on annotated reports.

`training/calibrate.py` makes `confidence.json`; `docs/scores.md` shows how well the probabilities hold.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dostyk.model import Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

if TYPE_CHECKING:
    from dostyk.language.persons import Person

WEIGHTS = "confidence.json"
_PRONOUNS = frozenset(
    """he she they it we i you his her their our its my who which both sides two leaders him them us me""".split()
)
_BASES = {"named": 0, "title": 1, "reference": 2, "default": 3, "": 4}  # from the surest to the least


def confidence_of(context: Context, draft: Draft) -> float:
    """The probability that the claim of a draft is right, 0 to 1, three digits."""
    return probability(features(context, draft), load_weights())


def probability(present: Iterable[str], weights: Mapping[str, float]) -> float:
    """Logistic of the sum of the weights of what is present; names without a weight count nothing."""
    total = math.fsum([weights.get("bias", 0.0), *(weights.get(name, 0.0) for name in sorted(present))])
    return round(1 / (1 + math.exp(-total)), 3)


@cache
def load_weights() -> Mapping[str, float]:
    """The fitted weights by name of feature; `bias` is that of every claim."""
    text = (resources.files("dostyk.reading") / WEIGHTS).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights


def features(context: Context, draft: Draft) -> frozenset[str]:
    """What is seen of a draft once it is dated and merged, as names; each is there or not."""
    return frozenset([*_of_words(context, draft), *_of_parties(context, draft)])


def _of_words(context: Context, draft: Draft) -> Iterator[str]:
    frame = draft.frame
    yield f"kind {draft.kind}"
    yield f"frame {draft.kind}/{frame.id}" if frame is not None else f"frame {draft.kind}/none"
    yield f"status {draft.status}"
    yield f"date {draft.date_basis or 'given'}" if draft.date else "date none"
    if draft.date is not None and draft.date.precision != "day":
        yield f"date {draft.date.precision}"
    yield from (f"flag {flag}" for flag in draft.flags)
    yield from (f"detail {name}" for name in draft.detail.given())
    if frame is not None and frame.refers:
        yield "refers"
    if draft.aliases:
        yield "told again"
    if draft.place:
        yield "place"
    if draft.trigger.i in draft.trigger.doc.user_data.get("speakers", {}):
        yield "quoted"
    if context.is_joint:
        yield "joint"
    if not context.home:
        yield "no home"
    words = len(draft.sentence.span)
    yield "sentence short" if words < 15 else "sentence middle" if words < 35 else "sentence long"
    yield f"sentence {min(draft.sentence.index, 3)}"
    if draft.trigger.dep_ in ("ROOT", "conj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "obj", "obl", "nmod"):
        yield f"trigger {draft.trigger.dep_}"
    said = len(draft.what.split())
    yield "what none" if not said else "what short" if said < 4 else "what long"


def _of_parties(context: Context, draft: Draft) -> Iterator[str]:
    mentions = (*draft.who, *draft.whom)
    yield f"parties {min(len(mentions), 3)}"
    if not draft.whom:
        yield "whom none"
    trigger = context.document.passage(draft.trigger, draft.trigger)
    if any(m.passage == trigger for m in mentions):
        yield "filled in"
    if any(m.passage.quote.lower().split()[0] in _PRONOUNS for m in mentions if m.passage.quote.strip()):
        yield "pronoun"
    if any(not m.party.name for m in mentions):
        yield "bare state"
    yield from _bases(context, mentions)
    start, end = draft.sentence.start, draft.sentence.end
    inside = [m.passage.start for m in mentions if m.passage.field == "text" and start <= m.passage.start < end]
    if len(inside) < len(mentions):
        yield "party elsewhere"
    far = max((abs(place - trigger.start) for place in inside), default=0)
    yield "party near" if far < 60 else "party apart" if far < 150 else "party far"


def _bases(context: Context, mentions: Iterable[Mention]) -> Iterator[str]:
    """Where the least sure of the persons has the state from."""
    persons: dict[str, Person] = {person.party.key: person for person in context.people.persons}
    known = [persons[m.key].state_basis for m in mentions if m.party.name and m.key in persons]
    if known:
        yield f"state {max(known, key=lambda basis: (_BASES.get(basis, 3), basis)) or 'none'}"
