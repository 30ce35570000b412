"""Write made-up entries into a ledger's tables without linking, each of the claims of one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert

from dostyk.ledger.engine import open_store
from dostyk.ledger.listed import listed_rows
from dostyk.ledger.rows import claim_row, entry_party_rows, entry_row, report_row
from dostyk.ledger.schema import (
    claims,
    entries,
    entry_claims,
    entry_parties,
    listed,
    parties,
    readings,
    redirects,
    reports,
    sources,
)
from dostyk.ledger.search import rebuild
from dostyk.model import Anchor, Claim, Entry, Party, Version

_AT = "2026-10-02T00:00:00Z"
_BATCH = 5000


def write_straight(place: str, made: Iterable[Any]) -> None:
    """All reports, their claims, and one entry for each happening."""
    of: dict[int, tuple[Any, list[Anchor], list[Claim]]] = {}
    store = open_store(place, create=True)
    with store.writing() as connection:
        tables: dict[Any, list[dict[str, Any]]] = {t: [] for t in (sources, reports, readings, claims)}
        for number, (report, reading, told) in enumerate(made, 1):
            tables[sources].append({"id": report.source, "current": report.id})
            tables[reports].append(
                {**report_row(report), "version": 1, "recorded_at": _AT, "sketch": "", "voice": report.id}
            )
            tables[readings].append(
                {
                    "number": number,
                    "report": report.id,
                    "reader": reading.reader,
                    "recorded_at": _AT,
                    "complete": True,
                    "counts": True,
                }
            )
            for claim, happening in zip(reading.claims, told, strict=True):
                anchor = Anchor.of(claim, report.published)
                tables[claims].append(
                    {**claim_row(claim, number, anchor.entry_id), "counts": True, "component": claim.id}
                )
                one = of.setdefault(id(happening), (happening, [], []))
                one[1].append(anchor)
                one[2].append(claim)
            if len(tables[claims]) > _BATCH:
                _flush(connection, tables)
        _flush(connection, tables)
        named: Counter[Party] = Counter()
        derived: dict[Any, list[dict[str, Any]]] = {
            t: [] for t in (entries, listed, entry_parties, entry_claims, redirects)
        }
        for happening, anchors, told_by in of.values():
            entry = _entry(happening, anchors, told_by)
            named.update(entry.parties)
            row = entry_row(entry)
            derived[entries].append(row)
            derived[listed] += listed_rows(entry, row)
            derived[entry_parties] += entry_party_rows(entry)
            derived[entry_claims] += [{"claim": c.id, "entry": entry.id} for c in told_by]
            derived[redirects] += [
                {"address": a.entry_id, "entry": entry.id} for a in anchors if a.entry_id != entry.id
            ]
            if len(derived[entries]) > _BATCH:
                _flush(connection, derived)
        _flush(connection, derived)
        connection.execute(
            insert(parties),
            [
                {
                    "party": p.key,
                    "kind": p.kind,
                    "state": p.state,
                    "chosen": p.key,
                    "chosen_kind": p.kind,
                    "mentions": n,
                }
                for p, n in named.items()
            ],
        )
        rebuild(connection)
    store.close()


def _flush(connection: Any, tables: dict[Any, list[dict[str, Any]]]) -> None:
    for table, rows in tables.items():
        if rows:
            connection.execute(insert(table), rows)
            rows.clear()


def _entry(happening: Any, anchors: list[Anchor], told_by: list[Claim]) -> Entry:
    first = min(anchors)
    claim = told_by[0]
    ids = tuple(c.id for c in told_by)
    return Entry(
        first.entry_id,
        claim.kind,
        tuple(sorted(anchors)),
        ids,
        tuple(m.party for m in claim.who),
        tuple(m.party for m in claim.whom),
        claim.date,
        claim.date_basis,
        claim.place,
        claim.what,
        claim.status,
        detail=claim.detail,
        versions={"what": (Version(claim.what, ids),), "status": (Version(claim.status, ids),)},
        history=tuple((a.published, claim.status, c) for a, c in zip(anchors, ids, strict=True)),
        confidence=round(1 - 0.5 ** len(ids), 3),
    )
