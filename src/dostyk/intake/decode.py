"""Bytes → text. What the bytes themselves make certain is taken at its word; anything else is named as guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dostyk.intake import charsets

_MAGIC = {
    b"%PDF": ("a PDF", "give it as a file of its own"),
    b"PK\x03\x04": ("a ZIP archive or office document", "give it as a file of its own"),
    b"\xd0\xcf\x11\xe0": ("an old office document", "save it as DOCX, XLSX or PDF"),
    b"\x89PNG": ("a picture", ""),
    b"GIF8": ("a picture", ""),
    b"\xff\xd8\xff": ("a picture", ""),
    b"{\\rtf": ("an RTF document", "save it as DOCX or PDF"),
    b"Rar!": ("a RAR archive", "pack it as ZIP"),
    b"7z\xbc\xaf": ("a 7z archive", "pack it as ZIP"),
    b"SQLite format 3\0": ("a database", "give reports; a ledger is named with --ledger"),
}
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x85")
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w-]{2,40})", re.I
)
_UTF8_RUN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 4096


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


def decode(data: bytes, charset: str = "") -> Decoded | NotText:
    """The text of a file's bytes, or why it has none. `charset` is what its server said of it, if anything."""
    for magic, (what, remedy) in _MAGIC.items():
        if data.startswith(magic):
            return NotText(f"is {what}, not text", remedy or "leave it out")
    text, guessed = _characters(data, charset)
    if text is None or _looks_binary(text):
        return NotText("is binary, not text", "give a format that is read: text, HTML, PDF, DOCX, mail or a table")
    return Decoded(text.replace("\r\n", "\n"), guessed)


def _characters(data: bytes, charset: str) -> tuple[str | None, str]:
    if data.startswith(codecs.BOM_UTF8):
        return _mostly_utf8(data[3:])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ""
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:_SAMPLE])
    for declared in (charset, (found[1] or found[2]).decode() if found else ""):
        text = _declared(data, declared)
        if text is not None:
            return text, ""
    return _mostly_utf8(data)


def _declared(data: bytes, charset: str) -> str | None:
    """The text in the encoding that was declared, where all of it is valid in it and it is one of text."""
    try:
        # What is declared Latin-1 is cp1252 on the web; a few holes in the code pages are no reason to guess.
        name = codecs.lookup(charset).name if charset else ""
        if not name or name in ("utf-8", "ascii") or name.startswith("utf-16"):
            return None
        text = codecs.decode(data, "cp1252" if name.startswith("iso8859-1") and len(name) == 9 else name)
    except (LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _mostly_utf8(data: bytes) -> tuple[str, str]:
    """UTF-8 with a few bytes of cp1252 amid it, or another encoding altogether."""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    runs = sum(len(match[0]) for match in _UTF8_RUN.finditer(data))
    others = sum(byte > 0x7F for byte in data) - runs
    if runs > others:
        return data.decode("utf-8", "dostyk-cp1252"), "UTF-8 with other bytes amid it"
    name = charsets.guess(data)
    return charsets.read_as(data, name), name


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("dostyk-cp1252", _as_cp1252)


def _unmarked_utf16(data: bytes) -> tuple[str | None, str]:
    """UTF-16 without its mark shows by every other byte being NUL in Latin text."""
    sample = data[: _SAMPLE & ~1]
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if (
            len(sample) >= 16
            and sample[first::2].count(0) > 0.4 * len(sample[first::2])
            and sample[1 - first :: 2].count(0) == 0
        ):
            return data.decode(name, "replace"), name.upper()
    return None, ""


def _looks_binary(text: str) -> bool:
    head = text[:8192]
    odd = sum((c < " " and c not in _TEXT_CONTROLS) for c in head)
    return odd > max(2, len(head) // 100)
