"""How long follow-up takes to look for evidence in a large ledger.

    python -m benchmarks.generate big.db --entries 33000
    python -m benchmarks.followup big.db [--day 2026-11-01]

Told are entries and claims, how many pairs of entries were looked at and what share that is of all pairs, the steps
found, and CPU seconds of this process for the steps alone (`propose`) and for all that the lists and the brief show
(`record_of`). The entries are read once before anything is timed.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Iterable
from datetime import date
from unittest.mock import patch

from dostyk.followup import matching, propose, record_of
from dostyk.followup.matching.blocks import Blocks
from dostyk.ledger import Ledger
from dostyk.model import Entry


class _Counting(Blocks):
    """Blocks that count what they give out."""

    looked_at = 0

    def near(self, entry: Entry, kinds: Iterable[str], low: date, high: date) -> list[Entry]:
        found = super().near(entry, kinds, low, high)
        _Counting.looked_at += len(found)
        return found


def measure(entries: list[Entry], day: date) -> dict[str, float]:
    """The figures of these entries on a day."""
    started = time.process_time()
    steps = propose(entries, day)
    proposed = time.process_time()
    record_of(entries, day)
    recorded = time.process_time()
    with patch.object(matching, "Blocks", _Counting):
        propose(entries, day)
    return {
        "entries": len(entries),
        "claims": sum(len(entry.claims) for entry in entries),
        "pairs_looked_at": _Counting.looked_at,
        "share_of_all_pairs": _Counting.looked_at / (len(entries) * (len(entries) - 1)),
        "steps": len(steps),
        "propose_s": round(proposed - started, 2),
        "record_s": round(recorded - proposed, 2),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger")
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 1))
    options = parser.parse_args()
    with Ledger.open(options.ledger) as ledger:
        entries = ledger.entries()
    print(json.dumps(measure(entries, options.day), indent=1))


if __name__ == "__main__":
    main()
