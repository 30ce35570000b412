"""Reports that are brought to the site: files dropped or chosen, a text pasted and seen before it enters the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse

from dostyk.errors import UsageError
from dostyk.intake import Failed, Found, read_bytes
from dostyk.intake.days import read_day
from dostyk.model import Report
from dostyk.reading import Reading, read_report
from dostyk.web.observe import READ
from dostyk.web.queries.report import paragraphs, pieces
from dostyk.web.render import html
from dostyk.web.site import At, Site
from dostyk.web.twins import add_page
from dostyk.web.visitor import Actor

router = APIRouter(tags=["adding"])
_KNOWN = (".txt", ".md", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson", ".markdown")
_LONGEST_TEXT = 400_000
_BLANK = dict.fromkeys(("text", "title", "published", "outlet"), "")


def _add(site: Site) -> Mapping[str, Any]:
    return {"preview": None, "given": _BLANK, "done": None, "largest": site.settings.largest_file >> 20}


add_page(router, "/add", "add", _add, kept=False)


@router.post("/add/file.json", summary="read one file into the ledger", responses={403: {}, 413: {}})
def add_file(
    at: At,
    who: Actor,
    file: UploadFile,
    published: Annotated[str, Form(max_length=40)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
) -> JSONResponse:
    """Every report of the file, with its claims counted or what was wrong with it."""
    data = file.file.read(at.settings.largest_file + 1)
    name = plain_name(file.filename or "file")
    if len(data) > at.settings.largest_file:
        READ.labels("refused").inc()
        raise HTTPException(413, f"{name} is larger than {at.settings.largest_file >> 20} MB; split it")
    return JSONResponse({"file": name, "results": _read_all(at, data, name, _day(published), outlet)})


def plain_name(name: str) -> str:
    """The last part of a file's name, for people: it is never a path on this machine."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:120] or "file"


def _day(text: str) -> date | None:
    if not text:
        return None
    found = read_day(text)
    if found.day is None:
        raise UsageError(found.message or f"{text} is no day; write it as 2025-05-06")
    return found.day


def _read_all(site: Site, data: bytes, name: str, day: date | None, outlet: str) -> list[dict[str, Any]]:
    """Read what the bytes hold; one report that fails does not cost the others."""
    suffix = next((s for s in _KNOWN if name.lower().endswith(s)), "")
    stem = name[: -len(suffix)] if suffix else name
    found = []
    with site.ledger.bulk():
        for item in read_bytes(data, stem, suffix=suffix, published=day, outlet=outlet, today=site.today):
            found.append(_read_one(site, item))
            READ.labels("failed" if "error" in found[-1] else "read").inc()
    return found


def _reading(report: Report) -> Reading | Failed:
    try:
        return read_report(report)
    except Exception as error:  # noqa: BLE001 -- a fault on one report must not cost the others, nor the page
        return Failed(report.name, f"reading it failed ({type(error).__name__})", "please report this")


def _read_one(site: Site, item: Found | Failed) -> dict[str, Any]:
    if isinstance(item, Failed):
        return {"error": item.reason, "remedy": item.remedy}
    report = item.report
    if not report.url and not (report.outlet and report.title and report.published):
        # without a place of its own a text is known by what it says, so that two pasted texts stay two sources
        report = replace(report, path=f"sent-{hashlib.sha256(report.text.encode()).hexdigest()[:16]}")
    reading = _reading(report)
    if isinstance(reading, Failed):
        return {"error": reading.reason, "remedy": reading.remedy}
    problems = tuple(replace(p, report=report.id) for p in item.problems)
    added = site.ledger.add(report, replace(reading, problems=(*problems, *reading.problems)))
    return {
        "report": report.id,
        "title": report.title or report.name,
        "claims": len(reading.claims),
        "known": not added.new,
        "problems": [f"{p.code}: {p.message}" for p in (*problems, *reading.problems)],
    }


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
    view: dict[str, Any] = {"preview": None, "given": given, "done": None, "largest": at.settings.largest_file >> 20}
    found = next(
        iter(
            read_bytes(
                text.encode("utf-8", "replace"),
                "pasted text",
                suffix=".txt",
                published=_day(published),
                outlet=outlet,
                today=at.today,
            )
        ),
        None,
    )
    if found is None or isinstance(found, Failed):
        view["done"] = {
            "error": found.reason if found else "holds no text",
            "remedy": found.remedy if found else "",
            "known": False,
        }
        return html(request, "add", lambda: view, status=400)
    item = replace(found, report=replace(found.report, title=title)) if title else found
    if step == "add":
        view["done"] = _read_one(at, item)
        view["given"] = _BLANK
    else:
        reading = _reading(item.report)
        if isinstance(reading, Failed):
            view["done"] = {"error": reading.reason, "remedy": reading.remedy}
        else:
            view["preview"] = _preview(item, reading)
    return html(request, "add", lambda: view)


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
        "problems": [f"{p.code}: {p.message}" for p in (*item.problems, *reading.problems)],
    }
