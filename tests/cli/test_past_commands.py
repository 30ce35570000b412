"""`--as-of` answers from what the ledger held on a day, `--until` from what had happened by then."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def told(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A meeting of March that was read in April, and one of February that was read in May."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    told = (("2024-04-01", "2024-03-04", "LVA:Berg met EST:Kask to talk about trade."),
            ("2024-05-01", "2024-02-02", "FIN:Laine met EST:Kask to talk about ferries."))  # fmt: skip
    for recorded, published, words in told:
        monkeypatch.setattr("dostyk.ledger.ledger.now", lambda recorded=recorded: f"{recorded}T08:00:00Z")
        report = tmp_path / f"{recorded}.txt"
        report.write_text(f"# published: {published}\n\n{words}\n", encoding="utf-8")
        assert dostyk("read", report).code == 0
    return dostyk


def days(run: Any) -> list[str]:
    assert run.code == 0, run.err
    return [json.loads(line)["date"] for line in run.out.splitlines()]


def test_as_of_answers_from_what_was_held_on_the_day(told: Callable[..., Any]) -> None:
    assert days(told("timeline", "--format", "jsonl")) == ["2024-02-02", "2024-03-04"]
    then = told("timeline", "--as-of", "2024-04-30", "--format", "jsonl")
    assert days(then) == ["2024-03-04"]
    assert "as the ledger was on 2024-04-30, linked as today" in then.err
    assert told("people", "Laine", "--as-of", "2024-04-30").code == 2
    assert told("search", "ferries", "--as-of", "2024-04-30", "--format", "jsonl").out == ""
    early = told("timeline", "--as-of", "2024-03-31", "--format", "jsonl")
    assert (days(early), "first report was recorded on 2024-04-01" in early.err) == ([], True)


def test_until_answers_from_what_had_happened_by_the_day(told: Callable[..., Any]) -> None:
    assert days(told("timeline", "--until", "2024-02-28", "--format", "jsonl")) == ["2024-02-02"]
    assert told("timeline", "--as-of", "spring").code == 2
