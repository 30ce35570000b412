"""Rows of the tables to values of the model, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import RowMapping

from dostyk.model import (
    Act,
    Anchor,
    Claim,
    Detail,
    Entry,
    Interval,
    Party,
    Passage,
    Problem,
    Report,
    Target,
    Version,
    claim_to_dict,
)  # fmt: skip

T = TypeVar("T")
Row = dict[str, Any]
Columns = RowMapping | Row
CHUNK = 500


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The values in lists short enough for one statement, or of at most `size`."""
    listed = list(values)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def dump(value: Any) -> str:
    """Canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def day_text(day: date | None) -> str:
    """ISO day, empty for none."""
    return day.isoformat() if day else ""


def text_day(text: str) -> date | None:
    """The day of an ISO text, None for an empty one."""
    return date.fromisoformat(text) if text else None


def interval_columns(days: Interval | None) -> Row:
    """Low, high and precision as the tables have them; empty for no date."""
    if days is None:
        return {"date_low": "", "date_high": "", "date_precision": ""}
    return {"date_low": days.low.isoformat(), "date_high": days.high.isoformat(), "date_precision": days.precision}


def report_row(report: Report) -> Row:
    """What a report is, without what the ledger adds."""
    return {
        "id": report.id, "source": report.source, "published": day_text(report.published), "outlet": report.outlet,
        "title": report.title, "url": report.url, "language": report.language, "name": report.name,
        "path": report.path, "text": report.text,
        "lines": " ".join(f"{offset}:{page}:{line}" for offset, page, line in report.lines),
    }  # fmt: skip


def report_from(row: Columns) -> Report:
    """The report of a row."""
    return Report(
        text=row["text"], title=row["title"], published=text_day(row["published"]), outlet=row["outlet"],
        url=row["url"], language=row["language"], name=row["name"], path=row["path"], lines=_lines(row["lines"]),
    )  # fmt: skip


def _lines(text: str) -> tuple[tuple[int, int, int], ...]:
    marks = (mark.split(":") for mark in text.split())
    return tuple((int(offset), int(page), int(line)) for offset, page, line in marks)


def claim_row(claim: Claim, reading: int, address: str) -> Row:
    """A claim as it is first stored: it counts once it has been derived."""
    return {
        "id": claim.id, "report": claim.report, "reading": reading, "kind": claim.kind, "status": claim.status,
        **interval_columns(claim.date), "place": claim.place, "what": claim.what, "confidence": claim.confidence,
        "address": address, "counts": False, "component": "", "data": dump(claim_to_dict(claim)),
    }  # fmt: skip


def claim_party_rows(claim: Claim) -> list[Row]:
    """One row for each party in a role."""
    roles = [("who", m.party) for m in claim.who] + [("whom", m.party) for m in claim.whom]
    if claim.attributed_to:
        roles.append(("attributed_to", claim.attributed_to.party))
    return [
        {"claim": claim.id, "number": number, "role": role, "party": party.key, "kind": party.kind}
        for number, (role, party) in enumerate(roles)
    ]


def problem_row(problem: Problem, reading: int) -> Row:
    """A problem; one without a passage has an empty quote."""
    passage = problem.passage or Passage("", 0, 0, "")
    return {
        "reading": reading, "report": problem.report, "code": problem.code, "message": problem.message,
        "field": passage.field, "start": passage.start, "end": passage.end, "quote": passage.quote,
    }  # fmt: skip


def problem_from(row: RowMapping) -> Problem:
    """The problem of a row."""
    passage = Passage(row["field"], row["start"], row["end"], row["quote"]) if row["quote"] else None
    return Problem(row["report"], row["code"], row["message"], passage)


def act_data(act: Act) -> str:
    """Targets, payload and batch as JSON."""
    targets = [[t.report, t.kind, t.field, t.start, t.end, t.quote] for t in act.targets]
    batch = {"batch": act.batch} if act.batch else {}
    return dump({"targets": targets, "payload": dict(act.payload), **batch})


def act_from(row: Columns) -> Act:
    """The act of a row."""
    data = json.loads(row["data"])
    targets = tuple(Target(*target) for target in data["targets"])
    return Act(row["number"], row["at"], row["by"], row["verb"], targets, data["payload"], row["reason"],
               data.get("batch", ""))  # fmt: skip


def _party_list(parties: Sequence[Party]) -> list[list[str]]:
    return [[party.state, party.name, party.kind] for party in parties]


def entry_to_dict(entry: Entry) -> Row:
    """Plain JSON values that `entry_from_dict` reads back without loss."""
    return {
        "id": entry.id, "kind": entry.kind,
        "anchors": [[a.published, a.report, a.field, a.start, a.end, a.kind] for a in entry.anchors],
        "claims": list(entry.claims), "who": _party_list(entry.who), "whom": _party_list(entry.whom),
        "date": entry.date.iso if entry.date else "", "date_basis": entry.date_basis, "place": entry.place,
        "what": entry.what, "status": entry.status, "flags": list(entry.flags), "detail": entry.detail.given(),
        "versions": {name: [[v.value, list(v.claims)] for v in given] for name, given in entry.versions.items()},
        "history": [list(step) for step in entry.history], "part_of": entry.part_of,
        "confidence": entry.confidence, "accepted": entry.accepted, "corrected": list(entry.corrected),
        "voices": entry.voices,
    }  # fmt: skip


def entry_from_dict(data: Mapping[str, Any]) -> Entry:
    """The entry that `entry_to_dict` wrote."""
    return Entry(
        id=data["id"],
        kind=data["kind"],
        anchors=tuple(Anchor(*anchor) for anchor in data["anchors"]),
        claims=tuple(data["claims"]),
        who=tuple(Party(*party) for party in data["who"]),
        whom=tuple(Party(*party) for party in data["whom"]),
        date=Interval.parse(data["date"]) if data["date"] else None,
        date_basis=data["date_basis"],
        place=data["place"],
        what=data["what"],
        status=data["status"],
        flags=tuple(data["flags"]),
        detail=Detail.from_dict(data["detail"]),
        versions={name: tuple(Version(v, tuple(c)) for v, c in given) for name, given in data["versions"].items()},
        history=tuple((day, status, claim) for day, status, claim in data["history"]),
        part_of=data["part_of"],
        confidence=data["confidence"],
        accepted=data["accepted"],
        corrected=tuple(data["corrected"]),
        voices=data.get("voices") or len({anchor[1] for anchor in data["anchors"]}),  # older ledgers do not say
    )


def entry_row(entry: Entry) -> Row:
    """An entry for its table."""
    days = [anchor.published for anchor in entry.anchors if anchor.published < "9999"]
    return {
        "id": entry.id, "kind": entry.kind, "status": entry.status, **interval_columns(entry.date),
        "published": min(days, default=""), "place": entry.place, "what": entry.what, "part_of": entry.part_of,
        "confidence": entry.confidence, "accepted": entry.accepted, "data": dump(entry_to_dict(entry)),
    }  # fmt: skip


def entry_party_rows(entry: Entry) -> list[Row]:
    """One row for each party of an entry."""
    roles = [("who", party) for party in entry.who] + [("whom", party) for party in entry.whom]
    return [
        {"entry": entry.id, "number": number, "role": role, "party": party.key, "state": party.state,
         "kind": party.kind}
        for number, (role, party) in enumerate(roles)
    ]  # fmt: skip


_TIME = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """This moment as the tables hold it: UTC, to the second."""
    return datetime.now(UTC).strftime(_TIME)


def after(moment: str) -> str:
    """One second after a moment."""
    return (datetime.strptime(moment, _TIME) + timedelta(seconds=1)).strftime(_TIME)
