"""DOCX → paragraphs, as the page shows them: insertions in, deletions out, lists with a marker."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import clean_title

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", f"{_W}rPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TITLE_STYLE = re.compile(r"title|heading ?1", re.I)


def read_docx(data: bytes, path: str) -> Draft | Failed:
    """The report of a Word document. Its title is what is set as one, else the property of that name."""
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in document.styles}
        blocks = list(_blocks(document.element.body, styles))
        blocks += [(text, "") for text in _footnotes(document)]
        named, made = document.core_properties.title or "", document.core_properties.modified
    except (MemoryError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 -- the document may be damaged in any of its parts
        return Failed(path, f"is a damaged document ({str(error)[:120]})", "open it and save it again as DOCX or PDF")
    title = ""
    for place, (_, style) in enumerate(blocks[:3]):
        if _TITLE_STYLE.fullmatch(style):
            title = blocks.pop(place)[0]
            break
    note = f"the document was last changed on {made:%Y-%m-%d}, which need not be its day" if made else ""
    return Draft(
        "\n\n".join(text for text, _ in blocks),
        title=clean_title(title or named),
        hint=note,
    )


def _blocks(body: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Text and style of every paragraph, those in tables too; a text box belongs to the paragraph that holds it."""
    for node in body.iter(f"{_W}p"):
        if any(up.tag in (_FALLBACK, f"{_W}p") for up in node.iterancestors()):
            continue  # a second form of what stands there already, or a text box, which its paragraph gives
        text = "\n".join(" ".join(line.split()) for line in "".join(_words(node)).split("\n")).strip()
        if not text:
            continue
        named = node.find(f"{_W}pPr/{_W}pStyle")
        style = styles.get(named.get(f"{_W}val", ""), "") if named is not None else ""
        listed = node.find(f"{_W}pPr/{_W}numPr") is not None or style.lower().startswith("list")
        yield ("- " + text if listed and not _TITLE_STYLE.fullmatch(style) else text), style


def _words(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in _LEFT_OUT or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        else:
            yield from _words(child)
            if child.tag == f"{_W}p":
                yield "\n"


def _footnotes(document: Any) -> Iterator[str]:
    from lxml import etree  # type: ignore[import-untyped]

    for relation in document.part.rels.values():
        if relation.reltype == _NOTES and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for note in etree.fromstring(relation.target_part.blob, parser):
                text = " ".join("".join(_words(note)).split())
                if text:
                    yield text
