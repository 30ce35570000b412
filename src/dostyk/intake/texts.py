"""Text files of every format → drafts."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.intake import kinds
from dostyk.intake.decode import NotText, decode
from dostyk.intake.html import is_bare, is_form, looks_like_html, read_html
from dostyk.intake.markdown import read_markdown
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import read_plain
from dostyk.intake.records import read_json, read_json_lines
from dostyk.intake.sheet import read_csv

Drafts = Iterator[Draft | Failed]
_MAKE_PLAIN = "give a file with the text of a report"


def read_texts(data: bytes, suffix: str, stem: str, shown: str, charset: str = "") -> Drafts:
    """Drafts of a text file's bytes; without a known suffix, the format is seen from the text. `charset` is what a
    server said of it."""
    decoded = decode(data, charset)
    if isinstance(decoded, NotText):
        yield Failed(shown, decoded.reason, decoded.remedy)
        return
    text = decoded.text
    if not text.strip():
        yield Failed(shown, "is empty", _MAKE_PLAIN)
        return
    notes = []
    if decoded.guessed:
        notes.append(("encoding-guessed", f"{shown}: is not UTF-8, read as {decoded.guessed}; save it as UTF-8"))
    for draft in _parse(text, suffix if suffix in kinds.SUFFIXES else _sniff(text), stem, shown):
        yield draft if isinstance(draft, Failed) else draft.with_notes(*notes)


def _parse(text: str, suffix: str, stem: str, shown: str) -> Drafts:
    if suffix == ".csv":
        yield from read_csv(text, stem, shown)
    elif suffix == ".json":
        yield from read_json(text, stem, shown)
    elif suffix in kinds.RECORD_SUFFIXES:
        yield from read_json_lines((line.encode("utf-8", "replace") for line in text.split("\n")), stem, shown)
    elif suffix in (".html", ".htm", ".xhtml"):
        page = read_html(text, shown)
        if is_form(text, page.text):
            yield Failed(shown, "is a form, not a report", "save the page that the form leads to")
        elif is_bare(text, page.text):
            yield Failed(shown, "holds no text without a browser", "save the page as PDF or text")
        else:
            yield page
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
