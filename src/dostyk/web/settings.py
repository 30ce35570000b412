"""What the site is started with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from secrets import token_bytes

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Settings:
    """`ledger` is a path or database URL; `by` names who acts unless the reader gives another name.

    `hosts` are the names the site answers to; any other in a request's Host header is refused, so that a foreign
    page cannot reach it by a name of its own. Sizes are in bytes; `largest_unpacked` and `most_members` bound what one
    file may unpack to.
    """

    ledger: str
    by: str = "reader"
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    today: Callable[[], date] = date.today
    largest_file: int = 24 * MEGABYTE
    largest_request: int = 32 * MEGABYTE
    largest_unpacked: int = 256 * MEGABYTE
    most_members: int = 5000
    cache: int = 64 * MEGABYTE
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
