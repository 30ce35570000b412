"""Copies: a backup while others write; a ledger on another database, the same row by row."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import Read
from test_exchange import everything, visit
from test_reports import visit_claim, visit_report

from dostyk.errors import LedgerError, UsageError
from dostyk.ledger import Ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Two reports of a visit, and an act."""
    name = visit(ledger)
    visit(ledger, "Other Post")
    ledger.act("accept", [name], by="desk")
    return ledger


def test_a_backup_is_a_ledger_that_holds_the_same(filled: Ledger, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    filled.keeping.backup(tmp_path / "copies" / "b.sqlite", lambda *how_far: told.append(how_far))
    with Ledger.open(tmp_path / "copies" / "b.sqlite", create=False) as copy:
        assert everything(copy) == everything(filled)
        assert [hit.what for hit in copy.search("Bolivia visit")].count("report") == 2
        assert copy.check(rederive=True) == []
    assert told[-1][1] == told[-1][2]
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["b.sqlite"]


def test_a_copy_elsewhere_and_back_is_the_same_and_goes_on(filled: Ledger, place: str, tmp_path: Path) -> None:
    filled.keeping.copy_to(str(tmp_path / "there"))
    with Ledger.open(tmp_path / "there") as there:
        assert everything(there) == everything(filled)
        there.keeping.copy_to(str(tmp_path / "again"))
        with pytest.raises(LedgerError, match="holds something already"):
            there.keeping.copy_to(filled.name if "://" not in place else place)
        report = visit_report("2024-03-09", outlet="Late Post")
        there.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
        assert there.check(rederive=True) == []


def test_from_a_file_to_another_database_numbers_go_on(ledger: Ledger, place: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "here") as here:
        visit(here)
        here.act("accept", [here.entries()[0].id], by="desk")
        here.keeping.copy_to(place)
        assert everything(ledger) == everything(here)
        assert ledger.search("Quill visit") != []
    visit(ledger, "Late Post")
    assert ledger.check(rederive=True) == []


def test_a_backup_over_the_ledger_itself_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        visit(ledger)
        with pytest.raises(UsageError, match="the ledger itself"):
            ledger.keeping.backup(tmp_path / "l")
        assert len(ledger.reports()) == 1


def test_backups_made_while_others_write_are_whole(ledger: Ledger, tmp_path: Path) -> None:
    def write() -> None:
        for number in range(25):
            visit(ledger, f"{number:03} Post")

    writer = threading.Thread(target=write)
    writer.start()
    held = []
    while not held or (writer.is_alive() and len(held) < 5):
        ledger.keeping.backup(path := tmp_path / f"b{len(held)}")
        with Ledger.open(path) as copy:
            assert copy.check(rederive=True) == []
            held.append(len(copy.reports()))
    writer.join()
    assert held == sorted(held)
    assert len(ledger.reports()) == 25


def test_the_log_beside_a_replaced_backup_does_not_reach_the_new_one(tmp_path: Path) -> None:
    copy, log = tmp_path / "b", tmp_path / "b-wal"
    with Ledger.open(tmp_path / "l") as ledger:
        visit(ledger)
        ledger.keeping.backup(copy)
        with Ledger.open(copy) as opened:
            visit(opened, "Other Post")
            held = log.read_bytes()
        log.write_bytes(held)  # as if a program that had the copy open was killed
        ledger.keeping.backup(copy)
        with Ledger.open(copy) as opened:
            assert len(opened.reports()) == 1
            assert opened.check(rederive=True) == []
