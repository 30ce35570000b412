"""Long runs: stopping and going on, trying again what failed, and ledgers that cannot be used."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dostyk.cli.progress import Gauge, clock
from dostyk.ledger import Ledger

TEXT = "# published: 2024-03-04\n# outlet: Desk {0}\n\nLVA:Berg{0} met EST:Kask to talk about trade."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five reports, and a ledger of their own."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(5):
        (reports / f"{number}.txt").write_text(TEXT.format("abcde"[number]), encoding="utf-8")
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    return reports


def held(folder: Path) -> list[str]:
    with Ledger.open(folder.parent / "ledger.sqlite") as ledger:
        return sorted(report.name for report in ledger.reports())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_keeps_what_it_read_and_the_next_goes_on(
    dostyk: Callable[..., Any], folder: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    reading: Any = sys.modules["dostyk.reading"]
    read_report = reading.read_report

    def interrupted(report: Any) -> Any:
        if report.name == "2":
            os.kill(os.getpid(), number)
        return read_report(report)

    monkeypatch.setattr(reading, "read_report", interrupted)
    run = dostyk("read", folder)
    assert run.code == 130
    assert "stopping after this report" in run.err
    assert "the same command goes on" in run.err
    assert held(folder) == ["0", "1", "2"]
    monkeypatch.setattr(reading, "read_report", read_report)
    again = dostyk("read", folder)
    assert again.code == 0
    assert again.out.splitlines()[0] == "2 reports read, 3 known already, 5 claims"
    assert held(folder) == ["0", "1", "2", "3", "4"]
    assert len(json.loads(dostyk("timeline", "--format", "json").out)) == 5


def test_what_failed_is_listed_and_tried_again(dostyk: Callable[..., Any], folder: Path) -> None:
    bad, rows = folder / "bad.txt", folder / "rows.jsonl"
    bad.write_bytes(b"")
    rows.write_text('{"text": "LVA:Berg met FIN:Laine in Riga."}\n{"text": \n', encoding="utf-8")
    assert dostyk("read", folder, folder / "none.txt", "--outlet", "Wire", "--published", "2024-05-06").code == 1
    listed = json.loads(dostyk("check", "--format", "json").out)
    assert [row["code"] for row in listed] == ["not-read"] * 3
    assert [row["message"].partition(": ")[2].split("(")[0] for row in listed] == [
        "is empty; give a file with the text of a report",
        "does not exist; check the path",
        "is no valid JSON; Expecting value at column 9",
    ]
    assert dostyk("read", "--retry-failed").code == 1
    bad.write_text("LVA:Ozols met EST:Tamm in Riga.", encoding="utf-8")
    rows.write_text('{"text": "LVA:Berg met FIN:Laine in Riga."}\n', encoding="utf-8")
    (folder / "none.txt").write_text(TEXT.format("f"), encoding="utf-8")
    run = dostyk("read", "--retry-failed")
    assert (run.code, run.out.splitlines()[0]) == (0, "2 reports read, 1 known already, 3 claims")
    with Ledger.open(folder.parent / "ledger.sqlite") as ledger:
        (report,) = [each for each in ledger.reports() if each.name == "bad"]
        assert (report.outlet, str(report.published)) == ("Wire", "2024-05-06")
    assert dostyk("check").code == 0
    assert dostyk("read", "--retry-failed").out.splitlines() == ["0 reports read, 0 claims"]


def test_nothing_to_read_is_wrong_use(dostyk: Callable[..., Any], folder: Path) -> None:
    run = dostyk("read")
    assert run.code == 2
    assert "--retry-failed" in run.err


def test_reports_in_other_languages_are_kept_found_and_not_read(dostyk: Callable[..., Any], folder: Path) -> None:
    words = "Министры встретились в Риге и говорили о торговле. LVA:Berg met EST:Kask in Riga."
    (folder / "ru.txt").write_text(f"# published: 2024-03-04\n\n{words}", encoding="utf-8")
    run = dostyk("read", folder / "ru.txt")
    assert (run.code, run.out.splitlines()[0]) == (0, "1 report read, 0 claims")
    assert "language-not-read (1)" in run.out
    assert "торговле" in dostyk("search", "торговле", "--format", "json").out
    assert dostyk("read", folder / "ru.txt").out.startswith("0 reports read, 1 known already")


def test_where_a_passage_stands_on_paper_is_shown(dostyk: Callable[..., Any], folder: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parent.parent / "intake"))
    from papers import pdf, set_lines

    lines = ["A first line that has nothing to tell and is long enough.", "", "LVA:Berg met EST:Kask in Riga."]
    (folder / "a.pdf").write_bytes(pdf([set_lines(lines)]))
    assert dostyk("read", folder / "a.pdf", "--published", "2024-03-04").code == 0
    (entry,) = json.loads(dostyk("timeline", "--format", "json").out)
    assert "page 1 line 2)" in dostyk("show", entry["id"]).out


def spoilt(place: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A ledger that cannot be used, for as long as the iterator lives."""
    with sqlite3.connect(place) as connection:
        if how == "newer":
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        if how == "foreign":
            connection.execute("UPDATE meta SET value = 'some other program'")
    connection.close()
    if how == "damaged":
        for beside in place.parent.glob("ledger.sqlite-*"):
            beside.unlink()
        size = place.stat().st_size
        with place.open("r+b") as stream:
            stream.seek(4096)
            stream.write(os.urandom(size - 8192))
    if how == "read-only":
        monkeypatch.setattr("dostyk.ledger.engine.os.access", lambda path, mode: mode != os.W_OK)
    if how == "locked":
        monkeypatch.setattr("dostyk.ledger.engine.BUSY_SECONDS", 0.1)
        locking = sqlite3.connect(place, isolation_level=None)
        locking.execute("BEGIN EXCLUSIVE")
        yield
        locking.close()
    elif how == "full":
        connect = sqlite3.connect

        def small(*arguments: Any, **options: Any) -> sqlite3.Connection:
            made = connect(*arguments, **options)
            pages = made.execute("PRAGMA page_count").fetchone()[0]
            made.execute(f"PRAGMA max_page_count = {pages}")
            return made

        module = ModuleType("sqlite3")
        module.connect, module.Connection = small, sqlite3.Connection  # type: ignore[attr-defined]
        monkeypatch.setattr("dostyk.ledger.engine.sqlite3", module)
        yield
    else:
        yield


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("locked", "is locked by another program; try again when it is done"),
        ("damaged", "is damaged; restore it from a copy"),
        ("read-only", "is read-only; check the rights"),
        ("newer", "was written by a newer version of dostyk; use that version"),
        ("foreign", "is a database, but not a ledger"),
        ("full", "cannot grow: the disk is full"),
    ],
)
def test_a_ledger_that_cannot_be_used_says_why_and_loses_nothing(
    dostyk: Callable[..., Any], folder: Path, monkeypatch: pytest.MonkeyPatch, how: str, said: str
) -> None:
    assert dostyk("read", folder / "0.txt").code == 0
    (folder / "1.txt").write_text(TEXT.format("b") + " They spoke for long." * 20_000, encoding="utf-8")
    with monkeypatch.context() as patch:
        state = spoilt(folder.parent / "ledger.sqlite", how, patch)
        next(state)
        run = dostyk("read", folder)
        next(state, None)
    assert run.code == 3
    assert "ledger.sqlite" in run.err
    assert said in run.err
    assert "Traceback" not in run.err
    if how in ("locked", "read-only", "full"):
        assert held(folder) == ["0"]


def test_output_that_cannot_be_written_says_so(dostyk: Callable[..., Any], folder: Path) -> None:
    run = dostyk("read", folder, "--claims", folder / "0.txt" / "x.jsonl")
    assert run.code == 2
    assert "cannot be written" in run.err
    assert held(folder) == ["0", "1", "2", "3", "4"]


def test_the_gauge_tells_rate_time_left_and_errors_by_kind() -> None:
    gauge = Gauge(total=4000, before=1000, reports=50, errors=Counter({"is empty": 2}), started=0.0)
    assert gauge.text(now=10.0) == "50 reports, 5.0 a second, 0:30 left; 2 is empty"
    assert [clock(seconds) for seconds in (7, 190, 7390)] == ["0:07", "3:10", "2:03:10"]
