"""Figures: numbers on the relation of two states, trade and investment, people of one in the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.amounts import amount_in
from dostyk.reading.readers.base import narrow, wording
from dostyk.reading.readers.figure_values import REACH, STANDING, amount_of, aside_with, behind_aside, number_of
from dostyk.reading.readers.places import states_only
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

INDICATOR = frozenset(
    "trade turnover investment export import commerce fdi remittance exchange volume foodstuff".split()
)
_PEOPLE = frozenset("student tourist visitor graduate worker expert collaborator people national citizen".split())
_FIRMS = frozenset("enterprise company firm venture business".split())
_LIVING = frozenset(
    "train study graduate work live visit travel reside take enrol enroll learn attend receive operate employ".split()
)
_FORECAST = frozenset("forecast expect project estimate predict believe plan aim hope set due".split())
_GROWN = re.compile(
    r"\bfrom (?:[\w$€£,.-]+ ){1,6}?(?:in |as of )?(?:\w+ )?\d{4} (?:up )?to "
    r"(?P<value>(?:(?:over|more than|nearly|about|almost|some|around) )?"
    r"[$€£]?\d[\d,.]*(?: (?:million|billion|trillion|per cent|percent))?) (?:in|as of|by) "
)
_BEFORE = re.compile(
    r"\b(?:up|down|rising|falling|increase|decrease|compared|against) (?:sharply |slightly )?(?:from|with|to) "
    r"(?P<value>[^,;]{2,40}?) (?:in )?(?:the year before|the previous year|a year (?:earlier|before))\b"
)
_ROUTES = frozenset(["flight", "connection"])
_LINKING = frozenset(["connect", "link", "operate"])
_MOST = 3  # figures of trade in one sentence
_AT_HOME = re.compile(r"\b(?:at work|home to)\b")
_ABIDING = re.compile(r"\b(?:students|nationals|citizens|workers|tourists|visitors) (?:now |currently )?in [A-Z]")
_OF_MANY = re.compile(r"\b(?:GDP|global|world|zone|tariffs?)\b")
_DYING = frozenset(["die", "kill", "dead", "perish", "injure", "flee"])
_TARGET = re.compile(
    r"\b(?:seek|aim|target|goal|will|plan|hope|want|bring|brought|reach|raise|increase)\w*\b"
    r".*\bby (?:the )?(?:end|\d{4})\b"
)
_MUCH_NAMED = 3  # weight of a state that a report is about, not one that it mentions


def read_figures(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """The figures of trade and at most one of people of a sentence; targets are no figures.

    `earlier` are the drafts before it: `In 2020 it is to reach $1 billion` goes on with their last figure.
    """
    aimed = [d.detail.target for d in earlier if d.kind == "commitment" and d.sentence is sentence and d.detail.target]
    if not any(t.like_num or t.text in ("$", "€", "£") for t in sentence.span):
        return
    if _TARGET.search(sentence.text) and not aimed:
        return
    told = _sides_told(sentence, earlier)
    found = [d for d in _first(context, sentence, INDICATOR, amount_of, _MOST, told) if d.detail.value not in aimed]
    found += [d for d in _invested(context, sentence, told) if not found]
    words = {t.lemma_ for t in sentence.span}
    if (words & _LIVING or _AT_HOME.search(sentence.text) or _ABIDING.search(sentence.text)) and not words & _DYING:
        found += _first(context, sentence, _PEOPLE | _FIRMS, number_of)
    if not found:
        found += _grown_people(context, sentence)
    if words & _LINKING:
        found += _first(context, sentence, _ROUTES, number_of)
    yield from found
    yield from _grown(context, sentence, found)
    yield from _compared(context, sentence, found)
    if not found:
        yield from _continued(context, sentence, earlier)


def _first(
    context: Context,
    sentence: Sentence,
    nouns: frozenset[str],
    value_of: Callable[[Sentence, Token], str],
    most: int = 1,
    told: list[Mention] | None = None,
) -> Iterator[Draft]:
    taken: set[str] = set()
    for token in sentence.span:
        named = context.people.at(token)
        counted = nouns is not INDICATOR and named is not None and named.kind == "people"
        if not token.tag_.startswith("NN") or not (token.lemma_.lower() in nouns or counted) or in_a_name(token):
            continue
        if nouns is not INDICATOR and not counted and token.tag_ not in ("NNS", "NN"):
            continue
        value = value_of(sentence, token)
        sides = (sides_of(context, sentence) or _again(context, sentence, told)) if value and value not in taken else []
        if len(sides) < 2:
            continue
        taken.add(value)
        what = wording(token) or token.text
        aside = aside_with(token, value) if nouns is INDICATOR else None
        yield _figure(sentence, aside or token, sides, what, value)
        after = behind_aside(sentence, token, aside) if aside is not None else ""
        if after and not _to_come(token):
            yield _figure(sentence, token.head, sides, what, after)
        if len(taken) == most:
            return


def _sides_told(sentence: Sentence, earlier: list[Draft]) -> list[Mention]:
    """The sides of the last figure, where it was told of just before."""
    last = next((d for d in reversed(earlier) if d.kind == "figure"), None)
    return list(last.who) if last is not None and last.sentence.index >= sentence.index - 1 else []


def _again(context: Context, sentence: Sentence, told: list[Mention] | None) -> list[Mention]:
    """`Kazakh exports accounted for $1 billion`: told of the two sides of the figure before, no other being named."""
    named = states_only([m for n in context.people.in_sentence(sentence) if (m := context.people.mention(n))])
    known = {m.party.state for m in told or ()}
    return list(told or ()) if all(m.party.state in known for m in named) else []


def _invested(context: Context, sentence: Sentence, told: list[Mention]) -> Iterator[Draft]:
    """`Swedish companies have invested 600 million euros in Serbia`."""
    for verb in sentence.span:
        if verb.lemma_ != "invest" or verb.tag_ not in ("VBD", "VBN") or not is_verb(verb):
            continue
        value = amount_in(sentence.span.doc[verb.i : min(sentence.span.end, verb.i + REACH)].text)
        sides = sides_of(context, sentence) or _again(context, sentence, told)
        if value and len(sides) > 1:
            yield _figure(sentence, verb, sides, "investment", value)


def _figure(sentence: Sentence, token: Token, sides: list[Mention], what: str, value: str) -> Draft:
    status, _ = status_of(token)
    if any(t.lemma_ in _FORECAST and t.tag_ == "VBN" for t in token.ancestors) or _to_come(token):
        status = "proposed"
    start, end = narrow(sentence.span[0], sentence.span[-1], token)
    return Draft(
        "figure", token, sentence, (start, end), sides, what=what, status=status, detail=Detail(value=value),
        confidence=0.5,
    )  # fmt: skip


def _to_come(token: Token) -> bool:
    """`is to reach`, `will reach`: the verb over a value looks ahead."""
    verb = next((t for t in token.ancestors if t.tag_ == "VB"), None)
    before = {c.lower_ for c in verb.children} if verb is not None and verb.lemma_ in STANDING else set()
    return bool(before & {"to", "will", "would", "could", "should"})


def _grown(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`from 93,000 in 1999 to more than 366,000 in 2009`: the second value of what has grown, one for each figure."""
    grown = _GROWN.search(sentence.text)
    at = _token_at(sentence, grown.start("value"), grown.end("value")) if grown and found else None
    if grown is not None and at is not None and grown.group("value") not in found[0].detail.value:
        yield _figure(sentence, at, list(found[0].who), found[0].what, grown.group("value"))


