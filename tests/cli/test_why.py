"""`dostyk why ID` and `dostyk why ID ID`: in words and figures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def told(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Two reports of one meeting, and one of another."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    for name, day, words in (("a", "2024-03-04", "LVA:Berg met EST:Kask to talk about trade."),
                             ("b", "2024-03-04", "LVA:Berg met EST:Kask to talk about trade and rail."),
                             ("c", "2024-03-05", "LVA:Berg met EST:Kask to talk about ferries.")):  # fmt: skip
        (tmp_path / f"{name}.txt").write_text(f"# published: {day}\n# outlet: {name}\n\n{words}\n", encoding="utf-8")
    assert dostyk("read", *sorted(tmp_path.glob("*.txt"))).code == 0
    return dostyk


def ids(dostyk: Callable[..., Any]) -> list[str]:
    found = [json.loads(line) for line in dostyk("timeline", "--format", "jsonl").out.splitlines()]
    return [entry["id"] for entry in sorted(found, key=lambda entry: entry["date"])]


def test_why_claims_were_joined_and_what_was_kept_apart(told: Callable[..., Any]) -> None:
    first, second = ids(told)
    page = told("why", first[:8]).out
    assert "2 claims of 2 reports, 2 independent voices" in page
    assert "parties 1.00 × 0.45: LVA:Berg, EST:Kask / LVA:Berg, EST:Kask" in page
    assert "what: “to talk about trade and rail” before “to talk about trade”; both can hold" in page
    assert f"kept apart, the likest first\n  {second}" in page
    assert "2024-03-04 and 2024-03-05 are 1 day apart" in page
    assert json.loads(told("why", first, "--format", "json").out)["joins"][0]["ruled"] is False


def test_why_two_are_one_or_not(told: Callable[..., Any]) -> None:
    first, second = ids(told)
    apart = told("why", first, second)
    assert apart.out.endswith("2024-03-04 and 2024-03-05 are 1 day apart\nkept apart\n")
    assert told("why", first, first).code == 2
    assert told("why", "e000000").code == 2


def test_an_entry_shows_who_says_what_and_whether_it_can_all_be_right(told: Callable[..., Any], tmp_path: Path) -> None:
    for name, day in (("v", "2024-06-04"), ("w", "2024-06-05")):
        (tmp_path / f"{name}.txt").write_text(
            f"# published: {day}\n# outlet: {name}\n\nLVA:Berg visited EST:Kask in town.\n", encoding="utf-8"
        )
    assert told("read", tmp_path / "v.txt", tmp_path / "w.txt").code == 0
    meeting, _, visit = ids(told)
    assert re.search(r"told in several ways: to talk about trade and rail \[\d]; to talk about trade \[\d]\n",
                     told("show", meeting).out)  # fmt: skip
    assert "reports contradict each other: 2024-06-05 [2]; 2024-06-04 [1]\n" in told("show", visit).out
