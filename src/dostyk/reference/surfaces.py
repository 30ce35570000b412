"""Spellings of one name that need no line of their own in the YAML: plurals, plain letters, apostrophes, Saint."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_LETTERS = str.maketrans(
    {"Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)
_SAME_IN_PLURAL = ("ese", "sh", "s", "yz")
_OWN_PLURAL = {
    "Emaswati", "Batswana", "Basotho", "I-Kiribati", "Ni-Vanuatu", "ni-Vanuatu", "Seychellois", "Palauan",
    "Malagasy", "Beninois", "Beninoise", "Macanese", "Kyrgyz", "Swiss", "Lao",
}  # fmt: skip


def plain(text: str) -> str:
    """The text in plain Latin letters where its letters have marks: ``Brasília`` → ``Brasilia``."""
    marked = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in marked if not unicodedata.combining(c)))


def variants(surface: str) -> Iterator[str]:
    """The surface and the spellings of it that reports use interchangeably, without repeats."""
    seen: set[str] = set()
    for spelling in _with_saint(surface):
        for letters in (spelling, plain(spelling)):
            for form in (letters, letters.replace("'", "’"), letters.replace("’", "'")):
                if form not in seen:
                    seen.add(form)
                    yield form


def _with_saint(surface: str) -> Iterator[str]:
    yield surface
    if surface.startswith("Saint "):
        rest = surface.removeprefix("Saint ")
        yield f"St. {rest}"
        yield f"St {rest}"


def plural(noun: str) -> str:
    """The plural of a noun for a people: ``Dane`` → ``Danes``, ``Frenchman`` → ``Frenchmen``, ``Maltese`` stays."""
    if noun in _OWN_PLURAL or noun.endswith(_SAME_IN_PLURAL):
        return noun
    if noun.endswith(("chman", "shman", "nxman", "yman", "tchman", "chwoman", "shwoman", "tchwoman")):
        return noun.removesuffix("man") + "men"
    return f"{noun}s"


def is_noun(demonym: str) -> bool:
    """Whether an adjective also serves as the noun for one of its people (``Kenyan``, not ``Spanish``)."""
    return not demonym.endswith(("ish", "ench", "Dutch", "ese", "wiss", "ois", "oise"))
