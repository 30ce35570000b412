"""What is due, what to urge, what is new: as users run it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

Command = Callable[..., Any]
FIRST = """# title: Berg in Tallinn
# published: 2024-03-04
# outlet: Baltic Desk
# url: https://example.org/1

LVA:Berg met EST:Kask to talk about trade. EST:Kask promised LVA:Berg to open a consulate in Riga.
LVA:Berg invited EST:Kask to visit Riga.
"""
SECOND = """# title: Kask in Riga
# published: 2024-06-06
# outlet: Northern Wire
# url: https://example.org/2

EST:Kask visited LVA:Berg in summer.
"""


@pytest.fixture
def desk(dostyk: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with one report in its ledger and a second one beside it."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_WATCHES", str(tmp_path / "watches.json"))
    monkeypatch.setenv("DOSTYK_USER", "clerk")
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    assert dostyk("read", tmp_path / "first.txt").code == 0
    return dostyk


def _rows(run: Any) -> list[dict[str, Any]]:
    assert run.code == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


def test_due_lists_what_is_overdue_and_unanswered(desk: Command) -> None:
    found = _rows(desk("due", "--on", "2025-01-05", "--format", "jsonl"))
    assert [(row["kind"], row["side"]) for row in found] == [("overdue", "EST"), ("invitation", "EST")]
    assert "its term ended 5 days ago" in found[0]["text"]
    soon = _rows(desk("due", "--on", "2024-12-31", "--format", "jsonl"))
    assert soon[0]["kind"] == "due soon"
    assert [row["kind"] for row in _rows(desk("due", "--on", "2024-06-01", "--format", "jsonl"))] == ["invitation"]
    assert _rows(desk("due", "--on", "2025-01-05", "--side", "LVA", "--format", "jsonl")) == []
    assert _rows(desk("due", "--on", "2025-01-05", "--with", "FIN", "--format", "jsonl")) == []
    assert desk("due", "--within", "soon").code == 2


def test_urge_gives_words_day_source_and_a_line(desk: Command) -> None:
    run = desk("urge", "EST", "LVA", "--on", "2025-01-10")
    assert "to open a consulate in Riga (EST; 2024-03-04, due 2024-12, overdue)" in run.out
    assert "Source: Baltic Desk, “Berg in Tallinn”, 2024-03-04" in run.out
    assert "Seen: nothing" in run.out
    assert "by 2024-12-31. That was 10 days ago and we have seen nothing of it; what is in its way?" in run.out
    (point,) = json.loads(desk("urge", "LVA", "EST", "--format", "json").out)
    assert point["side"] == "EST"
    assert point["line"].startswith("Estonia undertook to open a consulate in Riga, due by 2024-12-31.")
    assert "Line: You undertook to open" in desk("urge", "LVA", "EST", "--own", "Latvia").out
    assert "Be ready to say where it stands." in desk("urge", "LVA", "EST", "--own", "EST").out
    assert desk("urge", "LVA", "EST", "--own", "FIN").code == 2
    assert desk("urge", "LVA", "Latvia").code == 2


def test_brief_list_and_talking_points_count_the_same_commitments(desk: Command, tmp_path: Path) -> None:
    more = "EST:Kask met LVA:Berg to talk. EST:Kask promised LVA:Berg to deepen friendship. EST:Kask promised to build"
    (tmp_path / "more.txt").write_text(
        f"# published: 2024-04-01\n\n{more} a bridge over the Gauja.\n", encoding="utf-8"
    )
    desk("read", tmp_path / "more.txt")
    listed = _rows(desk("commitments", "EST", "LVA", "--format", "jsonl"))
    urged = json.loads(desk("urge", "EST", "LVA", "--format", "json").out)
    glance = {
        one["label"]: one["value"] for one in json.loads(desk("brief", "EST", "LVA", "--format", "json").out)["glance"]
    }
    assert [row["what"] for row in listed] == ["to open a consulate in Riga", "to build a bridge over the Gauja"]
    assert {point["entry"] for point in urged} == {row["id"] for row in listed}
    assert glance["Open commitments"] == "2"  # the friendship is a courtesy


def test_a_step_is_proposed_settled_and_undone(desk: Command, tmp_path: Path) -> None:
    desk("read", tmp_path / "second.txt")
    (step,) = _rows(desk("steps", "--format", "jsonl"))
    assert (step["to"], step["verdict"]) == ("taken up", "proposed")
    assert desk("act", "settle", step["id"], "accept").code == 0
    assert _rows(desk("invitations", "--format", "jsonl"))[0]["state"] == "taken up"  # said, no more proposed
    assert _rows(desk("steps", "--format", "jsonl")) == []
    assert _rows(desk("steps", "--all", "--format", "jsonl"))[0]["verdict"] == "accept"
    desk("undo")
    assert _rows(desk("steps", "--format", "jsonl")) == [step]
    assert desk("act", "settle", "s-none", "accept").code == 2
    assert "at least 6 characters" in desk("act", "settle", step["id"][:3], "accept").err
    assert _rows(desk("invitations", "--format", "jsonl"))[0]["state"] == "taken up (proposed)"
    desk("act", "settle", step["id"], "reject")
    assert _rows(desk("invitations", "--format", "jsonl"))[0]["state"] == "open"


def test_watch_tells_each_thing_once(desk: Command, tmp_path: Path) -> None:
    assert desk("watch").code == 2  # no filter is kept yet
    desk("watch", "add", "visits", "--with", "LVA", "--kind", "visit", "--kind", "invitation")
    assert desk("watch", "--peek").out == desk("watch").out != ""
    assert desk("watch").out == ""
    desk("read", tmp_path / "second.txt")
    found = json.loads(desk("watch", "--format", "json").out)
    assert [row["change"] for row in found] == ["new", "step: taken up"]
    assert "happened" not in found[0]["text"]
    assert desk("watch").out == ""
    assert desk("watch", "list").out == "visits: LVA, invitation, visit\n"
    assert "; dostyk watch says what is new" in desk("watch", "add", "promises", "--kind", "commitment").err
    promised = "2024-03-04 new: commitment scheduled, 2024-03-04: Kask → Berg: to open a consulate in Riga"
    assert promised in desk("watch").out
    assert desk("watch", "remove", "visits").code == 0
    assert desk("watch", "remove", "visits").code == 2


def test_the_feed_is_read_by_another_reader(desk: Command) -> None:
    desk("watch", "add", "all")
    read = feedparser.parse(desk("watch", "--format", "atom", "--peek").out)
    assert not read.bozo
    assert len(read.entries) == len({entry.id for entry in read.entries}) == 3
    assert {entry.updated for entry in read.entries} == {"2024-03-04T00:00:00Z"}


def _serve(received: list[str]) -> int:
    """An SMTP server for one mail; returns its port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        connection, _ = listening.accept()
        with connection, connection.makefile("rwb") as talk:

            def say(line: str) -> None:
                talk.write(line.encode() + b"\r\n")
                talk.flush()

            say("220 here")
            body = False
            for raw in talk:
                line = raw.decode().rstrip("\r\n")
                received.append(line)
                if body:
                    body = line != "."
                    if not body:
                        say("250 taken")
                elif line.upper() == "DATA":
                    body = True
                    say("354 go on")
                elif line.upper() == "QUIT":
                    say("221 bye")
                    return
                else:
                    say("250 ok")

    threading.Thread(target=run, daemon=True).start()
    return int(listening.getsockname()[1])


