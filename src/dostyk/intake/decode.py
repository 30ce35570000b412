"""Bytes → text. UTF-8 and marked UTF-16 are taken at their word; anything else is read as cp1252 and says so."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MAGIC = {
    b"%PDF": ("a PDF", "save it as text or HTML"),
    b"PK\x03\x04": ("a ZIP archive or office document", "save it as text or HTML"),
    b"\xd0\xcf\x11\xe0": ("an old office document", "save it as text or HTML"),
    b"\x89PNG": ("a picture", ""),
    b"GIF8": ("a picture", ""),
    b"\xff\xd8\xff": ("a picture", ""),
}
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x85")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text after CRLF → LF, without byte order mark; `guessed` names the encoding where none was certain."""

    text: str
    guessed: str = ""


@dataclass(frozen=True, slots=True)
class NotText:
    """Bytes that are no text: what they are, and what to do."""

    reason: str
    remedy: str


def decode(data: bytes) -> Decoded | NotText:
    """The text of a file's bytes, or why it has none."""
    for magic, (what, remedy) in _MAGIC.items():
        if data.startswith(magic):
            return NotText(f"is {what}, not text", remedy or "leave it out")
    text, guessed = _characters(data)
    if text is None or _looks_binary(text):
        return NotText("is binary, not text", "give text, Markdown, HTML or JSON Lines")
    return Decoded(text.replace("\r\n", "\n"), guessed)


def _characters(data: bytes) -> tuple[str | None, str]:
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ""
    if b"\0" in data:
        return None, ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"


def _looks_binary(text: str) -> bool:
    head = text[:8192]
    odd = sum((c < " " and c not in _TEXT_CONTROLS) for c in head)
    return odd > max(2, len(head) // 100)
