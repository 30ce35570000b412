"""Papers that are enumerated around one word of signing, by the order of words: `an agreement on A, a memorandum on B
and a protocol on C were signed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE, is_verb
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.signatories import INSTRUMENTS
from dostyk.reading.surface import passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.reading.match import Match

_DESCRIBING = ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "POS", "``", "CD")
_OPENING = frozenset("a an the another one".split())
_BEFORE_ITEM = frozenset([",", "and", "plus", "also", ":", "as", "well"])
_BREAKS = frozenset([";", "(", "“", '"'])


def enumerated_papers(match: Match) -> list[Token]:
    """The heads of two papers or more that are listed behind a word of signing, or before a passive; else nothing."""
    trigger = match.trigger
    backwards = is_verb(trigger) and passive(trigger) and trigger.dep_ not in ("acl", "acl:relcl")
    found = [t for t in _stretch(match, backwards) if _is_item(t, trigger)]
    return found if len(found) > 1 else []


def _stretch(match: Match, backwards: bool) -> list[Token]:
    """The words of the clause on one side of the trigger, as far as the next finite verb or a break."""
    doc, trigger, span = match.trigger.doc, match.trigger, match.sentence.span
    words = list(doc[span.start : trigger.i])[::-1] if backwards else list(doc[trigger.i + 1 : span.end])
    kept: list[Token] = []
    for token in words:
        helping = backwards and token.dep_.startswith("aux")
        if (token.tag_ in FINITE and not helping) or token.text in _BREAKS:
            break
        kept.append(token)
    return kept[::-1] if backwards else kept


def _is_item(noun: Token, trigger: Token) -> bool:
    """True for a paper with an article or number of its own, or a plural, that stands as an item of a list."""
    if noun_lemma(noun) not in INSTRUMENTS or (noun.i + 1 < noun.sent.end and noun_lemma(noun.nbor(1)) in INSTRUMENTS):
        return False
    doc, low = noun.doc, noun.i
    while low > noun.sent.start and doc[low - 1].tag_ in _DESCRIBING and doc[low - 1] != trigger:
        low -= 1
    counted = any(t.tag_ == "CD" for t in doc[low : noun.i]) or noun.tag_ in ("NNS", "NNPS")
    opened = low > noun.sent.start and doc[low - 1].lower_ in _OPENING
    low -= 1 if opened else 0
    before = doc[low - 1] if low > noun.sent.start else None
    if not (opened or counted):
        return False
    first = before is None or before == trigger or (before.lower_ == "of" and before.i - 1 == trigger.i)
    return first or (before is not None and before.lower_ in _BEFORE_ITEM)
