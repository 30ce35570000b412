"""Write the texts of the judging reports: `DOSTYK_DATA=FOLDER python training/judging/extract.py OUTDIR`.

The texts stay outside the repository. Exit status 1 if a report is missing or its text is not the one that
was annotated (sha256).
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from corpus import CorpusReport, read_corpus

REPORTS = Path(__file__).parent / "reports.json"


def find_reports(rows: list[dict[str, str]]) -> dict[tuple[str, str], CorpusReport]:
    """The corpus reports that the rows name, by file and key."""
    wanted = {(row["file"], row["key"]) for row in rows}
    return {
        (report.file, report.key): report
        for file in sorted({row["file"] for row in rows})
        for report in read_corpus(file)
        if (report.file, report.key) in wanted
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--half", choices=["A", "B"], help="only this half")
    args = parser.parse_args()
    rows = json.loads(REPORTS.read_text(encoding="utf-8"))["reports"]
    rows = [row for row in rows if args.half in (None, row["half"])]
    found = find_reports(rows)
    args.outdir.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for row in rows:
        report = found.get((row["file"], row["key"]))
        if report is None or hashlib.sha256(report.text.encode()).hexdigest() != row["sha256"]:
            reason = "not in the corpus" if report is None else "another text than annotated"
            print(f"{row['name']}: {reason}")
            wrong += 1
            continue
        (args.outdir / f"{row['name']}.txt").write_text(report.rendered(), encoding="utf-8")
    print(f"{len(rows) - wrong} of {len(rows)} texts written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
