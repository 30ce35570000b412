"""Merging and splitting parties: each name leads to the party it is; undo leaves everything as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def told(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Three people, one of whom bears two names."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    words = "LVA:Berg met EST:Kask to talk. LVA:Bergmanis met EST:Kask to dine. LVA:Bergmanis leads the Treasury."
    (tmp_path / "report.txt").write_text(f"# published: 2024-03-04\n\n{words}\n", encoding="utf-8")
    assert dostyk("read", tmp_path / "report.txt").code == 0
    return dostyk


def people(dostyk: Callable[..., Any], *named: str) -> dict[str, list[str]]:
    run = dostyk("people", *named, "--format", "jsonl")
    return {row["key"]: row["spellings"] for row in map(json.loads, run.out.splitlines())}


def test_merged_names_are_one_party_and_both_lead_to_it(told: Callable[..., Any]) -> None:
    before = people(told)
    run = told("act", "merge", "Berg", "Bergmanis", "--by", "desk", "--reason", "signs as Berg")
    assert "LVA:Berg is LVA:Bergmanis" in run.err
    assert people(told, "Berg") == {"LVA:Bergmanis": ["Berg", "Bergmanis"]}
    meetings = told("timeline", "Berg", "--kind", "meeting", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["who"] for line in meetings] == [["EST:Kask", "LVA:Bergmanis"]]  # of one day, so one
    assert told("act", "merge", "Berg", "Bergmanis").code == 2
    assert told("undo").code == 0
    assert people(told) == before


def test_a_name_is_split_from_the_party_it_was_joined_with(told: Callable[..., Any]) -> None:
    before = people(told)
    told("act", "merge", "Berg", "Bergmanis")
    run = told("act", "split", "LVA:Bergmanis", "LVA:Berg")
    assert "LVA:Bergmanis stands by itself" in run.err
    assert people(told) == before
    assert "ruled both one and two parties" in told("check").out


def test_what_cannot_be_merged_is_said(told: Callable[..., Any]) -> None:
    assert "no report names 'Tamm'" in told("act", "merge", "Tamm", "Kask").err
    assert "are two parties already" in told("act", "split", "Berg", "Kask").err


def test_a_namesake_is_told_apart_and_a_merge_over_it_takes_it_back(told: Callable[..., Any]) -> None:
    met = told("timeline", "Bergmanis", "--kind", "meeting", "--format", "jsonl").out.splitlines()
    run = told(
        "act", "namesake", "LVA:Bergmanis", json.loads(met[0])["id"], "--as", "Bergmanis (judge)", "--by", "desk"
    )
    assert "there LVA:Bergmanis is LVA:Bergmanis (judge)" in run.err
    assert "LVA:Bergmanis (judge)" in people(told)
    refused = told("act", "merge", "LVA:Bergmanis (judge)", "LVA:Bergmanis", "--by", "embassy")
    assert (refused.code, "desk ruled in act" in refused.err, "--over takes it back" in refused.err) == (2, True, True)
    assert told("act", "merge", "LVA:Bergmanis (judge)", "LVA:Bergmanis", "--by", "embassy", "--over").code == 0
    assert "LVA:Bergmanis (judge)" not in people(told)
    assert "namesake" in told("log").out
