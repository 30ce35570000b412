"""Office documents are archives: which of them a ZIP file is, and what it weighs once it is unpacked."""

from __future__ import annotations

import io
import zipfile
from typing import IO

from dostyk.intake.archives import DAMAGE
from dostyk.intake.limits import LARGEST_DOCUMENT, Budget, Metered, read_whole

_SIGNS = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".epub": "META-INF/container.xml",
    ".odt": "META-INF/manifest.xml",
}


def suffix_inside(stream: IO[bytes]) -> str:
    """The suffix that fits an office document by what is in it; empty for an archive, whole or damaged."""
    try:
        names = set(zipfile.ZipFile(stream).namelist())
    except DAMAGE:
        return ""
    for suffix, sign in _SIGNS.items():
        if sign in names:
            return suffix
    return ""


def weighed(stream: IO[bytes], budget: Budget) -> bytes:
    """The bytes of an office document, once all its parts have been unpacked against the budget. Raises TooMuch."""
    stream.seek(0)
    data = read_whole(stream, LARGEST_DOCUMENT)
    mine = Budget(len(data), most_unpacked=budget.most_unpacked)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                mine.member()
                with archive.open(info) as part:
                    metered = Metered(part, mine)
                    while metered.read(1 << 20):
                        pass
    except DAMAGE:
        pass  # its reader says what is damaged
    budget.take(mine.unpacked)
    return data
