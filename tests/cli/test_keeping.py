"""Ledgers elsewhere, and reports that have to go, by commands."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def told(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Two meetings, one of them accepted."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "desk")
    for name, text in (("one", "LVA:Berg met EST:Kask to talk about trade."), ("two", "FIN:Laine met EST:Kask.")):
        (tmp_path / f"{name}.txt").write_text(f"# published: 2024-03-04\n\n{text}\n", encoding="utf-8")
        assert dostyk("read", tmp_path / f"{name}.txt").code == 0
    dostyk("act", "accept", timeline(dostyk)[0]["id"])
    return dostyk


def timeline(dostyk: Callable[..., Any], *more: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in dostyk("timeline", "--format", "jsonl", *more).out.splitlines()]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_an_exported_ledger_is_taken_in_elsewhere_once(told: Callable[..., Any], tmp_path: Path, name: str) -> None:
    other = ("--ledger", tmp_path / "other.sqlite")
    assert told("export", "ledger", "-o", tmp_path / name).code == 0
    assert told("import", tmp_path / name, *other).out == "2 new reports, 2 new readings, 1 new act\n"
    again = "0 new reports, 0 new readings, 0 new acts, 2 reports known\n"
    assert told("import", tmp_path / name, *other).out == again
    assert told("import", tmp_path / "ledger.sqlite", *other).out == again
    assert timeline(told, *other) == timeline(told)
    assert told("export", "ledger", *other).out == told("export", "ledger").out


def test_what_cannot_be_taken_in_is_said(told: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Dear desk,\n", encoding="utf-8")
    packed = gzip.compress(told("export", "ledger").out.encode())
    (tmp_path / "cut.gz").write_bytes(packed[: len(packed) // 2])
    run = told("import", tmp_path / "notes.txt")
    assert (run.code, "notes.txt, line 1: no JSON" in run.err) == (3, True)
    run = told("import", tmp_path / "cut.gz")
    assert (run.code, "cut.gz: cannot be read" in run.err) == (2, True)
    assert told("import", tmp_path / "none").code == 2


def test_a_backup_is_a_ledger_and_replaces_nothing_unasked(told: Callable[..., Any], tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "b.sqlite"
    assert told("backup", copy).code == 0
    assert told("backup", copy).code == 2
    assert told("backup", copy, "--replace").code == 0
    assert told("backup", tmp_path / "ledger.sqlite", "--replace").code == 2
    assert timeline(told, "--ledger", copy) == timeline(told)
    assert told("ledger", "copy", copy, tmp_path / "new.sqlite").code == 0
    assert timeline(told, "--ledger", tmp_path / "new.sqlite") == timeline(told)
    run = told("ledger", "copy", copy, tmp_path / "new.sqlite")
    assert (run.code, "holds something already" in run.err) == (3, True)


def test_an_erased_report_stays_out_and_the_log_says_why(told: Callable[..., Any], tmp_path: Path) -> None:
    report = json.loads(told("export", "ledger").out.splitlines()[1])["report"]["id"]
    assert told("erase", report).code == 2
    assert told("erase", "--reason", "order 12/24").code == 2
    run = told("erase", report[:10], "--reason", "order 12/24", "--yes")
    assert run.code == 0
    assert "erased: 1 report; act 2 of the log" in run.err
    assert len(timeline(told)) == 1
    run = told("read", tmp_path / "one.txt", tmp_path / "two.txt")
    assert run.code == 0
    assert "1 report erased before, and not taken in again" in run.out
    assert "by desk: order 12/24" in run.out
    assert told("check", "--rederive").code == 0


def test_all_reports_that_name_a_person_are_erased(told: Callable[..., Any]) -> None:
    run = told("erase", "--person", "EST:Kask", "--reason", "order", "--yes")
    assert "erased: 2 reports; acts 2 to 3 of the log" in run.err
    assert timeline(told) == []
    assert "no report and no act names EST:Kask" in told("erase", "--person", "EST:Kask", "--reason", "order").err
