"""Acts are replayed by time and first number, wherever they stand in a log: undo and redo, too."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.linking import effective, redoable
from dostyk.model import Act

_AT = ("2024-04-01T00:00:00Z", "2024-04-01T00:00:01Z", "2024-04-02T00:00:00Z")


@st.composite
def logs(draw: st.DrawFn) -> list[Act]:
    """A log in order of time; some undo and redo name an act, or a decision of several, others mean the latest."""
    times = sorted(draw(st.lists(st.sampled_from(_AT), min_size=2, max_size=9)))
    found: list[Act] = []
    for number, at in enumerate(times, 1):
        verb = draw(st.sampled_from(("accept", "correct", "undo", "undo", "redo")))
        done = [act for act in found if act.verb not in ("undo", "redo")]
        named = draw(st.none() | st.sampled_from(done)) if verb in ("undo", "redo") and done else None
        payload = {"act": str(named.number)} | ({"batch": named.batch} if named.batch else {}) if named else {}
        batch = draw(st.sampled_from(("", "", "b1"))) if verb not in ("undo", "redo") else ""
        found.append(Act(number, at, "desk", verb, payload=payload, batch=batch, first=(number, f"link {number}")))
    return found


@settings(max_examples=300, deadline=None)
@given(logs(), st.integers(0, 1000))
def test_where_acts_stand_in_a_log_does_not_matter(log: list[Act], seed: int) -> None:
    mixed = random.Random(seed).sample(log, len(log))
    assert effective(mixed) == effective(log)
    assert redoable(mixed) == redoable(log)


def _renumbered(log: Sequence[Act], places: Sequence[int]) -> list[Act]:
    """The log as another ledger holds it, which took acts in later than they were done: with numbers of its own."""
    numbers = {str(act.number): number for act, number in zip(log, places, strict=True)}
    told = []
    for act in log:
        meant = {"act": str(numbers[act.payload["act"]])} if "act" in act.payload else {}
        told.append(replace(act, number=numbers[str(act.number)], payload={**act.payload, **meant}))
    return sorted(told, key=lambda act: act.number)


@settings(max_examples=300, deadline=None)
@given(logs(), st.integers(0, 1000))
def test_two_ledgers_that_number_the_same_acts_otherwise_hold_the_same(log: list[Act], seed: int) -> None:
    places = random.Random(seed).sample(range(1, len(log) + 1), len(log))
    held = effective(_renumbered(log, places))
    assert [act.first for act in held] == [act.first for act in effective(log)]


def test_an_undo_taken_in_late_comes_where_it_was_done() -> None:
    """Here: done, undone, brought back. There, before that: undone. The redo was last, so the act holds in both."""
    done = Act(1, _AT[0], "here", "accept", first=(1, "a"))
    here = [Act(2, "2024-04-01T00:00:02Z", "here", "undo", payload={"act": "1"}, first=(2, "b")),
            Act(3, "2024-04-01T00:00:03Z", "here", "redo", payload={"act": "1"}, first=(3, "c"))]  # fmt: skip
    late = Act(4, _AT[1], "there", "undo", payload={"act": "1"}, first=(2, "d"))
    assert effective([done, *here, late]) == (done,)
