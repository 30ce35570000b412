"""A stream of bytes → drafts of the reports in it, whatever it is packed in."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO, cast
from urllib.parse import urlsplit

from dostyk.intake import kinds
from dostyk.intake.archives import DAMAGE, Member, tar_members, zip_members
from dostyk.intake.limits import (
    DEEPEST,
    LARGEST_DOCUMENT,
    LARGEST_REPORT,
    Budget,
    Metered,
    Readable,
    Rejoined,
    TooMuch,
    lines_of,
    read_whole,
)
from dostyk.intake.mail import Attached, mails_of, read_mail
from dostyk.intake.office import suffix_inside, weighed
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.pdf import read_pdf
from dostyk.intake.records import read_json_lines
from dostyk.intake.sheet import read_xlsx
from dostyk.intake.texts import read_texts
from dostyk.intake.webarchive import Capture, captures
from dostyk.intake.word import read_docx

Drafts = Iterator[Draft | Failed]
_MAKE_PLAIN = "give a file with the text of a report"
_UNPACK: dict[str, Callable[[IO[bytes]], IO[bytes]]] = {
    "gz": lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream)),
    "bz2": lambda stream: cast(IO[bytes], bz2.BZ2File(stream)),
    "xz": lambda stream: cast(IO[bytes], lzma.LZMAFile(stream)),  # noqa: SIM115 -- the stream beneath is closed
}


@dataclass(frozen=True, slots=True)
class Place:
    """What is being read: its path as shown to people, its suffix, how deep it is packed, what remains of limits.

    `charset` is what a server said of it, empty where none did.
    """

    shown: str
    suffix: str
    budget: Budget
    depth: int = 0
    charset: str = ""

    @property
    def stem(self) -> str:
        """The name of its reports, where they have none of their own."""
        return kinds.stem_of(self.shown)

    def inner(self, name: str) -> Place:
        """The place of what is packed in it under this name."""
        return Place(f"{self.shown}/{name}", kinds.suffix_of(name), self.budget, self.depth + 1)


def drafts_of(stream: IO[bytes], place: Place) -> Drafts:
    """Drafts of everything in a stream. Data never makes it raise; what is wrong comes as a `Failed`."""
    try:
        yield from _opened(stream, place)
    except TooMuch as error:
        if error.whole and place.depth:
            raise
        yield Failed(place.shown, error.reason, error.remedy)
    except RecursionError:
        yield Failed(place.shown, "is nested too deeply", _MAKE_PLAIN)


def _opened(stream: IO[bytes] | Readable, place: Place) -> Drafts:
    head = stream.read(kinds.HEAD)
    packed = kinds.packed_as(head)
    if packed:
        if place.depth > DEEPEST:
            raise _too_deep()
        yield from _unpacked(_rejoined(head, stream), packed, place)
        return
    kind = kinds.kind_of(head, place.suffix)
    if kind == kinds.TEXT and place.suffix in kinds.UNREAD:
        yield Failed(place.shown, "is of a format that is not read", kinds.UNREAD[place.suffix])
        return
    if kind in (kinds.ZIP, kinds.TAR, kinds.MBOX) and place.depth > DEEPEST:
        raise _too_deep()
    yield from _READERS[kind](_rejoined(head, stream), place)


def _too_deep() -> TooMuch:
    return TooMuch(f"is packed more than {DEEPEST} times over", "unpack it by hand", whole=False)


def _rejoined(head: bytes, stream: Readable | IO[bytes]) -> IO[bytes]:
    if isinstance(stream, io.BytesIO | io.BufferedReader) and stream.seekable():
        stream.seek(0)
        return stream
    return cast(IO[bytes], Rejoined(head, stream))


def _unpacked(stream: IO[bytes], packed: str, place: Place) -> Drafts:
    """What is packed as a whole; its own format shows once it is unpacked."""
    opened = _UNPACK[packed](stream)
    suffix = ".tar" if place.suffix in (".tgz", ".tbz2", ".txz") else place.suffix
    inner = replace(place, suffix=suffix, depth=place.depth + 1)
    try:
        yield from _opened(Metered(opened, place.budget), inner)
    except DAMAGE as error:
        yield Failed(place.shown, f"cannot be unpacked ({str(error)[:120]})", "get a whole copy of it")


def _seekable(stream: IO[bytes], limit: int) -> IO[bytes]:
    if isinstance(stream, io.BytesIO | io.BufferedReader) and stream.seekable():
        return stream
    return io.BytesIO(read_whole(stream, limit))


def _zip(stream: IO[bytes], place: Place) -> Drafts:
    whole = _seekable(stream, LARGEST_DOCUMENT)
    inside = suffix_inside(whole)
    if inside in (".docx", ".xlsx"):
        data = weighed(whole, place.budget)
        if inside == ".docx":
            yield read_docx(data, place.shown)
        else:
            yield from read_xlsx(data, place.stem, place.shown)
    elif inside:
        yield Failed(place.shown, "is of a format that is not read", kinds.UNREAD[inside])
    else:
        yield from _members(zip_members(whole, place.shown, place.budget), place)


def _tar(stream: IO[bytes], place: Place) -> Drafts:
    yield from _members(tar_members(stream, place.shown, place.budget), place)


def _members(found: Iterator[Member | Failed], place: Place) -> Drafts:
    empty = True
    for member in found:
        empty = False
        if isinstance(member, Failed):
            yield member
            continue
        inner = place.inner(member.name)
        try:
            for draft in drafts_of(cast(IO[bytes], member.stream), inner):
                yield _within(draft, inner)
        except DAMAGE as error:
            yield Failed(inner.shown, f"cannot be unpacked ({str(error)[:120]})", "get a whole copy of it")
    if empty:
        yield Failed(place.shown, "holds no report", f"reports end in {', '.join(sorted(kinds.SUFFIXES))}")


def _within(draft: Draft | Failed, place: Place) -> Draft | Failed:
    """A draft from inside something: its path is there, and its name is its own."""
    if isinstance(draft, Failed):
        return draft
    return replace(
        draft, path=draft.path or place.shown, name=draft.name or place.stem, place=draft.place or place.shown
    )


def _warc(stream: IO[bytes], place: Place) -> Drafts:
    empty = True
    for item in captures(stream, place.shown, place.budget):
        empty = False
        if isinstance(item, Failed):
            yield item
            continue
        inner = Place(f"{place.shown}#{item.number}", item.suffix, place.budget, place.depth + 1, item.charset)
        for draft in drafts_of(io.BytesIO(item.data), inner):
            yield captured(_within(draft, inner), item)
    if empty:
        yield Failed(place.shown, "holds no page", "give a web archive with pages that were fetched whole")


def captured(draft: Draft | Failed, item: Capture) -> Draft | Failed:
    """The draft of a fetched page stands at its address, or at another of the same host that the page gives itself."""
    if isinstance(draft, Failed):
        return Failed(f"{draft.path} ({item.url})" if item.number else item.url, draft.reason, draft.remedy)
    own = draft.url if _host(draft.url) == _host(item.url) else ""
    return replace(draft, url=own or item.url, place=f"{draft.place} ({item.url})" if item.number else item.url)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _mbox(stream: IO[bytes], place: Place) -> Drafts:
    empty = True
    for number, mail in enumerate(mails_of(stream), 1):
        place.budget.member()
        empty = False
        inner = replace(place.inner(f"{number}.eml"), shown=f"{place.shown}#{number}")
        for draft in _mail_drafts(mail, inner):
            yield _within(draft, inner)
    if empty:
        yield Failed(place.shown, "holds no mail", "give a mailbox with mails in it")


def _mail(stream: IO[bytes], place: Place) -> Drafts:
    yield from _mail_drafts(read_whole(stream, LARGEST_DOCUMENT), place)


def _mail_drafts(data: bytes, place: Place) -> Drafts:
    """A mail's text and what is attached. Signatures and pictures are passed over; a document that fails is named."""
    try:
        parts = list(read_mail(data))
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # the parser of mails, on broken ones
        yield Failed(place.shown, f"is a damaged mail ({str(error)[:120]})", "save it again as EML")
        return
    for part in parts:
        if isinstance(part, Draft):
            # A mail's own identity is the best place it has: the same mail in two boxes is one source.
            yield replace(part, path=f"mid:{part.path}" if part.path else "", name=place.stem, place=place.shown)
        elif kinds.suffix_of(part.name) in kinds.SUFFIXES | kinds.UNREAD.keys():
            yield from _attached(part, place)


