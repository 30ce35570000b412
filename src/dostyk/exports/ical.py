"""A calendar to subscribe to: coming visits and meetings, due days, anniversaries (RFC 5545).

Every event keeps its UID over all exports, so that a program that reads the file again changes the event it has; what
was called off is sent as cancelled. SEQUENCE grows with every report about the entry and with every act, undone ones
too, DTSTAMP is the day of the last report: the same ledger gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from dostyk.followup.anniversaries import anniversaries
from dostyk.followup.answer import UNDATED
from dostyk.followup.commitments import CommitmentState
from dostyk.followup.instruments import name_of
from dostyk.followup.matching.scheduled import is_plan
from dostyk.followup.moves import TO, Move
from dostyk.followup.names import named, state_name
from dostyk.followup.record import Record, record_of
from dostyk.model import Entry, Interval

_KINDS = ("visit", "meeting", "call", "gathering", "signing", "opening")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_STATUS = {"scheduled": "CONFIRMED", "ongoing": "CONFIRMED", "happened": "CONFIRMED", "proposed": "TENTATIVE",
           "cancelled": "CANCELLED", "denied": "CANCELLED"}  # fmt: skip
AHEAD = 366  # days of anniversaries


def calendar(
    record: Record, *, states: Iterable[str] = (), ahead: int = AHEAD, acts: int = 0, struck: Iterable[Entry] = ()
) -> bytes:
    """The calendar of the record's day: all that is announced, due or returns; of entries in which all `states` take
    part. What was announced and is past stays, so that a subscriber's event is changed and not lost. `acts` is how
    many acts the ledger has had: a program that keeps the newer of two versions tells them apart by it. `struck` are
    entries that people rejected: their events are sent as cancelled, as are days that a correction took away."""
    wanted = set(states)
    made = Calendar()
    made.add("prodid", "-//dostyk//follow-up//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"dostyk {' '.join(sorted(wanted))}".strip())
    events = list(_events(record, wanted, ahead))
    known = {str(event["UID"]) for event in events}
    gone = _events(record_of(struck, record.today), wanted, ahead)
    events += [_struck(event) for event in gone if str(event["UID"]) not in known]
    for event in sorted(events, key=lambda one: (str(one.start), str(one.get("UID")))):
        event.add("sequence", event.pop("sequence") + acts)
        made.add_component(event)
    return bytes(made.to_ical())


def _events(record: Record, wanted: set[str], ahead: int) -> Iterator[Event]:
    for entry in record.entries:
        days = entry.date or _taken_away(entry, "date")
        if wanted <= _touched(entry) and entry.kind in _KINDS and days and _announced(entry):
            moved = record.moves.get(entry.id, ())
            yield _event(entry, "event", days, _summary(entry, moved), _event_status(record, entry, moved))
    for state in record.undertakings():
        gone = None if state.due else _taken_away(state.entry, "due")
        if wanted <= _touched(state.entry) and state.due:
            yield _due(state, state.due)
        elif wanted <= _touched(state.entry) and gone:
            yield _struck(_due(state, gone))
    until = record.today + timedelta(days=ahead)
    for one in anniversaries(record.entries, record.today, until):
        if wanted <= _touched(one.entry) and one.on.precision == "day":
            name = one.entry.what if one.entry.kind == "relations" else name_of(one.entry)
            years = "1 year" if one.number == 1 else f"{one.number} years"
            words = f"{years}: {name} ({_states(one.entry)})"
            yield _event(one.entry, f"anniversary-{one.on.low.year}", one.on, words, "CONFIRMED")


def _event_status(record: Record, entry: Entry, moved: Iterable[Move]) -> str:
    """Called off where it was, or was put off; tentative where its days are past and no report tells of it."""
    if entry.date is None or any(move.label == TO for move in moved):
        return "CANCELLED"
    waited_for = is_plan(entry) and entry.date.high < record.today and entry.id not in record.told_of
    return "TENTATIVE" if waited_for else _STATUS.get(entry.status, "TENTATIVE")


def _taken_away(entry: Entry, name: str) -> Interval | None:
    """The days that reports give for a field from which a correction took them; None where no correction did."""
    told = next(iter(entry.versions.get(name, ())), None) if name in entry.corrected else None
    try:
        return Interval.parse(told.value) if told else None
    except ValueError:
        return None


def _struck(event: Event) -> Event:
    """The event as one that is called off."""
    event.pop("status")
    event.add("status", "CANCELLED")
    return event


def _due(state: CommitmentState, due: Interval) -> Event:
    done = "" if state.open else f" ({state.state})"
    status = "CANCELLED" if state.entry.status in ("cancelled", "denied") else "CONFIRMED"
    summary = f"Due: {state.entry.what} ({_states(state.entry)}){done}"
    return _event(state.entry, "due", Interval.day(due.high), summary, status)


def _touched(entry: Entry) -> set[str]:
    return {*entry.states, entry.place.partition(":")[0]}


def _announced(entry: Entry) -> bool:
    return entry.status in ("scheduled", "proposed") or any(status == "scheduled" for _, status, _ in entry.history)


def _states(entry: Entry) -> str:
    return "–".join(state_name(code) for code in entry.states)


def _summary(entry: Entry, moved: Iterable[Move]) -> str:
    who, to = named(entry.who), named(entry.whom)
    what = entry.detail.instrument or entry.what
    what = "" if what.casefold() == entry.kind else what
    told = f"{entry.kind.capitalize()}: {who}" + (f" to {to}" if to else "") + (f", {what}" if what else "")
    said = [f"{move.label} {move.day}" for move in moved] or ["postponed"] * ("postponed" in entry.flags)
    return f"{told} ({'; '.join(said)})" if said else told


def _event(entry: Entry, part: str, days: Interval, summary: str, status: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}-{part}@dostyk")
    event.add("dtstamp", _stamp(entry))
    event.add("sequence", len(entry.anchors))
    event.add("dtstart", days.low)
    event.add("dtend", days.high + timedelta(days=1) if days.high < date.max else days.high)
    vague = {"month": f" (in {days.low:%Y-%m}, day not known)", "year": f" (in {days.low.year}, day not known)"}
    event.add("summary", _clean(summary) + vague.get(days.precision, ""))
    if ":" in entry.place:
        event.add("location", _clean(entry.place.partition(":")[2]))
    event.add("description", f"Entry {entry.id}; dostyk show {entry.id} gives the sources.")
    event.add("status", status)
    event.add("transp", "TRANSPARENT")
    event.add("categories", [part.partition("-")[0]])
    return event


def _stamp(entry: Entry) -> datetime:
    """The day of the last report that tells of the entry; a fixed day where none is known."""
    days = [anchor.published for anchor in entry.anchors if anchor.published != UNDATED]
    return datetime.combine(date.fromisoformat(max(days, default="1970-01-01")), time(), UTC)


def _clean(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())
