"""What every route has at hand: the ledger, the day, the pages that were made already."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import BoundedSemaphore, Lock
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import func, select

from dostyk.ledger import Ledger
from dostyk.ledger.schema import acts, readings
from dostyk.web.settings import Settings

Stamp = tuple[int, int]


@dataclass
class Kept:
    """Answers made already, the latest used last; together at most `largest` bytes.

    At most `at_once` are made at a time: more would only keep each other, and those that are made, from the processor.
    """

    largest: int
    at_once: int = max(2, os.cpu_count() or 1)
    _held: OrderedDict[object, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)
    _making: BoundedSemaphore = field(init=False)

    def __post_init__(self) -> None:
        self._making = BoundedSemaphore(self.at_once)

    def answer(self, key: object, make: Callable[[], bytes]) -> bytes:
        """The answer under a key, made where it is not held."""
        body = self.get(key)
        if body is None:
            with self._making:
                body = self.get(key)  # another may have made it meanwhile
                if body is None:
                    body = make()
                    self.put(key, body)
        return body

    def get(self, key: object) -> bytes | None:
        """The answer under a key, None where it is not held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: object, body: bytes) -> None:
        """Hold an answer; the longest unused make room for it."""
        if len(body) > self.largest // 8:
            return
        with self._lock:
            self._size += len(body) - len(self._held.pop(key, b""))
            self._held[key] = body
            while self._size > self.largest:
                self._size -= len(self._held.popitem(last=False)[1])


@dataclass
class Site:
    """An open ledger and its settings. `deciding` is held while an act is checked and written."""

    ledger: Ledger
    settings: Settings
    kept: Kept
    deciding: Lock = field(default_factory=Lock)

    @property
    def today(self) -> date:
        """The civil day that pages are made for."""
        return self.settings.today()

    def stamp(self) -> Stamp:
        """Changes whenever the ledger does: the numbers of its last act and its last reading."""
        with self.ledger.asking() as connection:
            row = connection.execute(
                select(select(func.max(acts.c.number)).scalar_subquery(),
                       select(func.max(readings.c.number)).scalar_subquery())
            ).one()  # fmt: skip
        return (row[0] or 0, row[1] or 0)


def site(request: Request) -> Site:
    """The site of a request."""
    found: Site = request.app.state.site
    return found


At = Annotated[Site, Depends(site)]
