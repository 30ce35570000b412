"""Aid and figures: money, goods and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, first_wording, narrow, wording
from dostyk.reading.readers.contacts import states_only

AMOUNT = re.compile(
    r"(?:(?:over|more than|nearly|about|around|some|up to|almost|an additional|at least|close to|approximately)\s+)?"
    r"(?:(?:US|A|C|NZ|HK)?\$|€|£|¥|USD|EUR|AUD)?\s?\d[\d,.]*(?:\s?(?:to|-|–)\s?\$?\d[\d,.]*)?"
    r"\s?(?:million|billion|trillion|thousand|percent|per cent|%|bn|m)?\s?"
    r"(?:(?:U\.S\.|US|Australian)\s)?"
    r"(?:dollars?|euros?|pounds?|yuan|yen|rubles?|tonnes?|tons?|doses|students?|kilograms?|vaccines?|people|visitors?"
    r"|tourists?|companies|projects?)?",
    re.I,
)
_MONEY = re.compile(r"\$|€|£|million|billion|trillion|dollar|euro|tonne|\bton|dose|percent|per cent|%", re.I)
_INDICATOR = frozenset(
    """trade turnover investment export import exports imports student tourist visitor commerce fdi capital
    remittance flow volume project""".split()
)


def amount_in(text: str) -> str:
    """The first amount of money or goods in a text, as written; empty where there is none."""
    for found in AMOUNT.finditer(text):
        value = found.group().strip(" ,.")
        if _MONEY.search(value):
            return value
    return ""


def read_aid(match: Match, context: Context) -> Iterator[Draft]:
    """Money, goods or relief from a giver to a receiver."""
    given = first_wording(match, "obj")
    value = amount_in(match.sentence.text)
    takers = [m for m in states_only(match.whom) if m.party.state not in {w.party.state for w in match.who}]
    if not match.who or not given:
        return
    if not takers:
        own = {m.party.state for m in match.who}
        other = next((c for c in context.reference.leading_states(3) if c not in own), "")
        takers = [context.mention(Party(other), match.trigger)] if other and value else []
    if takers:
        givers = states_only(match.who) or match.who
        yield draft(match, givers, takers, what=given, detail=Detail(value=value))


def read_figures(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """Numbers on the relation of two states: trade turnover, investment, students."""
    for token in sentence.span:
        if token.lemma_.lower() not in _INDICATOR or not token.tag_.startswith("NN"):
            continue
        value = _value_near(sentence, token.i)
        sides = _figure_sides(context, sentence, token)
        if not value or len(sides) < 2:
            continue
        start, end = narrow(sentence.span[0], sentence.span[-1], token)
        yield Draft(
            "figure",
            token,
            sentence,
            (start, end),
            sides,
            what=wording(token),
            detail=Detail(value=value),
            confidence=0.5,
        )
        return


def _value_near(sentence: Sentence, i: int) -> str:
    after = sentence.doc[i : sentence.span.end].text
    return amount_in(after) or amount_in(sentence.text)


def _figure_sides(context: Context, sentence: Sentence, token: object) -> list[Mention]:
    inside = [m for n in context.people.in_sentence(sentence) if (m := context.people.mention(n))]
    sides = states_only(inside)
    if len(sides) >= 2:
        return sides[:2]
    both = [c for c in context.reference.leading_states(2)]
    if len(both) == 2 and all(m.party.state in both for m in sides):
        return unique([*sides, *(context.mention(Party(c), sentence.span[0]) for c in both)])
    return []