def _compared(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`$879 million in 2024, down from about $1 billion the year before`: the value of the year that one compares."""
    before = _BEFORE.search(sentence.text) if found else None
    value = amount_in(before.group("value")) if before is not None else ""
    at = _token_at(sentence, before.start("value"), before.end("value")) if before is not None and value else None
    when = next((w for w in context.times(sentence) if w.basis == "anchor" and at is not None and w.start > at.i), None)
    if at is not None and when is not None:
        older = _figure(sentence, at, list(found[0].who), found[0].what, value)
        older.date, older.date_basis, older.date_passage = when.interval, when.basis, when.passage
        yield older


def _grown_people(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`arrivals grew from 93,000 visitors`: people who are counted by how many have come."""
    if _GROWN.search(sentence.text):
        yield from _first(context, sentence, _PEOPLE, number_of)


def _continued(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """`In 2020 it is to reach $1 billion`, told of what the last figure counts, and with its sides."""
    verb = next((t for t in sentence.span if t.lemma_ in STANDING and is_verb(t)), None)
    if verb is None or not any(t.lower_ in ("it", "this", "figure") for t in subject(verb)):
        return
    value = amount_in(sentence.span.doc[verb.i : min(sentence.span.end, verb.i + REACH)].text)
    last = next((d for d in reversed(earlier) if d.kind == "figure" and d.sentence.index >= sentence.index - 1), None)
    what, sides = (last.what, list(last.who)) if last else counted_before(context, sentence)
    if value and what and len(sides) > 1:
        yield _figure(sentence, verb, sides, what, value)


def counted_before(context: Context, sentence: Sentence) -> tuple[str, list[Mention]]:
    """What the sentence before speaks of (`Trade between A and B is on the rise.`), and its two sides."""
    before = next(iter(context.document.around(sentence, before=1)[:-1]), None)
    for token in before.span if before is not None and before.field == "text" else ():
        if noun_lemma(token) in INDICATOR and not in_a_name(token):
            return wording(token) or token.text, sides_of(context, before) if before else []
    return "", []


def _token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """The last token of a range of a sentence's text."""
    low = sentence.span.start_char
    span = sentence.doc.char_span(low + start, low + end, alignment_mode="expand")
    return span[-1] if span is not None else None


def in_a_name(token: Token) -> bool:
    """`the Regional Trade Fund`, `the National Security Council`: the word is part of a name."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if not token.text[:1].isupper() or after is None or token.is_sent_start:
        return False
    return after.text[:1].isupper() or after.lower_ == "and"


def sides_of(context: Context, sentence: Sentence) -> list[Mention]:
    """The two states that a figure is about: those that the sentence names, else those that the report is about."""
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
