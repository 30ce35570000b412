"""Deriving again what is touched: parties, blocks, components, entries, parts, offices.

Equal to deriving everything: a component of claims depends on its own claims alone, and every component is derived
again that holds a touched claim, held one before, or is now tied to one.
"""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, bindparam, delete, func, select, update

from dostyk.ledger import placing, search
from dostyk.ledger.history import all_acts, bound_acts, bound_claims
from dostyk.ledger.listed import listed_rows
from dostyk.ledger.loading import Views, claims_naming, load_links
from dostyk.ledger.naming import link
from dostyk.ledger.rows import (
    chunks,
    claim_party_rows,
    entry_from_dict,
    entry_party_rows,
    entry_row,
    problem_row,
)
from dostyk.ledger.schema import (
    claim_blocks,
    claim_parties,
    claims,
    dirty,
    entries,
    entry_claims,
    entry_parties,
    listed,
    problems,
    readings,
    redirects,
)
from dostyk.ledger.told import Told, telling
from dostyk.ledger.writes import put
from dostyk.linking import Bound, build, components, effective, partition
from dostyk.linking.blocks import CAP, keys
from dostyk.linking.merging import MERGE, NAMESAKE, SPLIT, as_named, pair_of, party_rulings, renamed
from dostyk.model import Act, Entry, Party, claim_from_dict

MANY = 1000  # claims from which on a derivation is worth preparing for


def is_due(connection: Connection) -> bool:
    """True where something was stored whose derivation is still to come."""
    return connection.execute(select(dirty.c.claim).limit(1)).first() is not None


def derive_touched(connection: Connection, *, log_changed: bool = False) -> None:
    """Derive again all that noted claims touch, and list anew the acts that fit no claim; with `log_changed` these
    are listed even where no claim is touched."""
    touched = set(connection.execute(select(dirty.c.claim)).scalars())
    if touched or log_changed:
        _derive_due(connection, touched)


def derive_all(connection: Connection, told: Told | None = None) -> None:
    """Derive everything again, who is who as well; `told` hears how far it is."""
    every = set(connection.execute(select(claims.c.id)).scalars())
    _derive_due(connection, every, set(load_links(connection)), told)


def _derive_due(
    connection: Connection, touched: set[str], again: Collection[Party] = (), told: Told | None = None
) -> None:  # fmt: skip
    bound = bound_acts(connection)
    connection.execute(delete(problems).where(problems.c.reading == 0))
    put(connection, problems, [problem_row(problem, 0) for problem in bound.problems])
    if not touched:
        return
    touched |= _count(connection, touched, bound, again)
    before = _components(connection, touched)
    views = Views(connection, bound, told)
    with _few_cycles(len(touched)):
        seeds = touched | before | _sort_into_blocks(connection, touched, views)
        old, new = _derive(connection, views, seeds, touched, bound, told)
        placing.place(connection, old, new)
    connection.execute(delete(dirty))


@contextmanager
def _few_cycles(number: int) -> Iterator[None]:
    """Claims, views and entries point in no circles: with many of them at hand, the collector of circles would walk
    through all of them again and again and find nothing, so it waits."""
    pause = number > MANY and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def _count(connection: Connection, touched: set[str], bound: Bound, again: Collection[Party]) -> set[str]:
    """Settle which touched claims count, and link the parties again whose mentions that changes, and those of `again`.

    Returns the claims of which a party is now another one.
    """
    log = all_acts(connection)
    held = effective(log)
    change = _rename(connection, touched, log, bound)
    added = {act.payload["id"] for act in held if act.verb == "add"}
    for some in chunks(sorted(touched)):
        query = (
            select(claims.c.id, claims.c.counts, readings.c.counts)
            .join(readings, readings.c.number == claims.c.reading, isouter=True)
            .where(claims.c.id.in_(some))
        )
        flipped = {}
        for name, counted, current in connection.execute(query):
            counts = name not in bound.rejected and bool(current if current is not None else name in added)
            if counts != counted:
                flipped[name] = counts
        for value in (True, False):
            names = [name for name, counts in flipped.items() if counts is value]
            if names:
                connection.execute(update(claims).where(claims.c.id.in_(names)).values(counts=value))
        named = select(claim_parties.c.claim, claim_parties.c.party, claim_parties.c.kind)
        for name, key, kind in connection.execute(named.where(claim_parties.c.claim.in_(list(flipped)))):
            change[Party.parse(key, kind)] += 1 if flipped[name] else -1
    return link(connection, change, party_rulings(held), again or _ruled_upon(connection, touched, log))


