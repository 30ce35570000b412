"""The ledger as it was known on a day: nothing that came later shows, and nothing that was there is missing."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from conftest import Read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_derivation import Step, acts, do, readings
from written import tell, write

from dostyk.ledger import Ledger

DAYS = [date(2024, 5, day) for day in range(1, 11)]


def put(ledger: Ledger, step: Step, day: date, clock: pytest.MonkeyPatch) -> None:
    """Do a step on a day."""
    for module in ("acting", "ledger"):
        clock.setattr(f"dostyk.ledger.{module}.now", lambda: f"{day}T12:00:00Z")
    do(ledger, step)


def all_of(ledger: Ledger) -> tuple[object, ...]:
    return (ledger.entries(), ledger.people(), ledger.offices(), ledger.problems(), ledger.acts(),
            ledger.reports(every_version=True), ledger.check(rederive=True))  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(readings, readings, acts), min_size=1, max_size=len(DAYS)), st.integers(0, len(DAYS) - 1))
def test_a_past_day_is_as_if_nothing_had_come_after_it(steps: Sequence[Step], last: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as clock,
        Ledger.open(Path(folder) / "whole") as whole,
        Ledger.open(Path(folder) / "then") as then,
    ):
        for day, step in zip(DAYS, steps, strict=False):
            put(whole, step, day, clock)
            if day <= DAYS[last]:
                put(then, step, day, clock)
        with whole.as_of(DAYS[last]) as past:
            assert all_of(past) == all_of(then)


def test_a_changed_report_is_read_in_the_version_of_the_day(ledger: Ledger) -> None:
    url = "https://example.org/1"
    for recorded, sentence, place in (("2024-03-05", "Quill visited Bolivia.", "BOL"),
                                      ("2024-03-09", "Quill visited Ghana.", "GHA")):  # fmt: skip
        report = write("2024-03-04", sentence, url=url)
        claim = tell(report, "visit", "visited", "NZL:Quill", place=place)
        ledger.add(report, Read(report.id, "hand", [claim]), recorded_at=f"{recorded}T23:59:59Z")
    places = []
    for day in (date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 8), date(2024, 3, 9)):
        with ledger.as_of(day) as past:
            places.append([entry.place for entry in past.entries()])
    assert places == [[], ["BOL"], ["BOL"], ["GHA"]]
    assert ledger.first_day() == "2024-03-05"


def test_search_and_copies_are_those_of_the_day(ledger: Ledger) -> None:
    words = ("The ferries to the north wait for timber, wool and salt from inland towns.", "Quill visited Bolivia.")
    for number, outlet in enumerate(("Harbour Wire", "Inland Post"), start=1):
        report = write("2024-03-04", *words, outlet=outlet)
        claim = tell(report, "visit", "visited", "NZL:Quill", "BOL=Bolivia")
        ledger.add(report, Read(report.id, "hand", [claim]), recorded_at=f"2024-03-0{number}T08:00:00Z")
    with ledger.as_of(date(2024, 3, 1)) as past:
        assert [hit.what for hit in past.search("ferries timber")] == ["report"]
        assert past.stats()["voices"] == 1
        assert [len(entry.anchors) for entry in past.entries()] == [1]
    assert [len(entry.anchors) for entry in ledger.entries()] == [2]


def test_texts_that_only_a_later_one_makes_copies_of_each_other_speak_with_two_voices(ledger: Ledger) -> None:
    words = [f"word{number}" for number in range(420)]
    for day, outlet, first in ((1, "Harbour Wire", 0), (1, "Inland Post", 120), (3, "Ferry News", 60)):
        report = write("2024-03-04", " ".join(words[first : first + 300]), outlet=outlet)
        ledger.add(report, Read(report.id, "hand", []), recorded_at=f"2024-03-0{day}T08:00:00Z")
    assert ledger.stats()["voices"] == 1
    with ledger.as_of(date(2024, 3, 1)) as past:
        assert past.stats()["voices"] == 2


def test_a_past_day_is_kept_until_the_ledger_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        for day, place in ((1, "BOL=Bolivia"), (3, "TCD=Chad")):
            report = write(f"2024-05-0{day}", f"Mara Quill arrived in {place[4:]}.", outlet=f"Post {day}")
            claim = tell(report, "visit", "arrived", "NZL:Mara Quill", place, date=f"2024-05-0{day}")
            ledger.add(report, Read(report.id, "reader 1", [claim]), recorded_at=f"2024-05-0{day}T12:00:00Z")

        def past() -> tuple[int, list[str]]:
            with ledger.as_of(date(2024, 5, 2)) as known:
                return len(known.reports()), [path.name for path in (tmp_path / "ledger.sqlite.past").glob("*")
                                              if path.suffix == ".sqlite"]  # fmt: skip

        first = past()
        assert first[0] == len(first[1]) == 1
        assert past() == first
        ledger.act("note", [ledger.entries()[0].id], by="desk", payload={"text": "ask"})
        assert len(past()[1]) == 2
        ledger.keeping.erase([ledger.reports()[0].id], by="desk", reason="order")
        assert not (tmp_path / "ledger.sqlite.past").exists()
        assert past()[0] == 0
