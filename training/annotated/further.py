"""Draw the later rounds of annotated reports: `DOSTYK_DATA=… python training/annotated/further.py --exclude FOLDER`.

Round 2: twenty-eight reports from strata of titles that lean to what the first round has little of (measures, summits,
talks, treaties). Round 3: twenty-four reports drawn by lot, one a month or year. None stands in the folder given with
`--exclude`, among the reports for judging or in an earlier round. Prints the names of the reports in the order drawn,
and exits with 1 where they are not those of `reports.json`.
"""

import argparse
import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "judging"))  # the scripts there are run as files and import one another

import choose  # noqa: E402
from choose import Stratum, excluded, name_of  # noqa: E402
from corpus import AUSTRALIA, WHITE_HOUSE, CorpusReport  # noqa: E402
from draw import free_reports  # noqa: E402

SECOND, THIRD = "dostyk second 2", "third"
THIRD_WORDS, THIRD_COUNT, THIRD_SINCE = (120, 420), 12, "1970"

STRATA: dict[str, list[Stratum]] = {
    WHITE_HOUSE: [
        ("call", r"\bcall\b", r"congress|business|governor", 2),
        ("meeting", r"(meeting|meets) with|bilateral", r"call|congress|business|governor|travel|ceo|caucus", 3),
        ("travel", r"\b(travel|trip)\b.* (to|in)\b", r"first lady|gentleman|domestic", 1),
        ("visit", r"\bvisit of\b|state visit|visit by|\bto welcome\b|\bto host\b", r"first lady", 1),
        ("joint", r"joint (statement|declaration|communiqu)|\bleaders\W+ statement", r"congress|agency|call", 2),
        (
            "measure",
            r"sanction|accountab|\bon (russia|ukraine|belarus|iran|ethiopia|burma|nord stream|export)|expan|block",
            r"joint|call",
            3,
        ),
        ("summit", r"summit|quad\b|\bg7\b|trilateral", r"call|proclamation|travel|trip", 2),
    ],
    AUSTRALIA: [
        ("visit in", r"visit (by|of|from)|visit to australia|to visit australia", r"governor.general", 2),
        ("visit out", r"visit to|to visit|visits|overseas", r"australia|by the president|by the prime", 2),
        ("joint", r"joint (statement|communiqu)|communiqu", r"premier|state", 2),
        ("envoy", r"ambassador|high commissioner|consul\b|consulate", r"people of|paralympic", 1),
        ("agreement", r"treaty|agreement|memorandum|\bpact\b", r"state|wage|work|inter.?governmental", 2),
        ("protest", r"sanction|protest|nuclear test|expel|expul|boycott|south africa", r"wage", 2),
        (
            "meeting",
            r"meeting with|talks|summit|\bforum\b|chogm|\bapec\b",
            r"union|premier|state|industr|tax|women|hellenic",
            3,
        ),
    ],
}


def drawn_before(number: int) -> set[tuple[str, str]]:
    """File and key of the reports of earlier rounds."""
    rows = json.loads((HERE / "reports.json").read_text(encoding="utf-8"))["reports"]
    return {(row["file"], row["key"]) for row in rows if row["round"] < number}


def pool(file: str, taken: set[str], number: int) -> list[CorpusReport]:
    """The reports of a corpus file that a round may draw from."""
    before = drawn_before(number)
    return [r for r in free_reports(file, taken) if (r.file, r.key) not in before]


def second(taken: set[str]) -> list[CorpusReport]:
    """The reports of round 2, stratum by stratum."""
    choose.SEED = SECOND
    return [r for file, strata in STRATA.items() for r in choose.draw(pool(file, taken, 2), strata)]


def third(taken: set[str]) -> list[CorpusReport]:
    """The reports of round 3: by lot, no two of one month (White House) or year (Australia)."""
    chosen: list[CorpusReport] = []
    for file in (WHITE_HOUSE, AUSTRALIA):
        low, high = THIRD_WORDS
        fits = [r for r in pool(file, taken, 3) if low <= len(r.text.split()) <= high]
        random.Random(THIRD).shuffle(fits)
        periods: set[str] = set()
        for report in fits:
            period = report.published[:4] if file == AUSTRALIA else report.published[:7]
            old = file == AUSTRALIA and report.published < THIRD_SINCE
            if period not in periods and not old and len(periods) < THIRD_COUNT:
                periods.add(period)
                chosen.append(report)
    return chosen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exclude", type=Path, required=True, help="folder of texts not to draw")
    taken = excluded(parser.parse_args().exclude)
    rows = json.loads((HERE / "reports.json").read_text(encoding="utf-8"))["reports"]
    wrong = 0
    for number, draw in ((2, second), (3, third)):
        names = [name_of(r) for r in draw(taken)]
        print(*names, sep="\n")
        wrong += names != [row["name"] for row in rows if row["round"] == number]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
