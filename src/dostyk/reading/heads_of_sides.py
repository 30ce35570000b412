"""Persons who sit for the sides of talks: `held with the participation of X and Y`, `co-chaired by X and Y`, and in the
sentences behind it `the Kazakh delegation was headed by X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.language.persons import Person
from dostyk.model import Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = frozenset(["meeting", "gathering"])
_OF = frozenset("participation chairmanship co-chairmanship chairpersonship leadership presidency".split())
_BY = frozenset("chair co-chair cochair lead head".split())
_HEADING = frozenset("head lead chair co-chair".split())
_REACH = 10  # tokens between such a word and the first person


def name_sides(context: Context, drafts: list[Draft]) -> None:
    """Put the persons who sit for a state into talks of which only the states are told."""
    for draft in drafts:
        if draft.kind not in _KINDS or all(m.party.name for m in draft.who):
            continue
        persons = _taking_part(context, draft)
        if not persons and draft.kind == "meeting" and not any(m.party.name for m in draft.who):
            persons = _one_a_side(heads_of_delegations(draft.sentence, context, draft.who))
        states = {m.party.state for m in persons}
        if persons:
            draft.who = unique([*persons, *(m for m in draft.who if m.party.name or m.party.state not in states)])


def _one_a_side(persons: list[Mention]) -> list[Mention]:
    """Nobody where a state has several: a list of members, not the heads of delegations."""
    return persons if len({m.party.state for m in persons}) == len(persons) else []


def heads_of_delegations(sentence: Sentence, context: Context, who: list[Mention]) -> list[Mention]:
    """The persons who are said to head the states' delegations in the next two sentences."""
    states = {m.party.state for m in who}
    found: list[Mention] = []
    for later in context.document.around(sentence, behind=2):
        if any(t.lemma_ in _HEADING for t in later.span):
            persons = [n for n in context.people.in_sentence(later) if n.person is not None]
            found += [m for n in persons if (m := context.people.mention(n)) and m.party.state in states]
    return unique(found)


def _taking_part(context: Context, draft: Draft) -> list[Mention]:
    """The persons named behind the event as those who chair it or take part."""
    for token in draft.sentence.span:
        if token.i > draft.trigger.i and _opens(token):
            first = context.people.right_of(token.nbor(1), _REACH)
            listed = [first, *context.people.listed_after(first)] if first is not None else []
            _one_each(draft, [n.person for n in listed if n.person is not None])
            return [m for n in listed if (m := context.people.mention(n)) is not None]
    return []


def _one_each(draft: Draft, persons: list[Person]) -> None:
    """Two persons at talks of two states who were given one state are of one each; where nobody named their states, in
    the order in which these are told."""
    states = list(dict.fromkeys(m.party.state for m in draft.who))
    if len(persons) != 2 or len(states) != 2 or persons[0].state != persons[1].state:
        return
    if persons[0].state not in states:
        return
    supposed = [p.state_basis == "default" for p in persons]
    for n, person in enumerate(persons):
        other = states[n] if all(supposed) else next(code for code in states if code != person.state)
        if supposed[n]:
            person.state, person.state_basis = other, "sides"


def _opens(token: Token) -> bool:
    """The word before `of X` or `by X` that says that X takes part."""
    behind = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    return (behind == "of" and token.lower_ in _OF) or (
        behind == "by" and token.tag_ == "VBN" and token.lemma_.lower() in _BY
    )
