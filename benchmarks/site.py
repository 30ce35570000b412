"""How fast the site answers twenty readers at once.

    python -m benchmarks.generate big.db
    python -m benchmarks.site big.db [--readers 20] [--seconds 60]
    python -m benchmarks.site big.db --alone

Each reader asks for one page after another without a pause: relations, searches with facets, timelines and boards,
drawn with a fixed seed, so that some come again and most do not. What is told: median and 95th percentile over all
answers and over those that had to be made anew, answers a second, and the largest memory of the site's process. With
`--alone` one reader asks for pages that nobody has asked for, and what is told is the processor's time for each: on a
machine that does other work too, this is what compares.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.generate import KINDS, THINGS, TOPICS

PAGES = ("relation", "search", "timeline", "board")


@dataclass
class Asked:
    """Times in milliseconds by page: of all answers, and of those asked for the first time."""

    every: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    first: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seen: set[str] = field(default_factory=set)
    failed: int = 0
    largest: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, page: str, address: str, took: float, status: int, size: int) -> None:
        """Note an answer."""
        with self.lock:
            self.every[page].append(took)
            if address not in self.seen:
                self.first[page].append(took)
            self.seen.add(address)
            self.failed += status != 200
            self.largest = max(self.largest, size)


def address(chance: random.Random, page: str, pairs: list[tuple[str, str]]) -> str:
    """What a reader asks for next."""
    a, b = pairs[min(int(chance.paretovariate(0.7)) - 1, len(pairs) - 1)]
    year = chance.randrange(1999, 2026)
    if page == "relation":
        return f"/relations/{a}/{b}"
    if page == "search":
        words = chance.choice((chance.choice(TOPICS), f"{chance.choice(TOPICS)} {chance.choice(THINGS)}", ""))
        kind = chance.choice(("", f"&kind={chance.choice(KINDS)[0]}"))
        state = chance.choice(("", f"&state={a}"))
        return f"/search?q={quote(words)}{kind}{state}"
    if page == "timeline":
        window = chance.choice(("", f"since={year}&until={year}", f"since={year}-03&until={year}-06"))
        who = chance.choice(("", f"&state={a}", f"&state={a}&state={b}"))
        return f"/timeline?{window}{who}"
    return f"/commitments?{chance.choice(('', f'state={a}', f'state={a}&state={b}', f'since={year}'))}"


def read(port: int, seed: int, until: float, pairs: list[tuple[str, str]], asked: Asked) -> None:
    """One reader."""
    chance = random.Random(seed)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        page = chance.choice(PAGES)
        where = address(chance, page, pairs)
        began = time.perf_counter()
        connection.request("GET", where)
        answer = connection.getresponse()
        body = answer.read()
        asked.add(page, where, 1000 * (time.perf_counter() - began), answer.status, len(body))


def alone(port: int, process: int, pairs: list[tuple[str, str]], most: int = 30) -> None:
    """What each kind of page costs when it is made: the mean of the processor's time, and the longest wait."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    print(f"{'page':10}{'made':>6}{'processor':>12}{'longest wait':>15}   ms")
    for page in PAGES:
        chance = random.Random(page)
        wanted = list(dict.fromkeys(address(chance, page, pairs) for _ in range(400)))[: most + 1]
        began, longest = 0.0, 0.0
        for number, where in enumerate(wanted):
            if number == 1:  # the first brings in what all of them need
                began = processor(process)
            asked = time.perf_counter()
            connection.request("GET", where)
            connection.getresponse().read()
            longest = max(longest, (time.perf_counter() - asked) * (number > 0))
        made = max(1, len(wanted) - 1)
        print(f"{page:10}{made:6}{1000 * (processor(process) - began) / made:12.0f}{1000 * longest:15.0f}")
    print(f"memory {memory(process)} MB")


def memory(process: int) -> int:
    """The largest resident memory of a process so far, in MB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def processor(process: int) -> float:
    """The seconds of processor that a process has used so far; 0 where the system does not tell."""
    try:
        said = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def percentile(times: list[float], share: float) -> float:
    """The time within which this share of answers came."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    """Start the site over the ledger, ask, and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger")
    options.add_argument("--readers", type=int, default=20)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--alone", action="store_true")
    given = options.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("dostyk")
    server = subprocess.Popen(
        [command, "serve", "--port", str(port), "--ledger", given.ledger],
        stderr=subprocess.DEVNULL,
    )
    try:
        pairs = wait_for(port)
        if given.alone:
            alone(port, server.pid, pairs)
            return
        asked, until, before = Asked(), time.monotonic() + given.seconds, processor(server.pid)
        readers = [threading.Thread(target=read, args=(port, n, until, pairs, asked)) for n in range(given.readers)]
        for one in readers:
            one.start()
        for one in readers:
            one.join()
        tell(asked, given.readers, given.seconds, processor(server.pid) - before, memory(server.pid))
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int) -> list[tuple[str, str]]:
    """The pairs of states most told of, once the site answers."""
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/index.json")
            found = json.loads(connection.getresponse().read())["relations"]
            codes = sorted({code for pair in found for code in (pair["a"], pair["b"])})
            more = [(a, b) for a in codes for b in codes if a < b]
            return [(pair["a"], pair["b"]) for pair in found] + more
        except (OSError, ValueError):
            time.sleep(0.2)
    raise SystemExit("the site does not answer")


def tell(asked: Asked, readers: int, seconds: float, used: float, megabytes: int) -> None:
    """The table."""
    total = sum(map(len, asked.every.values()))
    print(f"{readers} readers, {seconds:.0f} s, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{total} answers, {total / seconds:.0f} a second, {asked.failed} failed")
    print(f"processor {1000 * used / max(1, total):.1f} ms an answer, {used / seconds:.2f} of a core")
    print(f"largest page {asked.largest // 1000} kB, memory {megabytes} MB")  # fmt: skip
    print(f"{'page':10}{'answers':>9}{'median':>9}{'95 %':>9}{'new':>9}{'median':>9}{'95 %':>9}   ms")
    for page in PAGES:
        every, first = asked.every[page] or [0.0], asked.first[page] or [0.0]
        print(f"{page:10}{len(every):9}{statistics.median(every):9.0f}{percentile(every, 0.95):9.0f}"
              f"{len(first):9}{statistics.median(first):9.0f}{percentile(first, 0.95):9.0f}")  # fmt: skip


if __name__ == "__main__":
    main()
