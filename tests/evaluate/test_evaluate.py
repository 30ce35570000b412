"""Gold is read, claims are matched one to one, counted, compared between runs, and written the same each time."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.errors import DataMissing, UsageError
from dostyk.evaluate import claim_line, claim_lines, compare_runs, load_gold, read_lines, tabulate, write_lines
from dostyk.evaluate.gold import find_quote
from dostyk.evaluate.lines import LONGEST_EVIDENCE, evidence_ranges
from dostyk.evaluate.match import match_all
from dostyk.model import Claim, Interval, Mention, Party, Passage, Report

TEXT = """Anna Berg visited Tallinn on March 4. She thanked Estonia for its help.

Estonia will build a bridge. Anna Berg is the foreign minister of Latvia."""

FACTS = [
    {
        "kind": "visit",
        "who": ["LVA:Anna Berg"],
        "whom": ["EST"],
        "date": "2024-03-04",
        "status": "happened",
        "must": True,
        "evidence": "Anna Berg  visited tallinn",
    },
    {
        "kind": "statement",
        "who": ["LVA:Anna Berg"],
        "whom": ["EST"],
        "what": "thanks for help",
        "must": False,
        "evidence": "She thanked Estonia",
    },
    {"kind": "commitment", "who": ["EST"], "what": "build a bridge", "must": True, "evidence": "will build a bridge"},
    {"kind": "office", "who": ["LVA:Anna Berg"], "what": "minister", "must": True, "evidence": "the foreign minister"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("facts", "text"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(f"# published: 2024-03-05\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "facts" / "one.json").write_text(json.dumps({"id": "one", "facts": FACTS}), encoding="utf-8")
    (tmp_path / "facts" / "without-text.json").write_text('{"facts": []}', encoding="utf-8")
    return tmp_path


def line(kind: str, quote: str, **fields: Any) -> dict[str, Any]:
    place = find_quote(TEXT, quote)
    assert place is not None
    return {"report": "one", "kind": kind, "who": ["LVA:Anna Berg"], "whom": ["EST"], "evidence": [place], **fields}


VISIT = line("visit", "Anna Berg visited", date="2024-03-04")
THANKS = line("statement", "thanked Estonia for its help", what="praise of help")
OFFICE = line("office", "foreign minister")
WRONG = line("aid", "for its help")


def test_counts_of_must_optional_extra_and_what_stands_apart(folder: Path) -> None:
    matched = match_all(load_gold(folder), [VISIT, THANKS, OFFICE, WRONG, {**VISIT, "report": "elsewhere"}])
    table = tabulate(matched)
    # The visit is found, the commitment missed; the statement need not be found and counts as right; office is apart.
    assert (table.total.must, table.total.found, table.total.claims, table.total.right) == (2, 1, 3, 2)
    assert table.total.recall == 0.5
    assert table.total.precision == pytest.approx(2 / 3)
    assert table.total.f1 == pytest.approx(4 / 7)
    assert (table.rows["office"].must, table.rows["office"].found) == (1, 1)
    assert [name for name, _ in table.ordered()][-1] == "TOTAL"
    assert (matched[0].missed, matched[0].extra) == ((2,), (3,))
    fields = table.fields
    assert (fields.matched, fields.dated, fields.date, fields.statements, fields.stance) == (3, 1, 1, 1, 0)
    assert list(tabulate(matched, by="report").rows) == ["one"]


def test_one_fact_is_found_once(folder: Path) -> None:
    (matched,) = match_all(load_gold(folder), [VISIT, VISIT, {**VISIT, "date": "2024-03"}])
    assert len(matched.pairs) == 1
    assert matched.claims[matched.pairs[0]].date == "2024-03-04"  # the closest is taken
    assert len(matched.extra) == 2


def test_two_runs_are_compared(folder: Path) -> None:
    gold = load_gold(folder)
    changes = compare_runs(match_all(gold, [VISIT, WRONG]), match_all(gold, [THANKS, line("honour", "thanked")]))
    assert [(change.what, change.statement.kind) for change in changes] == [
        ("lost", "visit"),
        ("found", "statement"),
        ("new error", "honour"),
        ("error gone", "aid"),
    ]


def test_gold_that_is_not_there_or_broken(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="no report has both"):
        load_gold(tmp_path / "none")
    (folder / "facts" / "one.json").write_text('{"facts": [{"who": []}]}', encoding="utf-8")
    with pytest.raises(DataMissing, match=r"one\.json"):
        load_gold(folder)


REPORT = Report(TEXT, published=date(2024, 3, 5), name="one")


def claim(report: Report, trigger: tuple[int, int], sentence: tuple[int, int] | None, **fields: Any) -> Claim:
    evidence: Mapping[str, tuple[Passage, ...]] = {"trigger": (Passage.of(report, *trigger),)}
    if sentence:
        evidence = {**evidence, "sentence": (Passage.of(report, *sentence),)}
    who = (Mention(Party("LVA", "Anna Berg", "person"), Passage.of(report, 0, 9)),)
    return Claim(report.id, "test", "visit", who, evidence=evidence, **fields)


def test_line_of_a_claim() -> None:
    made = claim(REPORT, (10, 17), (0, 37), date=Interval.parse("2024-03-04"), place="EST:Tallinn", confidence=0.75)
    assert claim_line(made, REPORT) == {
        "report": "one",
        "kind": "visit",
        "who": ["LVA:Anna Berg"],
        "whom": [],
        "date": "2024-03-04",
        "place": "EST:Tallinn",
        "what": "",
        "status": "happened",
        "evidence": [[0, 37]],
        "value": "",
        "confidence": 0.75,
    }


def test_line_of_a_claim_on_a_former_state() -> None:
    soviet = Mention(Party("SUHH", "Ivan Orlov", "person"), Passage.of(REPORT, 0, 9))
    line_of_it = claim_line(replace(claim(REPORT, (10, 17), None), who=(soviet,)), REPORT)
    assert (line_of_it["who"], line_of_it["former"]) == (["RUS:Ivan Orlov"], ["SUHH:Ivan Orlov"])


@given(st.integers(0, 990), st.integers(1, 10), st.integers(0, 999), st.integers(1, 1000))
def test_evidence_is_bounded_and_holds_the_trigger(start: int, length: int, low: int, size: int) -> None:
    report = Report("x" * 1000)
    trigger = (start, start + length)
    sentence = (min(low, start), max(min(1000, low + size), start + length))
    ranges = evidence_ranges(claim(report, trigger, sentence))
    assert 0 < sum(end - begin for begin, end in ranges) <= LONGEST_EVIDENCE
    assert any(begin <= trigger[0] and trigger[1] <= end for begin, end in ranges)
    assert all(sentence[0] <= begin < end <= sentence[1] for begin, end in ranges)


def test_evidence_in_the_title_alone_is_no_range_of_the_text() -> None:
    report = replace(REPORT, title="Berg in Tallinn")
    passage = Passage.of(report, 0, 4, "title")
    assert evidence_ranges(Claim("r", "test", "visit", (), evidence={"trigger": (passage,)})) == []


def test_lines_are_written_the_same_in_any_order(tmp_path: Path) -> None:
    lines = claim_lines([claim(REPORT, (10, 17), None), claim(REPORT, (38, 49), None)], REPORT)
    write_lines(tmp_path / "a.jsonl", lines)
    write_lines(tmp_path / "b.jsonl", reversed(lines))
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert list(read_lines(tmp_path / "a.jsonl")) == lines


@pytest.mark.parametrize("content", ["{", "[]", '{"kind": "visit"}'])
def test_a_bad_line_of_a_run_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text(f"\n{content}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"old\.jsonl:2"):
        list(read_lines(path))
