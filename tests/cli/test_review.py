"""`dostyk review`: the least sure first, settled by keys that may be piped."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPORT = """# title: Berg in Tallinn
# published: 2024-03-04
# outlet: Baltic Desk

LVA:Berg visited EST:Kask in spring. LVA:Berg met EST:Kask to talk about trade. EST:Kask leads Foreign Ministry.
"""


@pytest.fixture
def review(dostyk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs the review with these lines piped into it; further arguments are its options."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert dostyk("read", tmp_path / "report.txt").code == 0

    def run(keys: str, *options: str) -> Any:
        monkeypatch.setattr("sys.stdin", io.StringIO(keys.replace(" ", "\n").replace("_", " ")))
        return dostyk("review", "--by", "desk", *options)

    return run


def held(dostyk: Callable[..., Any]) -> list[tuple[str, str, bool]]:
    found = [json.loads(line) for line in dostyk("timeline", "--format", "jsonl").out.splitlines()]
    return [(entry["kind"], entry["what"], entry["accepted"]) for entry in found]


def test_the_evidence_is_marked_in_the_sentence(review: Callable[..., Any]) -> None:
    run = review("q", "--kind", "visit")
    assert "1 of 1, 0 settled" in run.out
    assert [mark for mark in ("[who: Berg]", "[visit: visited]", "[whom: Kask]") if mark not in run.out] == []
    assert run.err.endswith("nothing decided; 1 of 1 left\n")


def test_each_key_does_what_it_says(review: Callable[..., Any], dostyk: Callable[..., Any]) -> None:
    run = review("a", "--kind", "visit")
    assert run.err == "1 accepted; 0 of 1 left\n"
    assert review("c what=talks_on_trade", "--kind", "meeting").code == 0
    assert review("n ask_again r", "--kind", "office").err == "1 noted, 1 rejected; 0 of 1 left\n"
    assert sorted(held(dostyk)) == [("meeting", "talks on trade", False), ("visit", "in spring", True)]
    assert review("q").err == "nothing to review: every entry here is accepted or corrected\n"


def test_undo_takes_back_what_was_done_and_goes_back_to_it(
    review: Callable[..., Any], dostyk: Callable[..., Any]
) -> None:
    before = held(dostyk)
    run = review("r u a u s b q")
    assert held(dostyk) == before
    assert run.err == "nothing decided; 3 of 3 left\n"
    assert [line[:6] for line in run.out.splitlines() if " of 3," in line] == [
        "1 of 3", "2 of 3", "1 of 3", "2 of 3", "1 of 3", "2 of 3", "1 of 3"]  # fmt: skip
    assert [line for line in review("u ? z q").out.splitlines() if "undo here" in line or "no key 'z'" in line] != []


def test_what_is_wrong_with_a_correction_is_said_and_nothing_is_lost(review: Callable[..., Any]) -> None:
    run = review("c colour=red c status c status=cancelled", "--kind", "visit")
    assert "no field 'colour' to correct" in run.out
    assert "write FIELD=VALUE" in run.out
    assert run.err == "1 corrected; 0 of 1 left\n"


@pytest.mark.parametrize("asked", ["n", "c"])
def test_a_key_typed_where_a_line_is_asked_for_is_that_key(
    review: Callable[..., Any], dostyk: Callable[..., Any], asked: str
) -> None:
    before = held(dostyk)
    run = review(f"a {asked} u q")
    assert "a key leaves this" in run.out
    assert (held(dostyk), run.err) == (before, "nothing decided; 3 of 3 left\n")
    assert review("n u_and_s_agree r", "--kind", "office").err == "1 noted, 1 rejected; 0 of 1 left\n"


def test_offices_of_one_name_that_two_may_hold_are_asked_about(
    review: Callable[..., Any], dostyk: Callable[..., Any], tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("# published: 2024-03-05\n\nEST:Kask leads Chief Justice. EST:Kask leads Trade Minister.\n",
                     encoding="utf-8")  # fmt: skip
    assert dostyk("read", other).code == 0
    asked = "EST:Kask is told of as Chief Justice and as Minister of Trade at one time: one person, or two?"
    assert review("s s q", "--kind", "office").out.count(asked) == 2
    assert asked not in review("q", "--kind", "visit").out
    run = dostyk("check", "--format", "jsonl")
    assert [json.loads(line)["message"] for line in run.out.splitlines() if "perhaps-two" in line] == [
        f"{asked} dostyk act namesake tells two apart"]  # fmt: skip


def test_an_empty_line_that_is_piped_is_no_note(review: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert review("n  q").err == "nothing decided; 3 of 3 left\n"
