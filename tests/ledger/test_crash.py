"""A program that is killed while it adds leaves the ledger as it was before that report."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import Read
from test_reports import visit_claim, visit_report

from dostyk.ledger import Ledger

_HERE = Path(__file__).parent
_KILLED = """
    import os, signal, sys
    sys.path[:0] = [{here!r}, {linking!r}]
    from conftest import Read
    from test_reports import visit_claim, visit_report
    from dostyk.ledger import Ledger, {module}

    real, calls = {module}.{function}, 0

    def killed(*args, **kwargs):
        result = real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return result

    {module}.{function} = killed
    report = visit_report("2024-03-03", outlet="Second")
    with Ledger.open({path!r}) as ledger:
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    print("not killed")
"""


@pytest.mark.parametrize(
    ("module", "function"),
    [("recording", "add_report"), ("recording", "add_reading"), ("deriving", "_count"), ("deriving", "_replace"),
     ("placing", "place")],
)  # fmt: skip
def test_a_kill_while_adding_leaves_the_ledger_as_it_was(tmp_path: Path, module: str, function: str) -> None:
    path = tmp_path / "l"
    report = visit_report()
    with Ledger.open(path) as ledger:
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
        before = (ledger.entries(), ledger.stats(), ledger.reports(every_version=True))
    script = _KILLED.format(here=str(_HERE), linking=str(_HERE.parent / "linking"), path=str(path),
                            module=module, function=function)  # fmt: skip
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False)
    assert run.returncode == -9, run.stderr
    with Ledger.open(path) as ledger:
        assert (ledger.entries(), ledger.stats(), ledger.reports(every_version=True)) == before
        assert ledger.check(rederive=True) == []
        second = visit_report("2024-03-03", outlet="Second")
        assert ledger.add(second, Read(second.id, "reader 1", [visit_claim(second)])).new
        assert len(ledger.entries()[0].claims) == 2
