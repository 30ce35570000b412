"""How much of one file is taken in. Packed data can claim little and unpack to anything, so what is read is counted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

MEGABYTE = 1 << 20
LARGEST_REPORT = 32 * MEGABYTE  # a single text or page
LARGEST_DOCUMENT = 128 * MEGABYTE  # a PDF, an office document, a table, a mail with what is attached
LARGEST_LINE = LARGEST_REPORT
LARGEST_UNPACKED = 4096 * MEGABYTE
MOST_MEMBERS = 100_000
DEEPEST = 4
STEEPEST = 200  # unpacked bytes to packed ones, beyond the first STEEP_FROM of them
STEEP_FROM = 16 * MEGABYTE
_READ_AT_ONCE = MEGABYTE


class TooMuch(Exception):
    """Data goes beyond a limit: why, and what to do. `whole` where nothing more of the user's file may be read."""

    def __init__(self, reason: str, remedy: str, *, whole: bool = True) -> None:
        self.reason, self.remedy, self.whole = reason, remedy, whole
        super().__init__(f"{reason}; {remedy}")


@dataclass
class Budget:
    """What is left of the limits for one file that the user named, with everything packed into it.

    `packed` is the size of that file in bytes, against which unpacked bytes are weighed. `most_unpacked` bytes and
    `most_members` files are the limits themselves; who takes files from strangers sets lower ones.
    """

    packed: int
    unpacked: int = 0
    members: int = 0
    most_unpacked: int = LARGEST_UNPACKED
    most_members: int = MOST_MEMBERS

    def take(self, count: int) -> None:
        """Count unpacked bytes. Raises TooMuch."""
        self.unpacked += count
        if self.unpacked > STEEP_FROM and self.unpacked > STEEPEST * max(self.packed, 1):
            raise TooMuch(
                f"unpacks to more than {STEEPEST} times its size", "it looks like a zip bomb; unpack it by hand"
            )
        if self.unpacked > self.most_unpacked:
            raise TooMuch(f"unpacks to more than {self.most_unpacked >> 20:,} MB", "split it")

    def member(self) -> None:
        """Count a member of an archive. Raises TooMuch."""
        self.members += 1
        if self.members > self.most_members:
            raise TooMuch(f"holds more than {self.most_members:,} files", "split it")


class Metered:
    """A stream of unpacked bytes whose every byte is counted. Reading raises TooMuch."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; all that is left where it is negative."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_READ_AT_ONCE), b""))
        data = self._stream.read(size)
        self._budget.take(len(data))
        return data

    def readline(self, size: int = -1) -> bytes:
        """A line, or at most `size` bytes of it."""
        data = self._stream.readline(size if size >= 0 else LARGEST_LINE)
        self._budget.take(len(data))
        return data


Readable = IO[bytes] | Metered


def read_whole(stream: Readable, limit: int) -> bytes:
    """All bytes of the stream. Raises TooMuch where there are more than `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooMuch(f"is larger than {limit >> 20} MB", "split it, or give many reports as JSON Lines", whole=False)
    return data


def lines_of(stream: Readable) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is longer than any report may be."""
    while line := stream.readline(LARGEST_LINE):
        if len(line) < LARGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_READ_AT_ONCE)
        yield None


class Rejoined(io.RawIOBase):
    """A stream whose head was read already."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            size_left, head, self._head = -1, self._head, b""
        else:
            head, self._head = self._head[:size], self._head[size:]
            size_left = size - len(head)
        return head + self._rest.read(size_left) if size_left else head

    def readline(self, size: int | None = -1) -> bytes:
        limit = -1 if size is None else size
        end = self._head.find(b"\n") + 1
        if end or 0 <= limit <= len(self._head):
            return self.read(min(end, limit) if end and limit >= 0 else end or limit)
        head, self._head = self._head, b""
        return head + self._rest.readline(limit - len(head) if limit >= 0 else -1)
