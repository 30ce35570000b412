"""Which format bytes have: by what they begin with, and only then by the name of their file."""

from __future__ import annotations

import re

PDF, ZIP, TAR, WARC, MBOX, MAIL, TABLE, RECORDS, TEXT = "pdf zip tar warc mbox mail table records text".split()
PACKED = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}
HEAD = 2048  # bytes that are enough to see the format

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json"})
RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson"})
TABLE_SUFFIXES = frozenset({".csv", ".tsv"})
SUFFIXES = (
    TEXT_SUFFIXES
    | RECORD_SUFFIXES
    | TABLE_SUFFIXES
    | {".pdf", ".docx", ".xlsx", ".eml", ".mbox", ".zip", ".tar", ".tgz", ".tbz2", ".txz", ".warc"}
)
PACKED_SUFFIXES = (".gz", ".bz2", ".xz")
# Formats in which reports come, and which are not read; a folder that holds one names it.
UNREAD = {
    ".doc": "save it as DOCX or PDF",
    ".xls": "save it as XLSX or CSV",
    ".msg": "save the mail as EML",
    ".odt": "save it as DOCX or PDF",
    ".ods": "save it as XLSX or CSV",
    ".rtf": "save it as DOCX or PDF",
    ".epub": "save it as HTML or PDF",
    ".pages": "save it as DOCX or PDF",
    ".mht": "save it as HTML",
    ".mhtml": "save it as HTML",
    ".rar": "pack it as ZIP",
    ".7z": "pack it as ZIP",
    ".wacz": "unpack it and give the WARC",
    ".parquet": "write it as JSON Lines",
}

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]?", re.A)
_MAIL_HEADERS = frozenset(
    b"from to cc date subject message-id received return-path mime-version content-type delivered-to reply-to".split()
)


def suffix_of(name: str) -> str:
    """The suffix in lower case, that before `.gz` and its like where the file is packed; empty for none."""
    low = name.lower().rpartition("/")[2]
    for packed in PACKED_SUFFIXES:
        low = low.removesuffix(packed)
    stem, dot, suffix = low.rpartition(".")
    return f".{suffix}" if dot and stem else ""


def stem_of(name: str) -> str:
    """The last part of a path without its suffixes."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    for packed in PACKED_SUFFIXES:
        last = last[: -len(packed)] if last.lower().endswith(packed) else last
    suffix = suffix_of(last)
    return last[: -len(suffix)] if suffix and last.lower().endswith(suffix) else last


def kind_of(head: bytes, suffix: str) -> str:
    """The format of data that begins with `head` and whose file is called so. Plain text is what remains."""
    if b"%PDF-" in head[:1024] or (suffix == ".pdf" and head.strip()):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head[257:262] == b"ustar" or (suffix == ".tar" and head):
        return TAR
    if head.startswith(b"WARC/") or (suffix == ".warc" and head):
        return WARC
    if suffix == ".mbox" or (head.startswith(b"From ") and _headers(head.partition(b"\n")[2]) > 1):
        return MBOX
    if suffix == ".eml" or (suffix in ("", ".txt") and _headers(head) > 2):
        return MAIL
    if suffix in TABLE_SUFFIXES:
        return TABLE
    return RECORDS if suffix in RECORD_SUFFIXES else TEXT


def packed_as(head: bytes) -> str:
    """`gz`, `bz2` or `xz` where the data is packed as a whole; else empty."""
    return next((name for magic, name in PACKED.items() if head.startswith(magic)), "")


def _headers(head: bytes) -> int:
    """How many header lines of a mail the data begins with."""
    count = 0
    for line in head.split(b"\n"):
        if line[:1] in (b" ", b"\t") and count:
            continue
        match = _HEADER.match(line)
        if not match:
            break
        count += match[1].lower() in _MAIL_HEADERS
    return count
