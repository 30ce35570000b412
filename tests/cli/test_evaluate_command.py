"""`dostyk evaluate` reads, scores, lists and compares."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "Calm talks. LVA:Berg met EST:Kask to talk about trade. LVA:Berg visited EST:Kask at home."
FACTS = [
    {
        "kind": "meeting",
        "who": ["LVA:Berg", "EST:Kask"],
        "date": "2024-03-04",
        "must": True,
        "status": "happened",
        "evidence": "to talk about trade",
    },
    {"kind": "call", "who": ["LVA", "EST"], "must": True, "status": "happened", "evidence": "Calm talks"},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for name in ("facts", "text"):
        (tmp_path / "gold" / name).mkdir(parents=True)
    (tmp_path / "gold/text/one.txt").write_text(f"# published: 2024-03-04\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "gold/facts/one.json").write_text(json.dumps({"facts": FACTS}), encoding="utf-8")
    return tmp_path / "gold"


def test_table_and_summary(dostyk: Callable[..., Any], gold: Path) -> None:
    run = dostyk("evaluate", gold, "--format", "json")
    rows = {row["kind"]: row for row in json.loads(run.out)}
    assert run.code == 0
    assert (rows["TOTAL"]["must"], rows["TOTAL"]["found"], rows["TOTAL"]["claims"]) == (2, 1, 2)
    assert rows["TOTAL"]["F1"] == 0.5
    assert "F1 0.500, recall 0.500, precision 0.500" in run.err


def test_misses_and_extras_with_their_sentences(dostyk: Callable[..., Any], gold: Path) -> None:
    run = dostyk("evaluate", gold, "--show", "all", "--format", "jsonl")
    rows = [json.loads(line) for line in run.out.splitlines()]
    assert [(row["finding"], row["kind"]) for row in rows] == [("missed", "call"), ("extra", "visit")]
    assert rows[0]["sentence"] == "Calm talks."
    assert rows[1]["sentence"] == "LVA:Berg visited EST:Kask at home."


def test_two_runs(dostyk: Callable[..., Any], gold: Path, tmp_path: Path) -> None:
    saved, empty = tmp_path / "new.jsonl", tmp_path / "old.jsonl"
    empty.write_text("", encoding="utf-8")
    assert dostyk("evaluate", gold, "--save", saved).code == 0
    run = dostyk("evaluate", gold, "--claims", saved, "--against", empty, "--format", "jsonl")
    assert [json.loads(line)["finding"] for line in run.out.splitlines()] == ["found", "new error"]


def test_a_folder_without_gold_is_an_error(dostyk: Callable[..., Any], tmp_path: Path) -> None:
    run = dostyk("evaluate", tmp_path)
    assert run.code == 1
    assert run.out == ""
    assert "no report has both" in run.err
