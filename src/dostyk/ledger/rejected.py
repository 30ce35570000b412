"""What people rejected: the entries that the rejected claims would make, by themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dostyk.ledger import history
from dostyk.ledger.loading import load_links
from dostyk.ledger.rows import chunks, text_day
from dostyk.ledger.schema import claims, reports
from dostyk.linking import Bound, View, prepare
from dostyk.linking.entries import entries_of
from dostyk.linking.merging import as_named
from dostyk.linking.nearness import home_of
from dostyk.model import Act, Claim, Entry, claim_from_dict


@dataclass(frozen=True)
class Rejected:
    """An entry of rejected claims, in the order of its claims, and the acts that rejected them."""

    entry: Entry
    claims: tuple[Claim, ...]
    acts: tuple[Act, ...]

    def is_called(self, name: str) -> bool:
        """True where the name is its id or that of a claim, or begins one with enough characters."""
        return len(name) >= history.SHORTEST and any(
            known.startswith(name) for known in (self.entry.id, *self.entry.claims)
        )


def find_rejected(connection: Connection) -> list[Rejected]:
    """All that is rejected now, by day and id."""
    bound = history.bound_acts(connection)
    views = _views(connection, bound)
    by_id = {view.id: view.claim for view in views}
    entries, _ = entries_of(views, Bound(rulings=bound.rulings, corrections=bound.corrections))
    rejecting = [act for act in history.held_acts(connection) if act.verb == "reject"] if views else []
    verdicts = list(zip(rejecting, history.bound_claims(connection, rejecting), strict=True))
    found = [
        Rejected(
            entry,
            tuple(by_id[name] for name in entry.claims),
            tuple(act for act, ids in verdicts if ids & set(entry.claims)),
        )
        for entry in entries
    ]
    return sorted(found, key=lambda one: (one.entry.date.iso if one.entry.date else "", one.entry.id))


def _views(connection: Connection, bound: Bound) -> list[View]:
    """The rejected claims of readings that count, prepared for linking."""
    columns = (claims.c.id, claims.c.data, claims.c.address, reports.c.published, reports.c.voice, reports.c.outlet,
               reports.c.url)  # fmt: skip
    query = select(*columns).join(reports, reports.c.id == claims.c.report, isouter=True)
    rows = [
        row for some in chunks(sorted(bound.rejected)) for row in connection.execute(query.where(claims.c.id.in_(some)))
    ]
    told = [(row, as_named(claim_from_dict(json.loads(row.data)), bound.named.get(row.id, {}))) for row in rows]
    links = load_links(connection, sorted({party.key for _, claim in told for party in claim.parties}))
    return [
        prepare(
            claim,
            text_day(row.published or ""),
            links,
            row.voice or claim.report,
            row.address,
            name=row.id,
            home=home_of(row.outlet or "", row.url or ""),
        )
        for row, claim in told
    ]
