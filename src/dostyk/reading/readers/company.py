"""Who travels with a visitor: those who accompany them, and the members of their delegation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Mention
from dostyk.reading.arguments import is_passive, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.readers.stays import made
from dostyk.reading.slots import slots_of
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# verbs of going along, and the slots of those whom one goes with
_WITH_HIM = {"accompany": ("obj",), "travel": ("with",), "go": ("with",), "come": ("with",), "join": ("obj",)}
_COMPRISING = frozenset(["include", "comprise", "consist", "feature"])


def read_company(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`X and Y will accompany him`, `X will travel with her`: the visit told of before, of those who go along.

    Where the visitor is named beside them (`accompanied by X`, `the delegation includes X`), they join that visit.
    """
    for token in sentence.span:
        if token.lemma_.lower() == "delegation":
            _join(context, _members(context, sentence, token), found)
        if token.lemma_ == "accompany" and token.tag_ == "VBN":
            slots = slots_of(token)
            by = slots.get("by") or (slots.get("subj", []) if is_passive(token) else [])
            _join(context, by, [d for d in found if _leads(context, slots.get("obj", []), d)])
        if is_verb(token) and token.lemma_ in _WITH_HIM and not is_passive(token):
            yield from _going_along(context, sentence, token, found)


def _leads(context: Context, visitors: list[Token], visit: Draft) -> bool:
    """True where those accompanied, as far as they are known, are the visitors."""
    keys = {m.key for t in visitors for m in context.resolve(t)}
    return not keys or bool(keys & {m.key for m in visit.who})


def _members(context: Context, sentence: Sentence, delegation: Token) -> list[Token]:
    """The persons said to be `in the delegation`, or whom `the delegation includes`."""
    verb = delegation.head
    persons = [n for n in context.people.in_sentence(sentence) if n.person is not None]
    if verb.lemma_ in _COMPRISING and delegation.dep_.startswith("nsubj"):
        return [n.doc[n.core[0]] for n in persons if n.start > verb.i]
    if any(c.dep_ == "case" and c.lower_ in ("in", "of") for c in delegation.children):
        part = delegation.dep_ == "ROOT" or delegation.head.lemma_ in ("part", "member", "be", "travel")
        copula = any(t.lemma_ == "be" and t.i < delegation.i for t in sentence.span)
        return [n.doc[n.core[0]] for n in persons if n.end <= delegation.i] if part and copula else []
    return []


def _join(context: Context, companions: list[Token], found: list[Draft]) -> None:
    """Let companions of the visitors' own state take part in the last visit found."""
    visit = next((d for d in reversed(found) if d.kind == "visit" and any(m.party.name for m in d.who)), None)
    if visit is None or not companions:
        return
    _on_one_side(context, companions, visit)
    state = visit.who[0].party.state
    others = [m for t in companions for m in _named(context, t) if m.party.name and m.party.state == state]
    for stop in found:  # of a tour told in one sentence, all stops
        if stop.kind == "visit" and stop.sentence is visit.sentence and stop.who[0].key == visit.who[0].key:
            stop.who = unique([*stop.who, *others])


def _named(context: Context, token: Token) -> list[Mention]:
    named = context.people.at(token)
    listed = context.people.listed_after(named) if named is not None and named.person is not None else []
    return [*context.resolve(token), *(m for n in listed if (m := context.people.mention(n)) is not None)]


def _going_along(context: Context, sentence: Sentence, token: Token, found: list[Draft]) -> Iterator[Draft]:
    slots = slots_of(token)
    led = [m for name in _WITH_HIM[token.lemma_] for t in slots.get(name, ()) for m in context.resolve(t)]
    visits = [d for d in found if d.kind == "visit" and {m.key for m in led} & {m.key for m in d.who}]
    if visits:
        _on_one_side(context, slots.get("subj", []), visits[-1])
    who = unique([m for t in slots.get("subj", ()) for m in context.resolve(t) if m.party.name])
    if "to" in slots or not visits or not who:
        return
    yield made(sentence, token, who, list(visits[-1].whom), status_of(token)[0])


def _on_one_side(context: Context, subjects: list[Token], visit: Draft) -> None:
    """Who goes along acts for the visitor's state, where a state was only supposed."""
    for named in filter(None, map(context.people.at, subjects)):
        person = named.person
        if person is not None and person.state_basis not in ("named", "title", "reference"):
            person.state = visit.who[0].party.state
