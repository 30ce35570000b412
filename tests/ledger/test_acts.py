"""Acts: what people decide holds over readings, is never lost, and cannot be altered unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Read
from sqlalchemy import text
from test_reports import VISIT, visit_claim, visit_report
from written import tell, write

from dostyk.errors import UsageError
from dostyk.ledger import Ledger
from dostyk.model import Entry


@pytest.fixture
def entry(ledger: Ledger) -> Entry:
    """A visit that two reports tell of."""
    for outlet in ("One Post", "Other Post"):
        report = visit_report(outlet=outlet, url=f"https://{outlet[:3]}.example/visit")
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    (found,) = ledger.entries()
    return found


def test_a_correction_holds_over_a_new_reading(ledger: Ledger, entry: Entry) -> None:
    ledger.act("correct", [entry.id], by="desk", payload={"date": "2024-03-01"}, reason="the host's own readout")
    report = ledger.report(entry.anchors[0].report)
    ledger.add(report, Read(report.id, "reader 2", [visit_claim(report, reader="reader 2", what="official visit")]))
    (after,) = ledger.entries()
    assert after.date is not None
    assert (after.date.iso, after.corrected) == ("2024-03-01", ("date",))
    assert [version.value for version in after.versions["date"]] == ["2024-03-03"]


def test_a_rejected_claim_stays_out_and_the_rest_stays(ledger: Ledger, entry: Entry) -> None:
    ledger.act("reject", [entry.claims[0]], by="desk")
    (after,) = ledger.entries()
    assert after.claims == entry.claims[1:]
    ledger.act("reject", [after.id], by="desk")
    assert ledger.entries() == []
    ledger.undo(by="desk")
    ledger.undo(by="desk")
    assert ledger.entries() == [entry]
    ledger.redo(by="desk")
    assert ledger.entries() == [after]


def test_different_splits_and_same_joins(ledger: Ledger, entry: Entry) -> None:
    ledger.act("different", entry.claims, by="desk")
    one, other = ledger.entries()
    ledger.undo(by="desk", number=1)
    assert ledger.entries() == [entry]
    report = write("2024-09-01", "On 30 August Mara Quill arrived in Bolivia again.", outlet="Third Post")
    ledger.add(report, Read(report.id, "reader 1", [visit_claim(report, date="2024-08-30")]))
    first, second = ledger.entries()
    ledger.act("same", [first.id, second.id], by="desk", reason="the outlet had the month wrong")
    (joined,) = ledger.entries()
    assert set(joined.claims) == {*first.claims, *second.claims}
    assert ledger.entry(second.id) == joined
    assert {one.id, other.id} == {entry.id, *(a.entry_id for a in entry.anchors)}


def test_what_one_decision_recorded_is_one_undo_and_one_redo(ledger: Ledger, entry: Entry) -> None:
    note, date = ("note", [entry.id], {"text": "ask"}), ("correct", [entry.id], {"date": "2024-03-01"})
    ledger.act("correct", [entry.id], by="desk", payload={"place": "BOL:Sucre"})
    before = ledger.entries()
    first, _, third = ledger.decide([note, date, ("reject", [entry.claims[1]], {})], by="desk")
    (after,) = ledger.entries()
    assert (after.corrected, len(after.claims)) == (("date", "place"), 1)
    ledger.undo(by="desk", number=third.number, alone=True)
    (without,) = ledger.entries()
    assert (without.corrected, len(without.claims)) == (("date", "place"), 2)
    undone = ledger.undo(by="desk", number=first.number)
    assert undone is not None
    assert (undone.payload["act"], undone.payload["acts"]) == (str(first.number), "2")
    assert ledger.entries() == before
    ledger.redo(by="desk")
    assert ledger.entries() == [without]
    ledger.redo(by="desk")
    assert ledger.entries() == [after]
    ledger.undo(by="desk")
    assert (ledger.entries(), len(ledger.acts(held=True))) == (before, 1)
    assert [line.text for line in ledger.log(entry.id) if line.what == "undo"][-1] == "act 2 and 2 more of its command"
    assert [(line.number, line.text) for line in ledger.log() if line.undone][1:3] == [
        (3, "visit “arrived”; date set to 2024-03-01"), (4, "visit “arrived”")]  # fmt: skip
    assert ledger.check(rederive=True) == []


def test_a_decision_of_which_one_act_says_too_little_records_nothing(ledger: Ledger, entry: Entry) -> None:
    with pytest.raises(UsageError, match="needs a text"):
        ledger.decide([("accept", [entry.id], {}), ("note", [entry.id], {})], by="desk")
    with pytest.raises(UsageError, match="no entry"):
        ledger.decide([("accept", [entry.id], {}), ("note", ["e00000000"], {"text": "seen"})], by="desk")
    assert ledger.acts() == ()


def test_acts_follow_the_quote_into_a_changed_text(ledger: Ledger, entry: Entry) -> None:
    ledger.act("accept", [entry.id], by="desk")
    old = ledger.report(entry.anchors[0].report)
    changed = replace(old, text="Updated at noon.\n\n" + old.text)
    ledger.add(changed, Read(changed.id, "reader 1", [visit_claim(changed)]))
    (after,) = ledger.entries()
    assert after.accepted
    assert ledger.check(rederive=True) == []


def test_an_act_that_fits_no_more_is_listed(ledger: Ledger, entry: Entry) -> None:
    ledger.act("accept", [entry.id], by="desk")
    old = ledger.report(entry.anchors[0].report)
    ledger.add(old, Read(old.id, "reader 2", []))
    assert [problem.code for problem in ledger.problems()] == ["act-unbound"]
    assert not ledger.entries()[0].accepted
    ledger.undo(by="desk")
    assert ledger.problems() == []
    ledger.redo(by="desk")
    assert [problem.code for problem in ledger.problems()] == ["act-unbound"]


def test_a_claim_added_by_hand_counts_and_is_checked(ledger: Ledger, entry: Entry) -> None:
    report = ledger.report(entry.anchors[0].report)
    claim = tell(report, "meeting", "met", "NZL:Mara Quill; BOL:Diego Salas", date="2024-03-03")
    ledger.add_claim(claim, by="desk")
    assert [found.kind for found in ledger.entries()] == ["meeting", "visit"] or len(ledger.entries()) == 2
    assert ledger.entries(kind="meeting")[0].part_of == entry.id
    assert ledger.check(rederive=True) == []
    ledger.undo(by="desk")
    assert ledger.entries() == [entry]
    with pytest.raises(UsageError, match="no report"):
        ledger.add_claim(replace(claim, report="r00000000"), by="desk")


def test_the_log_tells_how_an_entry_came_about(ledger: Ledger, entry: Entry) -> None:
    ledger.act("note", [entry.id], by="desk", payload={"text": "ask the embassy"})
    lines = ledger.log(entry.id)
    assert [line.what for line in lines] == ["report", "report", "note"]
    assert (lines[2].by, lines[2].text) == ("desk", "“ask the embassy”")


def test_an_altered_log_is_seen(ledger: Ledger, entry: Entry) -> None:
    ledger.act("accept", [entry.id], by="desk")
    ledger.act("note", [entry.id], by="desk", payload={"text": "seen"})
    assert ledger.check() == []
    with ledger._store.writing() as connection:
        connection.execute(text("UPDATE acts SET by = 'somebody else' WHERE number = 1"))
    assert [problem.code for problem in ledger.check()] == ["log-altered"]


def test_an_altered_text_is_seen(ledger: Ledger, entry: Entry) -> None:
    with ledger._store.writing() as connection:
        connection.execute(text("UPDATE reports SET text = :text"), {"text": VISIT.replace("arrived", "alighted")})
    assert {problem.code for problem in ledger.check()} == {"report-altered", "quote-mismatch"}


@pytest.mark.parametrize(
    ("verb", "count", "payload", "said"),
    [
        ("praise", 1, {}, "no act"),
        ("same", 1, {}, "needs two ids"),
        ("accept", 0, {}, "needs an id"),
        ("correct", 1, {}, "FIELD=VALUE"),
        ("correct", 1, {"colour": "red"}, "no field"),
        ("correct", 1, {"status": "over"}, "no status"),
        ("correct", 1, {"date": "in May"}, "not an ISO date"),
        ("note", 1, {}, "needs a text"),
        ("add", 0, {}, "needs a claim"),
    ],
)
def test_acts_that_say_too_little_are_refused(
    ledger: Ledger, entry: Entry, verb: str, count: int, payload: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        ledger.act(verb, [entry.id][:count], by="desk", payload=payload)
    assert ledger.acts() == ()
