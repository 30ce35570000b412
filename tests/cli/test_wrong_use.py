"""What is given wrongly is named with its remedy and an exit code; nothing is stored of it, and nothing falls over."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dostyk.errors import Unstorable
from dostyk.ledger import Ledger
from dostyk.ledger.recording import Added
from dostyk.model import Report

Command = Callable[..., Any]
SURROGATE = os.fsdecode(b"\xff")  # as Python gives an argument that is no UTF-8


@pytest.fixture
def desk(dostyk: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A ledger with one meeting."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "desk")
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("# published: 2024-03-04\n\nLVA:Berg met EST:Kask to talk.\n", encoding="utf-8")
    assert dostyk("read", "good.txt").code == 0
    return dostyk


def meeting(desk: Command) -> dict[str, Any]:
    (entry,) = (json.loads(line) for line in desk("timeline", "--format", "jsonl").out.splitlines())
    return dict(entry)


def test_a_brief_is_written_as_its_name_says_or_not_at_all(desk: Command) -> None:
    run = desk("brief", "LVA", "EST", "-o", "brief.docx")
    assert run.code == 2
    assert "brief.docx: a brief is written as .html, .md or .json" in run.err
    assert not Path("brief.docx").exists()
    assert desk("brief", "LVA", "EST", "-o", "brief.docx", "--format", "md").code == 0


def test_a_list_without_rows_says_so(desk: Command) -> None:
    run = desk("commitments", "LVA", "EST")
    assert (run.code, run.out, run.err) == (0, "", "nothing found\n")
    assert desk("commitments", "LVA", "EST", "--format", "json").out == "[]\n"


def test_a_filter_with_a_state_that_is_none_is_refused(desk: Command) -> None:
    run = desk("scorecard", "--for", "with=Nowhere")
    assert run.code == 2
    assert "'Nowhere' is no state; give its code, as in with=KAZ" in run.err


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX only")
def test_a_file_whose_name_is_no_utf8_is_read_and_the_others_too(desk: Command) -> None:
    for name, said in ((b"a\xff.txt", "FIN:Laine met EST:Kask to talk."), (b"b\xff.txt", "")):
        Path(os.fsdecode(name)).write_text(said, encoding="utf-8")
    run = desk("read", ".")
    assert (run.code, run.out.splitlines()[0]) == (1, "1 report read, 1 known already, 2 claims")
    assert "b\\xff.txt: is empty" in run.err
    Path(os.fsdecode(b"b\xff.txt")).write_text("FIN:Aho met LVA:Berg to talk.", encoding="utf-8")
    assert desk("read", "--retry-failed").out.startswith("1 report read, 1 claim")


@pytest.mark.parametrize(
    "arguments",
    [
        ("act", "note", "ID", f"see {SURROGATE}"),
        ("act", "reject", "ID", "--by", SURROGATE),
        ("show", "e12345" + SURROGATE),
    ],
)
def test_words_that_are_no_utf8_are_refused(desk: Command, arguments: tuple[str, ...]) -> None:
    name = meeting(desk)["id"]
    run = desk(*(name if word == "ID" else word for word in arguments))
    assert (run.code, run.err) == (2, "dostyk: what was given holds bytes that are no UTF-8; write it in UTF-8\n")
    assert desk("log", "--format", "jsonl").out == ""


def test_what_was_read_is_told_before_its_claims_cannot_be_written(desk: Command) -> None:
    run = desk("read", "good.txt", "--claims", ".")
    assert (run.code, "cannot be written" in run.err) == (2, True)
    assert run.out.startswith("1 report read")


def test_parties_of_a_correction_are_named_as_anywhere_else_and_known(desk: Command) -> None:
    name = meeting(desk)["id"]
    run = desk("act", "correct", name, "who=Atlantis")
    assert (run.code, "no report names 'Atlantis'" in run.err) == (2, True)
    assert desk("act", "correct", name, "who=Latvian; Kask; FIN:Aino Laine").code == 0
    assert meeting(desk)["who"] == ["LVA", "EST:Kask", "FIN:Aino Laine"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("act", "accept", "--status", "nonsense"), 2, "no status 'nonsense'; statuses are happened, ongoing"),
        (("timeline", "--until", "2025-02-30"), 2, "'2025-02-30' is no day of the calendar; give a day as YYYY-MM-DD"),
        (("due", "--on", "9999-12-31"), 0, ""),
        (("due", "--within", "9999y"), 0, ""),
        (("timeline", "--ledger", "postgresql://desk:secret@host:port/x"), 3, "; give a file, or postgresql://…"),
        (("timeline", "--ledger", "mysql://desk@host/x"), 3, "mysql is no database for ledgers"),
        (("timeline", "--ledger", "postgresql://desk:secret@127.0.0.1:1/x"), 3, "127.0.0.1:1/x does not answer; check"),
        (("follow", "http://[::bad/feed", "--once"), 1, "its address is none"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy(
    desk: Command, arguments: tuple[str, ...], code: int, said: str
) -> None:
    run = desk(*arguments)
    assert (run.code, said in run.err) == (code, True), run.err
    assert "secret" not in run.err


@pytest.mark.skipif(os.name != "posix", reason="pipes beside files are a matter of POSIX")
def test_a_backup_takes_the_place_of_files_only(desk: Command) -> None:
    os.mkfifo("pipe")
    run = desk("backup", "pipe", "--replace")
    assert (run.code, "pipe is no file; a backup is one, so name another place" in run.err) == (2, True)
    assert Path("pipe").is_fifo()
    Path("folder").mkdir()
    run = desk("backup", "good.txt/backup")
    assert (run.code, "cannot be written" in run.err) == (2, True)


def test_a_report_that_the_database_cannot_hold_is_named_and_the_others_are_read(
    desk: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Ledger.add

    def narrow(self: Ledger, report: Report, reading: Any) -> Added:
        if len(report.url) > 2000:
            raise Unstorable(f"the ledger {self.name} cannot hold this: index row requires 9032 bytes")
        return real(self, report, reading)

    monkeypatch.setattr(Ledger, "add", narrow)
    long = {"text": "LVA:Berg met FIN:Aho to talk.", "url": "https://wire.example/" + "x" * 9000}
    Path("a.jsonl").write_text(json.dumps(long) + '\n{"text": "FIN:Laine met EST:Kask to talk."}\n', encoding="utf-8")
    run = desk("read", "a.jsonl")
    assert (run.code, run.out.splitlines()[0]) == (1, "1 report read, 1 claim")
    assert "a.jsonl#1: cannot be stored (the ledger" in run.err
    assert run.err.endswith("shorten its names and addresses\n")
