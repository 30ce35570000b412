"""Erasing reports: text, claims and quotes go; an act stays that says who did it, when and why; all is derived again.

The log of acts holds quotes, notes and claims added by hand. What it holds of an erased report is taken out of it; the
links of the chain stay, and the erasing act, itself chained, lists the acts that were changed, so that a change
which no erasure accounts for is still seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, or_, select, update

from dostyk.ledger import history, search, sketches
from dostyk.ledger.deriving import derive_touched
from dostyk.ledger.erasures import ERASE, ERASED, all_erasures, fingerprint
from dostyk.ledger.recording import choose_current
from dostyk.ledger.redacting import names_of
from dostyk.ledger.rows import Row, act_from, chunks, dump, report_from
from dostyk.ledger.schema import (
    acts,
    claim_blocks,
    claim_parties,
    claims,
    dirty,
    entry_claims,
    failures,
    fetches,
    problems,
    readings,
    reports,
    sources,
)
from dostyk.ledger.writes import touch
from dostyk.linking.copies import voices
from dostyk.model import FOLLOWING, Act, Report, Target, claim_from_dict

_MOVES = ("accept", "correct", "note", *FOLLOWING)  # acts about an entry, which outlive one report of it


def erase(connection: Connection, found: Sequence[Report], at: str, by: str, reason: str) -> list[Act]:
    """Erase reports that the ledger holds, one act for each; what they touched is derived again."""
    gone = {report.id for report in found}
    done = []
    for report in found:
        done.append(_tombstone(connection, report.id, fingerprint(report.text), gone, at, by, reason))
    _remove(connection, found)
    return done


def apply_erasures(connection: Connection, at: str) -> int:
    """Erase what acts that came from another ledger erased there; gives the number of reports."""
    known = {one.report: one for one in all_erasures(connection)}
    held: list[Report] = []
    for some in chunks(sorted(known)):
        rows = connection.execute(select(reports).where(reports.c.id.in_(some))).mappings()
        held += [report_from(row) for row in rows]
    for name in sorted(_named(connection) & known.keys() | {report.id for report in held}):
        one = known[name]
        _tombstone(connection, name, one.text, set(known), at, one.by, one.reason)
    _remove(connection, held)
    return len(held)


def also_there(connection: Connection, report: Report) -> list[str]:
    """Ids of the report's other versions and of its copies, which erasing it leaves."""
    voice = select(reports.c.voice).where(reports.c.id == report.id).scalar_subquery()
    same = (reports.c.source == report.source) | (reports.c.voice == voice)
    query = select(reports.c.id).where(same, reports.c.id != report.id).order_by(reports.c.published, reports.c.id)
    return list(connection.execute(query).scalars())


def naming(connection: Connection, keys: set[str]) -> list[Report]:
    """Reports that name a person of these keys: by their claims, or in title or text."""
    claimed = select(claims.c.report).join(claim_parties, claim_parties.c.claim == claims.c.id)
    claimed = claimed.where(claim_parties.c.party.in_(sorted(keys)))
    said = [column.contains(name, autoescape=True) for name in names_of(keys)
            for column in (reports.c.title, reports.c.text)]  # fmt: skip
    query = select(reports).where(or_(reports.c.id.in_(claimed), *said)).order_by(reports.c.published, reports.c.id)
    return [report_from(row) for row in connection.execute(query).mappings()]


# The log


def _tombstone(connection: Connection, report: str, text: str, gone: set[str], at: str, by: str, reason: str) -> Act:
    number = (connection.execute(select(func.max(acts.c.number))).scalar() or 0) + 1
    changed = []
    for row in connection.execute(select(acts).where(acts.c.verb != ERASE).order_by(acts.c.number)).mappings().all():
        act, data = act_from(row), json.loads(row["data"])
        if report in _reports_of(act):
            values = _redacted(connection, act, data, report, gone, number)
            connection.execute(update(acts).where(acts.c.number == act.number).values(**values))
            changed.append(str(act.number))
    said = {"report": report, "text": text, "acts": ",".join(changed)}
    return history.append(connection, at, by, ERASE, (), said, reason)


def _reports_of(act: Act) -> set[str]:
    """The reports that an act quotes."""
    found = {target.report for target in act.targets}
    if act.verb == "add" and "claim" in act.payload:
        found.add(claim_from_dict(json.loads(act.payload["claim"])).report)
    return found


