"""What is wrong with a ledger: quotes that are not in their reports, a log that was altered, entries out of date."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from dostyk.errors import PassageMismatch
from dostyk.ledger import chain, erasures, scrubbing
from dostyk.ledger.history import all_acts
from dostyk.ledger.listed import listed_rows
from dostyk.ledger.rows import chunks, entry_row, report_from, text_day
from dostyk.ledger.schema import claims, entries, entry_claims, listed, readings, redirects, reports, sources
from dostyk.linking import Derived, derive
from dostyk.linking.nearness import home_of
from dostyk.model import Claim, Passage, Problem, claim_from_dict


def check(connection: Connection, *, rederive: bool = False) -> list[Problem]:
    """All that is wrong; with `rederive`, entries are also compared with those derived anew from everything."""
    looks = (_integrity, _chain, _erased, _quotes, _links, *([_stale] if rederive else []))
    return [problem for look in looks for problem in look(connection)]


def _integrity(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        for said in connection.execute(text("PRAGMA integrity_check(20)")).scalars():
            if said != "ok":
                yield Problem("", "database-damaged", str(said))


def _chain(connection: Connection) -> Iterator[Problem]:
    broken = chain.first_break(chain.lines(connection))
    if broken is not None:
        yield Problem("", "log-altered", f"act {broken} is not what was written, or one before it is missing")
        return
    for number in chain.false_origins(connection):
        yield Problem("", "log-altered", f"act {number} is not what was written in the ledger that it came from")


def _erased(connection: Connection) -> Iterator[Problem]:
    """Reports, claims and quotes that are there although their report was erased."""
    gone = sorted({one.report for one in erasures.all_erasures(connection)})
    for some in chunks(gone):
        for table, column in ((reports, reports.c.id), (claims, claims.c.report), (readings, readings.c.report)):
            for name in connection.execute(select(column).where(column.in_(some)).distinct()).scalars():
                yield Problem(name, "erased-remains", f"{table.name} hold something of a report that was erased")
    if scrubbing.asked(connection):
        yield Problem("", "erased-remains", "what was erased still stands in the ledger's files, which could not be "
                      "written anew: the disk was full, or others read them; any command tries it again")  # fmt: skip
    left = {target.report for act in all_acts(connection) for target in act.targets} & set(gone)
    for name in sorted(left):
        yield Problem(name, "erased-remains", "an act quotes a report that was erased")


def passages_of(claim: Claim) -> Iterator[Passage]:
    """All passages of a claim."""
    for passages in claim.evidence.values():
        yield from passages
    for mention in (*claim.who, *claim.whom, *([claim.attributed_to] if claim.attributed_to else [])):
        yield mention.passage


def _quotes(connection: Connection) -> Iterator[Problem]:
    names = connection.execute(select(reports.c.id).order_by(reports.c.id)).scalars().all()
    for some in chunks(names):
        at_hand = {row["id"]: report_from(row) for row in
                   connection.execute(select(reports).where(reports.c.id.in_(some))).mappings()}  # fmt: skip
        for name, report in at_hand.items():
            if report.id != name:
                yield Problem(name, "report-altered", "the report is not the one that was recorded under this id")
        query = select(claims.c.id, claims.c.data).where(claims.c.report.in_(some), claims.c.counts)
        for name, data in connection.execute(query.order_by(claims.c.id)):
            claim = claim_from_dict(json.loads(data))
            if claim.id != name:
                yield Problem(claim.report, "claim-altered", f"claim {name} is not the one that was recorded")
            for passage in passages_of(claim):
                try:
                    passage.check(at_hand[claim.report])
                except PassageMismatch as error:
                    yield Problem(claim.report, "quote-mismatch", f"claim {name}: {error}", passage)


def _links(connection: Connection) -> Iterator[Problem]:
    known = set(connection.execute(select(entries.c.id)).scalars())
    for address, name in connection.execute(select(redirects.c.address, redirects.c.entry)):
        if name not in known:
            yield Problem("", "redirect-dangles", f"{address} leads to {name}, which is no entry")
    held = set(connection.execute(select(entry_claims.c.entry)).scalars())
    for name in sorted(known - held):
        yield Problem("", "entry-empty", f"entry {name} has no claims")


def _stale(connection: Connection) -> Iterator[Problem]:
    held = {row["id"]: dict(row) for row in connection.execute(select(entries)).mappings()}
    derived = everything(connection)
    anew = {entry.id: entry for entry in derived.entries}
    for name in sorted(held.keys() | anew.keys()):
        if name not in held or name not in anew or held[name] != entry_row(anew[name]):
            yield Problem("", "entry-stale", f"entry {name} is not what the claims and acts come to")
    leads = {row.address: row.entry for row in connection.execute(select(redirects.c.address, redirects.c.entry))}
    for address in sorted(leads.keys() | derived.redirects.keys()):
        if leads.get(address) != derived.redirects.get(address):
            to, rather = leads.get(address, "nothing"), derived.redirects.get(address, "nothing")
            yield Problem("", "redirect-stale", f"the id {address} leads to {to}, and has to lead to {rather}")
    lines: dict[str, list[dict[str, object]]] = {}
    for row in connection.execute(select(listed).order_by(listed.c.entry, listed.c.state)).mappings():
        lines.setdefault(row["entry"], []).append(dict(row))
    for name in sorted(anew):
        if lines.get(name) != listed_rows(anew[name], entry_row(anew[name])):
            yield Problem("", "entry-stale", f"lists show entry {name} otherwise than it is")


def everything(connection: Connection) -> Derived:
    """All that is derived anew from all readings that count and all acts."""
    read = select(claims.c.data).join(readings, readings.c.number == claims.c.reading).where(readings.c.counts)
    found = [claim_from_dict(json.loads(data)) for data in connection.execute(read).scalars()]
    columns = (reports.c.id, reports.c.published, reports.c.voice, reports.c.outlet, reports.c.url, sources.c.current)
    rows = connection.execute(select(*columns).join(sources, sources.c.id == reports.c.source)).all()
    days = {row.id: text_day(row.published) for row in rows}
    voices = {row.id: row.voice for row in rows}
    lineage = {row.id: row.current for row in rows}
    homes = {row.id: home_of(row.outlet, row.url) for row in rows}
    return derive(found, days, all_acts(connection), voices=voices, lineage=lineage, homes=homes)
