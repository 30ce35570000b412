"""JSON Lines, JSON arrays and single JSON objects → drafts. A bad line is named and the others go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dostyk.intake.decode import NotText, decode
from dostyk.intake.html import looks_like_html, read_html
from dostyk.intake.markdown import plain_from_markdown, text_of
from dostyk.intake.outcome import Draft, Failed
from dostyk.intake.plain import clean_title

_TEXT_FIELDS = ("text", "body", "content")


def read_json(text: str, stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of a `.json` file: an array of objects, or one object."""
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield Failed(f"{path}:{getattr(error, 'lineno', 1)}", "is no valid JSON", _remedy(error))
        return
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        yield _record(row, stem, path, number, f"{path}, item {number}")


def read_json_lines(lines: Iterable[bytes], stem: str, path: str) -> Iterator[Draft | Failed]:
    """The reports of JSON Lines, one object a line; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        place = f"{path}:{number}"
        decoded = decode(line.strip())
        if isinstance(decoded, NotText):
            yield Failed(place, decoded.reason, decoded.remedy)
            continue
        if not decoded.text:
            continue
        try:
            row = json.loads(decoded.text)
        except (json.JSONDecodeError, RecursionError) as error:
            yield Failed(place, "is no valid JSON", _remedy(error))
            continue
        result = _record(row, stem, path, number, place)
        if decoded.guessed and isinstance(result, Draft):
            result = result.with_notes(("encoding-guessed", f"{place}: is not UTF-8, read as {decoded.guessed}"))
        yield result


def _remedy(error: Exception) -> str:
    column = getattr(error, "colno", None)
    return f"{getattr(error, 'msg', 'nested too deeply')}" + (f" at column {column}" if column else "")


def _record(row: Any, stem: str, path: str, number: int, place: str) -> Draft | Failed:
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
    if plain := text_of(row, *_TEXT_FIELDS):
        return read_html(plain, "").text if looks_like_html(plain) else plain.replace("\r\n", "\n")
    if markdown := text_of(row, "markdown"):
        return plain_from_markdown(markdown.replace("\r\n", "\n"))[0]
    source = text_of(row, "html")
    return read_html(source, "").text if source else ""
