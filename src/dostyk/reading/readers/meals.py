"""Meals and receptions: who gives them, and in whose honour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Mention
from dostyk.reading.arguments import FINITE, preposition
from dostyk.reading.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

MEALS = frozenset("banquet dinner luncheon lunch breakfast reception supper gala".split())
_GIVEN_FOR = MEALS | {"ceremony"}
_GIVEN = frozenset("host give offer throw organise organize hold".split())
_ATTENDING = frozenset("attend join address speak participate take appear".split())
_REACH = 14  # words between a meal and those whom it is given for


def company_at(context: Context, meal: Token) -> list[Mention]:
    """Those whom a meal is given for (`in honour of X`, `for X`, `with X`) or by (`hosted by X`); none of other events.

    `meal` is the head of the noun phrase; the phrases may hang on it or on the verb before it.
    """
    if meal.lemma_.lower() not in _GIVEN_FOR:
        return []
    return [m for token in _phrases(meal) for m in context.resolve(token) if m.party.name or token.tag_ != "NN"]


def _phrases(meal: Token) -> Iterator[Token]:
    """The noun phrases that name the company of a meal, by the order of words behind it."""
    for token in meal.doc[meal.i + 1 : min(meal.sent.end, meal.i + _REACH)]:
        if token.tag_ in FINITE or token.text == ";":
            return
        before = preposition(token) if token.tag_.startswith(("NN", "PRP")) else ""
        if before == "of" and token.head.lower_ in ("honour", "honor"):
            yield token
        elif before == "by" and token.head.lemma_ in _GIVEN:
            yield token
        elif before in ("for", "with") and token.head in (meal, meal.head):
            yield token


def told_by_guest(trigger: Token) -> bool:
    """`attended a luncheon hosted by X`: the host's part is told with the guest's."""
    meal = trigger.head
    return trigger.tag_ == "VBN" and meal.lemma_.lower() in MEALS and meal.head.lemma_ in _ATTENDING
