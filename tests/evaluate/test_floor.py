"""The accuracy floor holds, where there is data to measure it on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif("DOSTYK_DATA" not in os.environ, reason="DOSTYK_DATA names the folder of the development gold")
def test_development_f1_holds_the_floor() -> None:
    clean = {name: value for name, value in os.environ.items() if name != "DOSTYK_FRAMES"}
    run = subprocess.run([sys.executable, "-m", "training.floor"], cwd=ROOT, env=clean, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_less_than_the_floor_and_another_gold_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    from training.floor import Floor, fault

    assert fault(Floor(0.7, "a"), Floor(0.7, "a")) == ""
    assert "0.6999 is below the floor of 0.7" in fault(Floor(0.6999, "a"), Floor(0.7, "a"))
    assert "digest b" in fault(Floor(0.9, "b"), Floor(0.7, "a"))
