"""The two open corpora the judging reports come from, as plain text.

The corpora are not part of the repository: the environment variable `DOSTYK_DATA` names the folder that
holds them (the files themselves, or a folder `corpora` with the files).
"""

import gzip
import html
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

WHITE_HOUSE = "white-house-2021-2022.jsonl.gz"
AUSTRALIA = "australia-pm-releases-even.jsonl.gz"

_AU_LICENCE = "CC BY 3.0 AU, Commonwealth of Australia (Department of the Prime Minister and Cabinet)"


@dataclass(frozen=True)
class CorpusReport:
    """One report of a corpus: `file` and `key` find it again, `text` is plain paragraphs."""

    file: str
    key: str
    source: str
    title: str
    published: str
    outlet: str
    licence: str
    text: str

    def rendered(self) -> str:
        """Header lines, an empty line, the text."""
        names = ("source", "title", "published", "outlet", "licence")
        head = "\n".join(f"# {name}: {getattr(self, name)}" for name in names)
        return f"{head}\n\n{self.text}\n"


def data_file(name: str) -> Path:
    """The corpus file `name` below `DOSTYK_DATA`; raises SystemExit with the reason if there is none."""
    root = os.environ.get("DOSTYK_DATA")
    if not root:
        raise SystemExit("DOSTYK_DATA is not set: it names the folder that holds the open corpora")
    for path in (Path(root) / name, Path(root) / "corpora" / name):
        if path.is_file():
            return path
    raise SystemExit(f"{name} is neither in {root} nor in {Path(root) / 'corpora'} (DOSTYK_DATA)")


def read_corpus(name: str) -> Iterator[CorpusReport]:
    """All reports of one corpus file, in the file's order."""
    with gzip.open(data_file(name), "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield _white_house(record) if name == WHITE_HOUSE else _australia(record)


def _white_house(record: dict[str, str]) -> CorpusReport:
    key = record["id"]
    return CorpusReport(
        file=WHITE_HOUSE,
        key=key,
        source=f"brian14708/wh-briefings {key}.md",
        title=_one_line(_markdown_line(record["title"])),
        published=record["published"],
        outlet="The White House",
        licence="public domain (work of the U.S. Government)",
        text=markdown_text(record["markdown"]),
    )


def _australia(record: dict[str, str]) -> CorpusReport:
    key = record["id"]
    return CorpusReport(
        file=AUSTRALIA,
        key=key,
        source=f"wragge/pm-transcripts transcripts/transcript-{key}.xml",
        title=_one_line(html.unescape(record["title"])),
        published=record["published"],
        outlet="Prime Minister of Australia, media release",
        licence=_AU_LICENCE,
        text=html_text(record["html"]),
    )


def _one_line(text: str) -> str:
    # U+2060 (word joiner) is typesetting of the site, not part of the wording.
    return " ".join(text.replace("\u2060", "").split())


def _markdown_line(text: str) -> str:
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?", r"\1", text)
    text = re.sub(r"^\s*(#+\s+|>\s?|[-*]\s+|\d+\.\s{2,})", "", text)
    text = re.sub(r"\*+|(?<!\w)_+|_+(?!\w)", "", text)
    return re.sub(r"\\([\W_])", r"\1", text)


def markdown_text(markdown: str) -> str:
    """Markdown as paragraphs divided by an empty line; every list item is a paragraph of its own."""
    joined = re.sub(r"<[^>]+>", "", markdown)
    # Links and emphasis run over line ends, so a paragraph is joined before its markup is taken away.
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s+)", joined)
    paragraphs = (_one_line(html.unescape(_markdown_line(" ".join(block.split("\n"))))) for block in blocks)
    return "\n\n".join(p for p in paragraphs if re.search(r"\w", p))


def html_text(source: str) -> str:
    """HTML as paragraphs; lines that a scan had wrapped are joined, its noise is kept."""
    blocks = re.split(r"</?(?:p|div|li|ul|ol|h\d|tr|table)\b[^>]*>", source, flags=re.I)
    paragraphs: list[str] = []
    for block in blocks:
        lines = [_one_line(html.unescape(re.sub(r"<[^>]+>", "", x))) for x in re.split(r"<br\s*/?>", block)]
        paragraphs += _unwrapped([line for line in lines if line])
    return "\n\n".join(paragraphs)


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs of a block of lines: a sentence's end on a short line, or a line of capitals, closes one."""
    if not lines:
        return []
    full = median(len(line) for line in lines)
    paragraphs: list[str] = []
    current: list[str] = []
    for line in lines:
        if _is_heading(line):
            if current:
                paragraphs.append(" ".join(current))
            paragraphs.append(line)
            current = []
            continue
        current.append(line)
        if re.search(r"[.!?:][\"'”’)]*$", line) and len(line) < 0.9 * full:
            paragraphs.append(" ".join(current))
            current = []
    if current:
        paragraphs.append(" ".join(current))
    return paragraphs


def _is_heading(line: str) -> bool:
    return len(line) > 5 and line.upper() == line and re.search(r"[A-Z]{3}", line) is not None
