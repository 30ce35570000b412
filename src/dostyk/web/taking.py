"""Bytes that a person sent → reports in the ledger, told one by one; the same intake as the command line's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from dostyk.errors import DostykError
from dostyk.intake import Budget, Failed, Found, read_bytes, stem_of, suffix_of
from dostyk.model import Problem, Report
from dostyk.reading import Reading, read_report
from dostyk.web.observe import READ
from dostyk.web.site import Site

Told = Mapping[str, Any]
_AT_ONCE = 8  # reports after which entries are derived, and the person is told


def plain_name(name: str) -> str:
    """The last part of a file's name, for people: it is never a path on this machine."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:120] or "file"


def take(site: Site, data: bytes, name: str, day: date | None, outlet: str) -> Iterator[Told]:
    """Read what a file holds, whatever its format; one report that fails does not cost the others.

    For each report its id, title and number of claims, for what could not be read `error` and `remedy`.
    """
    budget = Budget(len(data), most_unpacked=site.settings.largest_unpacked, most_members=site.settings.most_members)
    found = read_bytes(
        data, stem_of(name), suffix=suffix_of(name), published=day, outlet=outlet, today=site.today, budget=budget
    )
    while some := _put(site, islice(found, _AT_ONCE)):
        yield from some


def _put(site: Site, items: Iterable[Found | Failed]) -> list[Told]:
    """Add some reports, and derive their entries. The ledger is whole afterwards, whoever stops listening."""
    told: list[Told] = []
    try:
        with site.ledger.bulk():
            for item in items:
                told.append(put(site, item))
                READ.labels("failed" if "error" in told[-1] else "read").inc()
    except DostykError as error:
        told.append({"error": str(error), "remedy": "what was told before is in the ledger; send the file again"})
    return told


def reading_of(report: Report) -> Reading | Failed:
    """What the reader makes of a report."""
    try:
        return read_report(report)
    except Exception as error:  # noqa: BLE001 -- a fault on one report must not cost the others, nor the page
        return Failed(report.name, f"reading it failed ({type(error).__name__})", "please report this")


def problems_of(item: Found, reading: Reading) -> tuple[Problem, ...]:
    """What intake and reader found wrong with one report, each thing once, in the reader's words where both did."""
    told = {(p.code, p.passage) for p in reading.problems}
    ours = (replace(p, report=reading.report) for p in item.problems if (p.code, p.passage) not in told)
    return (*ours, *reading.problems)


def put(site: Site, item: Found | Failed) -> Told:
    """Add one report to the ledger, and tell of it. Raises LedgerError."""
    if isinstance(item, Failed):
        return {"error": item.reason, "remedy": item.remedy, "place": item.path}
    report = item.report
    named = report.outlet and report.title and report.published
    if not (report.url or named or report.path.startswith("mid:")):
        # without a place of its own a text is known by what it says, so that two of one name stay two sources
        report = replace(report, path=f"sent-{hashlib.sha256(report.text.encode()).hexdigest()[:16]}")
    erased = site.ledger.keeping.erased(report)
    if erased:
        return {"error": f"it was {erased}", "remedy": "so it is not taken in again", "place": report.name}
    reading = reading_of(report)
    if isinstance(reading, Failed):
        return {"error": reading.reason, "remedy": reading.remedy, "place": reading.path}
    problems = problems_of(item, reading)
    added = site.ledger.add(report, replace(reading, problems=problems))
    return {
        "report": report.id,
        "title": report.title or report.name,
        "claims": len(reading.claims),
        "known": not added.new,
        "problems": [f"{p.code}: {p.message}" for p in problems],
    }
