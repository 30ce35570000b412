"""Excerpts of long texts. The database's own ones take minutes on a text of megabytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, text

LONG = 200_000  # characters; what is longer gets its excerpt here
_TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_AROUND = 60


def long_excerpts(connection: Connection, rows: Iterable[int], words: Sequence[str]) -> Mapping[int, str]:
    """Excerpts of the bodies of rows of the full-text table, by row; each shows the first word that it holds."""
    query = text("SELECT rowid, body FROM search_index WHERE rowid IN :rows")
    query = query.bindparams(bindparam("rows", expanding=True))
    found = connection.execute(query, {"rows": list(rows)})
    return {row: excerpt(body, words) for row, body in found}


def excerpt(body: str, words: Sequence[str]) -> str:
    """What stands around the first of the words in the body, without regard to case and accents; else its beginning.

    The last of the words may be the beginning of one, as people type it.
    """
    wanted = {token for word in words for token in tokens(word)}
    begun = tokens(words[-1])[-1:] if words else []
    first: tuple[int, int] | None = None
    for token in _TOKEN.finditer(body):
        said = folded(token.group())
        if said in wanted:
            return around(body, *token.span())
        if first is None and begun and said.startswith(begun[0]):
            first = token.span()
    return around(body, *(first or (0, 0)))


def around(body: str, start: int, end: int) -> str:
    """A part of the body with some signs before and after it, and … where it goes on."""
    start, end = max(0, start - _AROUND), min(len(body), end + _AROUND)
    return ("…" if start else "") + body[start:end] + ("…" if end < len(body) else "")


def folded(word: str) -> str:
    """The word in lower case and without accents."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))


def tokens(text: str) -> list[str]:
    """The words of a text in lower case and without accents."""
    return [folded(token) for token in _TOKEN.findall(text)]
