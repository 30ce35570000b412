"""How long entries take to derive, in what memory, and how long one more report takes.

    python -m benchmarks.linking [--claims 100000] [--times 3]

Made-up reports are stored first; then the entries of all their claims are derived at once, on one core; then reports
are added one by one to that ledger. It is done for so many claims and for twice as many, each time in a process of its
own, and the best of several times counts: other work on the machine makes a time longer and never shorter.
What is asked for: under 60 s and 2 GB, twice the claims in at most 2.3 times the processor's time, one more report
under 0.5 s.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.generate import Told, reports
from dostyk.ledger import Ledger
from dostyk.ledger.engine import open_store
from dostyk.ledger.recording import record
from dostyk.ledger.rows import now

MORE = 20  # reports added one by one
_SHOWN = (("claims", 0), ("entries", 0), ("derive", 1), ("work", 1), ("memory", 0), ("one more", 3), ("longest", 3))


def until(told: Iterator[Told], claims: int) -> Iterator[Told]:
    """Reports until they make so many claims."""
    while claims > 0:
        one = next(told)
        claims -= len(one[1].claims)
        yield one


def store(place: Path, claims: int) -> None:
    """A ledger of reports with so many claims, none of them derived."""
    Ledger.open(place).close()
    opened = open_store(place, create=False)
    with opened.writing() as connection:
        for report, reading, _ in until(reports(random.Random(7), claims), claims):
            record(connection, report, reading, now())
    opened.close()


def measure(place: Path, claims: int) -> dict[str, float]:
    """Seconds to derive what is stored there and to add one more report, megabytes, and how much there is."""
    with Ledger.open(place) as ledger:
        began, worked = time.perf_counter(), time.process_time()
        ledger.refresh()
        derived, worked = time.perf_counter() - began, time.process_time() - worked
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        told, more = reports(random.Random(7), claims), []
        for _ in until(told, claims):
            pass
        for report, reading, _ in islice(told, MORE):
            start = time.perf_counter()
            ledger.add(report, reading)
            more.append(time.perf_counter() - start)
        held = ledger.stats()
    return {
        "claims": float(str(held["claims"])), "entries": float(str(held["entries"])), "derive": derived,
        "work": worked, "memory": memory, "one more": statistics.median(more), "longest": max(more),
    }  # fmt: skip


def best(claims: int, times: int) -> dict[str, float]:
    """What is measured where other work gets least in the way."""
    with tempfile.TemporaryDirectory() as folder:
        stored, place = Path(folder) / "stored.db", Path(folder) / "big.db"
        store(stored, claims)
        command = [sys.executable, "-m", "benchmarks.linking", "--measure", str(place), "--claims", str(claims)]
        found = []
        for _ in range(times):
            shutil.copy(stored, place)
            found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return {name: min(one[name] for one in found) for name in found[0]}


def main() -> None:
    """Measure both sizes and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--times", type=int, default=3)
    options.add_argument("--measure", type=Path, help="only derive this ledger of so many claims; as JSON")
    given = options.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure, given.claims)))
        return
    found = [best(claims, given.times) for claims in (given.claims, 2 * given.claims)]
    names = ("claims", "entries", "derive s", "of CPU", "MB", "one more s", "longest s")
    print("".join(f"{name:>11}" for name in names))
    for one in found:
        figures = (f"{one[name]:.{digits}f}" for name, digits in _SHOWN)
        print("".join(f"{figure:>11}" for figure in figures))
    ratios = {name: found[1][name] / found[0][name] for name in ("derive", "work")}
    print(f"twice the claims take {ratios['work']:.2f} times the processor's time, {ratios['derive']:.2f} by the clock")


if __name__ == "__main__":
    main()
