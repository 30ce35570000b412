"""Markdown with YAML front matter → plain paragraphs, as a reader of the page sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import clean_title

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)


def read_markdown(text: str, path: str) -> Draft | Failed:
    """The report of a Markdown file. Offsets count in the plain text made from it."""
    match = _FRONT.match(text)
    values: Mapping[str, Any] = {}
    if match:
        try:
            loaded = yaml.load(match[1], Loader=yaml.BaseLoader)  # BaseLoader: days stay as written
        except yaml.YAMLError as error:
            line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
            return Failed(f"{path}:{line}", "has front matter that is no YAML", "mend it, or put it in quotes")
        values = loaded if isinstance(loaded, Mapping) else {}
    body, heading = plain_from_markdown(text[match.end() :] if match else text)
    title = clean_title(text_of(values, "title", "headline"))
    if heading and (not title or heading == title):
        title = heading
        body = body.removeprefix(heading).lstrip("\n")
    return Draft(
        body,
        title=title,
        day=text_of(values, "published", "date"),
        outlet=text_of(values, "outlet", "publisher"),
        url=text_of(values, "url", "link"),
        language=text_of(values, "language", "lang"),
    )


def text_of(values: Mapping[str, Any], *names: str) -> str:
    """The first of these fields that holds text or a number, as text."""
    for name in names:
        value = values.get(name)
        if isinstance(value, (str, int, float)) and str(value).strip():
            return str(value)
    return ""


def plain_from_markdown(source: str) -> tuple[str, str]:
    """Paragraphs divided by an empty line, items with their marker; and the first heading where it comes first."""
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    heading = ""
    marker = ""
    counters: list[int | None] = []
    in_heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            counters.append(int(token.attrGet("start") or 1) if token.type[0] == "o" else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            counters.pop()
        elif token.type == "list_item_open":
            count = counters[-1]
            marker = "- " if count is None else f"{count}. "
            counters[-1] = None if count is None else count + 1
        elif token.type == "heading_open":
            in_heading = token.tag == "h1"
        elif token.type in ("inline", "code_block", "fence"):
            words = _inline_text(token) if token.type == "inline" else token.content.strip()
            if words:
                heading = words if in_heading and not blocks else heading
                blocks.append(marker + words)
            marker, in_heading = "", False
    return "\n\n".join(blocks), heading


def _inline_text(token: Any) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" " if child.type == "softbreak" else "\n")
    # Kept as the page shows it, but for word joiners, which are typesetting.
    lines = "".join(parts).replace("\u2060", "").split("\n")
    return "\n".join(" ".join(line.split(" ")).strip() for line in lines).strip()
