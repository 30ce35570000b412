"""PDF → text of its text layer, with page and line of every piece. Pages that are pictures are named as such."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dostyk.intake.flow import flow
from dostyk.intake.furniture import letterhead, without_furniture
from dostyk.intake.geometry import Gutter, Line, Word, lines_of
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import clean_title

_MOST_PAGES = 3000
_MOST_LETTERS = 20_000_000
_NO_TITLE = re.compile(r"microsoft word|\.(?:docx?|pdf|indd|rtf)\b|^(?:layout|document|slide|untitled|draft)\b", re.I)
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
                            "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " "})  # fmt: skip


def read_pdf(data: bytes, path: str) -> Draft | Failed:
    """The report of a PDF. Offsets count in the text made from it; `lines` of the draft lead back to the pages."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told in our own words
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Failed(path, "is a PDF locked with a password", "save it without the password")
        if len(reader.pages) > _MOST_PAGES:
            return Failed(path, f"has more than {_MOST_PAGES:,} pages", "split it")
        pages, pictures = _pages(reader)
        about = reader.metadata
        named, made = str((about and about.title) or ""), about.creation_date if about else None
    except (MemoryError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001 -- the reader of PDF fails in many ways on damaged files
        return Failed(path, f"is a damaged PDF ({str(error)[:120]})", "get a whole copy of it")
    if not any(pages):
        if pictures:
            return Failed(
                path,
                f"is a scanned PDF: {_count(len(pictures))} of pictures without text",
                "run text recognition over it (OCR) and give the result",
                kind="is a scanned PDF",
            )
        return Failed(path, "is a PDF without text", "give a file with the text of a report")
    return _draft(pages, pictures, path, named, made)


def _draft(pages: list[list[Line]], pictures: list[int], path: str, named: str, made: datetime | None) -> Draft:
    head = letterhead(pages[0])
    found = flow([line for lines in without_furniture(pages) for line in lines if line is not head])
    notes = []
    if pictures:
        listed = ", ".join(map(str, pictures[:20])) + ("…" if len(pictures) > 20 else "")
        notes.append(("page-without-text", f"{path}: page {listed} is a picture without text; run OCR over it"))
    title = found.title or ("" if _NO_TITLE.search(named) else named)
    hint = f"the PDF was made on {made:%Y-%m-%d}, which need not be its day" if made else ""
    return Draft(
        found.text,
        title=clean_title(title),
        outlet=head.text if head is not None and head.text != title else "",
        lines=found.lines,
        hint=hint,
        notes=tuple(notes),
    )


def _count(pages: int) -> str:
    return f"{pages} page" + ("" if pages == 1 else "s")


def _pages(reader: Any) -> tuple[list[list[Line]], list[int]]:
    """Lines of each page, and the numbers of pages that hold pictures only."""
    pages, pictures = [], []
    gutters: set[Gutter] = set()
    letters = 0
    for number, page in enumerate(reader.pages, 1):
        words = [word for word in _words(page, reader) if word.text.strip()]
        lines = lines_of(words, number, gutters) or _plain_lines(page, number)
        letters += sum(len(line.text) for line in lines)
        if letters > _MOST_LETTERS:
            raise ValueError(f"more than {_MOST_LETTERS:,} letters")
        if not lines and _has_picture(page):
            pictures.append(number)
        pages.append(lines)
    return pages, pictures


def _words(page: Any, reader: Any) -> Iterator[Word]:
    """What the page draws with upright letters, with its place."""
    from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op, set_font_operation
    from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
    from pypdf.generic import ArrayObject, ContentStream, StreamObject

    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if not isinstance(contents, (ArrayObject, StreamObject)):
        return
    # The positions of letters are inside pypdf's layout mode only, hence its inner modules.
    fonts, state = page._layout_mode_fonts(), TextStateManager()
    operations = iter(ContentStream(contents, reader, "bytes").operations)
    for operands, operation in operations:
        if operation in (b"BT", b"q"):
            _, shown = recurse_to_target_op(operations, state, b"ET" if operation == b"BT" else b"Q", fonts, False)
            for op in shown:
                if not op.rotated and op.font.interpretable and op.font_height > 0:
                    text = op.text.translate(_LIGATURES)
                    up = -1 if op.flip_vertical else 1
                    yield from _cut(text, op.tx, op.displaced_tx, op.ty * up, op.font_height)
        elif operation == b"Tf":
            set_font_operation(state, fonts, operands)
        else:
            state.set_state_param(operation, operands)


def _cut(text: str, x0: float, x1: float, y: float, size: float) -> Iterator[Word]:
    """The drawn text at the place of its letters; of blanks at its edges, one is kept as a sign."""
    each = (x1 - x0) / max(len(text), 1)
    head, tail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    if head < len(text):
        core = text[head : len(text) - tail]
        marked = (" " if head else "") + core + (" " if tail else "")
        yield Word(x0 + head * each * 0.5, x1 - tail * each * 0.5, y, size, marked)


def _plain_lines(page: Any, number: int) -> list[Line]:
    """Lines of a page whose letters stand in forms of their own, which have no places here."""
    texts = (" ".join(text.translate(_LIGATURES).split()) for text in page.extract_text().split("\n"))
    kept = [text for text in texts if text]
    return [Line(number, row, 0, len(text), -12.0 * row, 10, text, 0, max(map(len, kept)))
            for row, text in enumerate(kept, 1)]  # fmt: skip


def _has_picture(page: Any) -> bool:
    try:
        return bool(page.images.keys())
    except Exception:  # noqa: BLE001 -- a picture that cannot be listed is a picture
        return True
