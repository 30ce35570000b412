"""Read reports from wherever they lie."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from dostyk.errors import why_unreadable
from dostyk.intake.kinds import stem_of, suffix_of
from dostyk.intake.limits import LARGEST_DOCUMENT, Budget
from dostyk.intake.opening import Place, captured, drafts_of
from dostyk.intake.outcome import Defaults, Draft, Failed, Found, finish
from dostyk.intake.places import STDIN, as_text, find_files
from dostyk.intake.webarchive import Capture
from dostyk.model import content_id


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
    for item in find_files(path for path in named if path != STDIN):
        if isinstance(item, Failed):
            yield item
        else:
            yield from read_file(item, published=published, outlet=outlet, today=today)
    if STDIN in named:
        yield from read_stdin(published=published, outlet=outlet, today=today)


def read_file(
    path: Path,
    *,
    published: date | None = None,
    outlet: str | None = None,
    today: date | None = None,
    at: Callable[[int], None] | None = None,
) -> Iterator[Found | Failed]:
    """Reports of one file, with everything packed into it; nothing is raised for data.

    `at` is told the bytes of the file that were read before each report.
    """
    defaults = Defaults(today or date.today(), published, outlet or "")
    shown, where = as_text(path), as_text(os.path.abspath(path))
    try:
        if not path.is_file() and path.exists():
            yield Failed(shown, "is no file", "give files and folders")
            return
        with path.open("rb") as stream:
            place = Place(shown, suffix_of(path.name), Budget(os.fstat(stream.fileno()).st_size))
            for draft in drafts_of(stream, place):
                if at is not None:
                    at(stream.tell())
                if isinstance(draft, Failed):
                    yield draft
                    continue
                here = draft.path if draft.path.startswith("mid:") else where + draft.path.removeprefix(shown)
                yield finish(_placed(draft, stem_of(as_text(path.name)), here, shown), defaults)
    except (OSError, EOFError) as error:
        yield Failed(shown, why_unreadable(error), "check the file and its permissions")


def read_bytes(
    data: bytes,
    name: str,
    *,
    suffix: str = "",
    published: date | None = None,
    outlet: str = "",
    today: date,
    budget: Budget | None = None,
) -> Iterator[Found | Failed]:
    """Reports of bytes that came from elsewhere; without `suffix`, the format is seen from the content.

    `budget` bounds what they may unpack to, where that is to be less than for files of one's own.
    """
    defaults = Defaults(today, published, outlet)
    for draft in drafts_of(io.BytesIO(data), Place(name, suffix, budget or Budget(len(data)))):
        yield draft if isinstance(draft, Failed) else finish(_placed(draft, name, draft.path or name, name), defaults)


def read_page(
    url: str, data: bytes, suffix: str, *, charset: str = "", item: Draft | None = None, defaults: Defaults
) -> Iterator[Found | Failed]:
    """Reports of a page that was fetched. `item` holds what a feed says of it, which fills what the page leaves out."""
    place = Place(url, suffix, Budget(len(data)), charset=charset)
    for draft in drafts_of(io.BytesIO(data), place):
        page = captured(draft, Capture(url, data, suffix, charset, 0))
        if isinstance(page, Failed):
            yield page
            continue
        if item is not None:
            page = replace(page, title=page.title or item.title, day=page.day or item.day,
                           outlet=item.outlet or page.outlet, language=item.language or page.language)  # fmt: skip
        yield finish(_placed(page, page.name or url, url, url), defaults)


def read_stdin(
    *, published: date | None = None, outlet: str | None = None, today: date | None = None
) -> Iterator[Found | Failed]:
    """Reports of standard input. Two texts on it are two sources, so its place is made from what it holds."""
    defaults = Defaults(today or date.today(), published, outlet or "")
    data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
    shown = "standard input"
    if len(data) > LARGEST_DOCUMENT:
        yield Failed(shown, f"is larger than {LARGEST_DOCUMENT >> 20} MB", "give it as a file")
        return
    for draft in drafts_of(io.BytesIO(data), Place(shown, "", Budget(len(data)))):
        if isinstance(draft, Failed):
            yield draft
            continue
        place = content_id("stdin-", draft.text)
        name = "stdin" + draft.name.removeprefix(shown) if draft.name.startswith(shown) else draft.name
        yield finish(_placed(replace(draft, name=name, path=place), "stdin", place, shown), defaults)


def _placed(draft: Draft, name: str, path: str, shown: str) -> Draft:
    return replace(draft, name=draft.name or name, path=path, place=draft.place or shown)
