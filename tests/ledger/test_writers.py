"""Twenty programs write to one ledger at once, and programs are killed at any moment: nothing is lost or doubled."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from multiprocessing.process import BaseProcess

from conftest import Read
from test_reports import visit_claim, visit_report
from written import tell, write

from dostyk.ledger import Ledger
from dostyk.model import Report

WRITERS, KILLS = 20, 100
_FORK = multiprocessing.get_context("fork")


def start(work: Callable[..., None], *arguments: object) -> BaseProcess:
    program = _FORK.Process(target=work, args=arguments)
    program.start()
    return program


def write_shared_and_own(place: str, name: int) -> None:
    with Ledger.open(place) as ledger:
        for number in range(2):
            for outlet in (f"Outlet {name}.{number}", f"Shared {number}"):
                report = visit_report(outlet=outlet)
                ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
        ledger.act("note", [ledger.entries()[0].id], by=f"desk {name}", payload={"text": "seen"})


def test_writers_at_once_lose_and_double_nothing(place: str) -> None:
    Ledger.open(place).close()
    running = [start(write_shared_and_own, place, name) for name in range(WRITERS)]
    for program in running:
        program.join(timeout=300)
        assert program.exitcode == 0
    with Ledger.open(place) as ledger:
        assert len(ledger.reports()) == 2 * WRITERS + 2
        (entry,) = ledger.entries()
        assert len(entry.claims) == 2 * WRITERS + 2
        assert Counter(act.by for act in ledger.acts()) == {f"desk {name}": 1 for name in range(WRITERS)}
        assert ledger.check(rederive=True) == []


def story(seed: str) -> Report:
    """A report of a visit like no other."""
    generator = random.Random(seed)
    words = " ".join(f"w{generator.randrange(10_000)}" for _ in range(20))
    return write("2024-03-04", f"Mara Quill arrived in Bolivia. {words}", outlet=f"Outlet {seed}")


def write_until_killed(place: str, turn: int, reached: int) -> None:
    """Says over the pipe what was stored, as soon as the ledger says so."""
    with Ledger.open(place) as ledger:
        for number in range(1_000):
            report = story(f"{turn}.{number}")
            day = (date(1950, 1, 1) + timedelta(days=40 * (7 * turn + number))).isoformat()
            claim = tell(report, "visit", "arrived", "NZL:Mara Quill", "BOL=Bolivia", date=day)
            ledger.add(report, Read(report.id, "reader 1", [claim]))
            os.write(reached, f"report {report.id}\n".encode())
            ledger.act("note", [claim.id], by="desk", payload={"text": report.id})
            os.write(reached, f"act {report.id}\n".encode())


def test_a_kill_at_any_moment_loses_and_doubles_nothing_that_was_stored(place: str) -> None:
    Ledger.open(place).close()
    generator = random.Random(7)
    told: list[str] = []
    for turn in range(KILLS):
        reader, reached = os.pipe()
        program = start(write_until_killed, place, turn, reached)
        os.close(reached)
        with os.fdopen(reader, encoding="ascii") as said:
            if turn % 4:  # every fourth is killed while it opens the ledger, or soon after
                told.append(said.readline().strip())
            time.sleep(generator.uniform(0, 0.1))
            assert program.pid is not None
            os.kill(program.pid, signal.SIGKILL)
            program.join()
            assert program.exitcode == -signal.SIGKILL
            told += said.read().splitlines()
    with Ledger.open(place) as ledger:
        stored = Counter([f"report {report.id}" for report in ledger.reports(every_version=True)])
        stored += Counter(f"act {act.payload['text']}" for act in ledger.acts())
        assert set(stored.values()) == {1}
        assert set(told) <= set(stored)
        assert len(stored) <= len(told) + KILLS, "of each program, at most what it was about to report"
        assert ledger.check(rederive=True) == []
        assert len(told) >= KILLS * 3 // 4, "most of them stored something before they were killed"
        for name in [line.split()[1] for line in told][:5]:
            assert [hit.id for hit in ledger.search(ledger.report(name).text)] == [name]
