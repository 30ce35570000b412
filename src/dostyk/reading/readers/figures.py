"""Figures: numbers on the relation of two states, trade and investment, people of one in the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.readers.amounts import amount_in
from dostyk.reading.readers.base import narrow, wording
from dostyk.reading.readers.contacts import states_only
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDICATOR = frozenset(
    "trade turnover investment export import commerce fdi remittance exchange volume foodstuff".split()
)
_PEOPLE = frozenset("student tourist visitor graduate worker expert collaborator people national citizen".split())
_LIVING = frozenset("train study graduate work live visit travel reside take enrol enroll learn attend receive".split())
_COUNT = re.compile(
    r"\b(?:(?:over|more than|nearly|about|around|some|up to|almost|at least|close to|approximately)\s+)?"
    r"\d{1,3}(?:,\d{3})+\b|\b(?:some |over |nearly |about |more than |close to )?\d+\b"
)
_ABIDING = re.compile(r"\b(?:students|nationals|citizens|workers|tourists|visitors) (?:now |currently )?in [A-Z]")
_OF_MANY = re.compile(r"\b(?:GDP|global|world|zone|tariffs?)\b")
_DYING = frozenset(["die", "kill", "dead", "perish", "injure", "flee"])
_TARGET = re.compile(
    r"\b(?:seek|aim|target|goal|will|plan|hope|want|bring|brought|reach|raise|increase)\w*\b"
    r".*\bby (?:the )?(?:end|\d{4})\b"
)
_COUNTING = ("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "RB", "IN", "HYPH", "DT", "VBN", "VBG")
_MUCH_NAMED = 3  # weight of a state that a report is about, not one that it mentions
_REACH = 12  # words between an indicator and its number


def read_figures(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """At most one figure of trade and one of people a sentence; targets are no figures."""
    if not any(t.like_num or t.text in ("$", "€", "£") for t in sentence.span) or _TARGET.search(sentence.text):
        return
    yield from _first(context, sentence, _INDICATOR, _amount)
    words = {t.lemma_ for t in sentence.span}
    if (words & _LIVING or " at work " in sentence.text or _ABIDING.search(sentence.text)) and not words & _DYING:
        yield from _first(context, sentence, _PEOPLE, _people)


def _first(
    context: Context, sentence: Sentence, nouns: frozenset[str], value_of: Callable[[Sentence, Token], str]
) -> Iterator[Draft]:
    for token in sentence.span:
        named = context.people.at(token)
        counted = nouns is _PEOPLE and named is not None and named.kind == "people"
        if not token.tag_.startswith("NN") or not (token.lemma_.lower() in nouns or counted) or _in_a_name(token):
            continue
        if nouns is _PEOPLE and not counted and token.tag_ not in ("NNS", "NN"):
            continue
        value = value_of(sentence, token)
        sides = _sides(context, sentence) if value else []
        if len(sides) < 2:
            continue
        status, _ = status_of(token)
        start, end = narrow(sentence.span[0], sentence.span[-1], token)
        yield Draft(
            "figure", token, sentence, (start, end), sides, what=wording(token) or token.text, status=status,
            detail=Detail(value=value), confidence=0.5,
        )  # fmt: skip
        return


def _in_a_name(token: Token) -> bool:
    """`the Regional Trade Fund`, `the National Security Council`: the word is part of a name."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if not token.text[:1].isupper() or after is None or token.is_sent_start:
        return False
    return after.text[:1].isupper() or after.lower_ == "and"


def _amount(sentence: Sentence, token: Token) -> str:
    """The amount behind an indicator, else the one just before it (`$11 billion in trade`)."""
    span = sentence.span
    end = min(span.end, token.i + _REACH)
    while end < span.end and span.doc[end].lower_ in ("million", "billion", "trillion", "per", "percent"):
        end += 1
    behind = span.doc[token.i : end].text
    before = span.doc[max(span.start, token.i - 7) : token.i + 1].text
    return amount_in(behind) or amount_in(before)


def _people(sentence: Sentence, token: Token) -> str:
    """The number that counts people: just before their noun."""
    span = sentence.span
    low = token.i
    while low > max(span.start, token.i - 5) and span.doc[low - 1].tag_ in _COUNTING:
        low -= 1
    found = list(_COUNT.finditer(span.doc[low : token.i].text))
    return f"{found[-1].group()} {token.text}" if found else ""


def _sides(context: Context, sentence: Sentence) -> list[Mention]:
    inside = [m for n in context.people.in_sentence(sentence) if (m := context.people.mention(n))]
    sides = states_only(inside)
    if len(sides) >= 2:
        return sides[:2]
    if _OF_MANY.search(sentence.text) or (not sides and re.search(r"\bEurope(?:an)?\b", sentence.text)):
        return []
    both = [c for c in context.reference.leading_states(2) if context.reference.weights[c] >= _MUCH_NAMED]
    if len(both) == 2 and all(m.party.state in both for m in sides):
        return unique([*sides, *(context.mention(Party(c), sentence.span[0]) for c in both)])
    return []
