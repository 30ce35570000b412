"""The follow-up of `examples/`, written by hand and compared whole."""

from __future__ import annotations

import random
from datetime import date

import pytest
from examples_by_hand import EXAMPLES, EXPECTED

from dostyk.followup.matching import propose

TODAY = date(2026, 6, 1)
NAMES = {entry.id: name for name, entry in EXAMPLES.items()}


def _proposed(entries, today=TODAY):  # type: ignore[no-untyped-def]
    return [(NAMES[step.subject.id], step.to, NAMES[step.evidence.id]) for step in propose(entries, today)]


def test_everything_that_bears_on_something_earlier_is_proposed_and_nothing_else() -> None:
    found = _proposed(EXAMPLES.values())
    assert len(found) == len(set(found))
    missing, wrong = set(EXPECTED) - set(found), set(found) - set(EXPECTED)
    assert (missing, wrong) == (set(), set())


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_entries_does_not_matter(seed: int) -> None:
    shuffled = list(EXAMPLES.values())
    random.Random(seed).shuffle(shuffled)
    assert propose(shuffled, TODAY) == propose(EXAMPLES.values(), TODAY)


def test_what_was_not_told_of_by_a_day_proposes_nothing_on_it() -> None:
    early = _proposed(EXAMPLES.values(), date(2025, 5, 5))
    assert ("visa agreement", "in force", "visa agreement in force") in early
    assert not any(evidence == "statement" for _, _, evidence in early)
    assert set(early) - set(EXPECTED) == {("Tokayev invites Lam", "taken up", "visit of 2025")} - set(EXPECTED)


def test_every_step_says_why_and_how_sure_it_is() -> None:
    for step in propose(EXAMPLES.values(), TODAY):
        assert step.why
        assert all(step.why)
        assert 0 < step.score < 1
        assert step.evidence.anchors


def test_a_step_keeps_its_id_over_derivations() -> None:
    first, again = propose(EXAMPLES.values(), TODAY), propose(reversed(list(EXAMPLES.values())), TODAY)
    assert sorted(step.id for step in first) == sorted({step.id for step in again})
