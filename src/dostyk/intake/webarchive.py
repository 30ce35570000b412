"""WARC → the pages in it, each with its address. Redirects, errors, pictures and scripts are passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import IO, Any, cast

from dostyk.intake.limits import LARGEST_DOCUMENT, Budget, Metered, Readable, TooMuch, read_whole
from dostyk.intake.outcome import Failed

PAGE_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_KINDS = ("response", "resource")


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was fetched; `charset` is what its server said, empty where it said nothing."""

    url: str
    data: bytes
    suffix: str
    charset: str
    number: int


def captures(stream: Readable, shown: str, budget: Budget) -> Iterator[Capture | Failed]:
    """Pages of a WARC, unpacked already, in its order. Raises TooMuch."""
    from warcio import archiveiterator

    iterate: Any = archiveiterator.ArchiveIterator

    number = 0
    try:
        records = iterate(cast(IO[bytes], _Whole(stream)))
        while True:
            with redirect_stderr(io.StringIO()):  # its reader tells the terminal what it finds odd, in the file's words
                record = next(records, None)
            if record is None:
                return
            number += 1
            budget.member()
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if record.rec_type not in _KINDS or not url.startswith(("http:", "https:")):
                continue
            kind, charset = _kind(record)
            if kind not in PAGE_TYPES or not _good(record):
                continue
            try:
                data = read_whole(Metered(cast(IO[bytes], record.content_stream()), budget), LARGEST_DOCUMENT)
            except TooMuch as error:
                if error.whole:
                    raise
                yield Failed(f"{shown}, record {number}", error.reason, error.remedy)
                continue
            yield Capture(url, data, PAGE_TYPES[kind], charset, number)
    except (TooMuch, MemoryError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 -- the reader of WARC fails in many ways on damaged records
        yield Failed(f"{shown}, record {number + 1}", f"is damaged ({str(error)[:120]})", "get a whole copy of it")


class _Whole(io.RawIOBase):
    """The stream with the few more methods that the reader of WARC asks for."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(size)

    def readline(self, size: int | None = -1) -> bytes:
        return self._stream.readline(size if size is not None else -1)


def _kind(record: Any) -> tuple[str, str]:
    headers = record.http_headers or record.rec_headers
    said = headers.get_header("Content-Type") or ""
    kind, _, rest = said.partition(";")
    charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return kind.strip().lower(), charset


def _good(record: Any) -> bool:
    return record.http_headers is None or str(record.http_headers.get_statuscode()) == "200"
