"""Deriving what is touched equals deriving everything, whatever was added, read again or decided, in any order."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from conftest import Read
from generated import world
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_properties import made

from dostyk.errors import UsageError
from dostyk.ledger import Ledger
from dostyk.ledger.checking import everything
from dostyk.linking import derive
from dostyk.linking.blocks import CAP
from dostyk.model import Claim, Party, Report

_TEXT = "To the north of the harbour the ferries wait for timber, wool and salt from the inland towns."
_REPORTS = {
    f"r{n}": Report(text, title=f"t{n}", published=date(2024, 3, n) if n < 4 else None, outlet=f"o{n}")
    for n, text in enumerate((_TEXT, _TEXT, "Short", "Other"), start=1)
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One thing that is done to a ledger: a report read by a reader of some version, or an act on random ids."""

    report: str = ""
    reader: str = ""
    claims: tuple[Claim, ...] = ()
    verb: str = ""
    seed: int = 0


readings = st.builds(
    lambda report, reader, claims: Step(report, reader, tuple(claims)),
    st.sampled_from(sorted(_REPORTS)),
    st.sampled_from(("reader 1", "reader 2")),
    st.lists(made, max_size=5),
)
acts = st.builds(
    lambda verb, seed: Step(verb=verb, seed=seed),
    st.sampled_from(
        ("accept", "reject", "same", "different", "correct", "several", "undo", "redo", "merge", "split", "namesake")
    ),
    st.integers(0, 10_000),
)


def as_read(step: Step) -> tuple[Report, Read]:
    report = _REPORTS[step.report]
    claims = {one.id: one for one in (replace(one, report=report.id, reader=step.reader) for one in step.claims)}
    return report, Read(report.id, step.reader, list(claims.values()))


def do(ledger: Ledger, step: Step) -> None:
    if not step.verb:
        ledger.add(*as_read(step))
    elif step.verb in ("undo", "redo"):
        getattr(ledger, step.verb)(by="desk")
    elif step.verb in ("merge", "split"):
        named = sorted(party for party in ledger.named() if party.kind != "state")
        if len(named) > 1:
            one, other = random.Random(step.seed).sample(named, 2)
            with suppress(UsageError):  # it is so already
                ledger.rule_parties(step.verb, one, other, by="desk")
    elif step.verb == "namesake":
        entries = ledger.entries()
        if entries:
            dice = random.Random(step.seed)
            entry = dice.choice(entries)
            with suppress(UsageError):  # it names no person, or one who is called so
                ledger.tell_apart(
                    dice.choice(entry.parties), [entry.id], dice.choice(("Mara Quill II", "Quill")), by="desk"
                )
    else:
        ids = [one.id for one in ledger.entries()] + [one.id for one in ledger.claims()]
        if len(ids) > 3:
            chosen = random.Random(step.seed).sample(sorted(ids), 2)
            payload = {"what": "as set right"}
            if step.verb == "several":
                together = [("reject", chosen[:1], {}), ("different", chosen, {}), ("correct", chosen[1:], payload)]
                ledger.decide(together, by="desk")
            else:
                ledger.act(step.verb, chosen, by="desk", payload=payload if step.verb == "correct" else {})


def linked_anew(ledger: Ledger) -> dict[Party, Party]:
    """Who is who, from all claims, rejected ones too, and all acts at once."""
    with ledger._asking() as connection:
        return dict(everything(connection).parties)


def stale(ledger: Ledger) -> list[str]:
    found = ledger.check(rederive=True)
    return [
        problem.message
        for problem in found
        if problem.code in ("entry-stale", "redirect-dangles", "redirect-stale", "log-altered")
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(readings, readings, acts), max_size=10))
def test_each_step_leaves_what_deriving_everything_would(steps: Sequence[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l") as ledger:
        for step in steps:
            do(ledger, step)
            assert stale(ledger) == []
            assert ledger.named() == linked_anew(ledger)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings, max_size=6, unique_by=lambda step: step.report), st.integers(0, 100))
def test_one_by_one_in_bulk_or_in_another_order_the_entries_are_the_same(steps: list[Step], seed: int) -> None:
    mixed = random.Random(seed).sample(steps, len(steps))
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "a") as one,
        Ledger.open(Path(folder) / "b") as other,
    ):
        for step in steps:
            do(one, step)
        with other.bulk():
            for step in mixed:
                do(other, step)
        assert one.entries() == other.entries()
        assert one.people() == other.people()
        assert one.offices() == other.offices()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings, min_size=1, max_size=4), acts)
def test_undo_after_do_leaves_the_ledger_as_it_was(steps: list[Step], act: Step) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l") as ledger:
        for step in steps:
            do(ledger, step)
        before, number = (ledger.entries(), ledger.people(), ledger.problems()), len(ledger.acts())
        do(ledger, act)
        if len(ledger.acts()) > number:
            ledger.undo(by="desk")
        assert (ledger.entries(), ledger.people(), ledger.problems()) == before


def test_a_block_that_grows_large_is_cut_as_when_derived_at_once(ledger: Ledger) -> None:
    claims, _ = world(1800, seed=3)
    pair = [one for one in claims if one.kind in ("meeting", "visit")]
    days = {n: date(2024, 3, 1 + n % 20) for n in range(len(pair))}
    reports = []
    for number, claim in enumerate(pair):
        # All in one month between two states, so that they fall into one block.
        report = Report(text=f"Report {number}", title=f"{number}", published=days[number], outlet="o")
        who = tuple(replace(m, party=replace(m.party, state="AAA")) for m in claim.who[:1])
        whom = tuple(replace(m, party=replace(m.party, state="BBB")) for m in (claim.who[1:] or claim.whom))
        moved = replace(claim, report=report.id, kind="meeting", who=who + whom, whom=(), date=None, place="",
                        what=f"talks number {number % 7}")  # fmt: skip
        reports.append((report, moved))
    assert len(reports) > CAP + 10
    with ledger.bulk():
        for report, claim in reports[: CAP - 5]:
            ledger.add(report, Read(report.id, "reader 1", [claim]))
    for report, claim in reports[CAP - 5 : CAP + 5]:
        ledger.add(report, Read(report.id, "reader 1", [claim]))
    assert stale(ledger) == []
    used = reports[: CAP + 5]
    anew = derive([claim for _, claim in used], {report.id: report.published for report, _ in used})
    assert {entry.id for entry in ledger.entries()} == {entry.id for entry in anew.entries}
