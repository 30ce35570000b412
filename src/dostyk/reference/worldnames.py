"""Names of states in every language that CLDR knows, through Babel; loaded only when the English tables fail."""

from __future__ import annotations

import unicodedata
from functools import cache


def alpha2_of(name: str) -> str | None:
    """The ISO alpha-2 code of the state that any language calls ``name``; None if unknown or not one state."""
    codes = _index().get(_key(name), frozenset())
    return next(iter(codes)) if len(codes) == 1 else None


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold().replace("’", "'")


@cache
def _index() -> dict[str, frozenset[str]]:
    """Name → codes. Locales of one territory only repeat their language, so they are left out."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    index: dict[str, set[str]] = {}
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        if locale.territory:
            continue
        for code, name in locale.territories.items():
            if len(code) == 2 and code.isalpha():
                index.setdefault(_key(name), set()).add(code)
    return {name: frozenset(codes) for name, codes in index.items()}
