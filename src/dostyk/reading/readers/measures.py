"""Aid: money, goods and relief from a giver to a receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_behind, noun_lemma
from dostyk.reading.readers.base import draft, wording
from dostyk.reading.readers.contacts import states_only
from dostyk.reading.surface import Around, mentions_of

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
_MONEY = re.compile(
    r"\$|€|£|¥|million|billion|trillion|dollar|euro|tonne|\btons?\b|dose|percent|per cent|%|yuan|vaccines", re.I
)
# goods that are aid whatever their amount, and those that are only with one
_GOODS = frozenset(
    "assistance aid relief donation grant dose vaccine ton tonne medicine rice loan shipment grain wheat food "
    "ambulance tent blanket generator kit".split()
)
_WEAK_GOODS = frozenset(
    "funding contribution million billion $ package supply credit equipment fund support % euro dollar pound yuan yen "
    "supplies".split()
)
_MUCH_NAMED = 4  # weight of a state that a report is about, not one that it mentions
_PROMISING = frozenset(["pledge", "announce", "promise", "commit", "offer"])
# verbs that tell of money and goods of every kind
_ANNOUNCING = frozenset(["announce", "supply", "ship", "release", "extend", "offer", "allocate"])
_AID_WORDS = frozenset(
    "aid assistance humanitarian relief grant grants donation donations development emergency loan loans doses "
    "vaccines medicine food refugees earthquake flood floods drought cyclone disaster".split()
)
_TRADE = re.compile(r"\b(?:exports?|LNG|gas|oil|crude|coal|uranium|commercial|contract)\b")
_NO_TAKER = ("with", "by", "through", "from")
_PLANNING = frozenset(["plan", "agree", "decide", "intend", "undertake", "going"])
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
    if head is None or _in_general(trigger) or _TRADE.search(match.sentence.text):
        return
    value = _amount_of(head, trigger)
    if trigger.lemma_ in _ANNOUNCING and not _AID_WORDS & {t.lower_ for t in match.sentence.span}:
        return
    if trigger.lemma_ == "offer" and not value:
        return
    habit = trigger.tag_ in ("VBZ", "VBP") and not any(t.lower_ == "will" for t in match.sentence.span)
    if not value and (noun_lemma(head) not in _GOODS or habit):
        if (trigger.lemma_ not in _FINANCING or not match.who) and trigger.lemma_ not in ("donate", "hand"):
            return
    givers, takers = _ends(match, context, around)
    if not givers or not takers or givers[0].party.state == takers[0].party.state:
        return
    found = draft(match, givers, takers, what=_worded(head), detail=Detail(value=value))
    if trigger.tag_ == "VBG":
        found.status = _status_of_gerund(match) or found.status
    yield found


def _in_general(trigger: Token) -> bool:
    """`determine how best to provide`, `is to provide`: an infinitive that no plan or promise governs."""
    marked = trigger.tag_ == "VB" and trigger.doc[max(0, trigger.i - 1)].lower_ == "to"
    return marked and trigger.head.lemma_ not in _PROMISING | _PLANNING


def _status_of_gerund(match: Match) -> str:
    """`is providing` goes on; what is pledged `by donating` is still to come."""
    trigger = match.trigger
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 3) : trigger.i]]
    if {"is", "are", "'s", "’s"} & set(before):
        return "ongoing"
    promised = any(t.lemma_ in _PROMISING for t in match.sentence.span if t.i < trigger.i)
    return "scheduled" if promised and before[-1:] in (["by"], ["of"]) else ""


def _given(match: Match) -> Token | None:
    """The head of what is given; for verbs of financing whatever is paid for."""
    goods = _GOODS | _WEAK_GOODS
    if match.trigger.lemma_ == "donate":
        return next(iter(match.slots.get("obj", ())), None) or noun_behind(match.trigger, goods, 8)
    for token in match.slots.get("obj", ()) or match.slots.get("of", ()):
        if noun_lemma(token) in goods or token.text in ("$", "€", "£") or match.trigger.lemma_ in _FINANCING:
            return token
        if amount_in(token.doc[token.left_edge.i : token.right_edge.i + 1].text):
            return token
    return noun_behind(match.trigger, goods, 8)


def _worded(head: Token) -> str:
    return wording(head) or name_around(head)


def _amount_of(head: Token, trigger: Token) -> str:
    """The amount of what is given: in its noun phrase, else just before or behind its head."""
    doc, sent = head.doc, head.sent
    near = 0 < head.i - trigger.i <= 10
    low = trigger.i + 1 if near else max(sent.start, head.i - 5)
    return amount_in(doc[low : min(sent.end, head.i + 8)].text.split(";")[0])


def _ends(match: Match, context: Context, around: Around) -> tuple[list[Mention], list[Mention]]:
    """Givers and takers: from slots and word order; an agreement that provides is the author's giving."""
    if match.trigger.lemma_ in ("receive", "accept"):
        takers = states_only(match.who or around.left_mentions())
        givers = states_only(mentions_of(around.after("from")))
        return givers or _other(context, match, takers), takers
    givers = states_only(match.who) or states_only(around.agent()) or match.who
    if match.trigger.tag_ == "VBG" and match.trigger.doc[max(0, match.trigger.i - 1)].lower_ == "by":
        free = [c for c in around.chunks if not c.prep and c.object_of < 0 and c.end <= match.trigger.i]
        givers = states_only(mentions_of(free[:1])) or givers
    if not givers and context.home:
        givers = [context.mention(Party(context.home), match.trigger)]
    own = {m.party.state for m in givers}
    takers = [m for m in states_only(match.whom) if m.party.state not in own]
    if not takers:
        behind = [c for c in around.chunks if c.start > match.trigger.i and c.prep not in _NO_TAKER]
        takers = [m for m in states_only(mentions_of(behind)) if m.party.state not in own][:2]
    return givers, takers or _other(context, match, givers)


def _other(context: Context, match: Match, known: list[Mention]) -> list[Mention]:
    """The other state that the sentence, else the report, is about."""
    own = {m.party.state for m in known}
    named = [n.resolve() for n in context.people.in_sentence(match.sentence) if n.person is None]
    codes = [p.state for p in named if p is not None and p.state != "IGO"]
    codes += [c for c in context.reference.leading_states(3) if context.reference.weights[c] >= _MUCH_NAMED]
    other = next((c for c in codes if c and c not in own), "") if known else ""
    return [context.mention(Party(other), match.trigger)] if other else []
