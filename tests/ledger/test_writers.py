"""Several programs write to one ledger at once, and nothing is lost or doubled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dostyk.ledger import Ledger

_HERE = Path(__file__).parent
_WRITER = """
import sys
sys.path[:0] = [{here!r}, {linking!r}]
from conftest import Read
from test_reports import visit_claim, visit_report
from dostyk.ledger import Ledger

with Ledger.open({place!r}) as ledger:
    for number in range(5):
        for outlet in (f"Outlet {{sys.argv[1]}}.{{number}}", f"Shared {{number}}"):
            report = visit_report(outlet=outlet)
            ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
"""


def test_writers_at_once_lose_and_double_nothing(place: str) -> None:
    script = _WRITER.format(here=str(_HERE), linking=str(_HERE.parent / "linking"), place=place)
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(number)], stderr=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    for program in running:
        _, said = program.communicate(timeout=120)
        assert program.returncode == 0, said
    with Ledger.open(place) as ledger:
        assert len(ledger.reports()) == 3 * 5 + 5
        (entry,) = ledger.entries()
        assert len(entry.claims) == 20
        assert ledger.check(rederive=True) == []
