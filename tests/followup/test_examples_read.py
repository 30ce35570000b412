"""The examples, read from their files: the steps that come out of the reader, compared whole with those set down.

A line says what the earlier entry and the evidence are known by: kind and words of each. Two tellings that stand as two
entries of one thing (a parade announced by two outlets) come under one line, and a figure of which reports give two
values is one entry, known by the preferred one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dostyk.followup import Step, load
from dostyk.intake import Failed, read_paths
from dostyk.ledger import Ledger
from dostyk.model import Entry
from dostyk.reading import read_report

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
# kind of the earlier entry | its words or parties | step | kind of the evidence | its words or parties
STEPS = """
invitation   | Vo Van Thuong > Kassym   | put off     | visit        | 2023-06-11/2023-06-13
invitation   | Vo Van Thuong > Kassym   | taken up    | visit        | 2023-08-20/2023-08-22
invitation   | Tokayev > To Lam           | taken up    | visit        | To Lam > KAZ
invitation   | Foreign Ministry > Le Thi  | taken up    | visit        | Le Thi Thu Hang > KAZ
invitation   | Ilham Aliyev > To Lam      | planned     | visit        | To Lam > AZE
invitation   | Bui Thanh Son > KAZ        | planned     | commitment   | trade and economic mission
invitation   | Carney > Narendra Modi     | taken up    | visit        | Modi > CAN
invitation   | Modi > Mark Carney         | taken up    | visit        | Carney > IND
signing      | 2023-08-21 agreement on visa exemption | in force | ratification | visa exemption
ratification | 2024-05-25 agreement on visa | happened   | ratification | visa exemption
signing      | joint statement            | signed      | signing      | joint statement
signing      | Eight documents            | signed      | signing      | Eight documents
relations    | strategic partnership      | happened    | relations    | strategic partnership
meeting      | Tokayev; To Lam            | happened    | meeting      | 2025-05-06
gathering    | military parade            | happened    | gathering    | military parade
gathering    | G7                         | happened    | gathering    | G7
visit        | Modi > CAN                 | happened    | visit        | Modi > CAN
visit        | 2023-06-11/2023-06-13      | put off     | visit        | 2023-08-20/2023-08-22
visit        | Carney > IND               | happened    | visit        | Carney > IND
meeting      | told 2025-06-06            | happened    | meeting      | 2025-06-17
meeting      | told 2025-06-17            | happened    | meeting      | 2025-11-23
meeting      | told 2025-11-24            | happened    | meeting      | 2026-03-02
commitment   | meet again                 | done        | meeting      | 2026-03-02
commitment   | high-level visits          | partly done | visit        | To Lam > KAZ
commitment   | to 1.5 billion USD         | measured    | figure       | 2023 about $1 billion
commitment   | to 1.5 billion USD         | measured    | figure       | 2024 $860 million
commitment   | to 1.5 billion USD         | retargeted  | commitment   | to $2 billion
commitment   | to 1.5 billion USD         | retargeted  | commitment   | double its trade
commitment   | to $1 billion              | done        | figure       | 2023 about $1 billion
commitment   | to $1 billion              | measured    | figure       | 2024 $860 million
commitment   | to $2 billion              | retargeted  | commitment   | double its trade
commitment   | widen cooperation          | started     | signing      | technology
commitment   | widen cooperation          | started     | signing      | cultural cooperation
commitment   | widen cooperation          | started     | signing      | sport
commitment   | number of flights          | partly done | figure       | More than 40 flights
commitment   | number of flights          | started     | opening      | Hanoi – Almaty – Prague
commitment   | high commissioners         | partly done | appointment  | Patnaik > CAN
commitment   | high commissioners         | done        | appointment  | Cooter > IND
commitment   | defence                    | started     | opening      | defence dialogue
commitment   | negotiations               | started     | signing      | terms of reference
commitment   | 50 billion US dollars      | restated    | commitment   | US$50 billion
"""


def _told(entry: Entry) -> str:
    """All that a line may know an entry by."""
    who, whom = ("; ".join(party.name or party.key for party in side) for side in (entry.who, entry.whom))
    days = entry.date.iso if entry.date else ""
    told = f"told {entry.anchors[0].published}"
    return f"{days} {entry.detail.value} | {days} {entry.detail.instrument} | {who} > {whom} | {entry.what} | {told}"


def _knows(words: str, entry: Entry) -> bool:
    """True where the words stand in what is told of an entry."""
    return words in _told(entry)


def _fits(step: Step, line: str) -> bool:
    kind, subject, to, evidence, words = (cell.strip() for cell in line.split("|"))
    same = (step.subject.kind, step.to, step.evidence.kind) == (kind, to, evidence)
    return same and _knows(subject, step.subject) and _knows(words, step.evidence)


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> tuple[Step, ...]:
    with Ledger.open(tmp_path_factory.mktemp("examples") / "ledger") as ledger:
        with ledger.bulk():
            for found in read_paths([str(REPORTS)]):
                assert not isinstance(found, Failed)
                reading = read_report(found.report)
                ledger.add(found.report, replace(reading, problems=(*found.problems, *reading.problems)))
        return load(ledger, date(2026, 6, 1)).steps


def test_every_step_comes_out_of_the_reader_and_nothing_else(steps: tuple[Step, ...]) -> None:
    lines = STEPS.strip().splitlines()
    missing = [line for line in lines if not any(_fits(step, line) for step in steps)]
    others = [f"{step.subject.kind} {_told(step.subject)} → {step.to} → {_told(step.evidence)}" for step in steps
              if not any(_fits(step, line) for line in lines)]  # fmt: skip
    assert (missing, others) == ([], [])
