"""The log of acts: append only, each line chained to the one before, replayed whenever it counts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Row, func, insert, select

from dostyk.errors import UsageError
from dostyk.ledger.loading import claims_naming
from dostyk.ledger.rows import act_data, act_from, after, chunks, claim_party_rows, claim_row, dump
from dostyk.ledger.schema import (
    act_origins,
    acts,
    claim_parties,
    claims,
    entries,
    entry_claims,
    readings,
    redirects,
    reports,
    sources,
)
from dostyk.linking import Bound, added_address, bind, check_correction, effective
from dostyk.linking.acts import bindings
from dostyk.linking.merging import MERGE, NAMESAKE, SPLIT, pair_of
from dostyk.model import FOLLOWING, Act, Claim, Target, claim_from_dict, content_id

VERBS = ("accept", "reject", "correct", "add", "same", "different", MERGE, SPLIT, NAMESAKE, "note", *FOLLOWING)
_FEWEST = {"same": 2, "different": 2, "add": 0, "close_round": 0, MERGE: 0, SPLIT: 0}
_RULING = ("party", "other", "kinds")
_NEEDED = {"assign": ("lead",), "progress": ("state", "lead"), "settle": ("to", "verdict"),
           "open_round": ("name", "until"), "close_round": ("name",), MERGE: _RULING, SPLIT: _RULING,
           NAMESAKE: ("names", "other", "kind")}  # fmt: skip
SHORTEST = 6


def all_acts(connection: Connection) -> tuple[Act, ...]:
    """The log, from its beginning."""
    query = select(acts, act_origins.c.was, act_origins.c.chain.label("link"))
    query = query.join(act_origins, act_origins.c.number == acts.c.number, isouter=True).order_by(acts.c.number)
    return tuple(
        replace(act_from(row), first=(row["was"] or row["number"], row["link"] or row["chain"]))
        for row in connection.execute(query).mappings()
    )


def held_acts(connection: Connection) -> tuple[Act, ...]:
    """The acts that hold."""
    return effective(all_acts(connection))


def chain_of(before: str, act: Act) -> str:
    """The link of the chain that an act adds: a hash of the link before it and of all that the act says."""
    said = dump([before, act.number, act.at, act.by, act.verb, act_data(act), act.reason])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def append(connection: Connection, at: str, by: str, verb: str, targets: Sequence[Target] = (),
           payload: Mapping[str, str] | None = None, reason: str = "", batch: str = "") -> Act:  # fmt: skip
    """Write the next line of the log; it is later than all that was merged in, and not before any other."""
    at = max(at, _earliest(connection))
    last = connection.execute(select(acts.c.number, acts.c.chain).order_by(acts.c.number.desc()).limit(1)).first()
    number, before = (last[0], last[1]) if last else (0, "")
    act = Act(number + 1, at, by, verb, tuple(targets), dict(payload or {}), reason, batch)
    connection.execute(
        insert(acts),
        {"number": act.number, "at": at, "by": by, "verb": verb, "data": act_data(act), "reason": reason,
         "chain": chain_of(before, act)},
    )  # fmt: skip
    return act


def batch_of(connection: Connection, at: str, by: str, steps: Sequence[object]) -> str:
    """The name of a decision: no two that differ have the same, in whatever ledger they are recorded."""
    last = connection.execute(select(acts.c.chain).order_by(acts.c.number.desc()).limit(1)).scalar() or ""
    return content_id("b", last, at, by, repr(steps))


def _earliest(connection: Connection) -> str:
    """The time that an act may have now: clocks may be set back, and those of other ledgers may be ahead."""
    latest = connection.execute(select(func.max(acts.c.at))).scalar() or ""
    merged = connection.execute(select(func.max(acts.c.at)).join(act_origins)).scalar() or ""
    return after(merged) if merged and merged == latest else latest


def check_act(verb: str, ids: Sequence[str], by: str, payload: Mapping[str, str]) -> None:
    """Raise UsageError where the act says too little or cannot be carried out."""
    if verb not in VERBS:
        raise UsageError(f"no act {verb!r}; acts are {', '.join(VERBS)}")
    if not by.strip():
        raise UsageError("an act needs to say by whom it is done")
    if len(set(ids)) < _FEWEST.get(verb, 1):
        raise UsageError(f"{verb} needs {'two ids' if verb in ('same', 'different') else 'an id'}")
    if verb == "correct":
        if not payload:
            raise UsageError("correct needs FIELD=VALUE")
        for name, value in payload.items():
            check_correction(name, value)
    if verb == "note" and not payload.get("text", "").strip():
        raise UsageError("a note needs a text")
    missing = [name for name in _NEEDED.get(verb, ()) if not payload.get(name, "").strip()]
    if missing:
        raise UsageError(f"{verb.replace('_', ' ')} needs {' and '.join(missing)}")
    if verb == "add" and "claim" not in payload:
        raise UsageError("add needs a claim")


def targets_of(connection: Connection, verb: str, ids: Sequence[str]) -> list[tuple[str, Target]]:
    """Claim ids with their anchors, for ids of entries, claims and addresses.

    Rejecting an entry, or telling namesakes apart in it, is about all its claims; any other act on an entry binds to
    the claim that founds it.
    """
    found: dict[str, Target] = {}
    for name in ids:
        for claim_id, claim in _claims_of(connection, name, every=verb in ("reject", NAMESAKE)):
            found[claim_id] = Target.of(claim)
    return list(found.items())


def _claims_of(connection: Connection, name: str, *, every: bool) -> list[tuple[str, Claim]]:
    if name.startswith("c"):
        query = select(claims.c.id, claims.c.data).where(claims.c.id.startswith(name, autoescape=True)).limit(2)
        rows = connection.execute(query).all() if len(name) >= SHORTEST else []
        found, data = _one(rows, name)
        return [(found, claim_from_dict(json.loads(data)))]
    address = find_address(connection, name)
    query = select(claims.c.id, claims.c.data)
    is_entry = connection.execute(select(entries.c.id).where(entries.c.id == address)).first()
    if every and is_entry:
        query = query.join(entry_claims, entry_claims.c.claim == claims.c.id).where(entry_claims.c.entry == address)
    else:
        query = query.where(claims.c.address == address, claims.c.counts)
    return [
        (found, claim_from_dict(json.loads(data))) for found, data in connection.execute(query.order_by(claims.c.id))
    ]


def claim_id(connection: Connection, name: str) -> str:
    """The claim that is, or begins with, the name. Raises UsageError for none or several."""
    return _claims_of(connection, name, every=False)[0][0]


def _one(rows: Sequence[Row[str, str]], name: str) -> Row[str, str]:
    if len(rows) != 1:
        raise UsageError(
            f"no claim {name}" if not rows else f"{name} begins the ids of several claims; give more of it"
        )
    return rows[0]


def find_address(connection: Connection, name: str) -> str:
    """The entry id or address that is, or begins with, the name, or to which that of an older version of a report
    leads. Raises UsageError for none or several."""
    found: set[str] = set()
    if len(name) >= SHORTEST:
        for column in (entries.c.id, redirects.c.address):
            found.update(connection.execute(select(column).where(column.startswith(name, autoescape=True))).scalars())
        found = found or _led_on(connection, name)
    if name in found:
        return name
    if len(found) != 1:
        if len(name) < SHORTEST:
            raise UsageError(f"{name!r} is too short; give at least {SHORTEST} characters of an id")
        raise UsageError(
            f"no entry {name}" if not found else f"{name} begins the ids of several entries; give more of it"
        )
    return found.pop()


def _led_on(connection: Connection, name: str) -> set[str]:
    """The entries that now tell what claims of older versions of reports told whose address this was: a claim of the
    newer text that an act bound to the older one would be bound to."""
    query = select(claims.c.data).where(claims.c.address.startswith(name, autoescape=True), ~claims.c.counts)
    told = [claim_from_dict(json.loads(data)) for data in connection.execute(query).scalars()]
    act = Act(0, "", "", "note", tuple(Target.of(claim) for claim in told))
    now = {claim for bound in found_claims(connection, act) for claim in bound} if told else set()
    return set(connection.execute(select(entry_claims.c.entry).where(entry_claims.c.claim.in_(now))).scalars())


def entry_id(connection: Connection, name: str) -> str:
    """The entry at an id or address, or at what begins one."""
    address = find_address(connection, name)
    return connection.execute(select(redirects.c.entry).where(redirects.c.address == address)).scalar() or address


def bound_acts(connection: Connection, of: Sequence[Act] | None = None) -> Bound:
    """What the acts that hold (or these) do to the claims of the ledger."""
    held = held_acts(connection) if of is None else tuple(of)
    lineage, candidates = _candidates(connection, held)
    return bind(held, candidates, lineage)


def bound_claims(connection: Connection, bound: Sequence[Act]) -> list[set[str]]:
    """For each act the ids of the claims that it binds to, or that name the parties about which it rules."""
    lineage, candidates = _candidates(connection, bound)
    found = []
    for act, binding in zip(bound, bindings(bound, candidates, lineage), strict=True):
        ids = {claim.id for some in binding for claim in some}
        ids |= claims_naming(connection, pair_of(act)) if act.verb in (MERGE, SPLIT) else set()
        ids |= {act.payload["id"]} if act.verb == "add" else set()
        found.append(ids)
    return found


def found_claims(connection: Connection, act: Act) -> tuple[tuple[str, ...], ...]:
    """Ids of the claims that each target of an act binds to."""
    lineage, candidates = _candidates(connection, (act,))
    (binding,) = bindings((act,), candidates, lineage)
    return tuple(tuple(claim.id for claim in found) for found in binding)


def _candidates(connection: Connection, held: Sequence[Act]) -> tuple[dict[str, str], list[Claim]]:
    """For the reports that acts are bound to, the versions that count, and the claims that were read in these."""
    lineage: dict[str, str] = {}
    for some in chunks(sorted({target.report for act in held for target in act.targets})):
        query = select(reports.c.id, sources.c.current).join(sources, sources.c.id == reports.c.source)
        lineage.update((old, new) for old, new in connection.execute(query.where(reports.c.id.in_(some))))
    wanted = sorted({lineage.get(t.report, t.report) for act in held for t in act.targets})
    kinds = sorted({target.kind for act in held for target in act.targets})
    found: list[Claim] = []
    for some in chunks(wanted):
        read = (
            select(claims.c.data)
            .join(readings, readings.c.number == claims.c.reading, isouter=True)
            .where(claims.c.report.in_(some), claims.c.kind.in_(kinds))
            .where((claims.c.reading == 0) | readings.c.counts)
            .order_by(claims.c.id)
        )
        found += [claim_from_dict(json.loads(data)) for data in connection.execute(read).scalars()]
    return lineage, found


def add_claim(connection: Connection, claim: Claim) -> None:
    """Store a claim that a person added; it counts while the act holds."""
    known = connection.execute(select(func.count()).where(claims.c.id == claim.id)).scalar()
    if not known:
        connection.execute(insert(claims), claim_row(claim, 0, added_address(claim.id)))
        rows = claim_party_rows(claim)
        if rows:
            connection.execute(insert(claim_parties), rows)
