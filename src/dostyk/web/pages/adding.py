"""Reports that are brought to the site: files dropped or chosen, a text pasted and seen before it enters the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse

from dostyk.errors import UsageError
from dostyk.intake import Failed, Found, read_bytes
from dostyk.intake.days import read_day
from dostyk.reading import Reading
from dostyk.web.observe import READ
from dostyk.web.queries.report import paragraphs, pieces
from dostyk.web.render import html
from dostyk.web.site import At, Site
from dostyk.web.taking import Told, plain_name, problems_of, put, reading_of, take
from dostyk.web.twins import add_page
from dostyk.web.visitor import Actor

router = APIRouter(tags=["adding"])
_LONGEST_TEXT = 400_000
_BLANK = dict.fromkeys(("text", "title", "published", "outlet"), "")
_REFUSALS: dict[int | str, dict[str, Any]] = {403: {}, 413: {}}
Day = Annotated[str, Form(max_length=40, description="for reports that give none: 2025-05-06")]
Outlet = Annotated[str, Form(max_length=200, description="for reports that name none")]


def _view(site: Site, **more: Any) -> dict[str, Any]:
    return {
        "preview": None,
        "given": _BLANK,
        "done": None,
        "files": (),
        "largest": site.settings.largest_file >> 20,
        **more,
    }


def _add(site: Site) -> Mapping[str, Any]:
    return _view(site)


add_page(router, "/add", "add", _add, kept=False)


@router.post("/add/file.json", summary="read one file into the ledger", responses=_REFUSALS)
def add_file(at: At, who: Actor, file: UploadFile, published: Day = "", outlet: Outlet = "") -> JSONResponse:
    """Every report of the file, with its claims counted or what was wrong with it."""
    name, found = _taken(at, file, published, outlet)
    return JSONResponse({"file": name, "results": list(found)})


@router.post(
    "/add/file.jsonl",
    summary="read one file into the ledger, telling of each report as it is read",
    response_class=StreamingResponse,
    responses=_REFUSALS,
)
def add_file_lines(at: At, who: Actor, file: UploadFile, published: Day = "", outlet: Outlet = "") -> StreamingResponse:
    """The same as JSON Lines, so that progress through an archive is seen."""
    _, found = _taken(at, file, published, outlet)
    lines = (json.dumps(one, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for one in found)
    return StreamingResponse(lines, media_type="application/x-ndjson")


@router.post("/add/files", summary="read files into the ledger, from a form", response_class=HTMLResponse,
             responses=_REFUSALS)  # fmt: skip
def add_files(
    request: Request, at: At, who: Actor, file: list[UploadFile] | None = None, published: Day = "", outlet: Outlet = ""
) -> HTMLResponse:
    """The same page, telling of each report of each file: for browsers without scripts."""
    if not file:
        raise UsageError("no file was chosen; choose one or more, then send them")
    read = [{"name": plain_name(one.filename or ""), "results": _results(at, one, published, outlet)} for one in file]
    return html(request, "add", lambda: _view(at, files=read))


def _results(site: Site, file: UploadFile, published: str, outlet: str) -> list[Told]:
    """What is told of a file; one that is refused does not cost the others. Raises UsageError."""
    try:
        return list(_taken(site, file, published, outlet)[1])
    except HTTPException as refused:
        return [{"error": refused.detail}]


def _taken(site: Site, file: UploadFile, published: str, outlet: str) -> tuple[str, Iterator[Told]]:
    """The file's name for people, and its reports as they are read. Raises HTTPException, UsageError."""
    name, largest = plain_name(file.filename or "file"), site.settings.largest_file
    data = file.file.read(largest + 1)
    if len(data) > largest:
        READ.labels("refused").inc()
        raise HTTPException(413, f"{name} is larger than {largest >> 20} MB; split it, or read it with dostyk read")
    return name, take(site, data, name, _day(published), outlet)


def _day(text: str) -> date | None:
    if not text:
        return None
    found = read_day(text)
    if found.day is None:
        raise UsageError(found.message or f"{text} is no day; write it as 2025-05-06")
    return found.day


@router.post("/add", summary="see a text read, or put it into the ledger", response_class=HTMLResponse)
def add_text(
    request: Request,
    at: At,
    who: Actor,
    text: Annotated[str, Form(max_length=_LONGEST_TEXT)],
    title: Annotated[str, Form(max_length=500)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    step: Annotated[str, Form(pattern="^(preview|add)$")] = "preview",
) -> HTMLResponse:
    """The same page with what was read; nothing enters the ledger before `add`."""
    given = {"text": text, "title": title, "published": published, "outlet": outlet}
    data = text.encode("utf-8", "replace")
    items = read_bytes(data, "pasted text", suffix=".txt", published=_day(published), outlet=outlet, today=at.today)
    found = next(iter(items), Failed("pasted text", "holds no text", "paste the text of a report"))
    item = replace(found, report=replace(found.report, title=title)) if isinstance(found, Found) and title else found
    view = _view(at, done=put(at, item)) if step == "add" and isinstance(item, Found) else _seen(at, item, given)
    return html(request, "add", lambda: view, status=400 if isinstance(item, Failed) else 200)


def _seen(site: Site, item: Found | Failed, given: Mapping[str, str]) -> Mapping[str, Any]:
    """The page with what a text says, or with what is wrong with it."""
    reading = reading_of(item.report) if isinstance(item, Found) else item
    if isinstance(item, Failed) or isinstance(reading, Failed):
        failed = item if isinstance(item, Failed) else reading
        assert isinstance(failed, Failed)
        return _view(site, given=given, done={"error": failed.reason, "remedy": failed.remedy})
    return _view(site, given=given, preview=_preview(item, reading))


def _preview(item: Found, reading: Reading) -> Mapping[str, Any]:
    return {
        "paragraphs": paragraphs(pieces(item.report, "text", reading.claims, None)),
        "claims": [
            {
                "claim": c.id,
                "kind": c.kind,
                "status": c.status,
                "who": [m.key for m in c.who],
                "whom": [m.key for m in c.whom],
                "date": c.date.iso if c.date else "",
                "place": c.place,
                "what": c.what,
                "start": c.trigger.start,
            }
            for c in reading.claims
        ],
        "problems": [f"{p.code}: {p.message}" for p in problems_of(item, reading)],
    }
