"""Mails and mailboxes → reports. A mail's text is one report, and each document attached to it another."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from dostyk.intake.html import looks_like_html, read_html
from dostyk.intake.limits import LARGEST_DOCUMENT, Readable, TooMuch
from dostyk.intake.outcome import Draft
from dostyk.intake.plain import clean_title

_MOST_PARTS = 500
_FROM = b"From "


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a mail."""

    name: str
    data: bytes


def mails_of(stream: Readable) -> Iterator[bytes]:
    """The mails of a mailbox. Raises TooMuch for a mail beyond the limit."""
    lines: list[bytes] = []
    size, blank = 0, True
    while line := stream.readline():
        if line.startswith(_FROM) and blank:
            if any(map(bytes.strip, lines)):
                yield b"".join(lines)
            lines, size = [], 0
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
            if size > LARGEST_DOCUMENT:
                raise TooMuch(f"holds a mail larger than {LARGEST_DOCUMENT >> 20} MB", "save that mail as a file")
        blank = not line.strip()
    if any(map(bytes.strip, lines)):
        yield b"".join(lines)


def read_mail(data: bytes) -> Iterator[Draft | Attached]:
    """The mail's own text, where it has any, and then what is attached."""
    message = email.message_from_bytes(data, policy=default)
    parts = list(_leaves(message))
    attached = [part for part in parts if _file_name(part)]
    body = _body([part for part in parts if not _file_name(part)])
    text, title = body.text.strip("\n"), clean_title(_header(message, "subject"))
    if any(c.isalnum() for c in text) or not attached:
        name, address = parseaddr(_header(message, "from"))
        identity = _header(message, "message-id").strip("<>")
        yield Draft(text, title=title, day=_day(_header(message, "date")), outlet=name or address.rpartition("@")[2],
                    language=_header(message, "content-language").partition(",")[0], path=identity)  # fmt: skip
    for part in attached:
        yield Attached(_file_name(part), _bytes(part))


def _leaves(message: Message) -> Iterator[Message]:
    """Parts that hold something, in order; a forwarded mail is one of them."""
    waiting: list[Message] = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        inner = part.get_payload() if part.is_multipart() and part.get_content_type() != "message/rfc822" else None
        if isinstance(inner, list):
            waiting[:0] = [each for each in inner if isinstance(each, Message)]
        else:
            yield part


def _file_name(part: Message) -> str:
    """The name of an attached file; empty for what is the mail's own text."""
    kind = part.get_content_type()
    try:
        name = str(part.get_filename() or "").replace("/", "_").strip()
    except (TypeError, ValueError, LookupError):  # headers that the parser cannot make sense of
        name = ""
    if kind == "message/rfc822":
        return name or "forwarded.eml"
    disposed = str(part.get("content-disposition", "")).strip().lower().startswith("attachment")
    if kind in ("text/plain", "text/html") and not disposed:
        return ""
    return name or {"application/pdf": "attached.pdf", "text/plain": "attached.txt"}.get(kind, "attached")


def _body(parts: list[Message]) -> Draft:
    """The plain text of a mail, else its HTML as text."""
    for wanted in ("text/plain", "text/html"):
        texts = [_text(part) for part in parts if part.get_content_type() == wanted]
        joined = "\n\n".join(text.strip("\n") for text in texts if text.strip())
        if joined and (wanted == "text/html" or looks_like_html(joined)):
            return read_html(joined, "")
        if joined:
            return Draft(joined)
    return Draft("")


def _text(part: Message) -> str:
    raw = _bytes(part)
    charset = str(part.get_content_charset() or "utf-8")
    try:
        text = raw.decode(charset)
    except (LookupError, ValueError):
        text = raw.decode("utf-8", "replace") if b"\xc3" in raw else raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else inner
        return first.as_bytes() if isinstance(first, Message) else str(first or "").encode("utf-8", "replace")
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(message: Message, name: str) -> str:
    try:
        return str(message.get(name) or "").strip()
    except Exception:  # noqa: BLE001 -- the header parser fails in many ways on broken headers
        return ""


def _day(written: str) -> str:
    """The civil day in the sender's own zone; as written where it cannot be understood."""
    try:
        return parsedate_to_datetime(written).date().isoformat() if written else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return written
