"""What people rejected can be listed, shown and traced; the log says which acts were undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def told(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """One meeting."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "desk")
    report = tmp_path / "report.txt"
    report.write_text("# published: 2024-03-04\n\nLVA:Berg met EST:Kask to talk about trade.\n", encoding="utf-8")
    assert dostyk("read", report).code == 0
    return dostyk


def lines(run: Any) -> list[dict[str, Any]]:
    assert run.code == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


def test_what_was_rejected_is_shown_with_who_did_it(told: Callable[..., Any]) -> None:
    (before,) = lines(told("timeline", "--format", "jsonl"))
    assert lines(told("timeline", "--rejected", "--format", "jsonl")) == []
    told("act", "reject", before["id"], "--reason", "a rehearsal")
    assert lines(told("timeline", "--format", "jsonl")) == []
    assert lines(told("timeline", "LVA", "--rejected", "--format", "jsonl")) == [before]
    run = told("show", before["id"][:9])
    assert "LVA:Berg" in run.out
    assert "rejected by desk on" in run.err
    assert "a rehearsal; dostyk undo --number 1 brings it back" in run.err
    assert told("show", "e123456").code == 2


def test_the_log_says_which_acts_were_undone(told: Callable[..., Any]) -> None:
    (entry,) = lines(told("timeline", "--format", "jsonl"))
    told("act", "accept", entry["id"])
    told("undo")
    told("act", "reject", entry["id"])
    log = [(line["what"], line["act"], line["undone"]) for line in lines(told("log", entry["id"], "--format", "jsonl"))]
    assert log == [("report", None, False), ("accept", 1, True), ("undo", 2, False), ("reject", 3, False)]
