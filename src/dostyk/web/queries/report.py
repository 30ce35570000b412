"""A report: its text cut where claims begin and end, each piece with the claims that stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from dostyk.briefs.notes import sentence_of
from dostyk.briefs.safe import safe_url
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import entry_claims, reports, sources
from dostyk.model import Claim, Passage, Report
from dostyk.web.queries.items import items_of
from dostyk.web.site import Site


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `on` are claims whose trigger stands here, `around` those whose sentence does.

    `marked` is true within the passage that the address asks for. `start` is its offset in code points.
    """

    text: str
    start: int
    on: tuple[str, ...]
    around: tuple[str, ...]
    marked: bool


def report_view(site: Site, name: str, mark: tuple[str, int, int] | None = None) -> Mapping[str, Any]:
    """The view of a report; `mark` is a field and a half-open range of code points. Raises UsageError."""
    report = site.ledger.report(name)
    claims = site.ledger.claims(report=report.id)
    with site.ledger.asking() as connection:
        homes = _entries_of(connection, [claim.id for claim in claims])
        lead = {one.id: one for one in items_of(connection, homes.values())}
        row = connection.execute(select(reports.c.recorded_at, reports.c.version, reports.c.voice, reports.c.source)
                                 .where(reports.c.id == report.id)).one()  # fmt: skip
        current = connection.execute(select(sources.c.current).where(sources.c.id == row.source)).scalar() or report.id
        copies = connection.execute(
            select(reports.c.id, reports.c.outlet, reports.c.title)
            .where(reports.c.voice == row.voice, reports.c.voice != "", reports.c.id != report.id).limit(20)
        ).mappings().all()  # fmt: skip
    return {
        "report": {
            "id": report.id, "title": report.title or report.name, "outlet": report.outlet, "url": safe_url(report.url),
            "published": report.published.isoformat() if report.published else "", "language": report.language,
            "recorded_at": row.recorded_at, "version": row.version, "current": current, "length": len(report.text),
        },
        "title_pieces": pieces(report, "title", claims, mark),
        "paragraphs": paragraphs(pieces(report, "text", claims, mark)),
        "claims": [_told(claim, homes, lead) for claim in claims],
        "copies": [dict(copy) for copy in copies],
        "problems": [{"code": p.code, "message": p.message} for p in site.ledger.problems(report.id)],
        "mark": mark,
    }  # fmt: skip


def _entries_of(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in chunks(claims):
        query = select(entry_claims.c.claim, entry_claims.c.entry).where(entry_claims.c.claim.in_(some))
        found.update((claim, entry) for claim, entry in connection.execute(query))
    return found


def _told(claim: Claim, homes: Mapping[str, str], lead: Mapping[str, Any]) -> Mapping[str, Any]:
    entry = homes.get(claim.id, "")
    return {
        "claim": claim.id, "entry": entry, "kind": claim.kind, "status": claim.status,
        "item": lead.get(entry), "who": [m.key for m in claim.who], "whom": [m.key for m in claim.whom],
        "date": claim.date.iso if claim.date else "", "date_basis": claim.date_basis, "place": claim.place,
        "what": claim.what, "start": claim.trigger.start, "field": claim.trigger.field,
    }  # fmt: skip


def pieces(report: Report, field: str, claims: Iterable[Claim], mark: tuple[str, int, int] | None) -> list[Piece]:
    """The field's text in pieces; joined again, they are the text."""
    text = report.field_text(field)
    on = [(claim.id, p) for claim in claims for p in claim.evidence["trigger"] if p.field == field]
    around = [(claim.id, p) for claim in claims for p in [sentence_of(claim, report)] if p.field == field]
    marked = [Passage(field, mark[1], mark[2], "")] if mark and mark[0] == field else []
    cuts = {0, len(text)}
    for passage in [*(p for _, p in (*on, *around)), *marked]:
        cuts.update((min(max(0, passage.start), len(text)), min(max(0, passage.end), len(text))))
    ordered = sorted(cuts)
    return [
        Piece(text[start:end], start, _covering(on, start), _covering(around, start),
              any(p.start <= start < p.end for p in marked))
        for start, end in pairwise(ordered)
    ]  # fmt: skip


def _covering(passages: Iterable[tuple[str, Passage]], place: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, p in passages if p.start <= place < p.end))


def paragraphs(whole: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by paragraph, cut at line ends; offsets stay those of the whole text."""
    found: list[list[Piece]] = [[]]
    for piece in whole:
        start = piece.start
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                found.append([])
            if line:
                found[-1].append(Piece(line, start, piece.on, piece.around, piece.marked))
            start += len(line) + 1
    return [paragraph for paragraph in found if paragraph]
