"""What is due: promises, invitations, visits, instruments, mechanisms and anniversaries that ask for something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from dostyk.followup.anniversaries import anniversaries
from dostyk.followup.answer import made_on, took_place
from dostyk.followup.commitments import JOINT, last_seen
from dostyk.followup.instruments import name_of, needs_force
from dostyk.followup.invitations import OPEN, PAST
from dostyk.followup.mechanisms import mechanisms
from dostyk.followup.names import named, state_name
from dostyk.followup.record import Record
from dostyk.followup.steps import CLOSED
from dostyk.model import PERSON, Entry, Interval

KINDS = ("overdue", "due soon", "silent", "invitation", "visit not returned", "not in force", "mechanism",
         "anniversary")  # fmt: skip
SILENCE = 365  # days without a word after which a promise is called silent
_IN_FORCE = 180  # days after which an agreement that is not known to be in force is asked about
_RETURNED = 365  # days after which a visit that was not returned is named


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing to see to: `day` is its day or term where it has one, `side` who has to act (a code or `joint`),
    `text` says in words what is the matter, `number` is that of an anniversary, else the days waited."""

    kind: str
    entry: Entry
    side: str
    day: Interval | None
    text: str
    number: int = 0


def due_items(record: Record, within: int = 90) -> list[DueItem]:
    """All that is due on the record's day or within so many days after it, by kind and then by day."""
    until = record.today + timedelta(days=min(within, (date.max - record.today).days))
    found = [
        *_promises(record, until),
        *_invitations(record),
        *_visits(record),
        *_instruments(record),
        *_mechanisms(record),
        *_anniversaries(record, until),
    ]
    return sorted(found, key=partial(_order, record.today))


def _order(today: date, item: DueItem) -> tuple[int, date, str]:
    return KINDS.index(item.kind), item.day.high if item.day else today, item.entry.id


def _promises(record: Record, until: date) -> Iterator[DueItem]:
    for state in record.undertakings():
        if not state.open:
            continue
        due, entry = state.due, state.entry
        if state.overdue and due:
            days = (record.today - due.high).days
            yield DueItem("overdue", entry, state.side, due, f"{entry.what}: its term ended {_days(days)} ago", days)
        elif due and due.high <= until:
            left = (due.high - record.today).days
            yield DueItem("due soon", entry, state.side, due, f"{entry.what}: {_days(left)} left", left)
        else:
            seen = last_seen(state)
            silent = (record.today - seen).days if seen else 0
            if silent > SILENCE:
                shown = next((step for step in reversed(state.standing.proposed) if step.to in CLOSED), None)
                settle = f"; reports propose “{shown.to}”, which nobody has settled" if shown else ""
                text = f"{entry.what}: nothing told of it for {_days(silent)}{settle}"
                yield DueItem("silent", entry, state.side, due, text, silent)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def _invitations(record: Record) -> Iterator[DueItem]:
    for state in record.invitations:
        if state.state not in (OPEN, PAST) or state.announced:
            continue
        entry = state.entry
        made = made_on(entry)
        days = (record.today - made.high).days if made else 0
        if days < 0:
            continue
        what = entry.what.replace("(accepted)", "").strip()
        waits = "accepted, and no visit told of" if state.accepted else "unanswered"
        over = ", and its time is past" if state.state == PAST else ""
        text = (
            f"{named(entry.whom) or 'somebody'}, invited by {named(entry.who)} {what}: {waits} for {_days(days)}{over}"
        )
        yield DueItem("invitation", entry, _invited(entry), None, text, days)


def _invited(entry: Entry) -> str:
    return next((party.state for party in entry.whom if party.state), "")


def _visits(record: Record) -> Iterator[DueItem]:
    """Of each pair of states the last visit, where the other side has not come since."""
    last: dict[tuple[str, str], Entry] = {}
    for entry in record.entries:
        if entry.kind != "visit" or not took_place(entry, record.today) or entry.date is None:
            continue
        for guest in {party.state for party in entry.who if party.kind == PERSON} - {""}:
            for host in {party.state for party in entry.whom} - {"", guest}:
                last[guest, host] = entry
    for (guest, host), visit in sorted(last.items()):
        back = last.get((host, guest))
        assert visit.date is not None
        if back and back.date and back.date.low >= visit.date.low:
            continue
        days = (record.today - visit.date.high).days
        if days > _RETURNED:
            text = f"{named(visit.who)} came to {state_name(host)} {_days(days)} ago; "
            text += f"nobody is known to have gone to {state_name(guest)} since"
            yield DueItem("visit not returned", visit, host, None, text, days)


def _instruments(record: Record) -> Iterator[DueItem]:
    done = {step.subject.id for step in record.steps if step.to in ("in force", "ended")}
    for state in record.instruments:
        entry = state.entry
        if entry.id in done or not needs_force(entry) or not took_place(entry, record.today) or entry.date is None:
            continue
        days = (record.today - entry.date.high).days
        if days > _IN_FORCE:
            text = f"{name_of(entry)}: signed {_days(days)} ago, and no report says that it is in force"
            yield DueItem("not in force", entry, JOINT, None, text, days)


def _mechanisms(record: Record) -> Iterator[DueItem]:
    for body in mechanisms(record.entries, record.today):
        expected = body.expected()
        if body.late(record.today) and expected:
            days = (record.today - body.last).days
            text = f"{body.name}: last met {_days(days)} ago, usually every {_days(body.interval or 0)}"
            yield DueItem("mechanism", body.meetings[-1], JOINT, Interval.day(expected), text, days)


def _anniversaries(record: Record, until: date) -> Iterator[DueItem]:
    for one in anniversaries(record.entries, record.today, until):
        name = one.entry.what if one.entry.kind == "relations" else name_of(one.entry)
        since = one.entry.date.iso if one.entry.date else ""
        years = "1 year" if one.number == 1 else f"{one.number} years"
        yield DueItem("anniversary", one.entry, JOINT, one.on, f"{years}: {name} ({since})", one.number)


def concerns(item: DueItem, other: str = "", side: str = "") -> bool:
    """True where the item is one with the state `other`, and one on which `side` has to act."""
    place = item.entry.place.partition(":")[0]
    with_other = not other or other in item.entry.states or other == place
    return with_other and (not side or item.side == side or (item.side == JOINT and side in item.entry.states))