def _rename(connection: Connection, touched: set[str], log: Sequence[Act], bound: Bound) -> Counter[Party]:
    """Let the touched claims that acts about namesakes are bound to, undone or not, or were before, name whom they name
    now; returns what that changes in the mentions that count."""
    change: Counter[Party] = Counter()
    told_apart = [act for act in log if act.verb == NAMESAKE]
    if not told_apart:
        return change
    wanted = {name for ids in bound_claims(connection, told_apart) for name in ids}
    wanted |= claims_naming(connection, {other for act in told_apart for other in renamed(act).values()})
    wanted &= touched
    for some in chunks(sorted(wanted)):
        stored = select(claim_parties).where(claim_parties.c.claim.in_(some))
        before = [dict(row) for row in connection.execute(stored).mappings()]
        counting = {}
        after = []
        for name, counts, data in connection.execute(
            select(claims.c.id, claims.c.counts, claims.c.data).where(claims.c.id.in_(some))
        ):
            counting[name] = counts
            claim = as_named(claim_from_dict(json.loads(data)), bound.named.get(name, {}))
            after += [{**row, "claim": name} for row in claim_party_rows(claim)]
        for rows, number in ((before, -1), (after, 1)):
            change.update({Party.parse(key, kind): n * number for (key, kind), n in Counter(
                (row["party"], row["kind"]) for row in rows if counting[row["claim"]]).items()})  # fmt: skip
        connection.execute(delete(claim_parties).where(claim_parties.c.claim.in_(some)))
        put(connection, claim_parties, after)
    return change


def _ruled_upon(connection: Connection, touched: set[str], log: Sequence[Act]) -> list[Party]:
    """Parties that the touched claims name and that an act, undone or not, rules about."""
    named = {party.key: party for act in log if act.verb in (MERGE, SPLIT) for party in pair_of(act)}
    if not named:
        return []
    found: set[str] = set()
    for some in chunks(sorted(touched)):
        query = select(claim_parties.c.party).where(claim_parties.c.claim.in_(some))
        found.update(connection.execute(query.where(claim_parties.c.party.in_(sorted(named)))).scalars())
    return [named[key] for key in sorted(found)]


def _components(connection: Connection, touched: set[str]) -> set[str]:
    """All claims that stood in one component with a touched one."""
    names: set[str] = set()
    for some in chunks(sorted(touched)):
        query = select(claims.c.component).where(claims.c.id.in_(some), claims.c.component != "")
        names.update(connection.execute(query).scalars())
    found: set[str] = set()
    for some in chunks(sorted(names)):
        found.update(connection.execute(select(claims.c.id).where(claims.c.component.in_(some))).scalars())
    return found


def _sort_into_blocks(connection: Connection, touched: set[str], views: Views) -> set[str]:
    """Put the touched claims into their blocks, and load them; returns the claims of blocks that became large or
    ceased to be."""
    before = _block_sizes(connection, touched)
    for some in chunks(sorted(touched)):
        connection.execute(delete(claim_blocks).where(claim_blocks.c.claim.in_(some)))
    views.load(sorted(touched))
    for name in sorted(views):
        views.sort_in(name, keys(views[name]))
    put(connection, claim_blocks, [{"block": key, "claim": name} for name in views for key in views.blocks[name]])
    after = _block_sizes(connection, touched)
    turned = [key for key in sorted({*before, *after}) if (before.get(key, 0) > CAP) != (after.get(key, 0) > CAP)]
    found: set[str] = set()
    for some in chunks(turned):
        found.update(connection.execute(select(claim_blocks.c.claim).where(claim_blocks.c.block.in_(some))).scalars())
    return found


