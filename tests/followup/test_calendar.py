"""The calendar, read back by a reader of our own that knows nothing of the writer."""

from __future__ import annotations

from datetime import date

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
    due = found["Due: bring two-way trade to 1.5 billion USD by 2030 (KAZ–VNM)"]
    assert (due["DTSTART"], due["DTEND"]) == ("20301231", "20310101")
    name = "agreement on visa exemption for ordinary passport holders"
    assert found[f"2 years: {name} (KAZ–VNM)"]["DTSTART"] == "20250821"


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
    assert event["SUMMARY"] == "Visit: To Lam to KAZ, visit; x BEGIN:VEVENT, evil (in 2025-06, day not known)"
    assert (event["DTSTART"], event["DTEND"]) == ("20250601", "20250701")


def test_the_same_ledger_gives_the_same_file() -> None:
    one = calendar(record_of(EXAMPLES.values(), TODAY))
    assert one == calendar(record_of(reversed(list(EXAMPLES.values())), TODAY))
    assert calendar(record_of(EXAMPLES.values(), TODAY), states=("CAN", "IND")) != one


def test_a_courtesy_has_no_day_in_it() -> None:
    words = entry("commitment", "KAZ; VNM", day="2025-01-01", what="deepen friendship", detail=Detail(due="2025-12"))
    assert read_back(calendar(record_of([words], TODAY))) == []
