"""The accuracy floor: `DOSTYK_DATA=FOLDER python -m training.floor [--raise | --lower]`.

`floor.json` holds the F1 on the development gold under which reading must not fall, and a digest of the gold it was
measured on. Without an option it reads the gold and leaves with 1 where F1 is below the floor or the gold is another.
`--raise` sets the floor to what is measured now, rounded down to two digits, where that is higher on the same gold;
only `--lower` sets it to less, or to another gold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from dostyk.evaluate import claim_lines, load_gold, tabulate
from dostyk.evaluate.match import match_all
from dostyk.reading import read_report
from training.evaluate import data_folder

FLOOR = Path(__file__).with_name("floor.json")


@dataclass(frozen=True)
class Floor:
    """The least F1 allowed, and the gold it holds for."""

    f1: float
    gold: str


def committed() -> Floor:
    """The floor of the repository."""
    return Floor(**json.loads(FLOOR.read_text(encoding="utf-8")))


def digest(gold: Path) -> str:
    """Sixteen hexadecimal digits over names and contents of the gold's facts and texts."""
    total = hashlib.sha256()
    for path in sorted([*gold.glob("facts/*.json"), *gold.glob("text/*.txt")]):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def measure(gold: Path) -> Floor:
    """F1 of reading the gold now."""
    annotated = load_gold(gold)
    lines = [line for item in annotated for line in claim_lines(read_report(item.report).claims, item.report)]
    return Floor(tabulate(match_all(annotated, lines), "kind").total.f1, digest(gold))


def fault(now: Floor, floor: Floor) -> str:
    """Why what is measured does not hold the floor, empty where it does."""
    if now.gold != floor.gold:
        return f"the gold has the digest {now.gold}, the floor is of {floor.gold}; set it anew with --lower"
    return f"F1 {now.f1:.4f} is below the floor of {floor.f1}" if now.f1 < floor.f1 else ""


def main() -> int:
    """Check the floor, or set it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--raise", dest="up", action="store_true", help="set the floor where more is reached now")
    group.add_argument("--lower", dest="down", action="store_true", help="set the floor to what is reached, even less")
    options = parser.parse_args()
    floor, now = committed(), measure(data_folder() / "gold")
    reached = Floor(math.floor(now.f1 * 100) / 100, now.gold)
    print(f"F1 {now.f1:.4f} on gold {now.gold}; floor {floor.f1} on gold {floor.gold}")
    if options.down or (options.up and reached.gold == floor.gold and reached.f1 > floor.f1):
        FLOOR.write_text(json.dumps(asdict(reached)) + "\n", encoding="utf-8")
        print(f"floor set to {reached.f1}")
        return 0
    wrong = fault(now, floor)
    if wrong:
        print(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
