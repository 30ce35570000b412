"""Counterparts that a plural announces and a list behind it names: `talks with several leaders, including A and B`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.party_nouns import LEADERS, noun_of, plural_form
from dostyk.model import Mention
from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.persons import Named
    from dostyk.reading.context import Context

_PLURALS = LEADERS | {"peer", "colleague", "delegate", "dignitary", "ambassador", "politician", "parliamentarian"}
_OPPOSITE = frozenset(["counterpart", "peer", "colleague"])
# words that may stand between the noun and the first name
_LINKS = frozenset(", : - – ( from of including namely such as like and the there present respectively".split())
_NUMBERS = frozenset("number group range handful series host variety majority".split())
_ENDING = frozenset([";", ":", "“", '"'])
_TOGETHER = frozenset("jointly together trilateral trilaterally quadrilateral four-way three-way".split())


def listed_behind(context: Context, noun: Token) -> list[Mention]:
    """The persons listed behind a plural noun for leaders; none where a word between tells of other things."""
    noun = _counted(noun)
    if not plural_form(noun) or noun_of(noun) not in _PLURALS:
        return []
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        named = context.people.at(token)
        if named is not None and named.person is not None:
            chosen = any(t.lower_ == "including" for t in noun.doc[noun.i : token.i])
            listed = _all_behind(context, noun, named) if chosen else [named, *context.people.listed_after(named)]
            return [m for n in listed if (m := context.people.mention(n)) is not None]
        if named is None and token.lower_ not in _LINKS:
            return []
    return []


def _counted(noun: Token) -> Token:
    """The leaders of `a number of the leaders present`."""
    if noun.lemma_.lower() not in _NUMBERS:
        return noun
    return next((c for c in noun.children if c.dep_ == "nmod" and plural_form(c)), noun)


def _all_behind(context: Context, noun: Token, first: Named) -> list[Named]:
    """Everybody named in a list that `including` opens, up to the next verb; a misspelt state does not break it off."""
    end = next(
        (t.i for t in noun.doc[first.end : noun.sent.end] if t.tag_ in FINITE or t.text in _ENDING), noun.sent.end
    )
    inside = (context.people.at(t) for t in noun.doc[first.start : end])
    return list(dict.fromkeys(n for n in inside if n is not None and n.person is not None))


def met_one_by_one(heads: list[Token]) -> bool:
    """True where the counterparts are a choice out of many or each somebody's own: `her counterparts A of X and B of
    Y`, `several leaders, including A and B`; not where they are said to sit together."""
    if any(t.lower_ in _TOGETHER for head in heads for t in head.sent):
        return False
    for head in map(_counted, heads):
        behind = [t.lower_ for t in head.doc[head.i + 1 : min(head.i + 6, head.sent.end)]]
        if plural_form(head) and (noun_of(head) in _OPPOSITE or "including" in behind):
            return True
    return False
