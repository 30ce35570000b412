"""Draw the annotated reports: `DOSTYK_DATA=FOLDER python training/annotated/draw.py --exclude FOLDER`.

Thirty-six reports for tuning the reader, drawn with the fixed seed of `training/judging/choose.py` from strata of
titles. Writes `reports.json` beside this file. `--exclude` names a folder of report texts that must not be drawn (the
development gold); the reports for judging are never drawn.
"""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
JUDGING = HERE.parent / "judging"
sys.path.insert(0, str(JUDGING))  # the scripts there are run as files and import one another by bare names

from choose import Stratum, draw, excluded, is_diplomatic, keep, row, stands_in  # noqa: E402
from corpus import AUSTRALIA, WHITE_HOUSE, CorpusReport, read_corpus  # noqa: E402

LONGEST_WORDS = 700

# (name, pattern of the title, pattern the title must not have, reports to draw)
STRATA: dict[str, list[Stratum]] = {
    WHITE_HOUSE: [
        ("call", r"\bcall\b", r"congress|business|governor|sullivan", 3),
        ("adviser call", r"sullivan.*\bcall\b", r"congress|business|governor", 1),
        ("meeting", r"(meeting|meets) with|bilateral meeting", r"call|congress|business|governor|travel|ceo|caucus", 4),
        ("travel", r"\b(travel|trip)\b.* (to|in)\b", r"first lady|gentleman|domestic|doug emhoff", 2),
        ("visit", r"\bvisit of\b|state visit|visit by|\bto welcome\b|\bto host\b", r"first lady", 2),
        ("joint", r"joint (statement|declaration|communiqu)|\bleaders\W+ statement", r"congress|agency|call", 3),
        ("delegation", r"presidential delegation", r"olympic|paralympic", 1),
        ("aid", r"(humanitarian|security|vaccine|food).*(assistance|donat|aid)|doses", r"call|congress|sheet", 1),
        (
            "measure",
            r"\bon (russia|ukraine|belarus|iran|ethiopia|burma|nord stream|export|further)|sanction",
            r"joint|call",
            1,
        ),
        ("loss", r"(passing|death|assassination) of|earthquake|terrorist attack", r"call|congress|mondale", 1),
        ("summit", r"summit|quad\b|\bg7\b|trilateral", r"call|meeting|fact sheet|proclamation|travel|trip", 1),
    ],
    AUSTRALIA: [
        ("visit in", r"visit (by|of|from)|visit to australia|to visit australia", r"governor.general", 3),
        ("visit out", r"visit to|to visit|visits|overseas", r"australia|by the president|by the prime", 3),
        ("joint", r"joint (statement|communiqu)|communiqu", r"premier|state", 2),
        ("envoy", r"ambassador|high commissioner|consul\b|consulate", r"people of|paralympic", 1),
        ("loss", r"death of|condolence|assassination|tsunami|earthquake", r"\bsenator|hon\.? |memorial|recogni", 1),
        ("relations", r"recogni\w+ of|diplomatic relations|\bties\b|independence|relations with", r"work", 1),
        ("agreement", r"treaty|agreement|memorandum|\bpact\b", r"state|wage|work|inter.?governmental", 1),
        ("aid", r"\baid\b|assistance|relief", r"drought|bush|industr|legal|state|flood|wool", 1),
        ("protest", r"sanction|protest|nuclear test|expel|expul|boycott|south africa", r"wage", 1),
        (
            "meeting",
            r"meeting with|talks|summit|\bforum\b|chogm|\bapec\b",
            r"union|premier|state|industr|tax|women|hellenic",
            2,
        ),
    ],
}


def judged() -> set[tuple[str, str]]:
    """File and key of every report for judging."""
    rows = json.loads((JUDGING / "reports.json").read_text(encoding="utf-8"))["reports"]
    return {(row["file"], row["key"]) for row in rows}


def free_reports(file: str, taken: set[str]) -> list[CorpusReport]:
    """Diplomatic reports of one corpus file that are short enough and stand in no other set."""
    kept_apart = judged()
    return [
        r
        for r in read_corpus(file)
        if not stands_in(r, taken)
        and (r.file, r.key) not in kept_apart
        and len(r.text.split()) <= LONGEST_WORDS
        and is_diplomatic(r)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exclude", type=Path, required=True, help="folder of texts not to draw")
    taken = excluded(parser.parse_args().exclude)
    rows = [row(r) for file, strata in STRATA.items() for r in draw(free_reports(file, taken), strata)]
    keep(rows, HERE)
    print(f"{len(rows)} reports drawn")


if __name__ == "__main__":
    main()