def _attached(part: Attached, place: Place) -> Drafts:
    inner = place.inner(part.name)
    if inner.depth > DEEPEST:
        yield Failed(inner.shown, _too_deep().reason, _too_deep().remedy)
        return
    place.budget.take(len(part.data))
    for draft in drafts_of(io.BytesIO(part.data), inner):
        yield _within(draft, inner)


def _pdf(stream: IO[bytes], place: Place) -> Drafts:
    yield read_pdf(read_whole(stream, LARGEST_DOCUMENT), place.shown)


def _records(stream: IO[bytes], place: Place) -> Drafts:
    yield from read_json_lines(lines_of(stream), place.stem, place.shown)


def _table(stream: IO[bytes], place: Place) -> Drafts:
    data = read_whole(stream, LARGEST_DOCUMENT)
    yield from read_texts(data, ".csv", place.stem, place.shown, place.charset)


def _text(stream: IO[bytes], place: Place) -> Drafts:
    data = read_whole(stream, LARGEST_REPORT)
    yield from read_texts(data, place.suffix, place.stem, place.shown, place.charset)


_READERS = {
    kinds.PDF: _pdf,
    kinds.ZIP: _zip,
    kinds.TAR: _tar,
    kinds.WARC: _warc,
    kinds.MBOX: _mbox,
    kinds.MAIL: _mail,
    kinds.TABLE: _table,
    kinds.RECORDS: _records,
    kinds.TEXT: _text,
}
