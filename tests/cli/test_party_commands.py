"""Merging and splitting parties: each name leads to the party it is; undo leaves everything as it was."""

from __future__ import annotations

import json
import re
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


def ids(run: Any) -> list[str]:
    assert run.code == 0, run.err
    return sorted(json.loads(line)["id"] for line in run.out.splitlines())


def test_lists_take_every_spelling_that_a_command_prints(told: Callable[..., Any]) -> None:
    told("act", "merge", "Berg", "Bergmanis")
    (office,) = ids(told("timeline", "--kind", "office", "--format", "jsonl"))
    wanted = ids(told("timeline", "LVA:Bergmanis", "--format", "jsonl"))
    assert len(wanted) == 2
    for spelling in ("LVA:Berg", "Berg", "bergmanis", "Latvia:Bergmanis", office, office[:8]):
        assert ids(told("timeline", spelling, "--format", "jsonl")) == wanted, spelling
    assert ids(told("timeline", "LVA:Berg; EST:Kask", "--format", "jsonl")) != wanted
    assert told("people", "LVA:Berg", "--format", "jsonl").out == told("people", "Bergmanis", "--format", "jsonl").out
    assert told("people", office).out == told("people", "LVA:Berg").out
    for command in ("timeline", "commitments", "invitations", "instruments", "steps", "people"):
        assert told(command, "LVA:Berg").code == 0
        run = told(command, "EST:Berg")
        assert (run.code, "no report names 'EST:Berg'; there are LVA:Berg" in run.err) == (2, True), run.err


def test_what_asks_for_a_state_takes_one_who_acts_for_it_and_says_so(told: Callable[..., Any]) -> None:
    for one in ("LVA:Bergmanis", "Bergmanis", "Latvian"):
        run = told("brief", one, "EST:Kask", "--format", "md")
        assert (run.code, "# Latvia and Estonia" in run.out) == (0, True), run.err
        assert "EST:Kask stands for its state here, EST" in run.err
    assert told("brief", "EST", "EST:Kask").code == 2
    for command in (("urge", "LVA:Berg", "Kask"), ("due", "--with", "LVA:Berg"), ("due", "--side", "Kask")):
        assert told(*command).code == 0


def test_a_party_is_shown_by_any_of_its_spellings(told: Callable[..., Any]) -> None:
    told("act", "merge", "Berg", "Bergmanis")
    shown = told("show", "LVA:Berg")
    assert shown.out.splitlines()[0] == "person LVA:Bergmanis"
    assert shown.out == told("show", "Bergmanis").out
    assert "told as    LVA:Berg; LVA:Bergmanis" in shown.out
    assert "office     the Treasury, attested 2024-03-04 to 2024-03-04, current" in shown.out
    assert "entries    2, 2024-03-04 to 2024-03-04; dostyk timeline LVA:Bergmanis lists them" in shown.out
    assert "name       Latvia" in told("show", "Latvian").out
    assert told("show", "e123456").code == told("show", "Nobody").code == 2


def test_the_log_says_what_each_act_did(told: Callable[..., Any]) -> None:
    (meeting, *_) = ids(told("timeline", "--kind", "meeting", "--format", "jsonl"))
    report = re.findall(r"\br[0-9a-f]{20}\b", told("log", meeting).out)[0]
    told("act", "reject", meeting)
    told("undo")
    told("act", "correct", meeting, "place=Riga", "date=")
    told("act", "note", meeting, "ask the embassy")
    told("act", "merge", "Berg", "Bergmanis", "--reason", "signs as Berg")
    told("act", "add", report, "visit", "leads the Treasury", "who=EST:Kask", "whom=LVA", "date=2024-03-03")
    lines = [json.loads(line) for line in told("log", "--format", "jsonl").out.splitlines()]
    assert [(line["what"], line["text"]) for line in lines] == [
        ("reject", "meeting “met”"),
        ("undo", "act 1"),
        ("correct", "meeting “met”; date taken out; place set to Riga"),
        ("note", "meeting “met”; “ask the embassy”"),
        ("merge", "LVA:Berg and LVA:Bergmanis are one; signs as Berg"),
        ("add", "visit, EST:Kask to LVA, 2024-03-03: “leads the Treasury”"),
    ]
