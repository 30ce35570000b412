"""The examples, read from their files: the steps that carry the follow-up come out of the reader too.

Reading is judged elsewhere, so this has a tolerance: of thirty steps that a careful reader expects, 25 must be
found, and at most eight others may be proposed beside them. What is missing or odd is listed when it fails.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dostyk.followup import load
from dostyk.intake import Failed, read_paths
from dostyk.ledger import Ledger
from dostyk.reading import read_report

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
FEWEST, MOST_OTHERS = 25, 8
# kind and words of the earlier entry or of its parties, steps that count, words of the evidence or of its parties
STEPS = [
    ("invitation", "Vo Van Thuong", ("taken up",), "Tokayev"),
    ("invitation", "To Lam", ("taken up",), "To Lam"),
    ("invitation", "Narendra Modi", ("taken up",), "Modi"),
    ("invitation", "Foreign Ministry", ("taken up",), "Le Thi Thu Hang"),
    ("invitation", "India in early 2026", ("taken up",), "Carney"),
    ("invitation", "business mission", ("planned",), "economic mission"),
    ("signing", "visa exemption", ("in force",), "visa exemption"),
    ("signing", "joint statement", ("signed",), "joint statement"),
    ("commitment", "high-level visits", ("partly done",), "To Lam"),
    ("commitment", "bilateral trade", ("retargeted", "measured"), "trade"),
    ("commitment", "flights", ("partly done", "started"), "flights"),
    ("commitment", "high commissioners", ("partly done", "done"), "Cooter"),
    ("commitment", "defence", ("started",), "defence"),
    ("meeting", "Tokayev", ("happened",), "To Lam"),
    ("meeting", "Modi", ("happened",), "G20"),
    ("relations", "strategic partnership", ("happened",), "strategic partnership"),
    ("gathering", "parade", ("happened",), "parade"),
    ("visit", "Modi", ("happened",), "Modi"),
    ("visit", "Carney", ("happened",), "Carney"),
    ("invitation", "Vo Van Thuong", ("put off",), "Tokayev"),
    ("invitation", "Le Thi Thu Hang", ("taken up",), "Hang"),
    ("invitation", "Aliyev", ("planned",), "To Lam"),
    ("visit", "Tokayev", ("cancelled",), "Tokayev"),
    ("ratification", "visa", ("happened",), "visa exemption"),
    ("commitment", "$1 billion", ("measured", "done"), "trade"),
    ("commitment", "$2 billion", ("retargeted",), "trade"),
    ("commitment", "50 billion", ("restated",), "50 billion"),
    ("commitment", "Comprehensive", ("started",), "Comprehensive"),
    ("gathering", "G7", ("happened",), "G7"),
    ("meeting", "Modi", ("happened",), "Modi"),
]  # fmt: skip


def _words(entry) -> str:  # type: ignore[no-untyped-def]
    return " ".join((entry.what, entry.detail.instrument, entry.detail.post, *(party.name for party in entry.parties)))


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    with Ledger.open(tmp_path_factory.mktemp("examples") / "ledger") as ledger:
        with ledger.bulk():
            for found in read_paths([str(REPORTS)]):
                assert not isinstance(found, Failed)
                reading = read_report(found.report)
                ledger.add(found.report, replace(reading, problems=(*found.problems, *reading.problems)))
        return load(ledger, date(2026, 6, 1)).steps


def test_most_steps_come_out_of_the_reader(steps) -> None:  # type: ignore[no-untyped-def]
    def fits(step, expected) -> bool:  # type: ignore[no-untyped-def]
        kind, subject, to, evidence = expected
        words = subject in _words(step.subject) and evidence in _words(step.evidence)
        return step.subject.kind == kind and step.to in to and words

    missing = [expected for expected in STEPS if not any(fits(step, expected) for step in steps)]
    others = [f"{_words(step.subject)} → {step.to} → {_words(step.evidence)}" for step in steps
              if not any(fits(step, expected) for expected in STEPS)]  # fmt: skip
    assert len(STEPS) - len(missing) >= FEWEST, missing
    assert len(others) <= MOST_OTHERS, others
