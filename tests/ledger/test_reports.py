"""Reports and readings go in once, whole or not at all; the newest version and reading count."""

from __future__ import annotations

import pytest
from conftest import Read
from written import tell, write

from dostyk.errors import UsageError
from dostyk.ledger import Ledger
from dostyk.model import Claim, Problem, Report

VISIT = "On 3 March Mara Quill arrived in Bolivia for a state visit."


def visit_report(published: str = "2024-03-04", **kwargs: str) -> Report:
    return write(published, VISIT, "She met Diego Salas.", **kwargs)


def visit_claim(report: Report, **kwargs: str) -> Claim:
    said = {"date": "2024-03-03", "what": "state visit", **kwargs}
    return tell(report, "visit", "arrived", "NZL:Mara Quill", "BOL=Bolivia", **said)


def test_a_report_and_its_entries_can_be_read_back(ledger: Ledger) -> None:
    report = visit_report()
    claim = visit_claim(report)
    added = ledger.add(report, Read(report.id, "reader 1", [claim], [Problem(report.id, "odd", "odd")]))
    assert (added.new, added.version) == (True, 1)
    assert ledger.report(report.id) == report
    assert ledger.claims(report=report.id) == [claim]
    (entry,) = ledger.entries()
    assert (entry.kind, [party.key for party in entry.parties]) == ("visit", ["NZL:Mara Quill", "BOL"])
    assert ledger.entry(entry.id[:8]) == entry
    assert [problem.code for problem in ledger.problems()] == ["odd"]
    assert ledger.check(rederive=True) == []


def test_adding_the_same_report_twice_changes_nothing(ledger: Ledger) -> None:
    report = visit_report()
    reading = Read(report.id, "reader 1", [visit_claim(report)])
    ledger.add(report, reading)
    before = (ledger.entries(), ledger.stats())
    assert ledger.add(report, reading).new is False
    assert (ledger.entries(), ledger.stats()) == before


def test_a_changed_text_is_a_new_version_whose_claims_count(ledger: Ledger) -> None:
    first = write("2024-03-04", VISIT, url="https://wire.example/1")
    second = write("2024-03-04", VISIT.replace("3 March", "2 March"), url="https://wire.example/1")
    ledger.add(first, Read(first.id, "reader 1", [visit_claim(first)]))
    added = ledger.add(second, Read(second.id, "reader 1", [visit_claim(second, date="2024-03-02")]))
    assert added.version == 2
    (entry,) = ledger.entries()
    assert entry.date is not None
    assert entry.date.iso == "2024-03-02"
    assert ledger.reports() == [second]
    assert len(ledger.reports(every_version=True)) == 2
    assert ledger.check(rederive=True) == []


def test_the_newest_reading_of_a_report_counts(ledger: Ledger) -> None:
    report = visit_report()
    ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    (before,) = ledger.entries()
    ledger.add(report, Read(report.id, "reader 2", [visit_claim(report, reader="reader 2", what="official visit")]))
    (after,) = ledger.entries()
    assert after.what == "official visit"
    assert after.id == before.id


def test_an_earlier_report_that_comes_late_founds_the_entry_and_the_old_id_leads_to_it(ledger: Ledger) -> None:
    late, early = visit_report("2024-03-05", outlet="Late Post"), visit_report("2024-03-04", outlet="Early Post")
    ledger.add(late, Read(late.id, "reader 1", [visit_claim(late)]))
    (before,) = ledger.entries()
    ledger.add(early, Read(early.id, "reader 1", [visit_claim(early)]))
    (after,) = ledger.entries()
    assert after.id != before.id
    assert ledger.entry(before.id) == after


def test_the_id_of_an_entry_whose_report_changed_leads_to_what_the_newer_text_tells(ledger: Ledger) -> None:
    old = visit_report()
    ledger.add(old, Read(old.id, "reader 1", [visit_claim(old)]))
    (before,) = ledger.entries()
    new = write("2024-03-04", "A correction was made on Monday.", VISIT, "She met Diego Salas.")
    ledger.add(new, Read(new.id, "reader 1", [visit_claim(new)]))
    (after,) = ledger.entries()
    assert after.id != before.id
    assert ledger.entry(before.id) == ledger.entry(before.id[:8]) == after
    ledger.act("accept", [before.id], by="desk")
    assert ledger.entry(after.id).accepted
    ledger.act("reject", [after.id], by="desk")
    with pytest.raises(UsageError, match="no entry"):
        ledger.entry(before.id)


def test_copies_are_one_voice(ledger: Ledger) -> None:
    sentences = [f"Sentence number {n} tells of ferries, timber and the price of wool in town {n}." for n in range(12)]
    one = write("2024-03-04", VISIT, *sentences, outlet="First Post")
    other = write("2024-03-04", VISIT, *sentences, outlet="Second Post")
    for report in (one, other):
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    (entry,) = ledger.entries()
    assert len(entry.claims) == 2
    assert entry.confidence == 0.5
    assert ledger.stats()["voices"] == 1
    assert ledger.check(rederive=True) == []


def test_a_reading_with_a_claim_of_another_report_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    one, other = visit_report(outlet="One"), visit_report(outlet="Other")
    with pytest.raises(ValueError, match="holds a claim of"):
        ledger.add(one, Read(one.id, "reader 1", [visit_claim(other)]))
    assert ledger.reports(every_version=True) == []


def test_in_bulk_entries_come_at_the_end(ledger: Ledger) -> None:
    reports = [visit_report(outlet=f"Outlet {n}") for n in range(3)]
    with ledger.bulk():
        for report in reports:
            ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
        assert ledger.entries() == []
    (entry,) = ledger.entries()
    assert len(entry.claims) == 3


def test_what_a_bulk_that_failed_stored_is_derived_when_next_asked_for(ledger: Ledger) -> None:
    report = visit_report()
    unreadable = Read(report.id, "reader 2", [visit_claim(visit_report(outlet="Other"))])

    def read_both() -> None:
        with ledger.bulk():
            for reading in (Read(report.id, "reader 1", [visit_claim(report)]), unreadable):
                ledger.add(report, reading)

    with pytest.raises(ValueError, match="holds a claim of"):
        read_both()
    assert len(ledger.entries()) == 1


def test_ids_that_lead_nowhere_are_said_to(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no entry"):
        ledger.entry("e0000000000")
    with pytest.raises(UsageError, match="too short"):
        ledger.entry("e0")
    with pytest.raises(UsageError, match="no report"):
        ledger.report("r0000000")
