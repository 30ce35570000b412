"""Several papers under one noun: `memoranda on trade, on culture and on sport` are three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE
from dostyk.reading.nouns import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LONGEST = 70  # words behind the noun
_BREAKS = frozenset(";:.(")
_ASIDE = frozenset(["latter", "former", "all", "both", "each"])  # `…, the latter two for 2025–2027, …`


def by_subject(head: Token) -> list[str]:
    """The names of the papers that a plural noun counts by what each is on; none where it does not tell them apart."""
    if head.tag_ not in ("NNS", "NNPS") and head.lower_ != "memoranda":
        return []
    doc, last = head.doc, min(head.i + _LONGEST, head.sent.end)
    end = next((t.i for t in doc[head.i + 1 : last] if t.tag_ in FINITE or t.text in _BREAKS), last)
    starts = [t.i for t in doc[head.i + 1 : end] if t.lower_ == "on" and (t.i == head.i + 1 or _joined(t))]
    if len(starts) < 2 or starts[0] != head.i + 1:
        return []
    noun = "memorandum" if head.lower_ == "memoranda" else noun_lemma(head)
    return [f"{noun} {_subject(doc[a:b])}" for a, b in zip(starts, [*starts[1:], end], strict=True)]


def _joined(word: Token) -> bool:
    """`, on`, `and on`, `as well as on`."""
    return word.nbor(-1).lower_ in (",", "and", "as")


def _subject(words: Span) -> str:
    """One subject without the joint behind it and what is said by the way: `on sport, the latter two for 2027, and`."""
    cut = next((t.i for t in words if t.lower_ in _ASIDE and t.i > words.start), words.end)
    text = str(words.doc[words.start : cut].text).rstrip()
    while (shorter := text.removesuffix(" and").removesuffix(" the").removesuffix(" as well as").rstrip(" ,")) != text:
        text = shorter
    return " ".join(text.split())
