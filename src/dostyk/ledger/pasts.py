"""Past days of a ledger that were derived, kept beside its file until it changes: `ledger.sqlite.past/`.

What is kept is a copy like any other, so erasing and importing throw it away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, func, select

from dostyk.ledger.engine import Store
from dostyk.ledger.schema import acts, claims, readings, reports
from dostyk.linking.version import linking_version

_MOST = 3  # days kept


def folder_of(store: Store) -> Path | None:
    """Where the past of a ledger is kept; None for one on a server, or that cannot be written."""
    if not store.writable or store.engine.dialect.name != "sqlite":
        return None
    return Path(f"{store.name}.past")


def name_of(connection: Connection, day: date) -> str:
    """The file's name for a day: another one whenever the ledger, or the program, is another."""
    counted = [select(func.max(table.c.number)).scalar_subquery() for table in (readings, acts)]
    counted += [select(func.count()).select_from(table).scalar_subquery() for table in (reports, readings, claims)]
    latest = select(acts.c.chain).order_by(acts.c.number.desc()).limit(1).scalar_subquery()
    said = (*connection.execute(select(*counted, latest)).one(), linking_version())
    return f"{day}-{hashlib.sha256(repr(said).encode()).hexdigest()[:16]}.sqlite"


def kept(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """The file of this name, made and closed by `make` where it is not there yet; the oldest others go."""
    path = folder / name
    if path.exists():
        return path
    folder.mkdir(exist_ok=True)
    others = sorted(folder.glob("*.sqlite"), key=lambda other: other.stat().st_mtime, reverse=True)
    for other in others[_MOST - 1 :]:
        with suppress(OSError):  # one that is being read may not be removable yet
            other.unlink()
    part = folder / f"{name}.{os.getpid()}.part"
    part.unlink(missing_ok=True)
    try:
        make(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def forget(store: Store) -> None:
    """Throw away what is kept."""
    folder = folder_of(store)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
