"""JSON Lines, JSON arrays and single JSON objects → drafts. A bad line is named and the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dostyk.intake.decode import NotText, decode
from dostyk.intake.html import looks_like_html, read_html
from dostyk.intake.limits import LARGEST_LINE
from dostyk.intake.markdown import plain_from_markdown, text_of
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import clean_title

TEXT_FIELDS = ("text", "body", "content")


def read_json(text: str, stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of a `.json` file: an array of objects, or one object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Failed(f"{path}:{getattr(error, 'lineno', 1)}", "is no valid JSON", _remedy(error))
        return
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        yield record(row, stem, path, number, f"{path}, item {number}")


def read_json_lines(lines: Iterable[bytes | None], stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of JSON Lines, one object a line; empty lines are passed over. None is a line beyond the limit."""
    for number, line in enumerate(lines, 1):
        place = f"{path}:{number}"
        if line is None:
            yield Failed(place, f"is longer than {LARGEST_LINE >> 20} MB", "split the report")
            continue
        decoded = decode(line.strip())
        if isinstance(decoded, NotText):
            yield Failed(place, decoded.reason, decoded.remedy)
            continue
        if not decoded.text:
            continue
        try:
            row = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            yield Failed(place, "is no valid JSON", _remedy(error))
            continue
        result = record(row, stem, path, number, place)
        if decoded.guessed and isinstance(result, Draft):
            result = result.with_notes(
                ("encoding-guessed", f"{place}: is not UTF-8, read as {decoded.guessed}; save it as UTF-8")
            )
        yield result


def _remedy(error: Exception) -> str:
    column = getattr(error, "colno", None)
    said = str(getattr(error, "msg", "nested too deeply"))
    return said.removesuffix(" at") + (f" at column {column}" if column else "")


def record(row: Any, stem: str, path: str, number: int, place: str) -> Draft | Failed:
    """The report of one record, in which fields have the names that JSON Lines and tables may use."""
    if not isinstance(row, Mapping):
        return Failed(place, "is no JSON object", 'write {"text": "…", "title": "…", "published": "YYYY-MM-DD"}')
    text = _text(row)
    if not text:
        return Failed(place, "has no text", "give it in a field text, body, content, markdown or html")
    own = text_of(row, "id", "name")
    return Draft(
        text,
        title=clean_title(text_of(row, "title", "headline")),
        day=text_of(row, "published", "date"),
        outlet=text_of(row, "outlet", "publisher"),
        url=text_of(row, "url", "link"),
        language=text_of(row, "language", "lang"),
        name=own or f"{stem}-{number}",
        path=f"{path}#{own or number}",
        place=place,
    )


def _text(row: Mapping[str, Any]) -> str:
    if plain := text_of(row, *TEXT_FIELDS):
        return read_html(plain, "").text if looks_like_html(plain) else plain.replace("\r\n", "\n")
    if markdown := text_of(row, "markdown"):
        return plain_from_markdown(markdown.replace("\r\n", "\n"))[0]
    source = text_of(row, "html")
    return read_html(source, "").text if source else ""
