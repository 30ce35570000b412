"""How fast reports are read: `python -m benchmarks.reading [--reports N] [--from gold|white-house|australia|examples]`.

In one run on one core, each report in turn: parsed alone (tags, lemmas, dependencies, names), then read end to end
(which parses it again). Prints words a second of both, their ratio, and the memory of the process. Times are CPU
seconds of this process, so that other work on the machine hardly counts; words are tokens that are no blanks.
`DOSTYK_DATA` names the folder with `gold/` and `corpora/`; without it the examples of the repository are read. The
first report is read once before anything is timed, so that loading is told apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is loaded

from dostyk.evaluate import load_gold
from dostyk.intake import Found, read_paths
from dostyk.language.document import parse
from dostyk.model import Report
from dostyk.reading import read_report

ROOT = Path(__file__).parent.parent
CORPORA = {"white-house": "white-house-2021-2022.jsonl.gz", "australia": "australia-pm-releases-even.jsonl.gz"}


@dataclass(frozen=True)
class Speed:
    """What one run measured. Times in CPU seconds, memory in MiB at its highest."""

    reports: int
    words: int
    load: float
    parse: float
    read: float
    memory_loaded: float
    memory: float

    @property
    def ratio(self) -> float:
        """How many times the parse alone reading costs, the parse included."""
        return self.read / self.parse

    def lines(self) -> Iterator[str]:
        """The figures as lines."""
        yield f"{self.reports} reports, {self.words:,} words; model and tables loaded in {self.load:.1f} s"
        yield f"parse alone: {self.words / self.parse:,.0f} words a second"
        yield f"read end to end: {self.words / self.read:,.0f} words a second, {self.ratio:.2f} times the parse"
        yield f"memory: {self.memory_loaded:.0f} MiB loaded, {self.memory:.0f} MiB at most"


def reports(name: str) -> Iterator[Report]:
    """Reports of one source, in its order."""
    data = os.environ.get("DOSTYK_DATA", "")
    if name == "examples" or not data:
        yield from (f.report for f in read_paths([ROOT / "examples" / "reports"]) if isinstance(f, Found))
    elif name == "gold":
        yield from (item.report for item in load_gold(Path(data) / "gold"))
    else:
        with gzip.open(Path(data) / "corpora" / CORPORA[name], "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                text = row.get("markdown") or row.get("html") or ""
                yield Report(text, row["title"], date.fromisoformat(row["published"]), row["outlet"], name=row["id"])


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(chosen: list[Report]) -> Speed:
    """Parse and read each report in turn. Raises ValueError where there is none."""
    if not chosen:
        raise ValueError("there is no report to read")
    load = _timed(lambda: read_report(chosen[0]))
    loaded = _memory()
    words, parsing, reading = 0, 0.0, 0.0
    for number, report in enumerate(chosen):
        works = [lambda r=report: parse(r), lambda r=report: read_report(r)]
        order = (0, 1) if number % 2 else (1, 0)  # neither is always the one with the cold cache
        spent = {which: _timed(works[which]) for which in order}
        parsing, reading = parsing + spent[0], reading + spent[1]
        words += sum(not token.is_space for doc in parse(report).docs for token in doc)
    return Speed(len(chosen), words, load, parsing, reading, loaded, _memory())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--from", dest="source", choices=("gold", "examples", *CORPORA), default="gold")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    speed = measure(list(islice(reports(options.source), options.reports)))
    if options.json:
        print(json.dumps(asdict(speed) | {"ratio": speed.ratio}))
    else:
        print("\n".join(speed.lines()))


if __name__ == "__main__":
    main()
