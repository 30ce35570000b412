"""The board of commitments: columns by how each stands, overdue first; and instruments with their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, cast, func, select
from sqlalchemy.dialects.postgresql import JSONB

from dostyk.followup import CommitmentState, Verdicts, commitment_states, instrument_states
from dostyk.followup.record import verdicts_of
from dostyk.followup.steps import CLOSED, STATES
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import entries, entry_parties
from dostyk.model import Entry
from dostyk.web.queries.filters import FIRST_DAY, PAGE, Filters, conditions, counted, ordered
from dostyk.web.queries.items import Item, entry_at, flat, item
from dostyk.web.site import Site

COLUMNS = ("overdue", "due soon", "open", "under way", "closed")
_SHOWN = 25
_SOON = timedelta(days=92)
_DEEDS = ("signing", "ratification", "opening", "appointment", "visit", "gathering")
_MOST_DEEDS = 300


@dataclass(frozen=True, slots=True)
class Card:
    """A commitment on the board: whose it is, its term, and a later entry that may carry it out."""

    item: Item
    side: str
    due: str
    overdue: bool
    state: str
    answer: Item | None
    to: str
    why: str
    settled: bool


def board(site: Site, given: Filters) -> Mapping[str, Any]:
    """The view of the board: each column counts all and shows the most pressing."""
    given = replace(given, kind=("commitment",))
    verdicts = verdicts_of(site.ledger.bound(("settle",)))
    stood = _settled(verdicts)
    with site.ledger.asking() as connection:
        where = list(conditions(connection, given))
        columns = _columns(connection, where, site.today, stood)
        shown = {name: _load(connection, ids[:_SHOWN]) for name, ids in columns.items()}
        states = _states(connection, [e for found in shown.values() for e in found], site.today, verdicts)
        sides = Counter(
            counted(
                connection,
                select(entry_parties.c.state, func.count(entry_parties.c.entry.distinct()))
                .where(
                    entry_parties.c.role == "who",
                    entry_parties.c.state != "",
                    entry_parties.c.entry.in_(select(entries.c.id).where(*where)),
                )
                .group_by(entry_parties.c.state),
            )
        )
    return {
        "filters": given, "total": sum(map(len, columns.values())), "sides": sides.most_common(12),
        "columns": [{"name": name, "total": len(ids), "cards": [_card(states[e.id]) for e in shown[name]]}
                    for name, ids in columns.items()],
    }  # fmt: skip


def board_rows(site: Site, given: Filters) -> Iterator[Mapping[str, Any]]:
    """Every commitment that fits, with the column it stands in."""
    given = replace(given, kind=("commitment",))
    stood = _settled(verdicts_of(site.ledger.bound(("settle",))))
    with site.ledger.asking() as connection:
        columns = _columns(connection, list(conditions(connection, given)), site.today, stood)
        for name, ids in columns.items():
            for some in chunks(ids):
                for entry in _load(connection, some):
                    yield {"column": name, **flat(entry)}


def due_text(connection: Connection) -> ColumnElement[str]:
    """The term of an entry as its JSON holds it, empty for none."""
    if connection.dialect.name == "sqlite":
        found: ColumnElement[str] = func.json_extract(entries.c.data, "$.detail.due")
    else:
        found = cast(entries.c.data, JSONB)["detail"]["due"].astext
    return func.coalesce(cast(found, Text), "")


def _columns(
    connection: Connection, where: Iterable[ColumnElement[bool]], today: date, stood: Mapping[str, str]
) -> dict[str, list[str]]:
    """Ids by column: the longest overdue and the next due first, then the latest promised."""
    soon, now = (today + _SOON).isoformat(), today.isoformat()
    query = select(entries.c.id, entries.c.status, due_text(connection), FIRST_DAY).where(*where)
    rows = sorted(connection.execute(query).all(), key=lambda row: (row[3] or "", row[0]), reverse=True)
    rows.sort(key=lambda row: row[2].rpartition("/")[2] or "9999")
    columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
    for name, status, due, _ in rows:
        last = due.rpartition("/")[2]
        # a month or year is over once its last day is: text that begins with it still lies within it
        over = bool(last) and last < now and not now.startswith(last)
        if status in ("cancelled", "denied") or stood.get(name) in CLOSED:
            columns["closed"].append(name)
        elif name in stood:
            columns["under way"].append(name)
        elif over:
            columns["overdue"].append(name)
        else:
            columns["due soon" if last and last <= soon else "open"].append(name)
    return columns


def _settled(verdicts: Verdicts) -> dict[str, str]:
    """The furthest state that accepted steps brought each entry to."""
    found: dict[str, str] = {}
    for (subject, to, _), verdict in verdicts.of.items():
        if verdict == "accept" and to in STATES and STATES.index(to) > STATES.index(found.get(subject, "open")):
            found[subject] = to
    return found


def _load(connection: Connection, ids: Iterable[str]) -> list[Entry]:
    wanted = list(ids)
    query = select(entries.c.data).where(entries.c.id.in_(wanted))
    found = {e.id: e for e in map(entry_at, connection.execute(query).scalars())}
    return [found[name] for name in wanted if name in found]


def _states(connection: Connection, shown: list[Entry], today: date, verdicts: Verdicts) -> dict[str, CommitmentState]:
    """How the shown commitments stand, beside the latest deeds of those they bind."""
    codes = sorted({state for entry in shown for state in entry.states})
    query = (
        select(entries.c.data)
        .where(entries.c.kind.in_(_DEEDS), entries.c.status.in_(("happened", "ongoing")))
        .where(entries.c.id.in_(select(entry_parties.c.entry).where(entry_parties.c.state.in_(codes))))
        .order_by(FIRST_DAY.desc())
        .limit(_MOST_DEEDS)
    )
    deeds = [entry_at(data) for data in connection.execute(query).scalars()] if codes else []
    return {state.entry.id: state for state in commitment_states([*shown, *deeds], today, verdicts)}


def _card(state: CommitmentState) -> Card:
    """The card; of several steps the surest is shown, a settled one before those proposed."""
    moving = [step for step in state.standing.seen if step.moves]
    step = min(moving, key=lambda s: (s not in state.standing.settled, -s.score, s.id), default=None)
    return Card(
        item(state.entry), state.side, state.due.iso if state.due else "", state.overdue, state.state,
        item(step.evidence) if step else None, step.to if step else "", "; ".join(step.why) if step else "",
        bool(step and step in state.standing.settled),
    )  # fmt: skip


def instruments(site: Site, given: Filters) -> Mapping[str, Any]:
    """The view of instruments, a page of them, each with its later steps."""
    given = replace(given, kind=("signing", "ratification"))
    with site.ledger.asking() as connection:
        where = list(conditions(connection, given))
        total = connection.execute(select(func.count()).select_from(entries).where(*where)).scalar_one()
        query = ordered(select(entries.c.data).where(*where), given).limit(PAGE).offset((given.page - 1) * PAGE)
        listed = [entry_at(data) for data in connection.execute(query).scalars()]
        held = {state.entry.id: state for state in instrument_states(listed, site.today)}
    rows = [{"item": item(held[e.id].entry), "name": e.detail.instrument or e.what,
             "steps": [{"item": item(step.entry), "why": step.why} for step in held[e.id].steps]}
            for e in listed if e.id in held]  # fmt: skip
    return {"filters": given, "total": total, "pages": max(1, -(-total // PAGE)), "instruments": rows}