def test_news_goes_by_mail_through_the_server_that_is_named(desk: Command) -> None:
    desk("watch", "add", "all")
    received: list[str] = []
    port = _serve(received)
    assert desk("watch", "--mail", "desk@example.org").code == 2
    run = desk("watch", "--mail", "desk@example.org", "--from", "dostyk@example.org", "--smtp", f"127.0.0.1:{port}")
    assert run.code == 0, run.err
    assert "Subject: dostyk: 3 new" in received
    assert "open a consulate" in "".join(line.removesuffix("=") for line in received)  # long lines go in parts
    desk("watch", "add", "again")
    assert desk("watch", "--mail", "a@b", "--from", "c@d", "--smtp", "127.0.0.1:9").code == 2
    assert "again:" in desk("watch").out  # what could not be sent is told again


def test_the_calendar_is_written(desk: Command, tmp_path: Path) -> None:
    out = tmp_path / "calendar.ics"
    assert desk("export", "ical", "-o", out).code == 0
    assert b"SUMMARY:Due: to open a consulate in Riga (Estonia" in out.read_bytes()


def _event(out: Path, summary: bytes) -> dict[str, str]:
    (event,) = [one for one in out.read_bytes().replace(b"\r\n ", b"").split(b"BEGIN:VEVENT") if summary in one]
    lines = (line.partition(":") for line in event.decode("utf-8").splitlines())
    return {name: value for name, _, value in lines}


@pytest.mark.parametrize("act", ["reject", "correct"])
def test_a_due_day_that_a_person_struck_is_sent_as_cancelled(desk: Command, tmp_path: Path, act: str) -> None:
    before, after, again = (tmp_path / f"{name}.ics" for name in ("before", "after", "again"))
    (row,) = _rows(desk("commitments", "--format", "jsonl"))
    desk("export", "ical", "-o", before)
    assert desk("act", act, row["id"], *(["due="] if act == "correct" else [])).code == 0
    desk("export", "ical", "-o", after)
    desk("undo")
    desk("export", "ical", "-o", again)
    told = [_event(out, b"open a consulate") for out in (before, after, again)]
    assert [one["STATUS"] for one in told] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert len({one["UID"] for one in told}) == 1
    assert int(told[0]["SEQUENCE"]) < int(told[1]["SEQUENCE"]) < int(told[2]["SEQUENCE"])


def test_instruments_and_scorecard_answer_on_a_ledger_without_any(desk: Command) -> None:
    assert desk("instruments", "--format", "jsonl").out == ""
    (line,) = _rows(desk("scorecard", "--by", "side", "--format", "jsonl"))
    assert (line["group"], line["all"], line["overdue"], line["kept after 1y"]) == ("EST", 1, 1, "0% (0 of 1)")
    (each,) = _rows(desk("scorecard", "--each", "--format", "jsonl"))
    assert (each["g20"], each["ogp"]) == (-1, "no evidence")
    assert ",-1,no evidence," in desk("scorecard", "--each", "--format", "csv").out
