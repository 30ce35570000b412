"""HTML → main text in paragraphs, headline, day, outlet, address and language."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from dostyk.intake.outcome import Draft
from dostyk.intake.plain import clean_title

_DOCUMENT = re.compile(r"<(?:!doctype|html|head|body)\b", re.I)
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z-]+)", re.I)
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "pre"}
    | {"blockquote", "header", "footer", "figure", "figcaption"}
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BREAK = "\ue000"  # of the private use area, where no text of a page has anything
_SKIPPED = frozenset({"script", "style", "template", "noscript", "iframe"})


_CONTROL = re.compile(r"<(?:input\b(?![^>]{0,200}type=[\"']?hidden)|select\b|textarea\b)", re.I)
_SENTENCE = re.compile(r"\w{2}[.!?…。！？।۔؟]")
_MANY_CONTROLS = 3
_SCRIPT = re.compile(r"<script\b", re.I)
_LONGEST_NOTICE = 200  # letters
_MOSTLY_MARKUP = 200  # letters of markup to one of text


def is_form(source: str, text: str) -> bool:
    """Whether a page asks for input and has no sentence of its own."""
    return _SENTENCE.search(text) is None and len(_CONTROL.findall(source)) >= _MANY_CONTROLS


def is_bare(source: str, text: str) -> bool:
    """Whether a page has no sentence, and is made of scripts or of empty elements by far: a browser has to fill it."""
    # Some scripts have no full stop: a longer text is left to be read.
    if _SENTENCE.search(text) is not None or len(text) > _LONGEST_NOTICE or _DOCUMENT.search(source[:4096]) is None:
        return False
    return len(_SCRIPT.findall(source)) > 0 or len(source) > _MOSTLY_MARKUP * max(len(text.strip()), 1)


def looks_like_html(text: str) -> bool:
    """True for a page or a fragment made of elements."""
    head = text[:2048].lstrip()
    return head.startswith("<") and (_DOCUMENT.search(head) is not None or re.search(r"</\w+>", text) is not None)


def read_html(text: str, path: str) -> Draft:
    """The report of a page. A fragment without `html` or `body` is taken whole; navigation is left out of a page.

    Offsets count in the plain text made from it, in which paragraphs are divided by an empty line.
    """
    if not _DOCUMENT.search(text[:4096]):
        return Draft(fragment_text(text))
    from trafilatura import bare_extraction

    # No extensive search: it would take a day out of running text or a footer.
    days = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    page: Any = bare_extraction(
        text, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=days
    )
    language = _LANGUAGE.search(text[:4096])
    spoken = language[1] if language else ""
    if page is None:
        return Draft(fragment_text(text), language=spoken)
    title = clean_title(page.title or "")
    paragraphs = _paragraphs(page.body)
    if paragraphs and paragraphs[0] == title:
        paragraphs = paragraphs[1:]
    return Draft(
        "\n\n".join(paragraphs),
        title=title,
        day=page.date or "",
        outlet=page.sitename or "",
        url=page.url or "",
        language=spoken,
    )


def _paragraphs(body: Any) -> list[str]:
    """Texts of the innermost blocks of trafilatura's tree, in order."""
    found = []
    for node in body.iter("p", "head", "item", "quote", "cell"):
        if node.tag in ("quote", "cell") and node.find(".//p") is not None:
            continue
        if node.tag == "p" and any(up.tag in ("item", "head") for up in node.iterancestors()):
            continue
        for number, part in enumerate(_parts(node)):
            found.append(("- " if node.tag == "item" and not number else "") + part)
    return found


def _parts(node: Any) -> list[str]:
    """Paragraphs of a block. A line end in the source is only a blank; `br` breaks a line, two of them a paragraph."""
    for brk in node.iter("lb", "br"):
        brk.tail = _BREAK + (brk.tail or "")
    return _squeezed("".join(node.itertext()).replace("\n", " ").replace(_BREAK, "\n"))


def _squeezed(text: str) -> list[str]:
    """Paragraphs of a text in which line ends are meant: each line with single blanks, none of them empty."""
    lines = [" ".join(line.split()) for line in text.replace("\u2060", "").split("\n")]
    parts = ("\n".join(group) for filled, group in groupby(lines, key=bool) if filled)
    return list(parts)


def fragment_text(source: str) -> str:
    """Every block of a fragment as a paragraph; a line break stays a line break."""
    from lxml import html as lxml_html  # type: ignore[import-untyped]
    from lxml.etree import ParserError  # type: ignore[import-untyped]

    try:
        root = lxml_html.document_fromstring(f"<div>{_CONTROLS.sub(' ', source)}</div>")
    except (ParserError, ValueError):  # nothing in it, or characters that XML does not know
        return ""
    parts: list[str] = []
    _walk(root, parts)
    return "\n\n".join(part for block in "".join(parts).split("\0") for part in _squeezed(block))


def _walk(node: Any, parts: list[str]) -> None:
    """Collect text; NUL marks the edge of a block. lxml bounds the depth of a tree, so recursion is safe."""
    if not isinstance(node.tag, str) or node.tag in _SKIPPED:
        parts.append(node.tail or "")
        return
    edge = "\0" if node.tag in _BLOCKS else ""
    # A line end in the source is only a blank; `br` is what breaks a line.
    parts.append(edge + ("- " if node.tag == "li" else "") + (node.text or "").replace("\n", " "))
    if node.tag == "br":
        parts.append("\n")
    for child in node:
        _walk(child, parts)
    parts.append(edge + (node.tail or "").replace("\n", " "))
