"""The international body whose outlet a report is from, as the report calls it: `the Council`, `the Alliance`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# what every outlet of the Union means by its institutions
_OF_THE_UNION = {
    "council": "Council of the European Union",
    "commission": "European Commission",
    "parliament": "European Parliament",
    "union": "European Union",
}
_CALLED = {"alliance": ("NATO", "North Atlantic Treaty Organization", "North Atlantic Treaty Organisation")}
_GENERIC = frozenset(
    "council commission parliament union organization organisation assembly league secretariat agency community".split()
)
_ORGANS = ("organization", "organisation", "commission", "secretariat")


def short_forms(body: str) -> dict[str, str]:
    """Nouns in lower case that stand alone for a body in its own reports → the full name; none for ``""``."""
    if not body:
        return {}
    if "European" in body:
        return {**_OF_THE_UNION, **{n: body for n in _nouns(body) if n not in _OF_THE_UNION}}
    called = {noun: body for noun, names in _CALLED.items() if body in names}
    return dict.fromkeys(() if called else _ORGANS, body) | called | dict.fromkeys(_nouns(body), body)


def _nouns(body: str) -> list[str]:
    return [w for w in body.lower().split() if w in _GENERIC]


def called_shortly(doc: Doc, body: str) -> Iterator[tuple[Token, str]]:
    """The capitalised nouns of a paragraph that stand alone for the body, each with the full name meant."""
    forms = short_forms(body)
    for token in doc if forms else ():
        if token.lower_ in forms and token.text[:1].isupper() and token.i and doc[token.i - 1].lower_ == "the":
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if after is None or not (after.text[:1].isupper() or after.lower_ == "of"):
                yield token, forms[token.lower_]
