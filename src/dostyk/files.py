"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dostyk.errors import UsageError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Gives a place to write to, which takes the place of the file once the block ends well; makes the folder.

    A pipe or device is written to as it is. Raises UsageError where writing fails; the file is then what it was.
    """
    try:
        if path.exists() and not path.is_file():
            yield path
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        target = Path(os.path.realpath(path))  # of a link, what it points to
        part = target.with_name(target.name + ".part")
        try:
            yield part
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def write_whole(path: Path, text: str) -> None:
    """Write a text as UTF-8. Raises UsageError."""
    with replacing(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
