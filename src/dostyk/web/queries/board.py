"""The board of commitments: columns by how each stands, overdue first; and instruments with their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, null, select, union_all

from dostyk.followup import CommitmentState, Verdicts, commitment_states, instrument_states
from dostyk.followup.record import verdicts_of
from dostyk.followup.steps import CLOSED, STATES
from dostyk.ledger.rows import chunks
from dostyk.ledger.schema import entries, listed
from dostyk.model import Entry
from dostyk.web.queries.filters import NOTHING, PAGE, Filters, any_of, chosen, conditions, counted, ordered
from dostyk.web.queries.firsts import firsts
from dostyk.web.queries.items import Item, entries_of, entry_at, flat, item
from dostyk.web.site import Site

COLUMNS = ("overdue", "due soon", "open", "under way", "closed")
_SHOWN = 25
_SOON = timedelta(days=92)
_DEEDS = ("signing", "ratification", "opening", "appointment", "visit", "gathering")
_DONE = ("happened", "ongoing")
_MOST_DEEDS = 200  # of all, but of each that promised alone so many:
_FEWEST_DEEDS = 6


@dataclass(frozen=True, slots=True)
class Card:
    """A commitment on the board: whose it is, its term, a later entry that may carry it out, if it is a courtesy."""

    item: Item
    side: str
    due: str
    overdue: bool
    state: str
    answer: Item | None
    to: str
    why: str
    settled: bool
    courtesy: bool


def board(site: Site, given: Filters) -> Mapping[str, Any]:
    """The view of the board: each column counts all and shows the most pressing."""
    given = replace(given, kind=("commitment",))
    verdicts = verdicts_of(site.ledger.bound(("settle",)))
    with site.ledger.asking() as connection:
        where = list(chosen(connection, given))
        totals, shown = _columns(connection, where, _column(site.today, _settled(verdicts)))
        cards = {entry.id: entry for entry in entries_of(connection, [name for ids in shown.values() for name in ids])}
        states = _states(connection, list(cards.values()), site.today, verdicts)
        sides = Counter[str]()
        for acting, number in counted(
            connection, select(listed.c.acting, func.count()).where(*where).group_by(listed.c.acting)
        ).items():
            sides.update(dict.fromkeys(acting.split(), number))
    return {
        "filters": given, "total": sum(totals.values()), "sides": sides.most_common(12),
        "columns": [{"name": name, "total": totals[name], "cards": [_card(states[n]) for n in shown[name]]}
                    for name in COLUMNS],
    }  # fmt: skip


def board_rows(site: Site, given: Filters) -> Iterator[Mapping[str, Any]]:
    """Every commitment that fits, with the column it stands in."""
    given = replace(given, kind=("commitment",))
    column = _column(site.today, _settled(verdicts_of(site.ledger.bound(("settle",)))))
    with site.ledger.asking() as connection:
        query = (
            select(column, listed.c.entry)
            .where(*chosen(connection, given))
            .order_by(_DUE, listed.c.first_day.desc(), listed.c.entry.desc())
        )
        placed = sorted(connection.execute(query).all(), key=lambda row: COLUMNS.index(row[0]))
        for some in chunks(placed):
            names = {entry: name for name, entry in some}
            for entry in entries_of(connection, names):
                yield {"column": names[entry.id], **flat(entry)}


def _column(today: date, stood: Mapping[str, str]) -> ColumnElement[str]:
    """The column that a row of `listed` stands in; `stood` holds the states that people settled, by entry."""
    now, soon = today.isoformat(), (today + _SOON).isoformat()
    closed = [name for name, state in stood.items() if state in CLOSED]
    # a stretch, a month or a year is over once its last day is: the one that runs now is not
    last = case((listed.c.due.contains("/"), func.substr(listed.c.due, func.length(listed.c.due) - 9)),
                else_=listed.c.due)  # fmt: skip
    over = (last != "") & (last < now) & last.not_in((now[:4], now[:7]))
    return case(
        (listed.c.status.in_(("cancelled", "denied")) | listed.c.entry.in_(closed), "closed"),
        (listed.c.entry.in_(list(stood)), "under way"),
        (over, "overdue"),
        ((last != "") & (last <= soon), "due soon"),
        else_="open",
    )


# The longest overdue and the next due first, then the latest promised.
_DUE = func.coalesce(func.nullif(listed.c.due, ""), "9999")
_PRESSING = (("due", False), ("first_day", True), ("entry", True))


def _columns(
    connection: Connection, where: Sequence[ColumnElement[bool]], column: ColumnElement[str]
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """How many stand in each column, and the ids of the most pressing."""
    placed = select(listed.c.entry, column.label("name"), _DUE.label("due"), listed.c.first_day)
    fit = placed.where(*where).cte("fit")
    most = [firsts(fit, _PRESSING, _SHOWN, where=fit.c.name == name) for name in COLUMNS]
    counts = select(fit.c.name, null(), func.count()).group_by(fit.c.name)
    totals, shown = dict.fromkeys(COLUMNS, 0), {name: dict[int, str]() for name in COLUMNS}
    for name, entry, number in connection.execute(
        union_all(counts, *(select(one.c.name, one.c.entry, one.c.place) for one in most))
    ):
        if entry is None:
            totals[name] = number
        else:
            shown[name][number] = entry
    return totals, {name: [found[place] for place in sorted(found)] for name, found in shown.items()}


def _settled(verdicts: Verdicts) -> dict[str, str]:
    """The furthest state that accepted steps brought each entry to."""
    found: dict[str, str] = {}
    for (subject, to, _), verdict in verdicts.of.items():
        if verdict == "accept" and to in STATES and STATES.index(to) > STATES.index(found.get(subject, "open")):
            found[subject] = to
    return found


def _states(connection: Connection, shown: list[Entry], today: date, verdicts: Verdicts) -> dict[str, CommitmentState]:
    """How the shown commitments stand, beside the latest deeds of those that they are between."""
    deeds = entries_of(connection, sorted(_deeds(connection, {_states_of(entry) for entry in shown})))
    return {state.entry.id: state for state in commitment_states([*shown, *deeds], today, verdicts)}


def _states_of(entry: Entry) -> tuple[str, ...]:
    return tuple(sorted({party.state for party in entry.parties} - {""}))


def _deeds(connection: Connection, between: set[tuple[str, ...]]) -> set[str]:
    """Deeds of the same states together; of a state that promised alone, any of its deeds."""
    query = select(listed.c.entry).where(any_of(listed.c.kind, _DEEDS), any_of(listed.c.status, _DONE))
    query = query.order_by(listed.c.first_day.desc())
    together = [" ".join(states) for states in between if len(states) > 1]
    joint = query.where(listed.c.state == NOTHING, listed.c.states.in_(together)).limit(_MOST_DEEDS)
    found = set(connection.execute(joint).scalars()) if together else set()
    alone = [states[0] for states in between if len(states) == 1]
    each = max(_FEWEST_DEEDS, _MOST_DEEDS // max(1, len(alone)))
    for state in alone:
        found.update(connection.execute(query.where(listed.c.state == state).limit(each)).scalars())
    return found


def _card(state: CommitmentState) -> Card:
    """The card; of several steps the surest is shown, a settled one before those proposed."""
    moving = [step for step in state.standing.seen if step.moves]
    step = min(moving, key=lambda s: (s not in state.standing.settled, -s.score, s.id), default=None)
    return Card(
        item(state.entry), state.side, state.due.iso if state.due else "", state.overdue, state.state,
        item(step.evidence) if step else None, step.to if step else "", "; ".join(step.why) if step else "",
        bool(step and step in state.standing.settled), not state.check.checkable,
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
