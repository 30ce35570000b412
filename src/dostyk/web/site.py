"""What every route has at hand: the ledger, the day, the pages that were made already."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import func, select

from dostyk.ledger import Ledger
from dostyk.ledger.schema import acts, readings
from dostyk.web.settings import Settings

Stamp = tuple[int, int]


@dataclass
class Kept:
    """Answers made already, the latest used last; together at most `largest` bytes."""

    largest: int
    _held: OrderedDict[object, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

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
