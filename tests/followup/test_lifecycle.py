"""No step without evidence or act; acts undone leave what was before."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from examples_by_hand import EXAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dostyk.followup import load, propose, record_of, standing
from dostyk.followup.lifecycle import Verdicts, by_subject
from dostyk.followup.register import register
from dostyk.followup.scorecard import curve, scorecard
from dostyk.ledger import Ledger
from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Problem, Report

TODAY = date(2026, 6, 1)
_ENTRIES = list(EXAMPLES.values())


@settings(deadline=None)
@given(st.lists(st.sampled_from(_ENTRIES), unique_by=lambda entry: entry.id))
def test_every_step_has_evidence_that_was_told_of_and_is_no_earlier(entries) -> None:  # type: ignore[no-untyped-def]
    known = {entry.id for entry in entries}
    for step in propose(entries, TODAY):
        assert step.evidence.id in known
        assert step.evidence.anchors
        assert step.why
        first, last = min(a.published for a in step.subject.anchors), max(a.published for a in step.evidence.anchors)
        assert first <= last


@settings(deadline=None)
@given(st.data())
def test_only_a_verdict_moves_a_state(data) -> None:  # type: ignore[no-untyped-def]
    steps = propose(_ENTRIES, TODAY)
    said = {
        (step.subject.id, step.to, step.evidence.id): data.draw(st.sampled_from(("accept", "reject")))
        for step in data.draw(st.lists(st.sampled_from(steps), max_size=12))
    }
    for own in by_subject(steps).values():
        stands = standing(own, Verdicts(said))
        accepted = [step for step in own if said.get((step.subject.id, step.to, step.evidence.id)) == "accept"]
        assert (stands.state != "open") == any(step.moves for step in accepted)
        assert {step.id for step in stands.settled} == {step.id for step in accepted}
        assert standing(own).state == "open"


@dataclass(frozen=True)
class _Read:
    report: str
    claims: Sequence[Claim]
    reader: str = "by hand"
    problems: Sequence[Problem] = field(default_factory=tuple)


def _filled(path: Path) -> Ledger:
    """A ledger with two promises, and a visit that an invitation is answered by."""
    ledger = Ledger.open(path)
    for day, sentences in (
        ("2025-01-10", (("commitment", "open a school in Riga"), ("commitment", "send 5 tons of grain"),
                        ("invitation", "to visit Riga"))),
        ("2025-03-10", (("visit", "working visit"),)),
    ):  # fmt: skip
        text = " ".join(f"EST and LVA: {what}." for _, what in sentences)
        report = Report(text, f"Report of {day}", date.fromisoformat(day), "Desk")
        claims = []
        for kind, what in sentences:
            at = text.index(what)
            passage = Passage.of(report, at, at + len(what))
            one, two = (Mention(Party("EST", "Mari Kask", "person"), passage), Mention(Party("LVA"), passage))
            sides = ((two,), (one,)) if kind == "invitation" else ((one,), (two,))
            claims.append(Claim(report.id, "by hand", kind, *sides, date=Interval.parse(day), what=what,
                                detail=Detail(due="2025-12" if kind == "commitment" else ""),
                                evidence={"trigger": (passage,), "sentence": (passage,)}))  # fmt: skip
        ledger.add(report, _Read(report.id, claims))
    return ledger


def _all(ledger: Ledger) -> object:
    record = load(ledger, TODAY)
    return record.verdicts, [s.standing for s in record.commitments], register(record, ledger.bound())


_ACTS = st.lists(
    st.tuples(st.sampled_from(("assign", "progress", "settle")), st.integers(0, 1), st.sampled_from("ABC")), max_size=6
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ACTS)
def test_undoing_acts_restores_what_was(acts: list[tuple[str, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, _filled(Path(folder) / "l") as ledger:
        promises = [entry.id for entry in ledger.entries(kind="commitment")]
        (step,) = load(ledger, TODAY).steps
        states = [_all(ledger)]
        for verb, number, word in acts:
            if verb == "settle":
                ids = [step.subject.id, step.evidence.id]
                said = {"to": step.to, "verdict": "accept" if word == "A" else "reject"}
            elif verb == "assign":
                ids, said = [promises[number]], {"lead": f"Agency {word}"}
            else:
                ids, said = [promises[number]], {"lead": "Agency", "state": "started", "done": word}
            ledger.follow([(verb, ids, said)], by="clerk")
            states.append(_all(ledger))
        for before in reversed(states[:-1]):
            ledger.undo(by="clerk")
            assert _all(ledger) == before
        assert len(ledger.acts()) == 2 * len(acts)  # nothing is lost from the log


def test_acts_outlive_a_new_reading(tmp_path: Path) -> None:
    with _filled(tmp_path / "l") as ledger:
        (first, _) = ledger.entries(kind="commitment")
        ledger.follow([("assign", [first.id], {"lead": "Ministry of Schools"})], by="clerk")
        report = ledger.reports()[0]
        again = [replace(claim, reader="by hand 2") for claim in ledger.claims(report=report.id)]
        ledger.add(report, _Read(report.id, again, "by hand 2"))
        leads = {item.content: item.lead.agency for item in register(load(ledger, TODAY), ledger.bound())}
        assert leads[first.what] == "Ministry of Schools"


def test_what_the_lead_says_and_what_reports_show_stand_side_by_side() -> None:
    record = record_of(EXAMPLES.values(), TODAY)
    items = {item.entry.id: item for item in register(record, [])}
    envoys = items[EXAMPLES["high commissioners"].id]
    assert [step.to for step in envoys.steps] == ["partly done", "done", "done", "done"]
    assert (envoys.state, envoys.reported, envoys.stands) == ("open", None, "open")


def test_the_scorecard_counts_what_cannot_be_judged() -> None:
    record = record_of(EXAMPLES.values(), TODAY)
    scores = {score.group: score for score in scorecard(register(record, []), TODAY)}
    relation = scores["KAZ–VNM"]
    assert sum(relation.states.values()) == relation.all
    assert relation.unjudged == relation.all - relation.overdue
    assert relation.overdue == 1  # a billion by the end of 2023: reports show it, nobody has settled it


def test_the_curve_counts_open_ones_for_as_long_as_they_are_open() -> None:
    assert curve([(10, True), (20, True), (30, False)]) == ((10, 0.333333), (20, 0.666667))
    assert curve([(10, True), (15, False), (20, True)]) == ((10, 0.333333), (20, 1.0))
    assert curve([(5, False)]) == ()


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1000), st.booleans()), max_size=30))
def test_the_curve_only_rises_and_stays_a_share(times: list[tuple[int, bool]]) -> None:
    shares = [share for _, share in curve(times)]
    assert shares == sorted(shares)
    assert all(0 < share <= 1 for share in shares)
