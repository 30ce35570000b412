"""Aid: money, goods and relief from a giver to a receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, wording
from dostyk.reading.readers.contacts import states_only
from dostyk.reading.surface import Around, mentions_of, name_around, noun_behind, noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|a|half a)"
AMOUNT = re.compile(
    r"(?:(?:over|more than|nearly|about|around|some|up to|almost|an additional|at least|close to|approximately)\s+)?"
    rf"(?:(?:US|A|C|NZ|HK)?\$|€|£|¥|USD|EUR|AUD)?\s?{_NUMBER}(?:\s?(?:to|-|–)\s?\$?\d[\d,.]*)?"
    r"\s?(?:million|billion|trillion|thousand|percent|per cent|%|bn|m)?\s?"
    r"(?:(?:U\.S\.|US|Australian)\s)?"
    r"(?:dollars?|euros?|pounds?|yuan|yen|rubles?|roubles?|tonnes?|tons?|doses|students?|kilograms?|vaccines?|people"
    r"|visitors?|tourists?|companies|projects?|rupees|riyals?|dirhams?)?",
    re.I,
)
_MONEY = re.compile(r"\$|€|£|¥|million|billion|trillion|dollar|euro|tonne|\btons?\b|dose|percent|per cent|%|yuan|vaccines", re.I)
# goods that are aid whatever their amount, and those that are only with one
_GOODS = frozenset(
    "assistance aid relief donation grant dose vaccine ton tonne medicine rice loan shipment grain wheat food".split()
)
_WEAK_GOODS = frozenset(
    "funding contribution million billion $ package supply credit equipment fund support % euro dollar pound yuan yen "
    "supplies".split()
)
_PROMISING = frozenset(["pledge", "announce", "promise", "commit", "offer"])
_FINANCING = frozenset(["fund", "finance", "deploy"])


def amount_in(text: str) -> str:
    """The first amount of money or goods in a text, as written; empty where there is none."""
    for found in AMOUNT.finditer(text):
        value = found.group().strip(" ,.")
        if _MONEY.search(value):
            return value
    return ""


def read_aid(match: Match, context: Context) -> Iterator[Draft]:
    """Money, goods or relief; a measure without amount only where its goods are nothing but aid."""
    trigger = match.trigger
    around = Around(context, match.sentence, trigger)
    head = _given(match)
    value = _amount_behind(match)
    if head is None or not (value or noun_lemma(head) in _GOODS or trigger.lemma_ in _FINANCING):
        return
    givers, takers = _ends(match, context, around)
    if not givers or not takers or givers[0].party.state == takers[0].party.state:
        return
    found = draft(match, givers, takers, what=_worded(head), detail=Detail(value=value))
    if trigger.tag_ == "VBG" and trigger.head.lemma_ in _PROMISING:
        found.status = "scheduled"
    yield found


def _given(match: Match) -> Token | None:
    """The head of what is given; for verbs of financing whatever is paid for."""
    goods = _GOODS | _WEAK_GOODS
    for token in match.slots.get("obj", ()) or match.slots.get("of", ()):
        if noun_lemma(token) in goods or token.text in ("$", "€", "£") or match.trigger.lemma_ in _FINANCING:
            return token
        if amount_in(token.doc[token.left_edge.i : token.right_edge.i + 1].text):
            return token
    return noun_behind(match.trigger, goods, 8)


def _worded(head: Token) -> str:
    return wording(head) or name_around(head)


def _amount_behind(match: Match) -> str:
    sentence = match.sentence.span
    behind = sentence.doc[match.trigger.i : sentence.end].text.split(";")[0]
    return amount_in(behind) or ("" if is_verb(match.trigger) else amount_in(match.sentence.text))


def _ends(match: Match, context: Context, around: Around) -> tuple[list[Mention], list[Mention]]:
    """Givers and takers: from slots and word order; an agreement that provides is the author's giving."""
    if match.trigger.lemma_ in ("receive", "accept"):
        takers = states_only(match.who or around.left_mentions())
        givers = states_only(mentions_of(around.after("from")))
        return givers or _other(context, match, takers), takers
    givers = states_only(match.who) or states_only(around.agent()) or match.who
    if not givers and context.home:
        givers = [context.mention(Party(context.home), match.trigger)]
    own = {m.party.state for m in givers}
    takers = [m for m in states_only(match.whom) if m.party.state not in own]
    if not takers:
        behind = [c for c in around.chunks if c.start > match.trigger.i and c.prep not in ("with", "by", "through")]
        takers = [m for m in states_only(mentions_of(behind)) if m.party.state not in own][:2]
    return givers, takers or _other(context, match, givers)


def _other(context: Context, match: Match, known: list[Mention]) -> list[Mention]:
    """The other state that the sentence, else the report, is about."""
    own = {m.party.state for m in known}
    named = [n.resolve() for n in context.people.in_sentence(match.sentence) if n.person is None]
    codes = [p.state for p in named if p is not None and p.state != "IGO"]
    codes += context.reference.leading_states(3)
    other = next((c for c in codes if c and c not in own), "") if known else ""
    return [context.mention(Party(other), match.trigger)] if other else []
