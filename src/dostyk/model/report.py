"""A report: one version of one source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dostyk.model.hashing import content_id


@dataclass(frozen=True)
class Report:
    """What an outlet published: text after CRLF → LF and nothing else, so that offsets stay true.

    `published` is the civil day the outlet gives, None where it gives none. `name` is the file's stem or record
    id, for people; it is not part of any id. `path` is where it was read from. `lines` says where its text stood on
    paper: (offset, page, line) of every line of a paged document, by offset, pages and lines from 1; empty elsewhere.
    """

    text: str
    title: str = ""
    published: date | None = None
    outlet: str = ""
    url: str = ""
    language: str = "en"
    name: str = field(default="", compare=False)
    path: str = field(default="", compare=False)
    lines: tuple[tuple[int, int, int], ...] = field(default=(), compare=False)

    @cached_property
    def source(self) -> str:
        """Where the report stands: its URL, else outlet, title and day, else its path."""
        if self.url:
            return self.url
        if self.outlet and self.title and self.published:
            return f"{self.outlet} | {self.title} | {self.published}"
        return self.path or self.name or content_id("text-", self.text)

    @cached_property
    def id(self) -> str:
        """Hash of source and content: a changed text is another version, thus another id."""
        day = self.published.isoformat() if self.published else ""
        return content_id("r", self.source, self.title, self.text, day, self.outlet, self.language)

    def field_text(self, name: str) -> str:
        """The text of `title` or `text`. Raises ValueError for any other name."""
        if name not in ("title", "text"):
            raise ValueError(f"a report has no field {name!r}")
        return self.title if name == "title" else self.text

    def page_line(self, offset: int) -> tuple[int, int] | None:
        """Page and line, both from 1, of a code point of the text; None where the report had no pages."""
        place = bisect_right(self.lines, offset, key=lambda mark: mark[0]) - 1
        return self.lines[place][1:] if place >= 0 else None
