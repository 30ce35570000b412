"""Plain paragraphs of the open reports, for word vectors: no marks, no wrapped lines."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

REPORTS = ("white-house-2021-2022.jsonl.gz", "australia-pm-releases-even.jsonl.gz")
_BREAK = re.compile(r"(?i)</p>|<p>|<br */?>\s*<br */?>")
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"^[#>*\-\s]+|[*_]{1,3}|\\(?=\W)|\u2060", re.MULTILINE)


def paragraphs(folder: Path) -> Iterator[str]:
    """Paragraphs of more than five words from the report files in `folder`."""
    for name in REPORTS:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                report = json.loads(line)
                yield from _paragraphs(report.get("markdown") or _unmarked_html(report.get("html", "")))


def _unmarked_html(text: str) -> str:
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n\n", text)))


def _paragraphs(text: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", text):
        plain = " ".join(_MARK.sub("", _LINK.sub(r"\1", part)).split())
        if plain.count(" ") >= 5:
            yield plain
