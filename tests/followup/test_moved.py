"""A plan that is put off to other days: two entries, tied to each other, in steps, calendar, briefs and lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from entries_by_hand import entry
from test_calendar import read_back

from dostyk.exports.ical import calendar
from dostyk.followup import Verdicts, record_of
from dostyk.followup.moves import moves
from dostyk.followup.record import Record
from dostyk.model import Entry

TODAY = date(2025, 5, 5)
ROY, LIMA = "CAN:Ada Roy", "PER"


def visit(day: str, told: str, status: str = "scheduled", *, off: bool = False, **more: str) -> Entry:
    found = entry("visit", **{"who": ROY, "whom": LIMA, "what": "official visit", **more},  # type: ignore[arg-type]
                  day=day, told=told, status=status)  # fmt: skip
    return replace(found, flags=("postponed",) if off else (), history=((told, status, "c1"),))


def tied(*entries: Entry, today: date = TODAY) -> list[tuple[str, str]]:
    found = record_of(entries, today).steps
    return [(step.subject.date.iso, step.evidence.date.iso)  # type: ignore[union-attr]
            for step in found if step.to == "put off"]  # fmt: skip


MARCH, JUNE = visit("2025-03-10/2025-03-12", "2025-02-01"), visit("2025-06-02/2025-06-04", "2025-03-08", off=True)


def test_both_sides_of_a_move_say_so() -> None:
    record = record_of([MARCH, JUNE], TODAY)
    (to,), (from_,) = record.moves[MARCH.id], record.moves[JUNE.id]
    assert str(to) == "put off to 2025-06-02/2025-06-04 (proposed)"
    assert str(from_) == "put off from 2025-03-10/2025-03-12 (proposed)"
    (step,) = record.steps
    days = "planned for 2025-03-10/2025-03-12, then for 2025-06-02/2025-06-04"
    assert step.why == ("Ada Roy in PER", "told of as put off", days)


def test_a_person_settles_whether_it_was() -> None:
    (step,) = record_of([MARCH, JUNE], TODAY).steps
    about = (MARCH.id, "put off", JUNE.id)
    assert [move.settled for move in moves([step], Verdicts({about: "accept"}))[MARCH.id]] == [True]
    assert moves([step], Verdicts({about: "reject"})) == {}


@pytest.mark.parametrize(
    "other",
    [
        visit("2025-06-02", "2025-03-08"),  # announced anew before the first days came
        visit("2025-06-02", "2025-03-12", off=True),
        visit("2025-06-02", "2025-03-12", "happened", off=True),
    ],
)
def test_it_is_put_off_to(other: Entry) -> None:
    assert tied(MARCH, other) == [("2025-03-10/2025-03-12", other.date.iso)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "other",
    [
        visit("2025-06-02", "2025-02-01"),  # two journeys, announced on one day
        visit("2025-06-02", "2025-04-08"),  # when the first is over
        visit("2025-06-02", "2025-03-08", off=True, who="CAN:Bo Rao"),
        visit("2025-06-02", "2025-03-08", off=True, whom="CHL"),
        visit("2025-03-13", "2025-03-08", off=True),  # as reports of one visit may differ
        visit("2025-02-20", "2025-03-08", off=True),
        visit("2025-06-02", "2025-03-08", "cancelled", off=True),
        visit("2026-12-02", "2025-03-08", off=True),
    ],
)
def test_it_is_another(other: Entry) -> None:
    assert tied(MARCH, other) == []


def test_what_was_called_off_as_put_off_is_what_comes_later() -> None:
    off = visit("2025-03-10", "2025-03-08", "cancelled", off=True)
    held = visit("2025-06-02", "2025-06-03", "happened")
    again = visit("2025-09-02", "2025-09-03", "happened")
    assert tied(off, again, held, today=date(2025, 10, 1)) == [("2025-03-10", "2025-06-02")]
    assert tied(replace(off, flags=()), held, today=date(2025, 10, 1)) == []  # called off for good, as far as is told


def test_what_took_place_after_all_was_not_put_off() -> None:
    held = visit("2025-03-10", "2025-03-11", "happened", place="PER:Lima")
    assert tied(MARCH, visit("2025-06-02", "2025-03-08"), held) == []


def _events(record: Record) -> dict[str, str]:
    return {event["SUMMARY"]: event["STATUS"] for event in read_back(calendar(record))}


def test_the_calendar_moves_it() -> None:
    assert _events(record_of([MARCH, JUNE], TODAY)) == {
        "Visit: Ada Roy to Peru, official visit (put off to 2025-06-02/2025-06-04)": "CANCELLED",
        "Visit: Ada Roy to Peru, official visit (put off from 2025-03-10/2025-03-12)": "CONFIRMED",
    }


def test_what_is_past_and_never_told_of_is_tentative_in_the_calendar() -> None:
    held = visit("2025-03-11", "2025-03-14", "happened", place="PER:Lima")
    name = "Visit: Ada Roy to Peru, official visit"
    assert _events(record_of([MARCH], date(2025, 3, 12))) == {name: "CONFIRMED"}  # as long as it may go on
    assert _events(record_of([MARCH], date(2025, 3, 13))) == {name: "TENTATIVE"}
    assert _events(record_of([MARCH, held], date(2025, 3, 15))) == {name: "CONFIRMED"}
