"""Tokens that belong to an office, whatever else their words may mean: titles of the tables as they are written
(`Minister of Labour, Invalids and Social Affairs`) and lists of what a minister is in charge of (`Minister of Housing,
Utilities and Urban Communities`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dostyk.language import offices, tokens
from dostyk.language.pipeline import load_pipeline
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dostyk.language.gazetteer import Known

_AND = frozenset(("and", "&"))
_LISTING = _AND | {","}
_LINKS = _LISTING | {"of", "for", "to", "in", "at", "on", "the", "'s", "’s", "-"}
_IN_CHARGE = frozenset(
    "minister ministers secretary undersecretary under-secretary commissioner counsellor councillor".split()
)
_FIELDS_AT_MOST = 14  # words, of one office
_Node = dict[str, "_Node"]
_END = ""  # the key of a node at which a title ends


@cache
def _trie() -> _Node:
    """Titles of several words, token by token, as written and in capitals."""
    root: _Node = {}
    tokenizer = load_pipeline().tokenizer
    for surface in load_reference().titles:
        if " " not in surface:
            continue
        for form in {surface, surface.upper()}:
            node = root
            for token in tokenizer(form):
                node = node.setdefault(token.text, {})
            node[_END] = {}
    return root


def title_tokens(doc: Doc, known_at: dict[int, Known]) -> frozenset[int]:
    """Indices of the words, links left out, that stand in a title of the tables or in a list of an office's fields."""
    found = set[int]()
    for i in range(len(doc)):
        if tokens.is_capital(doc[i]):
            found.update(range(i, _longest(doc, i)))
        elif doc[i].lower_ in ("of", "for") and i and doc[i - 1].lower_ in _IN_CHARGE:
            found.update(_fields(doc, i + 1, known_at))
    return frozenset(i for i in found if doc[i].lower_ not in _LINKS)


def _longest(doc: Doc, i: int) -> int:
    """Where the longest title that begins at a token ends; `i` where none begins."""
    node, j, end = _trie(), i, i
    while j < len(doc) and (following := node.get(doc[j].text)) is not None:
        node, j = following, j + 1
        if _END in node:
            end = j
    return end


def _fields(doc: Doc, start: int, known_at: dict[int, Known]) -> Iterator[int]:
    """The words that say what an office is in charge of, where the lexicon of names alone would not.

    Behind the last `and` only words that name fields count: what follows them is the holder's name.
    """
    stop = _list_stop(doc, start, known_at)
    links = [j for j in range(start, stop - 1) if doc[j].lower_ in _AND and _is_field(doc, j + 1)]
    if links and not _is_name(doc, start, links[-1]):
        yield from range(start, links[-1])
    for j in range(start, stop - 1):  # `Minister of Small Industries`
        first = doc[j - 1].lower_ in _LINKS
        if first and _is_listed(doc, j + 1) and not _is_name(doc, j, j + 1):
            yield j
    for j in range(links[-1] + 1 if links else stop, stop):
        if not _is_field(doc, j):
            return
        yield j


def _list_stop(doc: Doc, start: int, known_at: dict[int, Known]) -> int:
    """The token behind capitalised words and the links between them; `start` where another office stands in them."""
    j = start
    while j < min(len(doc), start + _FIELDS_AT_MOST) and j not in known_at and not doc[j].is_sent_start:
        word = doc[j].lower_
        if tokens.is_capital(doc[j]) and (word in offices.TITLE_HEADS - offices.OFFICE_WORDS or word in _BODIES):
            return start
        if not tokens.is_capital(doc[j]) and word not in _LISTING | {"the"}:
            break
        j += 1
    return j


_BODIES = frozenset("ministry embassy parliament".split())


def _is_field(doc: Doc, j: int) -> bool:
    """A word that names fields of offices, or a plural between such words and a name of two words."""
    if not tokens.is_capital(doc[j]):
        return doc[j].lower_ == "the"
    if _is_listed(doc, j) or (_is_listed(doc, j + 1) and doc[j].ent_type_ != "PERSON"):
        return True
    return doc[j].tag_ in ("NNS", "NNPS") and all(tokens.is_capital(t) for t in doc[j + 1 : j + 3])


def _is_listed(doc: Doc, j: int) -> bool:
    """A capitalised word of the lexicon of fields."""
    return j < len(doc) and tokens.is_capital(doc[j]) and doc[j].lower_ in offices.OFFICE_WORDS


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """`Minister of Education A B and Health …`: a person's name stands before the `and`."""
    run = 0
    for j in range(start, end):
        plain = tokens.is_capital(doc[j]) and doc[j].lower_ not in offices.OFFICE_WORDS
        run = run + 1 if plain else 0
        if run > 1 or (run and doc[j].ent_type_ == "PERSON"):
            return True
    return False
