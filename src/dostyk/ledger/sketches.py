"""Sketches of texts as the ledger keeps them, and the voices that follow from them."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, select, update

from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import bands, reports
from dostyk.ledger.writes import put
from dostyk.linking.copies import Sketch, sketch, voices
from dostyk.linking.copies import bands as bands_of


def stored(marks: Sketch) -> str:
    """A sketch as a column holds it."""
    return " ".join(f"{mark:x}" for mark in marks)


def read(column: str) -> Sketch:
    """The sketch that a column holds."""
    return tuple(int(mark, 16) for mark in column.split())


def band_rows(report: str, marks: Sketch) -> list[dict[str, str]]:
    """The rows by which copies of a report are found."""
    return [{"band": band, "report": report} for band in sorted(set(bands_of(marks)))]


def renew(connection: Connection) -> None:
    """Sketch every text anew, and let reports speak with the voices that follow; all by the rules of this program.

    The claims are not noted as touched: whoever asks for this derives everything again.
    """
    spoken = {row.id: row.voice for row in connection.execute(select(reports.c.id, reports.c.voice))}
    found: dict[str, Sketch] = {}
    for some in chunks(sorted(spoken)):
        query = select(reports.c.id, reports.c.text, reports.c.sketch).where(reports.c.id.in_(some))
        for name, text, before in connection.execute(query):
            found[name] = sketch(text)
            if stored(found[name]) != before:
                connection.execute(update(reports).where(reports.c.id == name).values(sketch=stored(found[name])))
        _put_bands(connection, {name: found[name] for name in some})
    now = voices(found)
    others = [{"report": name, "now": now[name]} for name in sorted(spoken) if now[name] != spoken[name]]
    if others:
        said = update(reports).where(reports.c.id == bindparam("report")).values(voice=bindparam("now"))
        connection.execute(said, others)


def _put_bands(connection: Connection, found: dict[str, Sketch]) -> None:
    """The bands of these reports in the place of those that the ledger holds, where these are others."""
    wanted = {(row["band"], row["report"]) for name, marks in found.items() for row in band_rows(name, marks)}
    query = select(bands.c.band, bands.c.report).where(bands.c.report.in_(sorted(found)))
    other = {report for _, report in wanted ^ {(row.band, row.report) for row in connection.execute(query)}}
    for name in sorted(other):
        connection.execute(delete(bands).where(bands.c.report == name))
        put(connection, bands, band_rows(name, found[name]))
