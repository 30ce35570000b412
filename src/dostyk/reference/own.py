"""A folder of one's own: frames, titles, bodies and fields of cooperation that are added to those of the package, and a
table of contested names that takes the place of its own.

The environment variable `DOSTYK_FRAMES` names the folder, or several as `PATH` names them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dostyk.errors import FrameError, ReferenceDataError

if TYPE_CHECKING:
    from dostyk.reference.own_rows import Row

VARIABLE = "DOSTYK_FRAMES"
TABLES = ("titles", "bodies", "fields", "contested")
"""Files of a folder that hold reference data; every other `*.yml` of it holds frames."""


def own_folders() -> tuple[Path, ...]:
    """The folders that `DOSTYK_FRAMES` names, none where it is not set. Raises FrameError where one is missing."""
    folders = tuple(Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)
    for folder in folders:
        if not folder.is_dir():
            raise FrameError(f"{VARIABLE}: {folder} is no folder; name one with frame files (*.yml)")
    return folders


def frame_files(folder: Path) -> list[Path]:
    """The frame files of a folder, by name."""
    return [path for path in sorted(folder.glob("*.yml")) if path.stem not in TABLES]


def table_files(folders: tuple[Path, ...]) -> list[Path]:
    """The files of reference data in folders, in their order."""
    return [path for folder in folders for name in TABLES if (path := folder / f"{name}.yml").is_file()]


def own_digest(folders: tuple[Path, ...]) -> str:
    """Eight hexadecimal digits of what the folders hold, empty without folders: part of the reader's version."""
    if not folders:
        return ""
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.yml"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def own_tables(files: list[Path]) -> dict[str, Any]:
    """The compiled tables with rows of one's own, compiled anew: a second or two that only those pay who add tables.

    A row takes the place of the one with its name, a table of contested names that of the whole table. Raises
    ReferenceDataError that lists every fault, each with file, line, key and remedy.
    """
    from dostyk.reference.compile import compile_reference, read_sources
    from dostyk.reference.own_rows import NAMED_BY, read_rows, reference_faults, row_faults, twice_faults

    sources, faults = read_sources(), list[str]()
    tables = [(path.stem, read_rows(path, faults)) for path in files]
    for table, rows in tables:
        key = NAMED_BY[table]
        _put_in(sources, table, key, [dict(row.data) for row in rows if isinstance(row.data.get(key), str)])
    states = frozenset({*sources["states"], *sources["history"]["ended"]})
    bodies = frozenset(str(body["name"]) for body in sources["bodies"])
    for table, rows in tables:
        faults += [fault for row in rows for fault in row_faults(table, row)]
        faults += [fault for row in rows for fault in reference_faults(table, row, states, bodies)]
        faults += twice_faults(table, rows, _taken(sources, table, rows))
    if faults:
        raise ReferenceDataError("\n".join(faults))
    compiled: dict[str, Any] = json.loads(json.dumps(compile_reference(sources)))
    return compiled


def _put_in(sources: dict[str, Any], table: str, key: str, rows: list[dict[str, Any]]) -> None:
    """Put rows of one's own, named by a key, into the table that they belong to."""
    if table == "contested":
        sources["contested"] = rows
    elif table == "titles":
        sources["titles"]["titles"] = _replaced(sources["titles"]["titles"], rows, key)
        _add_heads(sources["office_words"], rows)
    else:
        sources[table] = _replaced(sources[table], rows, key)


def _taken(sources: dict[str, Any], table: str, rows: list[Row]) -> dict[str, str]:
    """Name or form of a body of the package → where it stands."""
    if table != "bodies":
        return {}
    own = {row.data.get("name") for row in rows}
    kept = [body for body in sources["bodies"] if body["name"] not in own]
    return {f: f"the package's {body['name']}" for body in kept for f in (body["name"], *body.get("forms", []))}


def _add_heads(words: dict[str, list[str]], rows: list[dict[str, Any]]) -> None:
    """The words that the offices of one's own are known by, unless they are words of offices already."""
    for form in (str(form) for row in rows for form in (row["title"], *(row.get("forms") or []))):
        front = re.split(r",| (?:of|for|to|in|at|on) ", form)[0].lower().split()
        if not any(word in words["heads"] for word in front):
            words["heads"].append(next((w for w in reversed(front) if w not in words["fields"]), front[-1]))


def _replaced(reviewed: list[dict[str, Any]], rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    names = {row[key] for row in rows}
    return [row for row in reviewed if row[key] not in names] + rows
