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
from typing import Any

from dostyk.errors import FrameError, ReferenceDataError

VARIABLE = "DOSTYK_FRAMES"
TABLES = ("titles", "bodies", "fields", "contested")
"""Files of a folder that hold reference data; every other `*.yml` of it holds frames."""
_KEYED_BY = {"titles": "title", "bodies": "name", "fields": "name", "contested": "writes"}


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
    ReferenceDataError naming the file or every faulty row.
    """
    from dostyk.reference.compile import compile_reference, read_sources

    sources = read_sources()
    for path in files:
        key, rows = _KEYED_BY[path.stem], _rows(path)
        if path.stem == "contested":
            sources["contested"] = rows
        elif path.stem == "titles":
            sources["titles"]["titles"] = _replaced(sources["titles"]["titles"], rows, key)
            _add_heads(sources["office_words"], rows)
        else:
            sources[path.stem] = _replaced(sources[path.stem], rows, key)
    compiled: dict[str, Any] = json.loads(json.dumps(compile_reference(sources)))
    return compiled


def _rows(path: Path) -> list[dict[str, Any]]:
    from yaml import YAMLError

    from dostyk.reference.compile import read_yaml

    try:
        rows = read_yaml(path)
    except UnicodeDecodeError as error:
        raise ReferenceDataError(f"{path}, byte {error.start + 1}: is no UTF-8; save the file as UTF-8") from error
    except YAMLError as error:
        raise ReferenceDataError(f"{path}: not YAML: {error}") from error
    key = _KEYED_BY[path.stem]
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get(key) for row in rows):
        raise ReferenceDataError(f"{path}: must be a list of rows, each with `{key}`")
    return rows


def _add_heads(words: dict[str, list[str]], rows: list[dict[str, Any]]) -> None:
    """The words that the offices of one's own are known by, unless they are words of offices already."""
    for form in (form for row in rows for form in (row["title"], *row.get("forms", []))):
        front = re.split(r",| (?:of|for|to|in|at|on) ", form)[0].lower().split()
        if not any(word in words["heads"] for word in front):
            words["heads"].append(next((w for w in reversed(front) if w not in words["fields"]), front[-1]))


def _replaced(reviewed: list[dict[str, Any]], rows: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    names = {row[key] for row in rows}
    return [row for row in reviewed if row[key] not in names] + rows
