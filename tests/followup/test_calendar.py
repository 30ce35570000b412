"""The calendar, read back by two readers that know nothing of the writer: one of our own, and vobject."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import vobject
from entries_by_hand import entry
from examples_by_hand import EXAMPLES

from dostyk.exports.ical import calendar
from dostyk.followup import record_of
from dostyk.model import Detail

TODAY = date(2025, 5, 5)


def read_back(data: bytes) -> list[dict[str, str]]:
    """Events by the letter of RFC 5545: lines of at most 75 octets, folded at a blank, values unescaped."""
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert (unfolded[0], unfolded[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    inside = False
    for line in unfolded[:-1]:
        if line == "BEGIN:VEVENT":
            inside = True
            events.append({})
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            head, _, value = line.partition(":")
            name = head.partition(";")[0]
            assert name not in events[-1]
            for sign, escaped in (("\n", "\\n"), (",", "\\,"), (";", "\\;"), ("\\", "\\\\")):
                value = value.replace(escaped, sign)
            events[-1][name] = value
    return events


def _events(entries, today: date = TODAY) -> dict[str, dict[str, str]]:  # type: ignore[no-untyped-def]
    found = read_back(calendar(record_of(entries, today)))
    assert len({event["UID"] for event in found}) == len(found)
    return {event["SUMMARY"]: event for event in found}


def test_what_is_announced_due_or_returns_is_in_it() -> None:
    found = _events(EXAMPLES.values())
    parade = found["Gathering: To Lam, military parade"]
    assert (parade["DTSTART"], parade["DTEND"], parade["STATUS"]) == ("20250507", "20250508", "CONFIRMED")
    assert parade["LOCATION"] == "Astana"
    due = found["Due: bring two-way trade to 1.5 billion USD by 2030 (Kazakhstan–Vietnam)"]
    assert (due["DTSTART"], due["DTEND"]) == ("20301231", "20310101")
    name = "agreement on visa exemption for ordinary passport holders"
    assert found[f"2 years: {name} (Kazakhstan–Vietnam)"]["DTSTART"] == "20250821"


def test_a_change_keeps_the_uid_and_a_call_off_is_sent() -> None:
    plan = entry("visit", "VNM:To Lam", "KAZ", "2025-06-01/2025-06-03", what="visit", status="scheduled", report="r1")
    off = entry("visit", "VNM:To Lam", "KAZ", "2025-06-01/2025-06-03", what="visit", status="cancelled", report="r1")
    object.__setattr__(off, "history", (("2025-01-01", "scheduled", "c1"), ("2025-02-01", "cancelled", "c2")))
    (before,), (after,) = _events([plan]).values(), _events([off]).values()
    assert before["UID"] == after["UID"]
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")


def test_a_month_stays_a_month_and_hostile_text_stays_text() -> None:
    what = "visit; x\r\nBEGIN:VEVENT, \u202eevil"
    plan = entry("visit", "VNM:To Lam", "KAZ", "2025-06", what=what, status="scheduled")
    (event,) = read_back(calendar(record_of([plan], TODAY)))
    assert event["SUMMARY"] == "Visit: To Lam to Kazakhstan, visit; x BEGIN:VEVENT, evil (in 2025-06, day not known)"
    assert (event["DTSTART"], event["DTEND"]) == ("20250601", "20250701")


def test_the_same_ledger_gives_the_same_file() -> None:
    one = calendar(record_of(EXAMPLES.values(), TODAY))
    assert one == calendar(record_of(reversed(list(EXAMPLES.values())), TODAY))
    assert calendar(record_of(EXAMPLES.values(), TODAY), states=("CAN", "IND")) != one


def test_a_courtesy_has_no_day_in_it() -> None:
    words = entry("commitment", "KAZ; VNM", day="2025-01-01", what="deepen friendship", detail=Detail(due="2025-12"))
    assert read_back(calendar(record_of([words], TODAY))) == []


def _subscribe(known: dict[str, Any], data: bytes) -> dict[str, Any]:
    """What a calendar program holds after taking a file (RFC 5546): of two versions of a UID the later one."""
    read = vobject.readOne(data.decode("utf-8"))
    assert (read.version.value, read.method.value) == ("2.0", "PUBLISH")
    taken = dict(known)
    for event in read.vevent_list:
        before = taken.get(event.uid.value)
        if before is None or int(before.sequence.value) < int(event.sequence.value):
            taken[event.uid.value] = event
    return taken


def test_another_reader_finds_every_event_of_the_examples() -> None:
    data = calendar(record_of(EXAMPLES.values(), TODAY))
    ours, theirs = read_back(data), _subscribe({}, data)
    assert len(theirs) == len(ours) >= 10
    for event in ours:
        found = theirs[event["UID"]]
        assert found.summary.value == event["SUMMARY"]
        assert found.status.value == event["STATUS"]
        assert (found.dtstart.value, found.dtend.value) == (
            date.fromisoformat(event["DTSTART"]), date.fromisoformat(event["DTEND"]))  # fmt: skip


def test_a_subscriber_s_event_moves_and_is_struck_out_and_never_doubles() -> None:
    plan = entry("visit", "VNM:To Lam", "KAZ", "2025-06-01/2025-06-03", what="visit", status="scheduled", report="r1")
    again = entry("visit", "VNM:To Lam", "KAZ", "2025-06-10/2025-06-12", what="visit", status="scheduled",
                  told="2025-05-02", report="r2")  # fmt: skip
    moved = replace(plan, anchors=(*plan.anchors, *again.anchors), date=again.date)
    off = replace(
        moved, status="cancelled", history=(("2025-01-01", "scheduled", "c1"), ("2025-05-03", "cancelled", "c2"))
    )
    held = _subscribe({}, calendar(record_of([plan], TODAY)))
    held = _subscribe(held, calendar(record_of([moved], TODAY)))
    (event,) = held.values()
    assert (event.dtstart.value, event.dtend.value) == (date(2025, 6, 10), date(2025, 6, 13))
    held = _subscribe(held, calendar(record_of([off], TODAY), acts=1))
    held = _subscribe(held, calendar(record_of([moved], TODAY), acts=2))  # the act was undone
    assert [one.status.value for one in held.values()] == ["CONFIRMED"]
