"""Storing a report and what was read from it; deciding which version and reading of a source counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, func, insert, select, update

from dostyk.ledger import erasures, search, sketches
from dostyk.ledger.rows import chunks, claim_party_rows, claim_row, problem_row, report_row
from dostyk.ledger.schema import bands, claim_parties, claims, problems, readings, reports, sources
from dostyk.ledger.writes import put, touch
from dostyk.linking import addresses
from dostyk.linking.copies import bands as bands_of
from dostyk.linking.copies import copies_of, sketch
from dostyk.model import Claim, Problem, Report


class ReadingLike(Protocol):
    """What a reader gives for one report: its claims and problems. `reader` names reader and version."""

    @property
    def report(self) -> str: ...
    @property
    def reader(self) -> str: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an added reading: `new` where it was stored; the version of its report within its source; and of
    a report that was erased before, which stays out, by whom, when and why."""

    new: bool
    version: int
    erased: str = ""


def record(connection: Connection, report: Report, reading: ReadingLike, at: str) -> Added:
    """Store the report, if it is new, and the reading, if it is. Derivation is noted as due, not done."""
    gone = erasures.of(connection, report)
    if gone is not None:
        return Added(False, 0, str(gone))
    version = version_of(connection, report)
    if version is None:
        version = add_report(connection, report, at)
    known = select(readings.c.number).where(readings.c.report == report.id, readings.c.reader == reading.reader)
    if connection.execute(known).first():
        return Added(False, version)
    add_reading(connection, report, reading, at)
    choose_current(connection, report.source)
    return Added(True, version)


def version_of(connection: Connection, report: Report) -> int | None:
    """The number of this version within its source; None where the ledger does not have it."""
    return connection.execute(select(reports.c.version).where(reports.c.id == report.id)).scalar()


def add_report(connection: Connection, report: Report, at: str) -> int:
    """Store a report that is not there yet, as the latest version of its source; gives its number."""
    last = connection.execute(select(func.max(reports.c.version)).where(reports.c.source == report.source)).scalar()
    if last is None:
        connection.execute(insert(sources), {"id": report.source, "current": ""})
    version = (last or 0) + 1
    marks = sketch(report.text)
    copies = _copies(connection, marks)
    voice = min([report.id, *copies.values()])
    row = {**report_row(report), "version": version, "recorded_at": at, "voice": voice,
           "sketch": sketches.stored(marks)}  # fmt: skip
    connection.execute(insert(reports), row)
    put(connection, bands, sketches.band_rows(report.id, marks))
    _unite(connection, set(copies.values()), voice)
    search.index_report(connection, report)
    return version


def _copies(connection: Connection, marks: Sequence[int]) -> dict[str, str]:
    """Reports of which the text is a copy, with their voices."""
    found: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(set(bands_of(tuple(marks))))):
        query = select(reports.c.id, reports.c.sketch, reports.c.voice).join(bands, bands.c.report == reports.c.id)
        found.update((name, (marked, voice)) for name, marked, voice
                     in connection.execute(query.where(bands.c.band.in_(some))))  # fmt: skip
    others = {name: sketches.read(marked) for name, (marked, _) in found.items()}
    return {name: found[name][1] for name in copies_of(tuple(marks), others)}


def _unite(connection: Connection, voices: set[str], voice: str) -> None:
    """Let all reports of these voices speak with one."""
    for some in chunks(sorted(voices - {voice})):
        query = select(claims.c.id).join(reports, reports.c.id == claims.c.report).where(reports.c.voice.in_(some))
        touch(connection, connection.execute(query).scalars().all())
        connection.execute(update(reports).where(reports.c.voice.in_(some)).values(voice=voice))


def add_reading(connection: Connection, report: Report, reading: ReadingLike, at: str) -> None:
    """Store a reading that is not there yet; `choose_current` settles whether it counts."""
    row = {"report": report.id, "reader": reading.reader, "recorded_at": at, "complete": True, "counts": False}
    number = connection.execute(insert(readings).returning(readings.c.number), row).scalar_one()
    unique = {claim.id: claim for claim in reading.claims}
    stray = next((claim for claim in unique.values() if claim.report != report.id), None)
    if stray is not None:
        raise ValueError(f"the reading of {report.id} holds a claim of {stray.report}")
    places = addresses(unique.values())
    put(connection, claims, [claim_row(claim, number, places[name]) for name, claim in unique.items()])
    put(connection, claim_parties, [row for claim in unique.values() for row in claim_party_rows(claim)])
    put(connection, problems, [problem_row(problem, number) for problem in reading.problems])
    touch(connection, unique)


def choose_current(connection: Connection, source: str) -> None:
    """The newest version with a complete reading counts, in its newest reading: by day published, then as recorded."""
    query = (
        select(readings.c.number, readings.c.report, readings.c.counts)
        .join(reports, reports.c.id == readings.c.report)
        .where(reports.c.source == source, readings.c.complete)
    )
    newest = (reports.c.published, reports.c.version, readings.c.recorded_at, readings.c.number)
    query = query.order_by(*(column.desc() for column in newest))
    rows = connection.execute(query).all()
    for place, (number, report, counts) in enumerate(rows):
        if counts != (place == 0):
            connection.execute(update(readings).where(readings.c.number == number).values(counts=place == 0))
            touch(connection, connection.execute(select(claims.c.id).where(claims.c.reading == number)).scalars().all())
        if place == 0:
            connection.execute(update(sources).where(sources.c.id == source).values(current=report))
