"""The value of a figure: behind its noun, before it, in an aside or behind the verb that tells how things stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.readers.amounts import amount_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STANDING = frozenset("stand amount total come reach exceed hit rise grow increase fall drop worth make".split())
_RATE = re.compile(r"%|\bper ?cent\b")
_REACHED = re.compile(
    r"\b(?:to(?: reach| total| stand at)?|reaching|totall?ing|amounting to|standing at|and reached) (?=[^a-z\s]|Rs)"
)
_COUNT = re.compile(
    r"\b(?:(?:over|more than|nearly|about|around|some|up to|almost|at least|close to|approximately)\s+)?"
    r"\d{1,3}(?:,\d{3})+\b|\b(?:some |over |nearly |about |more than |close to )?\d+\b",
    re.IGNORECASE,
)
_COUNTING = ("JJ", "JJR", "RBR", "JJS", "NN", "NNP", "NNPS", "CD", "RB", "IN", "HYPH", "DT", "VBN", "VBG")
REACH = 12  # words between an indicator and its number


def aside_with(token: Token, value: str) -> Token | None:
    """`trade, which came to X in 2022, has reached Y`: the verb of the aside that tells a value; None without one."""
    clause = next((t for t in token.subtree if t.dep_ == "acl:relcl" and is_verb(t)), None)
    inside = clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text if clause is not None else ""
    return clause if value in inside else None


def behind_aside(sentence: Sentence, token: Token, aside: Token) -> str:
    """The value that the main clause gives behind an aside, where its verb tells how things stand."""
    verb = token.head
    if not token.dep_.startswith("nsubj") or verb.lemma_ not in STANDING or verb.i < aside.right_edge.i:
        return ""
    return amount_in(sentence.span.doc[verb.i : min(sentence.span.end, verb.i + REACH)].text)


def amount_of(sentence: Sentence, token: Token) -> str:
    """The amount behind an indicator, else the one just before it (`$11 billion in trade`)."""
    span = sentence.span
    end = min(span.end, token.i + REACH)
    while end < span.end and span.doc[end].lower_ in ("million", "billion", "trillion", "per", "percent"):
        end += 1
    behind = span.doc[token.i : end].text
    before = span.doc[max(span.start, token.i - 7) : token.i + 1].text
    found = amount_in(behind) or amount_in(before) or _told_later(sentence, token) or _behind_verb(sentence, token)
    return (_level(span.doc[token.i : span.end].text) or found) if _RATE.search(found) else found


def _level(text: str) -> str:
    """`grew by 14 percent to reach $200 million`: the sum reached behind a rate; empty without one."""
    rate = _RATE.search(text)
    reached = _REACHED.search(text, rate.end()) if rate is not None else None
    value = amount_in(text[reached.end() :][:60]) if reached is not None else ""
    return "" if _RATE.search(value) else value


def _behind_verb(sentence: Sentence, token: Token) -> str:
    """`turnover between A and B in the first half of 2024 reached $2 billion`: behind the verb of a long subject."""
    doc, end = sentence.span.doc, sentence.span.end
    verb = next((t for t in doc[token.i + 1 : end] if t.tag_.startswith("VB") or t.tag_ == "MD"), None)
    if verb is None or verb.lemma_ not in STANDING:
        return ""
    return amount_in(doc[verb.i : min(end, verb.i + REACH)].text)


def _told_later(sentence: Sentence, token: Token) -> str:
    """`trade is on the rise: in 2017 it stood at $300 million`: the amount behind a verb with a pronoun."""
    for verb in sentence.span.doc[token.i + 1 : sentence.span.end]:
        if verb.lemma_ in STANDING and is_verb(verb) and any(t.lower_ in ("it", "which") for t in subject(verb)):
            return amount_in(sentence.span.doc[verb.i : min(sentence.span.end, verb.i + REACH)].text)
    return ""


def number_of(sentence: Sentence, token: Token) -> str:
    """The number that counts people: just before their noun."""
    span = sentence.span
    low = token.i
    while low > max(span.start, token.i - 5) and span.doc[low - 1].tag_ in _COUNTING:
        low -= 1
    found = list(_COUNT.finditer(span.doc[low : token.i].text))
    if not found and "number" in {t.lower_ for t in span.doc[max(span.start, token.i - 6) : token.i]}:
        found = list(_COUNT.finditer(_behind_standing(span.doc, token, span.end)))[:1]
    return f"{found[-1].group()} {token.text}" if found else ""


def _behind_standing(doc: Doc, token: Token, end: int) -> str:
    """What stands behind the verb of `the number of visitors reached …`."""
    verb = next((t for t in doc[token.i : end] if t.lemma_ in STANDING | {"be"} and t.tag_ != "VBG"), None)
    return str(doc[verb.i : min(end, verb.i + 6)].text) if verb is not None else ""
