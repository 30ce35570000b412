"""One entry: its fields and versions, each claim with its sentence and source, history, why its claims are joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select

from dostyk.briefs.notes import sentence_of
from dostyk.briefs.safe import clean, fragment_link, safe_url
from dostyk.errors import UsageError
from dostyk.followup import today_everywhere
from dostyk.followup.answer import first_told
from dostyk.followup.record import moves_of
from dostyk.ledger.rows import dump, entry_to_dict
from dostyk.ledger.schema import entries, entry_parties
from dostyk.linking.corrections import CORRECTABLE
from dostyk.model import Claim, Entry, Report
from dostyk.model.hashing import content_id
from dostyk.web.queries.items import item, items_of, title
from dostyk.web.site import Site

_FEW = 80  # letters


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: its value in words, and every version with the ids of the claims that say so."""

    name: str
    value: str
    corrected: bool
    versions: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def disputed(self) -> bool:
        """True where reports differ."""
        return len(self.versions) > 1


@dataclass(frozen=True, slots=True)
class Source:
    """A claim beside its report: the sentence cut at its trigger, and where it stands.

    `says` holds each field's name, its value, and the report's own words for it where they differ from the value.
    """

    claim: str
    report: str
    outlet: str
    title: str
    published: str
    link: str
    before: str
    trigger: str
    after: str
    field: str
    start: int
    end: int
    says: tuple[tuple[str, str, str], ...]
    reader: str


def entry_view(site: Site, name: str) -> Mapping[str, Any]:
    """The view of an entry. Raises UsageError where there is none."""
    entry = site.ledger.entry(name)
    claims = {claim.id: claim for claim in site.ledger.claims(entry=entry.id)}
    found = {report: site.ledger.report(report) for report in sorted({c.report for c in claims.values()})}
    ordered = [claims[name] for name in entry.claims if name in claims]
    with site.ledger.asking() as connection:
        parts = connection.execute(select(entries.c.id).where(entries.c.part_of == entry.id).limit(50)).scalars().all()
        wholes = items_of(connection, [entry.part_of] if entry.part_of else [])
        near = _near(connection, entry)
        shown = items_of(connection, parts)
    return {
        "entry": item(entry),
        "title": title(entry),
        "fields": fields_of(entry),
        "seen": seen(entry),
        "sources": [source(claim, found[claim.report]) for claim in ordered],
        "log": site.ledger.log(entry.id),
        "history": entry.history,
        "why": _why(site, ordered),
        "whole": wholes,
        "inside": shown,
        "near": near,
        "states": entry.states,
        "first_told": first_told(entry),
        "moved": [
            {"label": move.label, "settled": move.settled, "items": [item(move.other)]}
            for move in moves_of(site.ledger, entry, today_everywhere())
        ],
        "parties": [{"key": p.key, "name": p.name, "state": p.state, "kind": p.kind} for p in entry.parties],
        "correctable": CORRECTABLE,
        "redirected": entry.id != name,
    }


def seen(entry: Entry) -> str:
    """What the entry said when it was shown: changes with any of its fields, claims or decisions."""
    return content_id("s", dump(entry_to_dict(entry)))


def fields_of(entry: Entry) -> tuple[Field, ...]:
    """Every field that holds something, the simple ones first."""
    values = {
        "who": "; ".join(p.key for p in entry.who),
        "whom": "; ".join(p.key for p in entry.whom),
        "date": entry.date.iso if entry.date else "",
        "place": entry.place,
        "what": entry.what,
        "status": entry.status,
        **entry.detail.given(),
    }
    return tuple(
        Field(
            name,
            clean(value),
            name in entry.corrected,
            tuple((clean(v.value), v.claims) for v in entry.versions.get(name, ())),
        )
        for name, value in values.items()
        if value or name in entry.versions or name in ("date", "place")
    )


def source(claim: Claim, report: Report) -> Source:
    """A claim with its sentence."""
    sentence = sentence_of(claim, report)
    text = report.field_text(sentence.field)
    trigger = claim.trigger
    inside = trigger.field == sentence.field and sentence.start <= trigger.start and trigger.end <= sentence.end
    start, end = (trigger.start, trigger.end) if inside else (sentence.end, sentence.end)
    said = {
        "who": "; ".join(m.key for m in claim.who),
        "whom": "; ".join(m.key for m in claim.whom),
        "date": claim.date.iso if claim.date else "",
        "date basis": claim.date_basis,
        "place": claim.place,
        "what": claim.what,
        "status": claim.status,
        "flags": ", ".join(claim.flags),
        **claim.detail.given(),
        "attributed to": claim.attributed_to.key if claim.attributed_to else "",
    }
    return Source(
        claim.id,
        report.id,
        clean(report.outlet),
        clean(report.title or report.name),
        report.published.isoformat() if report.published else "",
        fragment_link(safe_url(report.url), clean(sentence.quote)),
        text[sentence.start : start],
        text[start:end],
        text[end : sentence.end],
        sentence.field,
        sentence.start,
        sentence.end,
        tuple((name, clean(value), _words(claim, name, value)) for name, value in said.items() if value),
        claim.reader,
    )


def _words(claim: Claim, field: str, value: str) -> str:
    """The few words that a field was read from; empty where the value says the same, or a whole sentence does."""
    said = "; ".join(dict.fromkeys(clean(p.quote) for p in claim.evidence.get(field, ())))
    return "" if said.casefold() == clean(value).casefold() or len(said) > _FEW else said


def _why(site: Site, claims: list[Claim]) -> list[dict[str, Any]]:
    """For each claim but the first, what speaks for and against its being the same as the first."""
    found = []
    for claim in claims[1:6]:
        try:
            reasons = site.ledger.why(claims[0].id, claim.id)
        except UsageError:
            continue
        found.append({"claim": claim.id, "with": claims[0].id, "reasons": reasons})
    return found


def _near(connection: Any, entry: Entry, limit: int = 6) -> list[Any]:
    """Entries of the same kind and a shared party around the same day: those it may be the same as."""
    told = entry.date.low if entry.date else first_told(entry)
    if told is None or not entry.parties:
        return []
    low, high = (told - timedelta(days=10)).isoformat(), (told + timedelta(days=10)).isoformat()
    keys = sorted({party.key for party in entry.parties})
    query = (
        select(entries.c.id)
        .where(entries.c.kind == entry.kind, entries.c.id != entry.id)
        .where(or_(entries.c.date_low.between(low, high), entries.c.published.between(low, high)))
        .where(entries.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.party.in_(keys))))
        .order_by(entries.c.date_low, entries.c.id)
        .limit(limit)
    )
    return items_of(connection, connection.execute(query).scalars())