def _named(connection: Connection) -> set[str]:
    """The reports that acts quote."""
    rows = connection.execute(select(acts).where(acts.c.verb != ERASE)).mappings()
    return {name for row in rows for name in _reports_of(act_from(row))}


def _redacted(connection: Connection, act: Act, data: Row, report: str, gone: set[str], number: int) -> Row:
    """The act's columns without what it quotes of the report. An act about an entry moves to another claim of it."""
    named = act.payload.get("claims", "").split(",")
    found = history.found_claims(connection, act) if act.verb in _MOVES else ()
    kept: list[tuple[str, Target]] = []
    for place, target in enumerate(act.targets):
        if target.report != report:
            kept.append((named[place] if place < len(named) else "", target))
        elif place < len(found):
            kept += _another(connection, found[place], gone)
    if not kept:
        left = {"targets": [], "payload": {}, "erased": number, "was": data.get("was", act.verb)}
        return {"verb": ERASED, "data": dump(left), "reason": ""}
    left = {
        **data,
        "targets": [[t.report, t.kind, t.field, t.start, t.end, t.quote] for _, t in kept],
        "payload": {**act.payload, "claims": ",".join(name for name, _ in kept)},
        "erased": number,
    }
    return {"data": dump(left)}


def _another(connection: Connection, bound: Iterable[str], gone: set[str]) -> list[tuple[str, Target]]:
    """The claim, with its place, that an act can be bound to in the stead of one of these: of the same entry, first
    by address, in a report that stays."""
    held = select(entry_claims.c.entry).where(entry_claims.c.claim.in_(sorted(bound)))
    query = select(claims.c.id, claims.c.data).join(entry_claims, entry_claims.c.claim == claims.c.id)
    query = query.where(entry_claims.c.entry.in_(held), claims.c.counts, claims.c.report.not_in(sorted(gone)))
    row = connection.execute(query.order_by(claims.c.address).limit(1)).first()
    if row is None:
        return []
    claim = claim_from_dict(json.loads(row[1]))
    return [(claim.id, Target.of(claim))]


# The tables


def _remove(connection: Connection, found: Sequence[Report]) -> None:
    for report in found:
        numbers = connection.execute(select(readings.c.number).where(readings.c.report == report.id)).scalars().all()
        touch(connection, connection.execute(select(claims.c.id).where(claims.c.report == report.id)).scalars().all())
        connection.execute(delete(problems).where(problems.c.reading.in_(numbers)))
        connection.execute(delete(readings).where(readings.c.report == report.id))
        choose_current(connection, report.source)
    _divide(connection, {report.id for report in found})
    derive_touched(connection)  # their claims count no more, so entries come out without them
    for report in found:
        _forget(connection, report)


def _divide(connection: Connection, gone: set[str]) -> None:
    """Let reports that were copies of each other only through an erased one speak with voices of their own."""
    spoken = select(reports.c.voice).where(reports.c.id.in_(sorted(gone)))
    query = select(reports.c.id, reports.c.voice, reports.c.sketch).where(reports.c.voice.in_(spoken))
    rows = [row for row in connection.execute(query) if row[0] not in gone]
    now = voices({name: sketches.read(marks) for name, _, marks in rows})
    for name, voice, _ in rows:
        if now[name] != voice:
            connection.execute(update(reports).where(reports.c.id == name).values(voice=now[name]))
            touch(connection, connection.execute(select(claims.c.id).where(claims.c.report == name)).scalars().all())


def _forget(connection: Connection, report: Report) -> None:
    """Delete the rows of a report of which no claim counts."""
    held = select(claims.c.id).where(claims.c.report == report.id)
    connection.execute(delete(claim_blocks).where(claim_blocks.c.claim.in_(held)))
    connection.execute(delete(dirty).where(dirty.c.claim.in_(held)))
    connection.execute(delete(claims).where(claims.c.report == report.id))
    connection.execute(delete(reports).where(reports.c.id == report.id))
    search.forget(connection, [report.id])
    if not connection.execute(select(reports.c.id).where(reports.c.source == report.source).limit(1)).first():
        connection.execute(delete(sources).where(sources.c.id == report.source))
    connection.execute(delete(failures).where(failures.c.place == report.path))
    connection.execute(update(fetches).where(fetches.c.url == report.url).values(item="{}"))
