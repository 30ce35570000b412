"""The page of the register. Only what a register is made of is read, and evidence for the lines that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, func, or_, select

from dostyk.followup import Record
from dostyk.followup.answer import first_told
from dostyk.followup.commitments import commitment_states
from dostyk.followup.instruments import instrument_states
from dostyk.followup.lifecycle import ACCEPT
from dostyk.followup.matching import CROWD, evidence_kinds, propose, touched_states
from dostyk.followup.record import verdicts_of
from dostyk.followup.register import Item, register
from dostyk.ledger.schema import acts, listed, readings
from dostyk.model import FOLLOWING, Entry
from dostyk.web.queries.filters import any_of
from dostyk.web.queries.items import entries_of
from dostyk.web.site import Site, Stamp

KINDS = ("commitment", "signing", "ratification")
_EVIDENCE = tuple(dict.fromkeys(kind for subject in KINDS for kind in evidence_kinds(subject)))
_MANY_STATES = 4 * CROWD - 1  # as long as the codes of that many, with blanks between them
_held: dict[str, tuple[Stamp, list[Entry]]] = {}


def lines(site: Site) -> tuple[list[Item], Record]:
    """Every line of the register by its state as people settled it, without what is only proposed; and the record that
    they were made of."""
    verdicts = verdicts_of(site.ledger.bound(("settle",)))
    known = tuple(entry for entry in _entries(site) if _is_told(entry, site.today))
    accepted = [(one, other) for (one, _, other), said in verdicts.of.items() if said == ACCEPT]
    with site.ledger.asking() as connection:
        settled = entries_of(connection, sorted({name for pair in accepted for name in pair}))
    steps = tuple(propose(settled, site.today, of={one for one, _ in accepted}))
    record = Record(
        site.today, known, steps, verdicts,
        tuple(commitment_states(known, site.today, verdicts, steps)), (), tuple(instrument_states(known, site.today)),
    )  # fmt: skip
    return register(record, site.ledger.bound()), record


def with_steps(site: Site, shown: Sequence[Item], record: Record) -> list[Item]:
    """The same lines with every step that reports propose for them."""
    entries = tuple({line.entry.id: line.entry for line in shown}.values())
    ids = {entry.id for entry in entries}
    with site.ledger.asking() as connection:
        near = [e for e in _near(connection, entries) if e.id not in ids and _is_told(e, record.today)]
    steps = tuple(propose([*entries, *near], record.today, of=ids))
    part = replace(
        record, entries=entries, steps=steps,
        commitments=tuple(commitment_states(entries, record.today, record.verdicts, steps)),
        instruments=tuple(state for state in record.instruments if state.entry.id in ids),
    )  # fmt: skip
    made = {line.id: line for line in register(part, site.ledger.bound())}
    return [made[line.id] for line in shown]


def _is_told(entry: Entry, today: date) -> bool:
    return (first_told(entry) or today) <= today


def _entries(site: Site) -> list[Entry]:
    """Commitments and instruments, kept until an act or a reading changes entries: those of the follow-up do not."""
    with site.ledger.asking() as connection:
        last = select(func.max(acts.c.number)).where(acts.c.verb.not_in(FOLLOWING))
        read = select(func.max(readings.c.number))
        row = connection.execute(select(last.scalar_subquery(), read.scalar_subquery())).one()
    stamp = (row[0] or 0, row[1] or 0)
    known = _held.get(site.ledger.name)
    if known is None or known[0] != stamp:
        known = (stamp, site.ledger.entries(kind=KINDS))
        _held[site.ledger.name] = known
    return known[1]


def _near(connection: Connection, subjects: Iterable[Entry]) -> list[Entry]:
    """At least those entries that `propose` compares with the subjects, by the states that they touch."""
    sets = {touched_states(entry) for entry in subjects}
    among = [states for states in sets if 1 < len(states) <= CROWD]
    ids: set[str] = set()
    for pair in sorted({pair for states in among for pair in combinations(sorted(states), 2)}):
        ids |= _touching_both(connection, *pair)
    for state in sorted({state for states in among for state in states}):
        ids |= _touching_alone(connection, state)
    every = {state for states in sets if states not in among for state in states}
    query = select(listed.c.entry).where(listed.c.state.in_(sorted(every)), any_of(listed.c.kind, _EVIDENCE))
    return entries_of(connection, sorted(ids | set(connection.execute(query).scalars())))


def _touching_both(connection: Connection, one: str, other: str) -> set[str]:
    second = listed.alias()
    query = select(listed.c.entry).join(second, second.c.entry == listed.c.entry)
    query = query.where(listed.c.state == one, second.c.state == other, any_of(listed.c.kind, _EVIDENCE))
    return set(connection.execute(query).scalars())


def _touching_alone(connection: Connection, state: str) -> set[str]:
    """Entries that touch no other state, or a crowd of them."""
    alone = listed.c.states.in_(("", "IGO", state, " ".join(sorted((state, "IGO")))))
    crowd = func.length(listed.c.states) >= _MANY_STATES
    query = select(listed.c.entry).where(listed.c.state == state, any_of(listed.c.kind, _EVIDENCE), or_(alone, crowd))
    return set(connection.execute(query).scalars())
