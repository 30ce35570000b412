"""Do announced visits pass to happened? `DOSTYK_DATA=FOLDER python -m training.evaluate_followup [--keep LEDGER]`.

`visits/announced_and_told.jsonl` pairs reports of 2021-2022: one announces a visit, another tells of it; ids only. All
reports of the list are read into one ledger. A pair counts as passed where an entry of the visit that holds a claim of
the announcing report is a plan, and the same entry, or the evidence of a proposed step, tells of it as past. A pass is
wrong where the evidence is of no visit on the list: other days, another traveller or host. Prints both figures and the
errors; exit code 1 below 0.8 passed or above 0.03 wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from anyascii import anyascii

from dostyk.followup import Step, propose
from dostyk.ledger import Ledger
from dostyk.model import Entry, Interval, Report
from dostyk.reading import READER, read_report
from training.evaluate import data_folder

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "judging"))
ENOUGH, TOO_WRONG = 0.8, 0.03
FILE = "white-house-2021-2022.jsonl.gz"


@dataclass(frozen=True)
class Pair:
    """A visit that one report announces and another tells of."""

    announced: str
    told: str
    who: str
    to: str
    days: Interval


def pairs() -> list[Pair]:
    """The committed list."""
    lines = (HERE / "visits" / "announced_and_told.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Pair(r["announced"], r["told"], r["who"], r["to"], Interval.parse(r["days"])) for r in rows]


def fill(ledger: Ledger, wanted: set[str]) -> dict[str, str]:
    """Read the wanted reports into the ledger; the ledger's id of each by its id in the corpus."""
    from corpus import read_corpus

    ids = {}
    with ledger.bulk():
        for record in read_corpus(FILE):
            if record.key not in wanted:
                continue
            day = date.fromisoformat(record.published)
            report = Report(record.text, record.title, day, record.outlet, record.source, name=record.key)
            ids[record.key] = report.id
            if not any(claim.reader == READER for claim in ledger.claims(report=report.id)):
                ledger.add(report, read_report(report))
    return ids


def is_visitor(entry: Entry, who: str) -> bool:
    """True where a person of the state shares the last word of the name, in Latin letters, with a traveller."""
    state, _, name = who.partition(":")
    words = words_of(name)
    return any(party.state == state and words & words_of(party.name) for party in entry.parties)


def words_of(name: str) -> set[str]:
    """The words of a name in small Latin letters, without particles."""
    return {word for word in re.findall(r"\w+", anyascii(name).casefold()) if len(word) > 2}


def fits(entry: Entry, pair: Pair) -> bool:
    """True where an entry is a visit of the traveller to the host, or a meeting there, near its days."""
    states = {party.state for party in entry.parties} | {entry.place.partition(":")[0]}
    near = Interval.between(pair.days.low - timedelta(days=1), pair.days.high + timedelta(days=1))
    return is_visitor(entry, pair.who) and pair.to in states and (entry.date is None or entry.date.overlaps(near))


def passes(pair: Pair, steps: list[Step], ids: dict[str, str]) -> bool:
    """True where a plan of the announcing report passed to what the telling report, or another one, tells."""
    return any(
        step.to == "happened"
        and any(anchor.report == ids.get(pair.announced) for anchor in step.subject.anchors)
        and is_visitor(step.subject, pair.who)
        and fits(step.evidence, pair)
        for step in steps
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="keep the ledger here, and read nothing twice")
    options = parser.parse_args()
    data_folder()
    every = pairs()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(options.keep or Path(folder) / "visits.ledger") as ledger:
        ids = fill(ledger, {name for pair in every for name in (pair.announced, pair.told)})
        entries = ledger.entries()
    steps = [step for step in propose(entries, date(2023, 12, 31)) if step.to == "happened"
             and step.subject.kind in ("visit", "meeting")]  # fmt: skip
    failed = [pair for pair in every if not passes(pair, steps, ids)]
    wrong = [step for step in steps if step.subject.kind == "visit" and not any(fits(step.evidence, p) for p in every)]
    for pair in failed:
        print(f"not passed: {pair.who} to {pair.to}, {pair.days.iso}: {pair.announced.split('/')[-1]}")
    for step in wrong:
        day = step.evidence.date.iso if step.evidence.date else ""
        names = ", ".join(party.key for party in step.evidence.parties)
        print(f"wrong: {step.subject.what} → {step.evidence.kind} {names} {day}: {'; '.join(step.why)}")
    passed, share = 1 - len(failed) / len(every), len(wrong) / max(1, len(every))
    print(f"passed from scheduled to happened: {len(every) - len(failed)} of {len(every)} ({passed:.3f})")
    print(f"passed wrongly: {len(wrong)} ({share:.3f})")
    return 0 if passed >= ENOUGH and share <= TOO_WRONG else 1


if __name__ == "__main__":
    raise SystemExit(main())
