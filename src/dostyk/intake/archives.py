"""ZIP and TAR → the files in them, one after the other, none of them written to disk."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from lzma import LZMAError
from typing import IO, cast

from dostyk.intake.kinds import PACKED_SUFFIXES, SUFFIXES, UNREAD, suffix_of
from dostyk.intake.limits import Budget, Metered, Readable, TooMuch
from dostyk.intake.outcome import Failed

# What the packers' own readers raise for damaged data.
DAMAGE = (OSError, EOFError, zlib.error, LZMAError, zipfile.BadZipFile, tarfile.TarError, NotImplementedError,
          RuntimeError, ValueError, UnicodeError, OverflowError)  # fmt: skip
_ABOUT_THE_FOLDER = ("readme", "license", "licence", "notice", "changelog")
_DAMAGED, _AGAIN = "is damaged", "get a whole copy of it"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, open until the next one is asked for."""

    name: str
    stream: Readable


def is_report(name: str) -> bool:
    """Whether a file of this name in a folder or archive may hold reports; hidden ones and a README do not."""
    if is_aside(name):
        return False
    last = name.rpartition("/")[2]
    suffix = suffix_of(last)
    return suffix in SUFFIXES or suffix in UNREAD or (not suffix and last.lower().endswith(PACKED_SUFFIXES))


def is_aside(name: str) -> bool:
    """Whether a file of this name is hidden, or tells about its folder."""
    last = name.rpartition("/")[2]
    return last.startswith(".") or last.lower().startswith(_ABOUT_THE_FOLDER) or "__MACOSX/" in name


def zip_members(stream: IO[bytes], shown: str, budget: Budget) -> Iterator[Member | Failed]:
    """Files of a ZIP, in the order of its directory. Raises TooMuch."""
    try:
        archive = zipfile.ZipFile(stream)
        listed = archive.infolist()
    except DAMAGE as error:
        yield Failed(shown, f"{_DAMAGED} ({_said(error)})", _AGAIN)
        return
    for info in listed:
        budget.member()
        # a member without a name is none; zipfile would fall over it
        if not info.filename or info.is_dir() or not is_report(info.filename):
            continue
        place = f"{shown}/{info.filename}"
        if info.flag_bits & 1:
            yield Failed(place, "is locked with a password", "unpack it by hand")
            continue
        try:
            with archive.open(info) as inner:
                yield Member(info.filename, Metered(inner, budget))
        except DAMAGE as error:
            yield Failed(place, f"{_DAMAGED} ({_said(error)})", _AGAIN)


def tar_members(stream: Readable, shown: str, budget: Budget) -> Iterator[Member | Failed]:
    """Files of a TAR, in its order; links and devices are no files. Raises TooMuch."""
    try:
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|", encoding="utf-8", errors="replace") as archive:
            for info in archive:
                budget.member()
                if not info.isfile() or not is_report(info.name):
                    continue
                inner = archive.extractfile(info)
                if inner is not None:
                    yield Member(info.name, Metered(inner, budget))
    except TooMuch:
        raise
    except DAMAGE as error:
        yield Failed(shown, f"{_DAMAGED} ({_said(error)})", _AGAIN)


def _said(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__).lower()[:120]
