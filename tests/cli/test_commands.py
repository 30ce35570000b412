"""Every command on a small ledger, as users run it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FIRST = """# title: Berg in Tallinn
# published: 2024-03-04
# outlet: Baltic Desk
# url: https://example.org/1

LVA:Berg visited EST:Kask in spring. LVA:Berg met EST:Kask to talk about trade. EST:Kask leads Foreign Ministry.

EST:Kask promised LVA:Berg to open a consulate. LVA:Berg invited EST:Kask to visit Riga.
"""
SECOND = """# title: Kask in Helsinki
# published: 2024-05-06
# outlet: Northern Wire

EST:Kask met FIN:Laine to talk about ferries.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, and a ledger of their own named by the environment."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "first.txt").write_text(FIRST, encoding="utf-8")
    (reports / "second.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "clerk")
    return reports


@pytest.fixture
def filled(dostyk: Callable[..., Any], folder: Path) -> Callable[..., Any]:
    """The command, with both reports in the ledger."""
    assert dostyk("read", folder).code == 0
    return dostyk


def rows(run: Any) -> list[dict[str, Any]]:
    assert run.code == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


def id_of(filled: Callable[..., Any], kind: str) -> str:
    return str(rows(filled("timeline", "--kind", kind, "--format", "jsonl"))[0]["id"])


def test_read_says_what_it_found(dostyk: Callable[..., Any], folder: Path) -> None:
    run = dostyk("read", folder)
    assert run.code == 0
    assert run.out.splitlines()[0] == "2 reports read, 6 claims"
    assert "meeting            2" in run.out
    again = dostyk("read", folder)
    assert again.out.splitlines()[0] == "0 reports read, 2 known already, 6 claims"


def test_reading_twice_changes_nothing(filled: Callable[..., Any], folder: Path) -> None:
    before = filled("timeline", "--format", "json").out
    assert filled("read", folder, "--claims", folder / "x.out").code == 0
    assert filled("timeline", "--format", "json").out == before


def test_one_bad_report_does_not_stop_the_run(dostyk: Callable[..., Any], folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01")
    (folder / "crash.txt").write_text("# published: 2024-01-01\n\ncrash \x1b[31m", encoding="utf-8")
    (folder / "undated.txt").write_text("LVA:Berg met EST:Kask in Riga.", encoding="utf-8")
    run = dostyk("read", folder)
    assert run.code == 1
    assert run.out.splitlines()[0] == "3 reports read, 7 claims"
    assert "2 places could not be read" in run.out
    assert "no-published-day (1)" in run.out
    assert "  is binary, not text (1)" in run.out
    assert "bad.txt: is binary" in run.err
    assert "crash.txt: reading it failed (RuntimeError" in run.err
    assert "\x1b" not in run.err + run.out
    problems = dostyk("check", "--format", "json")
    assert problems.code == 1
    assert [row["code"] for row in json.loads(problems.out)] == ["no-published-day", "not-read", "not-read"]


def test_files_of_unknown_kinds_are_counted(dostyk: Callable[..., Any], folder: Path) -> None:
    assert "passed over" not in dostyk("read", folder).err
    for name in ("a.jpg", "b.JPG", "p.pptx", "Makefile", ".hidden.jpg", "README.rst"):
        (folder / name).write_bytes(b"x")
    run = dostyk("read", folder)
    assert (run.code, run.err) == (0, "passed over: 2 .jpg, 1 without an ending, 1 .pptx\n")


def test_options_supply_day_and_outlet(dostyk: Callable[..., Any], folder: Path) -> None:
    (folder / "undated.txt").write_text("LVA:Berg met EST:Kask in Riga.", encoding="utf-8")
    run = dostyk("read", folder / "undated.txt", "--published", "2024-07-08", "--outlet", "Desk")
    assert run.code == 0
    (entry,) = rows(dostyk("timeline", "--format", "jsonl"))
    assert entry["date"] == "2024-07-08"
    assert "Desk · 2024-07-08" in dostyk("show", entry["id"]).out
    wrong = dostyk("read", folder, "--published", "2024-13-40")
    assert wrong.code == 2
    assert "--published" in wrong.err


def test_claims_are_the_same_bytes_each_time(dostyk: Callable[..., Any], folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    dostyk("read", folder, "--claims", one)
    dostyk("read", folder / "second.txt", folder / "first.txt", "--claims", two)
    assert one.read_bytes() == two.read_bytes()
    lines = [json.loads(line) for line in one.read_text(encoding="utf-8").splitlines()]
    assert [line["report"] for line in lines] == ["first"] * 5 + ["second"]
    text = FIRST.split("\n\n", 1)[1]
    ((start, end),) = lines[0]["evidence"]
    assert text[start:end] == "LVA:Berg visited EST:Kask in spring."


def test_timeline_of_nobody_one_and_two(filled: Callable[..., Any]) -> None:
    def kinds(*arguments: str) -> list[str]:
        return [row["kind"] for row in rows(filled("timeline", *arguments, "--format", "jsonl"))]

    assert len(kinds()) == 6
    assert kinds("Finland") == ["meeting"]
    assert kinds("финляндия", "Estonian") == ["meeting"]
    assert kinds("LVA", "FIN") == []
    assert sorted(kinds("Berg")) == ["commitment", "invitation", "meeting", "visit"]
    assert kinds("--kind", "visit") == ["visit"]
    assert "meeting" not in kinds("FIN", "--until", "2024-04-01")


@pytest.mark.parametrize(
    "arguments",
    [
        ("timeline", "Atlantis"),
        ("timeline", "--kind", "picnic"),
        ("timeline", "--until", "soon"),
        ("brief", "LVA", "Latvia"),
    ],
)
def test_wrong_use_says_what_is_right(filled: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    run = filled(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith("dostyk: ")


def test_table_and_csv(filled: Callable[..., Any]) -> None:
    table = filled("timeline").out
    assert "2024-05-06" in table
    assert "FIN:Laine" in table
    read = list(csv.DictReader(io.StringIO(filled("timeline", "--format", "csv").out)))
    assert len(read) == 6
    assert {"id", "date", "who", "confidence"} <= set(read[0])


def test_show_gives_quotes_outlet_and_day(filled: Callable[..., Any]) -> None:
    visit = id_of(filled, "visit")
    page = filled("show", visit).out
    assert "Baltic Desk · 2024-03-04 · Berg in Tallinn · https://example.org/1" in page
    assert "“visited”" in page
    entry = json.loads(filled("show", visit[:10], "--format", "json").out)
    assert entry["id"] == visit
    assert {source["field"] for source in entry["sources"]} == {"sentence", "trigger", "who", "whom"}
    assert filled("show", "e00000000").code == 2


def test_lists(filled: Callable[..., Any]) -> None:
    (promise,) = rows(filled("commitments", "--format", "jsonl"))
    assert (promise["side"], promise["due"], promise["state"]) == ("EST", "2024-12", "overdue")
    (invitation,) = rows(filled("invitations", "LVA", "--format", "jsonl"))
    assert (invitation["who"], invitation["whom"], invitation["state"]) == (["LVA:Berg"], ["EST:Kask"], "open")
    persons = rows(filled("people", "EST", "--format", "jsonl"))
    assert [(row["person"], row["office"]) for row in persons] == [("Kask", "Foreign Ministry")]
    assert [row["person"] for row in rows(filled("people", "laine", "--format", "jsonl"))] == ["Laine"]
    assert "report" in {row["found"] for row in rows(filled("search", "ferries", "--format", "jsonl"))}
    assert rows(filled("search", "submarines", "--format", "jsonl")) == []
    assert filled("check", "--format", "json").out == "[]\n"


def test_acts_hold_are_undone_and_brought_back(filled: Callable[..., Any]) -> None:
    visit = id_of(filled, "visit")

    def field(name: str) -> Any:
        return rows(filled("timeline", "--kind", "visit", "--format", "jsonl"))[0][name]

    assert "act 1: accept, by clerk" in filled("act", "accept", visit).err
    assert field("accepted") is True
    assert filled("act", "correct", visit, "date=2024-03-02", "place=EST:Tallinn", "--by", "chief").code == 0
    assert (field("date"), field("place")) == ("2024-03-02", "EST:Tallinn")
    assert sorted(field("corrected")) == ["date", "place"]
    assert filled("undo").code == 0
    assert field("date") == "2024-03-04"
    assert filled("redo").code == 0
    assert field("date") == "2024-03-02"
    assert filled("act", "note", visit, "seen", "by", "the", "embassy").code == 0
    steps = rows(filled("log", visit, "--format", "jsonl"))
    assert [step["what"] for step in steps if step["what"] != "undo"][:3] == ["report", "accept", "correct"]
    assert any("seen by the embassy" in step["text"] for step in steps)
    assert filled("act", "reject", visit).code == 0
    assert rows(filled("timeline", "--kind", "visit", "--format", "jsonl")) == []
    assert filled("act", "correct", visit, "date").code == 2


def test_nothing_to_undo(filled: Callable[..., Any]) -> None:
    assert "nothing to undo" in filled("undo").err
    assert "nothing to redo" in filled("redo").err


def test_brief_is_written_in_each_form(filled: Callable[..., Any], tmp_path: Path) -> None:
    page = tmp_path / "new" / "brief.html"
    run = filled("brief", "Latvia", "Эстония", "-o", page)
    assert run.code == 0, run.err
    assert str(page) in run.err
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert json.loads(filled("brief", "LVA", "EST", "--format", "json").out)
    assert "Berg" in filled("brief", "LVA", "EST", "--format", "md").out


def test_where_the_ledger_lies(
    dostyk: Callable[..., Any], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "deep" / "other.sqlite"
    assert dostyk("read", folder, "--ledger", other).err == ""
    assert other.exists()
    assert not (tmp_path / "ledger.sqlite").exists()
    missing = dostyk("timeline")
    assert missing.code == 3
    assert "dostyk read makes it" in missing.err
    monkeypatch.delenv("DOSTYK_LEDGER")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    first, second = dostyk("read", folder), dostyk("read", folder)
    assert "the ledger is" in first.err
    assert "the ledger is" not in second.err
    (tmp_path / "broken.sqlite").write_text("no database", encoding="utf-8")
    assert dostyk("timeline", "--ledger", tmp_path / "broken.sqlite").code == 3


def test_every_command_takes_a_ledger(dostyk: Callable[..., Any]) -> None:
    command = [sys.executable, "-c", "from dostyk.cli import main; main()", "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in text.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert {"read", "brief", "timeline", "show", "search", "people", "commitments", "invitations"} <= set(names)
    for name in names:
        help_text = dostyk(name, "--help").out
        assert "--ledger" in help_text or "Commands:" in help_text
    assert "--ledger" in dostyk("act", "accept", "--help").out


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['dostyk', '--help']\n"
        "from dostyk.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'trafilatura', 'rich', 'yaml', 'babel') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"
