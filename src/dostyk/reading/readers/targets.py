"""Targets of figures: what trade or investment is to reach, and by when, however a report puts it.

`the goal is to raise trade to X`, `trade is to reach X by 2030`, `set a target of X in trade`, `confirmed the aim of
bringing trade to X`, `confident that it will help to double trade`: each binds both sides of the relation.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail
from dostyk.reading.arguments import is_verb, negated, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.readers.amounts import AMOUNT, amount_in
from dostyk.reading.readers.base import narrow, wording
from dostyk.reading.readers.figures import INDICATOR, counted_before, in_a_name, sides_of
from dostyk.reading.readers.terms import field_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AIMS = frozenset(["goal", "target", "aim", "objective", "ambition"])
_TIMES = frozenset("double triple treble quadruple".split())
_GROWING = frozenset("raise bring increase boost expand grow lift take push elevate scale".split()) | _TIMES
_REACHING = frozenset("reach hit attain achieve arrive touch exceed surpass top grow rise increase".split())
_CONFIDENT = frozenset("confident optimistic hopeful".split())
_HOLDING = frozenset("hope expect believe trust look aspire".split())
_BY = re.compile(
    r"\b(?:by|before|within|until|in|over)\s+(?:the\s+)?(?:end of\s+(?:the\s+|this\s+|next\s+)?)?"
    r"(?:(?:19|20)\d\d|year|decade|(?:next |coming )?(?:\w+ )?years?|(?:near|foreseeable) future)\b",
    re.IGNORECASE,
)


def read_target(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """At most one target of a sentence that no undertaking of it gives already."""
    if any(d.kind == "commitment" and d.sentence is sentence and _is_target(d.what) for d in earlier):
        return
    for token in sentence.span:
        text = _of_aim(token) or _of_verb(token)
        if not text or negated(token):
            continue
        thing, trigger = _counted(context, sentence, earlier), token
        sides = sides_of(context, sentence)
        if not thing or len(sides) < 2:
            return
        what = _worded(thing, text)
        detail = Detail(due=_due(context, sentence), target=amount_in(text), field=field_of(what))
        start, end = narrow(sentence.span[0], sentence.span[-1], trigger)
        yield Draft("commitment", trigger, sentence, (start, end), sides, what=what, detail=detail, confidence=0.5)
        return


def _is_target(what: str) -> bool:
    return bool(amount_in(what)) or any(re.search(rf"\b{word}\b", what) for word in _TIMES)


def _of_aim(token: Token) -> str:
    """`the goal is to arrive at X`, `the aim of bringing trade to X`, `a target of X`: what stands behind the noun."""
    if token.lemma_.lower() not in _AIMS or not token.tag_.startswith("NN"):
        return ""
    if token.head.lemma_ in _REACHING | {"meet", "miss"} and token.head.tag_ in ("VBD", "VBN"):
        return ""  # one that was met is a figure
    clause = token.doc[token.i + 1 : token.sent.end].text
    times = next((t for t in token.doc[token.i + 1 : min(token.i + 4, token.sent.end)] if t.lemma_ in _TIMES), None)
    if times is not None:  # `the goal of doubling trade by 2030`
        return _doubled(times, clause) or times.lemma_
    return _to_amount(clause)


def _of_verb(token: Token) -> str:
    """`trade is to reach X by 2030`, `is to be doubled`, `confident that it will double trade`: what is to be."""
    if not is_verb(token) or token.tag_ != "VB":
        passive = token.tag_ == "VBN" and any(c.lower_ == "be" and c.nbor(-1).lower_ == "to" for c in token.children)
        if not passive or token.lemma_ not in _GROWING:
            return ""
        clause = token.doc[token.i : token.sent.end].text
        return _doubled(token, clause) if _to_be(token) and _BY.search(clause) else ""
    clause = token.doc[token.i : token.sent.end].text
    if token.lemma_ in _REACHING and _to_be(token) and _indicated(token):
        return _to_amount(clause, token.sent.text)
    if token.lemma_ in _GROWING and _hoped(token) and _BY.search(clause):
        return _to_amount(clause) or _doubled(token, clause)
    return ""


def _to_be(verb: Token) -> bool:
    """`is to reach`, `are to be doubled`: an obligation, not a forecast."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]]
    return any(a in ("is", "are") and b == "to" for a, b in itertools.pairwise(before))


def _indicated(verb: Token) -> bool:
    over = verb.head if verb.dep_ == "xcomp" else verb
    return any(t.lemma_.lower() in INDICATOR for t in (*subject(verb), *subject(over)))


def _hoped(verb: Token) -> bool:
    """True for what those who speak for the sides are confident of or hope for."""
    return any(t.lemma_ in _CONFIDENT | _HOLDING for t in verb.ancestors)


def _to_amount(clause: str, sentence: str = "") -> str:
    """`to $5 billion by 2030`: the first amount of a clause, with the term that stands beside it; empty without one."""
    value = amount_in(clause)
    if not value:
        return ""
    term = _BY.search(clause[clause.index(value) + len(value) :]) or _BY.search(clause) or _BY.search(sentence)
    return f"to {value} {term.group().lower()}" if term else f"to {value}"


def _doubled(verb: Token, clause: str) -> str:
    term = _BY.search(clause)
    return f"{verb.lemma_} {term.group()}" if term and verb.lemma_ in _TIMES else ""


def _counted(context: Context, sentence: Sentence, earlier: list[Draft]) -> str:
    """What is to grow: the indicator that the sentence names, else that of the figure or sentence before."""
    for token in sentence.span:
        if token.lemma_.lower() in INDICATOR and token.tag_.startswith("NN") and not in_a_name(token):
            return _plainly(token)
    last = next((d for d in reversed(earlier) if d.kind == "figure"), None)
    near = last is not None and last.sentence.index >= sentence.index - 1
    return last.what.lower() if last is not None and near else counted_before(context, sentence)[0].lower()


def _plainly(token: Token) -> str:
    """`bilateral trade`, without what compares or counts it."""
    if any(AMOUNT.search(t.text) for t in token.subtree if t.like_num):
        kept = [c.text for c in token.children if c.dep_ == "amod" and c.i < token.i and not c.like_num]
        return " ".join([*kept, token.text]).lower()
    text = wording(token) or token.text
    return text[:1].lower() + text[1:] if not text[:2].isupper() else text


def _worded(thing: str, text: str) -> str:
    """`bring trade to X by 2030`, `double trade by 2030`."""
    verb, _, rest = text.partition(" ")
    return f"bring {thing} {text}" if verb == "to" else f"{verb} {thing} {rest}".strip()


def _due(context: Context, sentence: Sentence) -> str:
    dated = [when for when in context.times(sentence) if when.relation in ("by", "within", "until", "before")]
    return dated[0].interval.iso if len(dated) == 1 else ""
