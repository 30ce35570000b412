"""Acts on the terminal: a claim added by hand, many entries at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def desk(dostyk: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A report of two meetings, and of a visit that the reader does not find."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "desk")
    report = tmp_path / "report.txt"
    said = "LVA:Berg met EST:Kask to talk about trade. LVA:Berg met FIN:Aho to talk about ferries. Saar came to Riga."
    report.write_text(f"# published: 2024-03-04\n\n{said}\n", encoding="utf-8")
    assert dostyk("read", report).code == 0
    return dostyk


def entries(run: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.out.splitlines()]


def test_a_claim_is_added_with_the_words_that_say_so(desk: Command) -> None:
    report = entries(desk("timeline", "--format", "jsonl"))[0]
    (name,) = set(re.findall(r"\br[0-9a-f]{20}\b", desk("log", report["id"]).out))
    done = desk("act", "add", name, "visit", "Saar came to Riga", "who=EST:Saar", "whom=Latvia", "date=2024-03-03")
    assert done.code == 0, done.err
    (visit,) = entries(desk("timeline", "--kind", "visit", "--format", "jsonl"))
    assert (visit["who"], visit["whom"], visit["date"]) == (["EST:Saar"], ["LVA"], "2024-03-03")
    assert "“Saar came to Riga”" in desk("show", visit["id"]).out
    for wrong, why in (
        (("visit", "Saar went home", "who=EST"), "does not say 'Saar went home'"),
        (("visit", "met", "who=EST"), "has 'met' 2 times; quote more of it"),
        (("visit", "Saar came", "whom=LVA"), "say who acts"),
        (("visit", "Saar came", "who=EST", "day=1"), "no field 'day'"),
        (("voyage", "Saar came", "who=EST"), "no kind 'voyage'"),
    ):
        run = desk("act", "add", name, *wrong)
        assert (run.code, why in run.err) == (2, True), run.err
    desk("undo")
    assert entries(desk("timeline", "--kind", "visit", "--format", "jsonl")) == []


def test_many_entries_are_settled_at_once_and_taken_back_at_once(desk: Command) -> None:
    run = desk("act", "reject", "--with", "LVA", "--kind", "meeting", "--reason", "another Berg")
    assert (run.code, "2 entries fit" in run.err) == (0, True)
    assert entries(desk("timeline", "--format", "jsonl")) == []
    desk("undo")
    assert len(entries(desk("timeline", "--format", "jsonl"))) == 2
    desk("act", "accept", "--with", "FIN")
    assert [entry["accepted"] for entry in entries(desk("timeline", "--format", "jsonl"))].count(True) == 1
    assert "0 entries fit" in desk("act", "accept", "--with", "FIN").err
    assert desk("act", "accept").code == desk("act", "accept", "e123456", "--kind", "visit").code == 2


def test_merge_and_split_say_who_the_names_are_then(desk: Command, tmp_path: Path) -> None:
    report = tmp_path / "second.txt"
    report.write_text("# published: 2024-03-05\n\nLVA:Ozols met FIN:Aho to talk about ferries.\n", encoding="utf-8")
    assert desk("read", report).code == 0
    merged = desk("act", "merge", "LVA:Ozols", "LVA:Berg")
    assert merged.err.splitlines()[-1] == "LVA:Ozols is LVA:Berg"
    split = desk("act", "split", "LVA:Ozols", "LVA:Berg")
    assert split.err.splitlines()[-1] == "LVA:Ozols stands by itself, LVA:Berg stands by itself"