def _block_sizes(connection: Connection, touched: set[str]) -> dict[str, int]:
    """How many claims the blocks of the touched claims hold."""
    names: set[str] = set()
    for some in chunks(sorted(touched)):
        query = select(claim_blocks.c.block).where(claim_blocks.c.claim.in_(some))
        names.update(connection.execute(query).scalars())
    sizes: dict[str, int] = {}
    for some in chunks(sorted(names)):
        counted = select(claim_blocks.c.block, func.count()).where(claim_blocks.c.block.in_(some))
        sizes.update((key, number) for key, number in connection.execute(counted.group_by(claim_blocks.c.block)))
    return sizes


def _derive(
    connection: Connection, views: Views, seeds: set[str], touched: set[str], bound: Bound, told: Told | None
) -> tuple[list[Entry], list[Entry]]:  # fmt: skip
    """Replace the entries of all components of the seeds; returns those that were, and those that are."""
    views.load(sorted(seeds))
    if len(seeds) > MANY:
        views.fetch(sorted({key for some in views.blocks.values() for key in some}))
    ordered = sorted((views[name] for name in list(views)), key=lambda view: view.order)
    ordered = [view for view in ordered if view.id in seeds]
    found = components(telling(ordered, "comparing", told), views.blocks, views.fetch, bound.rulings, views)
    groups = [group for component in telling(found, "entries", told) for group in partition(component, bound.rulings)]
    new = [build(group, bound) for group in groups]
    addresses = {view.address: entry.id for group, entry in zip(groups, new, strict=True) for view in group
                 if view.address != entry.id}  # fmt: skip
    parts = {view.id: component.views[0].id for component in found for view in component.views}
    old = _entries_with(connection, touched | set(parts))
    _replace(connection, old, new, addresses)
    _mark(connection, touched, parts)
    return old, new


def _entries_with(connection: Connection, ids: set[str]) -> list[Entry]:
    found: dict[str, Entry] = {}
    for some in chunks(sorted(ids)):
        query = (
            select(entries.c.id, entries.c.data)
            .join(entry_claims, entry_claims.c.entry == entries.c.id)
            .where(entry_claims.c.claim.in_(some))
        )
        for name, data in connection.execute(query):
            if name not in found:
                found[name] = entry_from_dict(json.loads(data))
    return list(found.values())


def _replace(connection: Connection, old: list[Entry], new: list[Entry], addresses: Mapping[str, str]) -> None:
    for some in chunks(entry.id for entry in old):
        for table in (redirects, listed, entry_parties, entry_claims):
            connection.execute(delete(table).where(table.c.entry.in_(some)))
        connection.execute(delete(entries).where(entries.c.id.in_(some)))
    rows = [entry_row(entry) for entry in new]
    put(connection, entries, rows)
    put(connection, listed, [line for entry, row in zip(new, rows, strict=True) for line in listed_rows(entry, row)])
    put(connection, entry_claims, [{"claim": name, "entry": entry.id} for entry in new for name in entry.claims])
    put(connection, entry_parties, [row for entry in new for row in entry_party_rows(entry)])
    put(connection, redirects, [{"address": key, "entry": name} for key, name in sorted(addresses.items())])
    search.forget(connection, [entry.id for entry in old])
    search.index_entries(connection, new)


def _mark(connection: Connection, touched: set[str], parts: Mapping[str, str]) -> None:
    """Note the component of each claim."""
    rows = [{"name": name, "part": parts.get(name, "")} for name in sorted(touched | parts.keys())]
    if rows:
        one = update(claims).where(claims.c.id == bindparam("name")).values(component=bindparam("part"))
        connection.execute(one, rows)
