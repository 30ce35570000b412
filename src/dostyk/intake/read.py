"""Read reports from wherever they lie."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dostyk.intake.decode import NotText, decode
from dostyk.intake.html import looks_like_html, read_html
from dostyk.intake.markdown import read_markdown
from dostyk.intake.outcome import Defaults, Draft, Failed, Found, finish
from dostyk.intake.places import STDIN, SUFFIXES, find_files, suffix_of
from dostyk.intake.plain import read_plain
from dostyk.intake.records import read_json, read_json_lines
from dostyk.model import content_id

_LARGEST = 32 * 1024 * 1024  # bytes of one file that holds a single report
_LINES = (".jsonl", ".ndjson")


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    outlet: str | None = None,
    today: date | None = None,
) -> Iterator[Found | Failed]:
    """Reports of files, folders, globs and `-` (standard input, last), sorted by path; nothing is raised for data.

    `published` and `outlet` are supplied where a report does not state its own. `today` is the day after which
    a day of publication counts as not yet come; the computer's day unless given.
    """
    named = [str(path) for path in paths]
    defaults = Defaults(today or date.today(), published, outlet or "")
    for item in find_files(path for path in named if path != STDIN):
        if isinstance(item, Failed):
            yield item
        else:
            yield from _read_file(item, defaults)
    if STDIN in named:
        yield from _read_stdin(sys.stdin.buffer, defaults)


def read_bytes(
    data: bytes, name: str, *, suffix: str = "", published: date | None = None, outlet: str = "", today: date
) -> Iterator[Found | Failed]:
    """Reports of bytes that came from elsewhere; without `suffix`, the format is seen from the content."""
    defaults = Defaults(today, published, outlet)
    for draft in _drafts(data, suffix, name, name):
        yield draft if isinstance(draft, Failed) else finish(_placed(draft, name, name, name), defaults)


def _read_file(path: Path, defaults: Defaults) -> Iterator[Found | Failed]:
    shown, where = str(path), os.path.abspath(path)
    suffix = suffix_of(path)
    stem = path.name.removesuffix(".gz")
    stem = stem[: -len(suffix)] if suffix else stem
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            if suffix in _LINES:
                drafts = read_json_lines(stream, stem, shown)
            else:
                drafts = iter(_whole(stream, suffix, stem, shown))
            for draft in drafts:
                if isinstance(draft, Failed):
                    yield draft
                else:
                    here = where + draft.path.removeprefix(shown) if draft.path else where
                    yield finish(_placed(draft, stem, here, shown), defaults)
    except (OSError, EOFError, zlib.error) as error:
        cause = (getattr(error, "strerror", None) or str(error)).lower()
        yield Failed(shown, f"cannot be read ({cause})", "check the file and its permissions")


def _whole(stream: BinaryIO | gzip.GzipFile, suffix: str, stem: str, shown: str) -> Iterator[Draft | Failed]:
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        yield Failed(shown, f"is larger than {_LARGEST >> 20} MB", "split it, or give many reports as JSON Lines")
        return
    yield from _drafts(data, suffix, stem, shown)


def _read_stdin(stream: BinaryIO, defaults: Defaults) -> Iterator[Found | Failed]:
    for draft in _whole(stream, "", "stdin", "standard input"):
        if isinstance(draft, Failed):
            yield draft
            continue
        # Two texts on standard input are two sources, so its place is made from what it holds.
        place = content_id("stdin-", draft.text)
        yield finish(_placed(replace(draft, path=place), "stdin", place, "standard input"), defaults)


def _placed(draft: Draft, name: str, path: str, shown: str) -> Draft:
    return replace(draft, name=draft.name or name, path=path, place=draft.place or shown)


def _drafts(data: bytes, suffix: str, stem: str, shown: str) -> Iterator[Draft | Failed]:
    decoded = decode(data)
    if isinstance(decoded, NotText):
        yield Failed(shown, decoded.reason, decoded.remedy)
        return
    text = decoded.text
    if not text.strip():
        yield Failed(shown, "is empty", "give a file with the text of a report")
        return
    notes = [("encoding-guessed", f"{shown}: is not UTF-8, read as {decoded.guessed}")] if decoded.guessed else []
    for draft in _parse(text, suffix if suffix in SUFFIXES else _sniff(text), stem, shown):
        yield draft if isinstance(draft, Failed) else draft.with_notes(*notes)


def _parse(text: str, suffix: str, stem: str, shown: str) -> Iterator[Draft | Failed]:
    if suffix == ".json":
        yield from read_json(text, stem, shown)
    elif suffix in _LINES:
        yield from read_json_lines((line.encode() for line in text.split("\n")), stem, shown)
    elif suffix in (".html", ".htm", ".xhtml"):
        yield read_html(text, shown)
    elif suffix in (".md", ".markdown"):
        yield read_markdown(text, shown)
    else:
        yield read_plain(text, shown)


def _sniff(text: str) -> str:
    head = text.lstrip()
    if head.startswith("---\n"):
        return ".md"
    if head.startswith("{"):
        return ".jsonl" if head.split("\n", 1)[0].rstrip().endswith("}") else ".json"
    if head.startswith(("[{", "[\n")):
        return ".json"
    return ".html" if looks_like_html(text) else ".txt"
