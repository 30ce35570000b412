"""Visits of 2021-2022 by the public record, found in reports? `DOSTYK_DATA=FOLDER python -m training.evaluate_visits`.

`visits/records.jsonl` lists records of visits with the reports that announce or tell of each; ids only. All reports of
the list are read into one ledger. A record is *found* where a claim of one of its reports is a visit, a meeting or a
gathering (a report that tells of a guest by the talks alone, `met today with President X at the White House`, tells of
the visit) with

- the right person: of the traveller's state, with a word of the traveller's name;
- the right state: the host state is a side of it, or its place;
- the right days: dated, overlapping the days of the record (or of its reports, where `told` says that they give
  others), and reaching out of them by at most three days at either end, as trips to several states are told in one
  breath. Where the reports give no day (`told` is `none`), a claim without a date is right.

*As a visit* counts the records of which a claim of kind visit passes the three. Prints both, the same by report, the
records not found with the reason that came nearest, and what linking made of them: of the records that several reports
tell of as a visit, how many are one entry; and visit entries that hold separate claims of two records, of different
travellers or of times more than three days apart. Exit code 1 below 0.85 found.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from dostyk.ledger import Ledger
from dostyk.model import Claim, Interval
from training.evaluate import data_folder
from training.evaluate_followup import fill, words_of

HERE = Path(__file__).parent
ENOUGH = 0.85
KINDS = ("visit", "meeting", "gathering")
SLACK = timedelta(days=3)


@dataclass(frozen=True)
class Record:
    """A visit of the public record. `days` are those to be read, None where its reports give none."""

    name: str
    who: str
    to: str
    days: Interval | None
    reports: tuple[str, ...]


@dataclass
class Outcome:
    """What was read of one record: for each of its reports the claims that pass all three, else how near one came."""

    record: Record
    right: dict[str, list[Claim]]
    nearest: str

    @property
    def found(self) -> bool:
        return any(self.right.values())

    @property
    def as_visit(self) -> bool:
        return any(claim.kind == "visit" for claims in self.right.values() for claim in claims)


def records() -> list[Record]:
    """The committed list."""
    lines = (HERE / "visits" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    return [_record(json.loads(line)) for line in lines]


def _record(row: dict[str, str]) -> Record:
    told = row.get("told") or row["days"]
    days = None if told == "none" else Interval.parse(told)
    return Record(row["record"], row["who"], row["to"], days, tuple(row["reports"]))


def has_person(claim: Claim, record: Record) -> bool:
    """True where a person of the traveller's state shares a word of the name with the record."""
    state, _, name = record.who.partition(":")
    words = words_of(name)
    return any(party.state == state and words & words_of(party.name) for party in claim.parties)


def has_state(claim: Claim, record: Record) -> bool:
    """True where the host state is a side of the claim or its place."""
    return record.to in {*(party.state for party in claim.parties), claim.place.partition(":")[0]}


def has_days(claim: Claim, record: Record) -> bool:
    """True where the claim's date fits the record's days as the module says."""
    if record.days is None:
        return claim.date is None
    if claim.date is None or not claim.date.overlaps(record.days):
        return False
    return claim.date.low >= record.days.low - SLACK and claim.date.high <= record.days.high + SLACK


def _distance(claim: Claim, record: Record) -> tuple[int, str]:
    """How many of the tests a claim of the person passes, and what it lacks."""
    date = claim.date.iso if claim.date else "no day"
    shown = f"{claim.kind} {' + '.join(p.key for p in claim.parties)} {claim.place} {date}"
    if claim.kind not in KINDS:
        return 1, f"only as {shown}"
    if not has_state(claim, record):
        return 2, f"without the state: {shown}"
    return (3, f"other days: {shown}") if not has_days(claim, record) else (4, "")


def judge(record: Record, claims: dict[str, list[Claim]]) -> Outcome:
    """What the claims of a record's reports make of it."""
    right: dict[str, list[Claim]] = {}
    near = (0, "no claim has the person")
    for report in record.reports:
        ranked = [(_distance(c, record), c) for c in claims[report] if has_person(c, record)]
        right[report] = [claim for (score, _), claim in ranked if score == 4]
        near = max([near, *(distance for distance, _ in ranked)])
    return Outcome(record, right, near[1])


def one_entry(outcome: Outcome, entry_of: dict[str, str]) -> bool | None:
    """True where the visit claims of several reports share an entry, None where fewer than two reports have any."""
    entries = [{entry_of[c.id] for c in claims if c.kind == "visit"} for claims in outcome.right.values()]
    several = [found for found in entries if found]
    return bool(set.intersection(*several)) if len(several) > 1 else None


def holding_two(outcomes: Iterable[Outcome], entry_of: dict[str, str]) -> list[tuple[Record, Record]]:
    """Pairs of records, of other travellers or other times, whose visit claims stand in one entry.

    Claims that tell of both themselves are left aside: guests of one summit, named in one sentence, came together.
    """
    held: dict[str, list[tuple[Record, set[str]]]] = defaultdict(list)
    for outcome in outcomes:
        claims = {c.id for found in outcome.right.values() for c in found if c.kind == "visit"}
        for entry in {entry_of[claim] for claim in claims}:
            held[entry].append((outcome.record, {claim for claim in claims if entry_of[claim] == entry}))
    return [
        (a, b)
        for one in held.values()
        for n, (a, told) in enumerate(one)
        for b, also in one[n + 1 :]
        if _two(a, b) and not told & also
    ]


def _two(a: Record, b: Record) -> bool:
    """True for two things; a journey to several states on days that touch may rightly be told, and kept, as one."""
    apart = a.days is not None and b.days is not None and a.days.gap_days(b.days) > SLACK.days
    return a.who != b.who or apart


def main() -> int:
    """Print the figures; the exit code says whether enough is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="keep the ledger here, and read nothing twice")
    options = parser.parse_args()
    data_folder()
    every = records()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(options.keep or Path(folder) / "visits.ledger") as ledger:
        ids = fill(ledger, {report for record in every for report in record.reports})
        claims = {report: ledger.claims(report=ids[report]) for report in ids}
        entry_of = {claim: entry.id for entry in ledger.entries() for claim in entry.claims}
    outcomes = [judge(record, claims) for record in every]
    for outcome in outcomes:
        if not outcome.found:
            record = outcome.record
            days = record.days.iso if record.days else "no day"
            print(f"not found: {record.name}: {record.who} to {record.to}, {days}: {outcome.nearest}")
    two = holding_two(outcomes, entry_of)
    for a, b in two:
        print(f"one entry of two: {a.name} {a.who} to {a.to} and {b.name} {b.who} to {b.to}")
    found, visits = sum(o.found for o in outcomes), sum(o.as_visit for o in outcomes)
    told = [bool(claims) for o in outcomes for claims in o.right.values()]
    several = [joined for o in outcomes if (joined := one_entry(o, entry_of)) is not None]
    print(f"found with person, state and days: {found} of {len(every)} ({found / len(every):.3f})")
    print(f"told of as a visit: {visits} of {len(every)} ({visits / len(every):.3f})")
    print(f"by report: {sum(told)} of {len(told)} tellings ({sum(told) / len(told):.3f})")
    print(f"told of as a visit by several reports: {len(several)}, of these one entry: {sum(several)}")
    print(f"visit entries that hold two records: {len(two)}")
    return 0 if found / len(every) >= ENOUGH else 1


if __name__ == "__main__":
    raise SystemExit(main())
