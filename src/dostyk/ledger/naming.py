"""Who is who, again, where what is named has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from dostyk.ledger.loading import claims_naming, load_links
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import claim_parties, claims, parties
from dostyk.ledger.writes import put
from dostyk.linking import link_counted, unique_offices
from dostyk.linking.merging import PartyRulings
from dostyk.model import PERSON, Party


def link(
    connection: Connection, change: Mapping[Party, int], rulings: PartyRulings, again: Iterable[Party] = ()
) -> set[str]:
    """Link the parties of the states whose mentions changed, and of those in `again`; returns the claims that name one
    that is now another."""
    if not any(change.values()) and not again:
        return set()
    states = rulings.touched({*(party.state for party in change), *(party.state for party in again), ""})
    if any(not party.state for party in rulings.named):  # whoever a person without a state is, may be anywhere
        states |= set(connection.execute(select(parties.c.state).distinct()).scalars())
    counts: dict[Party, int] = {}
    linked: dict[Party, Party] = {}
    columns = (parties.c.party, parties.c.kind, parties.c.mentions, parties.c.chosen, parties.c.chosen_kind)
    for some in chunks(sorted(states)):
        for key, kind, mentions, chosen, as_kind in connection.execute(
            select(*columns).where(parties.c.state.in_(some))
        ):
            party = Party.parse(key, kind)
            counts[party] = mentions
            linked[party] = Party.parse(chosen, as_kind)
    for party, number in change.items():
        counts[party] = counts.get(party, 0) + number
    counts = {party: number for party, number in counts.items() if number > 0}
    stateless = any(party.state == "" for party in counts)
    settled = {named: is_ for named, is_ in load_links(connection).items() if named.state not in states} \
        if stateless else None  # fmt: skip
    now = link_counted(counts, settled, unique_offices(_offices_held(connection, counts)), rulings)
    _store_parties(connection, change, counts, linked, now)
    return claims_naming(connection, [party for party in linked if linked[party] != now.get(party)])


def _offices_held(connection: Connection, named: Iterable[Party]) -> list[tuple[Party, str]]:
    """Who of these people is said to hold which office, by claims that count."""
    people = {party.key: party for party in named if party.kind == PERSON}
    found: list[tuple[Party, str]] = []
    for some in chunks(sorted(people)):
        query = (
            select(claim_parties.c.party, claims.c.what)
            .join(claims, claims.c.id == claim_parties.c.claim)
            .where(claims.c.counts, claims.c.kind == "office", claim_parties.c.number == 0)
            .where(claim_parties.c.party.in_(some), claim_parties.c.kind == PERSON)
            .distinct()
        )
        found += [(people[key], office) for key, office in connection.execute(query)]
    return found


def _store_parties(
    connection: Connection,
    change: Mapping[Party, int],
    counts: Mapping[Party, int],
    linked: Mapping[Party, Party],
    now: Mapping[Party, Party],
) -> None:
    altered = [party for party in {*linked, *now} if linked.get(party) != now.get(party) or party in change]
    for some in chunks(sorted(party.key for party in altered)):
        wanted = {party for party in altered if party.key in set(some)}
        for kind in {party.kind for party in wanted}:
            names = [party.key for party in wanted if party.kind == kind]
            connection.execute(delete(parties).where(parties.c.party.in_(names), parties.c.kind == kind))
    put(
        connection,
        parties,
        [
            {"party": party.key, "kind": party.kind, "state": party.state, "chosen": now[party].key,
             "chosen_kind": now[party].kind, "mentions": counts[party]}
            for party in sorted(altered) if party in now
        ],
    )  # fmt: skip
