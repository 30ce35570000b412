"""Erasing a report: its text goes from the ledger's files, who did it and why stays, and nothing dangles."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_derivation import Step, acts, do, readings
from test_exchange import everything, exported, take, two, visit
from test_reports import visit_claim, visit_report
from written import tell, write

from dostyk.errors import LedgerError, UsageError
from dostyk.ledger import Ledger, scrubbing
from dostyk.ledger.engine import Store


def test_the_report_goes_and_the_tombstone_stays(ledger: Ledger) -> None:
    visit(ledger)
    visit(ledger, "Other Post")
    gone, kept = ledger.reports()
    ledger.keeping.erase([gone.id], by="registrar", reason="order 12/24 of the court")
    assert ledger.reports() == [kept]
    assert [entry.anchors[0].report for entry in ledger.entries()] == [kept.id]
    (act,) = ledger.acts()
    assert (act.verb, act.by, act.reason) == ("erase", "registrar", "order 12/24 of the court")
    assert gone.text not in str(everything(ledger)["acts"])
    assert ledger.check(rederive=True) == []


def test_the_same_text_received_again_is_said_to_have_been_erased(ledger: Ledger) -> None:
    visit(ledger)
    (gone,) = ledger.reports()
    ledger.keeping.erase([gone.id], by="registrar", reason="order 12/24")
    for again in (gone, replace(gone, url="", outlet="Mirror", text=gone.text.replace(" ", "\n"))):
        added = ledger.add(again, Read(again.id, "reader 2", []))
        assert (added.new, added.erased[:10], added.erased[20:]) == (False, "erased on ", " by registrar: order 12/24")
    assert ledger.reports() == []
    assert ledger.entries() == []


def test_what_acts_quote_goes_too_and_the_log_still_verifies(ledger: Ledger) -> None:
    name = visit(ledger)
    other = visit(ledger, "Other Post")
    gone = ledger.report(next(claim.report for claim in ledger.claims() if claim.id == name))
    ledger.act("reject", [name], by="desk", reason="a quote of Mara Quill")
    ledger.undo(by="desk")
    ledger.act("correct", [name], by="desk", payload={"place": "BOL:Sucre"})
    claim = tell(gone, "meeting", "met", "NZL:Mara Quill; BOL:Diego Salas", date="2024-03-03")
    ledger.add_claim(claim, by="desk")
    ledger.keeping.erase([gone.id], by="registrar", reason="order 12/24")
    assert [act.verb for act in ledger.acts()] == ["erased", "undo", "correct", "erased", "erase"]
    assert [target.report for act in ledger.acts() for target in act.targets] == [
        next(claim.report for claim in ledger.claims() if claim.id == other)
    ]
    (entry,) = ledger.entries()
    assert entry.place == "BOL:Sucre", "what people said of the visit outlives one report of it"
    assert ledger.check(rederive=True) == []
    assert ledger.problems() == []
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("""UPDATE acts SET "by" = 'somebody' WHERE number = 2""")
    assert [problem.code for problem in ledger.check()] == ["log-altered"]


def test_quotes_taken_out_without_an_erasure_are_seen(ledger: Ledger) -> None:
    name = visit(ledger)
    ledger.act("note", [name], by="desk", payload={"text": "ask again"})
    with ledger._store.writing() as connection:
        connection.exec_driver_sql(
            """UPDATE acts SET verb = 'erased', data = '{"targets":[],"payload":{},"erased":2}' WHERE number = 1"""
        )
    assert [problem.code for problem in ledger.check()] == ["log-altered"]


def test_an_erasure_cannot_be_undone_nor_done_without_a_reason(ledger: Ledger) -> None:
    visit(ledger)
    (report,) = ledger.reports()
    with pytest.raises(UsageError, match="by whom"):
        ledger.keeping.erase([report.id], by="registrar", reason=" ")
    with pytest.raises(UsageError, match="no report"):
        ledger.keeping.erase(["r123456"], by="registrar", reason="order")
    ledger.keeping.erase([report.id], by="registrar", reason="order")
    for number in (None, 1):
        with pytest.raises(UsageError, match=r"act 1 is an erasure, which cannot be undone; nothing was taken back$"):
            ledger.undo(by="desk", number=number)


def test_an_undo_behind_an_erasure_takes_back_nothing_unless_told_what(ledger: Ledger) -> None:
    name = visit(ledger)
    visit(ledger, "Other Post")
    ledger.act("accept", [name], by="desk")
    ledger.keeping.erase([ledger.reports()[1].id], by="registrar", reason="order")
    with pytest.raises(UsageError, match=r"dostyk undo --number 1 takes back what was done before it \(accept\)"):
        ledger.undo(by="desk")
    (entry,) = ledger.entries()
    assert entry.accepted
    ledger.undo(by="desk", number=1)
    (entry,) = ledger.entries()
    assert not entry.accepted
    ledger.act("note", [entry.id], by="desk", payload={"text": "asked"})
    assert (done := ledger.undo(by="desk")) is not None  # what came after the erasure is taken back as ever
    assert done.payload["act"] == "4"


def test_the_version_before_counts_again(ledger: Ledger) -> None:
    old = visit_report(url="https://one.example/visit")
    new = replace(old, text="Updated. " + old.text)
    for report in (old, new):
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    assert ledger.keeping.also_there(new) == [old]
    ledger.keeping.erase([new.id], by="registrar", reason="order")
    assert ledger.reports() == [old]
    assert {claim.report for claim in ledger.claims()} == {old.id}
    assert ledger.check(rederive=True) == []


def test_a_person_is_found_under_every_spelling_and_in_texts_without_claims(ledger: Ledger) -> None:
    named = visit_report(outlet="One Post")
    ledger.add(named, Read(named.id, "reader 1", [visit_claim(named)]))
    told = write("2024-03-05", "Mara Quill opened a library.", outlet="Two Post")
    other = write("2024-03-05", "A bridge was opened.", outlet="Six Post")
    for report in (told, other):
        ledger.add(report, Read(report.id, "reader 1", []))
    for person in ("NZL:Mara Quill", "Mara Quill"):
        assert {report.id for report in ledger.keeping.naming(person)[0]} == {named.id, told.id}


def test_a_person_is_taken_out_of_what_people_wrote(ledger: Ledger) -> None:
    visit(ledger)
    bridge = write("2024-03-05", "Chad and Bolivia opened a bridge.", outlet="Six Post")
    claim = tell(bridge, "opening", "opened", "TCD=Chad; BOL=Bolivia", what="bridge")
    ledger.add(bridge, Read(bridge.id, "reader 1", [claim]))
    for text in ("ask Mara Quill’s office", "MARA QUILL was there", "quills are feathers"):
        ledger.act("note", [claim.id], by="desk", payload={"text": text}, reason="as Mara  Quill said")
    ledger.act("correct", [claim.id], by="desk", payload={"who": "NZL:Mara Quill", "place": "BOL:Sucre"})
    ledger.act("correct", [claim.id], by="desk", payload={"what": "Mara Quill bridge"}, reason="Mara Quill wrote")
    reports, acts = ledger.keeping.naming("NZL:Mara Quill")
    assert ([report.outlet for report in reports], [act.number for act in acts]) == (["One Post"], [1, 2, 3, 4, 5])
    done = ledger.keeping.erase([report.id for report in reports], by="registrar", reason="order",
                                person="NZL:Mara Quill")  # fmt: skip
    assert [act.payload["acts"] for act in done] == ["", "1,2,3,4,5"]
    assert [act.payload.get("text") for act in ledger.acts()[:3]] == [
        "ask [erased]’s office", "[erased] was there", "quills are feathers"]  # fmt: skip
    assert {act.reason for act in ledger.acts()[:3]} == {"as [erased] said"}
    assert "Quill" not in str(everything(ledger))
    (entry,) = ledger.entries()
    assert (entry.corrected, entry.place, entry.what) == (("place",), "BOL:Sucre", "bridge")
    assert ledger.check(rederive=True) == []
    assert ledger.keeping.naming("NZL:Mara Quill") == ([], [])
    with ledger._store.writing() as connection:
        connection.exec_driver_sql('UPDATE acts SET data = \'{"targets":[],"payload":{}}\' WHERE number = 3')
    assert [problem.code for problem in ledger.check()] == ["log-altered"]


def test_nothing_of_the_text_stays_in_the_files(tmp_path: Path) -> None:
    report = write("2024-03-04", "Mara Quill kept a parrot called Zanzibarbarossa.", outlet="One Post")
    with Ledger.open(tmp_path / "l") as ledger:
        visit(ledger, "Other Post")
        ledger.add(report, Read(report.id, "reader 1", []))
        ledger.keeping.erase([report.id], by="registrar", reason="order")
        held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"arrot called" not in held
    assert b"anzibarbarossa" not in held.lower()


def in_files(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_files_that_were_not_written_anew_are_when_the_ledger_is_opened_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(tmp_path / "l") as ledger, monkeypatch.context() as full:
        visit(ledger)
        (gone,) = ledger.reports()
        full.setattr(Store, "scrub", _no_space)
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.keeping.erase([gone.id], by="registrar", reason="order 12/24")
        assert ledger.reports() == []
        with Ledger.open(tmp_path / "l") as again:
            (problem,) = again.check()
            assert (problem.code, "could not be written anew" in problem.message) == ("erased-remains", True)
        assert in_files(tmp_path, gone.text[:40])
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.check(rederive=True) == []
    assert not in_files(tmp_path, gone.text[:40])


def _no_space(store: Store) -> bool:
    raise LedgerError(f"the ledger {store.name} cannot grow: the disk is full")


def test_files_that_others_read_are_written_anew_once_these_are_done(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        visit(ledger)
        (gone,) = ledger.reports()
        with sqlite3.connect(tmp_path / "l", isolation_level=None) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM reports").fetchall()
            with ledger._store.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout = 100")
            ledger.keeping.erase([gone.id], by="registrar", reason="order 12/24")
            assert [problem.code for problem in ledger.check()] == ["erased-remains"]
        reader.close()
    Ledger.open(tmp_path / "l").close()
    assert not in_files(tmp_path, gone.text[:40])


def test_programs_that_open_it_at_once_do_not_wait_for_each_other_for_ever(place: str) -> None:
    with Ledger.open(place) as ledger:
        visit(ledger)
        with ledger._store.writing() as connection:
            scrubbing.ask(connection)
    with ThreadPoolExecutor(4) as programs:
        for opened in programs.map(Ledger.open, [place] * 4):
            opened.close()
    with Ledger.open(place) as ledger:
        assert ledger.check(rederive=True) == []


def test_nothing_stays_in_the_files_of_a_ledger_that_takes_the_erasure_in(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger, two() as (other, _):
        visit(ledger)
        visit(other)
        (gone,) = other.reports()
        other.keeping.erase([gone.id], by="registrar", reason="order 12/24")
        assert take(ledger, exported(other))["reports erased"] == 1
    assert not in_files(tmp_path, gone.text[:40])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(readings, acts), max_size=8), st.integers(0, 3), st.lists(readings, max_size=3))
def test_whatever_was_done_before_an_erasure_leaves_what_deriving_everything_would(
    steps: list[Step], which: int, more: list[Step]
) -> None:
    with two() as (ledger, copy):
        for step in steps:
            do(ledger, step)
        held = ledger.reports(every_version=True)
        if held:
            ledger.keeping.erase([held[which % len(held)].id], by="registrar", reason="order")
        for step in more:
            do(ledger, step)
        assert [p for p in ledger.check(rederive=True) if p.code not in ("quote-mismatch", "report-altered")] == []
        take(copy, exported(ledger))
        assert everything(copy) == everything(ledger)


def test_an_erasure_is_carried_out_where_the_ledger_is_merged_into() -> None:
    with two() as (one, other):
        name = visit(one)
        visit(one, "Other Post")
        take(other, exported(one))
        one.act("accept", [name], by="desk")
        gone = next(claim.report for claim in other.claims() if claim.id == name)
        other.keeping.erase([gone], by="registrar", reason="order")
        assert take(one, exported(other)) == {"reports known": 1, "acts": 1, "reports erased": 1}
        take(other, exported(one))
        for ledger in (one, other):
            assert gone not in {report.id for report in ledger.reports()}
            assert ledger.check(rederive=True) == []
