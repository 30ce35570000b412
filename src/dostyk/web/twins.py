"""One question, three answers: a page, the same as JSON, and a list as CSV."""

from __future__ import annotations

import csv
import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any, get_type_hints

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse

from dostyk.clean import no_formula
from dostyk.model import Interval
from dostyk.web.render import html
from dostyk.web.site import site

Row = Mapping[str, Any]
View = Mapping[str, Any]


class Moved(Exception):
    """The thing asked for stands at another address now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def add_page(
    router: APIRouter,
    path: str,
    template: str,
    build: Callable[..., View],
    rows: Callable[..., Iterator[Row]] | None = None,
    *,
    kept: bool = True,
) -> None:
    """Routes for a page and its twins. `build` and `rows` take the Site first, and then what the address holds.

    Pages are kept until the ledger or the day changes, unless `kept` is False.
    """
    name = template.partition(".")[0].replace("_", " ")
    twin = "/index" if path == "/" else path

    def as_html(request: Request, **given: Any) -> HTMLResponse:
        here = site(request)
        return html(request, template, lambda: build(here, **given), kept=kept)

    def as_json(request: Request, **given: Any) -> JSONResponse:
        return JSONResponse(plain(build(site(request), **given)))

    def as_csv(request: Request, **given: Any) -> StreamingResponse:
        assert rows is not None
        lines = csv_lines(rows(site(request), **given))
        first = next(lines)  # what is wrong with the question is said before the answer begins
        file = f"dostyk-{name.replace(' ', '-')}.csv"
        return StreamingResponse(
            _again(first, lines),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{file}"'},
        )

    if rows is not None:
        _sign(as_csv, rows)
        router.get(f"{twin}.csv", summary=f"{name}, the whole list as CSV", response_class=StreamingResponse)(as_csv)
    _sign(as_json, build)
    router.get(f"{twin}.json", summary=f"{name}, as JSON")(as_json)
    _sign(as_html, build)
    router.get(path, summary=f"{name}, as a page", response_class=HTMLResponse)(as_html)


def _sign(route: Callable[..., Any], of: Callable[..., Any]) -> None:
    """Give a route the parameters of the function it answers with, so that they are checked and described."""
    hints = get_type_hints(of, include_extras=True)
    parameters = [p.replace(annotation=hints[p.name]) for p in list(inspect.signature(of).parameters.values())[1:]]
    asks = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
    keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]
    route.__signature__ = inspect.Signature([asks, *keyword])  # type: ignore[attr-defined]


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def csv_lines(rows: Iterator[Row]) -> Iterator[str]:
    """A heading and every row; cells that a spreadsheet would calculate are made plain."""
    first = next(rows, None)
    columns = list(first) if first else ["id"]
    buffer = io.StringIO()
    write = csv.writer(buffer, lineterminator="\n")
    write.writerow(columns)
    yield buffer.getvalue()
    for row in [] if first is None else _chain(first, rows):
        buffer.seek(0)
        buffer.truncate()
        write.writerow([cell(row.get(name)) for name in columns])
        yield buffer.getvalue()


def _chain(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest


def cell(value: Any) -> str:
    """A value as the text of a cell."""
    if isinstance(value, bool):
        return "yes" if value else ""
    text = "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)
    return no_formula(text)


def plain(value: Any) -> Any:
    """A view as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return value.iso if isinstance(value, Interval) else plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def moved(request: Request, error: Exception) -> RedirectResponse:
    """Lead to where the thing stands now, in the same form."""
    assert isinstance(error, Moved)
    form = next((end for end in (".json", ".csv") if request.url.path.endswith(end)), "")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{error.address}{form}{query}", 301)


__all__ = ["Moved", "add_page", "moved", "plain"]
