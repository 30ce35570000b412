"""What the user names → files, in one order on every machine."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dostyk.intake.archives import is_aside, is_report
from dostyk.intake.kinds import SUFFIXES, suffix_of
from dostyk.intake.outcome import Failed

STDIN = "-"
_BYTE = re.compile(rb"\\x([89a-f][0-9a-f])")


def as_text(path: str | Path) -> str:
    """The path as it can be shown and stored: bytes of a name that are no UTF-8 are written as `\\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def as_path(text: str) -> Path:
    """The file that `as_text` wrote so."""
    path = Path(text)
    if os.path.lexists(path):
        return path
    return Path(os.fsdecode(_BYTE.sub(lambda found: bytes([int(found[1], 16)]), text.encode())))


def find_files(paths: Iterable[str | Path], passed_over: Counter[str] | None = None) -> list[Path | Failed]:
    """Files that the paths name, each once, sorted by absolute path; what names nothing is a `Failed`.

    A folder is searched to the bottom for files of a known suffix; hidden files and those that describe the folder
    (README, LICENSE) are no reports. A file named outright is taken whatever it is called. `passed_over` is told the
    endings of files in folders that are of no known kind, and how many each has.
    """
    found: dict[str, Path | Failed] = {}
    passed: Counter[str] = Counter() if passed_over is None else passed_over
    for path in paths:
        for item in _expand(Path(path), passed):
            found.setdefault(item.path if isinstance(item, Failed) else os.path.realpath(item), item)
    return [found[key] for key in sorted(found)]


def _expand(path: Path, passed: Counter[str]) -> Iterator[Path | Failed]:
    try:
        if path.is_dir():
            inside = list(_walk(path, passed))
            yield from inside or [
                Failed(as_text(path), "holds no report", f"reports end in {', '.join(sorted(SUFFIXES))}")
            ]
            return
        if path.exists():
            yield path
            return
    except (OSError, ValueError) as error:
        yield Failed(as_text(path), f"cannot be reached ({_cause(error)})", "check the path and its permissions")
        return
    if glob.has_magic(str(path)):
        matches = glob.glob(str(path), recursive=True)
        for match in matches:
            yield from _walk(Path(match), passed) if os.path.isdir(match) else [Path(match)]
        if not matches:
            yield Failed(as_text(path), "matches no file", "check the pattern")
        return
    yield Failed(as_text(path), "does not exist", "check the path")


def _walk(folder: Path, passed: Counter[str]) -> Iterator[Path | Failed]:
    errors: list[OSError] = []
    seen: set[str] = set()  # folders as they really are: links are followed, and may lead round in a circle
    for base, folders, names in os.walk(folder, onerror=errors.append, followlinks=True):
        here = os.path.realpath(base)
        if here in seen:
            folders.clear()
            continue
        seen.add(here)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        passed.update(suffix_of(name) for name in names if not is_report(name) and not is_aside(name))
        yield from (Path(base, name) for name in sorted(names) if is_report(name))
    for error in errors:
        yield Failed(as_text(error.filename), f"cannot be listed ({_cause(error)})", "check the folder's permissions")


def _cause(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
