"""How long entries take to derive, in what memory, and how long one more report takes.

    python -m benchmarks.linking [--claims 100000]

Made-up reports are stored first; then the entries of all their claims are derived at once, on one core; then reports
are added one by one to that ledger. It is done for so many claims and for twice as many, each in a process of its own.
What is asked for: under 60 s and 2 GB, twice the claims in at most 2.3 times the time, one more report under 0.5 s.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
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

MORE = 20  # reports added one by one
_SHOWN = (("claims", 0), ("entries", 0), ("store", 1), ("derive", 1), ("work", 1), ("memory", 0), ("one more", 3),
          ("longest", 3))  # fmt: skip


def until(told: Iterator[Told], claims: int) -> Iterator[Told]:
    """Reports until they make so many claims."""
    while claims > 0:
        one = next(told)
        claims -= len(one[1].claims)
        yield one


def measure(claims: int) -> dict[str, float]:
    """Seconds to store, to derive, and the median and longest of one more report; megabytes; how much there is."""
    told = reports(random.Random(7), claims)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "big.db") as ledger:
        began = time.perf_counter()
        with ledger.bulk(batch=sys.maxsize):
            for report, reading, _ in until(told, claims):
                ledger.add(report, reading)
            stored, worked = time.perf_counter(), time.process_time()
        derived, worked = time.perf_counter(), time.process_time() - worked
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        more = []
        for report, reading, _ in islice(told, MORE):
            start = time.perf_counter()
            ledger.add(report, reading)
            more.append(time.perf_counter() - start)
        held = ledger.stats()
    return {
        "claims": float(str(held["claims"])), "entries": float(str(held["entries"])), "store": stored - began,
        "derive": derived - stored, "work": worked, "memory": memory,
        "one more": statistics.median(more), "longest": max(more),
    }  # fmt: skip


def main() -> None:
    """Measure both sizes and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000)
    options.add_argument("--one", action="store_true", help="only this size, as JSON")
    given = options.parse_args()
    if given.one:
        print(json.dumps(measure(given.claims)))
        return
    found = []
    for claims in (given.claims, 2 * given.claims):
        command = [sys.executable, "-m", "benchmarks.linking", "--one", "--claims", str(claims)]
        found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    names = ("claims", "entries", "store s", "derive s", "of CPU", "MB", "one more s", "longest s")
    print("".join(f"{name:>11}" for name in names))
    for one in found:
        figures = (f"{one[name]:.{digits}f}" for name, digits in _SHOWN)
        print("".join(f"{figure:>11}" for figure in figures))
    times = [found[1][name] / found[0][name] for name in ("derive", "work")]
    print(f"twice the claims take {times[0]:.2f} times as long, of CPU {times[1]:.2f} times")


if __name__ == "__main__":
    main()
