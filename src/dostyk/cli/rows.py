"""Entries, claims and passages as rows of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dostyk.model import Claim, Entry, Passage, Report


def entry_row(entry: Entry) -> dict[str, Any]:
    """Every field of an entry; `reports` counts those that tell of it, `voices` those that are no copies of others."""
    return {
        "id": entry.id,
        "date": entry.date.iso if entry.date else "",
        "date_basis": entry.date_basis,
        "kind": entry.kind,
        "status": entry.status,
        "who": [party.key for party in entry.who],
        "whom": [party.key for party in entry.whom],
        "place": entry.place,
        "what": entry.what,
        "flags": list(entry.flags),
        "detail": entry.detail.given(),
        "part_of": entry.part_of,
        "reports": entry.reports,
        "voices": entry.voices,
        "confidence": round(entry.confidence, 4),
        "accepted": entry.accepted,
        "corrected": list(entry.corrected),
    }


ENTRY_COLUMNS = ("id", "date", "kind", "status", "who", "whom", "place", "what", "reports", "voices")


def quote_rows(claim: Claim, report: Report, reliability: str = "") -> list[dict[str, Any]]:
    """Every passage of a claim with the field it carries and where it stands.

    `reliability` is the letter of the report's outlet; it stands beside `confidence`, how sure the claim's reading is.
    """
    return [
        {
            "field": name,
            "value": claimed(claim, name),
            "quote": passage.quote,
            "outlet": report.outlet,
            "reliability": reliability,
            "confidence": round(claim.confidence, 4),
            "published": report.published.isoformat() if report.published else "",
            "title": report.title or report.name,
            "url": report.url,
            "report": report.id,
            "place": where(passage, report),
            "claim": claim.id,
        }
        for name, passages in sorted(carried(claim).items(), key=_field_order)
        for passage in passages
    ]


def carried(claim: Claim) -> dict[str, tuple[Passage, ...]]:
    """The passages by field; where a claim gives none for its parties, those where they are named."""
    named = {
        name: tuple(mention.passage for mention in mentions)
        for name, mentions in (("who", claim.who), ("whom", claim.whom))
        if mentions
    }
    return {**named, **claim.evidence}


_ORDER = ("sentence", "trigger", "who", "whom", "date", "place", "what", "status")


def _field_order(item: tuple[str, Any]) -> tuple[int, str]:
    return (_ORDER.index(item[0]) if item[0] in _ORDER else len(_ORDER), item[0])


def where(passage: Passage, report: Report | None = None) -> str:
    """`text 10-25`: field and half-open code points; of a report that had pages, `text 10-25, page 2 line 7` too."""
    place = f"{passage.field} {passage.start}-{passage.end}"
    on_paper = report.page_line(passage.start) if report and passage.field == "text" else None
    return f"{place}, page {on_paper[0]} line {on_paper[1]}" if on_paper else place


def claimed(claim: Claim, name: str) -> str:
    """What a claim says in a field, as text; empty for a field without a value of its own."""
    if name in ("who", "whom"):
        return "; ".join(mention.key for mention in getattr(claim, name))
    if name == "date":
        return claim.date.iso if claim.date else ""
    if name in ("place", "what", "status", "kind"):
        return str(getattr(claim, name))
    if name == "trigger":
        return claim.kind
    return claim.detail.given().get(name, "")
