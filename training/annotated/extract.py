"""Write the annotated reports' texts: `DOSTYK_DATA=FOLDER python training/annotated/extract.py OUTDIR`.

The texts stay outside the repository. Exit status 1 if a report is missing or its text is not the one that was
annotated (sha256).
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "judging"))  # before this folder: the module `extract` is the one there

from extract import find_reports  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    outdir = parser.parse_args().outdir
    rows = json.loads((HERE / "reports.json").read_text(encoding="utf-8"))["reports"]
    found = find_reports(rows)
    outdir.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for row in rows:
        report = found.get((row["file"], row["key"]))
        if report is None or hashlib.sha256(report.text.encode()).hexdigest() != row["sha256"]:
            print(f"{row['name']}: {'not in the corpus' if report is None else 'another text than annotated'}")
            wrong += 1
            continue
        (outdir / f"{row['name']}.txt").write_text(report.rendered(), encoding="utf-8")
    print(f"{len(rows) - wrong} of {len(rows)} texts written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
