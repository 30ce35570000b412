"""An exported ledger gives the same ledger elsewhere; two ledgers merge, and neither loses what people did."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import Read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from test_derivation import Step, acts, do, readings
from test_reports import visit_claim, visit_report

import dostyk.ledger.acting as acting
import dostyk.ledger.keeping as keeping
import dostyk.ledger.ledger as ledger_module
from dostyk.errors import LedgerError
from dostyk.ledger import Ledger
from dostyk.ledger.schema import metadata
from dostyk.ledger.search import Hit

_NUMBERS = {"readings": ("number",), "problems": ("number", "reading"), "claims": ("reading",), "offices": ("number",)}


def everything(ledger: Ledger) -> dict[str, list[Any]]:
    """The rows of all tables, without numbers that mean nothing outside their ledger."""
    with ledger.asking() as connection:
        return {
            table.name: sorted(
                str([value for name, value in row.items() if name not in _NUMBERS.get(table.name, ())])
                for row in connection.execute(select(table)).mappings()
                if table.name != "problems" or row["reading"]  # those of acts are noted by the next derivation
            )
            for table in metadata.sorted_tables
        }


def exported(ledger: Ledger) -> list[bytes]:
    return [line.encode() for line in ledger.keeping.export()]


def take(ledger: Ledger, lines: Sequence[bytes]) -> dict[str, int]:
    return {name: number for name, number in ledger.keeping.take_in(lines, "other.jsonl").items() if number}


@contextmanager
def two() -> Iterator[tuple[Ledger, Ledger]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "a") as one,
        Ledger.open(Path(folder) / "b") as other,
    ):
        yield one, other


def visit(ledger: Ledger, outlet: str = "One Post", **kwargs: str) -> str:
    """Adds a report of a visit; gives the id of the entry."""
    report = visit_report(outlet=outlet, url=f"https://{outlet[:3]}.example/visit", **kwargs)
    ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    return ledger.claims(report=report.id)[0].id


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(readings, readings, acts), max_size=10))
def test_export_then_import_is_the_identity(steps: Sequence[Step]) -> None:
    with two() as (one, other):
        for step in steps:
            do(one, step)
        take(other, exported(one))
        assert everything(other) == everything(one)
        assert exported(other) == exported(one)
        assert take(other, exported(one)) == ({"reports known": len(one.reports(every_version=True))} if steps and
                                              one.reports() else {})  # fmt: skip


def test_an_exported_ledger_gives_the_same_on_every_database(place: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "here") as here, Ledger.open(place) as there, Ledger.open(tmp_path / "back") as back:
        name = visit(here)
        visit(here, "Other Post")
        here.act("correct", [name], by="desk", payload={"date": "2024-03-01"})
        here.undo(by="desk")
        take(there, exported(here))
        take(back, exported(there))
        assert exported(there) == exported(back) == exported(here)
        assert everything(back) == everything(here)
        assert there.entries() == here.entries()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings, max_size=3), st.lists(st.one_of(readings, acts, acts), max_size=6), st.data())
def test_merged_ledgers_come_to_the_same_whichever_is_taken_into_which(
    shared: list[Step], steps: list[Step], data: st.DataObject
) -> None:
    fixed: dict[tuple[str, str], Step] = {}  # what one reader reads in one report is the same everywhere
    with two() as (one, other), Clock().running():
        for step in shared:
            do(one, fixed.setdefault((step.report, step.reader), step))
        take(other, exported(one))
        for step in steps:
            chosen = data.draw(st.sampled_from((one, other)))
            do(chosen, fixed.setdefault((step.report, step.reader), step) if step.report else step)
        lines = exported(one), exported(other)
        take(one, lines[1])
        take(other, lines[0])
        assert said(one) == said(other)
        assert one.entries() == other.entries()
        for ledger in (one, other):
            assert [p for p in ledger.check(rederive=True) if p.code not in ("quote-mismatch", "report-altered")] == []
        assert "acts" not in take(one, exported(other))


class Clock:
    """Time that goes on by a second with every look."""

    def __init__(self) -> None:
        self._seconds = 0

    def now(self) -> str:
        self._seconds += 1
        return f"2024-06-01T{self._seconds // 3600:02}:{self._seconds // 60 % 60:02}:{self._seconds % 60:02}Z"

    @contextmanager
    def running(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for module in (acting, ledger_module, keeping):
                patch.setattr(module, "now", self.now)
            yield


def said(ledger: Ledger) -> list[tuple[Any, ...]]:
    """What people did, in the order in which it is replayed."""
    found = sorted(ledger.acts(), key=lambda act: act.order)
    return [(act.at, act.by, act.verb, act.targets, act.first) for act in found]


def test_the_later_of_two_corrections_holds_in_both_ledgers() -> None:
    with two() as (one, other), Clock().running():
        name = visit(one)
        take(other, exported(one))
        other.act("correct", [name], by="embassy", payload={"date": "2024-03-01"})
        one.act("correct", [name], by="desk", payload={"date": "2024-03-02"})
        lines = exported(one), exported(other)
        assert take(one, lines[1]) == {"reports known": 1, "acts": 1}
        take(other, lines[0])
        dates = [entry.date.iso for ledger in (one, other) for entry in ledger.entries() if entry.date]
        assert dates == ["2024-03-02", "2024-03-02"]
        assert [(act.by, act.number) for act in one.acts()] == [("desk", 1), ("embassy", 2)]
        assert [(act.by, act.number) for act in other.acts()] == [("embassy", 1), ("desk", 2)]


def test_an_undo_means_the_same_act_after_merging() -> None:
    with two() as (one, other), Clock().running():
        name = visit(one)
        take(other, exported(one))
        one.act("note", [name], by="desk", payload={"text": "urgent"})
        other.act("accept", [name], by="embassy")
        other.act("correct", [name], by="embassy", payload={"place": "BOL:Sucre"})
        other.undo(by="embassy")
        take(one, exported(other))
        (entry,) = one.entries()
        assert (entry.accepted, entry.place) == (True, other.entries()[0].place)
        assert [act.payload.get("act") for act in one.acts()] == [None, None, None, "3"]
        one.undo(by="desk", number=2)
        take(other, exported(one))
        assert not other.entries()[0].accepted
        assert one.check(rederive=True) == other.check(rederive=True) == []


def test_a_merged_act_that_was_altered_is_seen(tmp_path: Path) -> None:
    with two() as (one, other):
        name = visit(one)
        take(other, exported(one))
        one.act("accept", [name], by="desk")
        other.act("note", [name], by="embassy", payload={"text": "as agreed"})
        lines = exported(other)
        altered = [line.replace(b"as agreed", b"as denied") for line in lines]
        with pytest.raises(LedgerError, match="act 1 is not what was written"):
            take(one, ended(altered))
        assert len(one.acts()) == 1
        take(one, lines)
        assert one.check() == []
        with one._store.writing() as connection:
            connection.exec_driver_sql("UPDATE act_origins SET was = 7")
        assert [problem.code for problem in one.check()] == ["log-altered"]


def ended(lines: Sequence[bytes]) -> list[bytes]:
    """The lines with a last one that fits them."""
    import hashlib

    held = lines[:-1]
    digest = hashlib.sha256(b"".join(held)).hexdigest()
    return [*held, (json.dumps({"end": {"lines": len(held), "sha256": digest}}) + "\n").encode()]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "ends after 0 lines"),
        ([b"Dear desk,\n"], "line 1: no JSON"),
        ([b"[1]\n"], "line 1: no object"),
        ([b'{"claims": []}\n'], "is no exported ledger"),
        ([b'{"dostyk": "ledger", "version": 99}\n'], "newer version"),
        ([b'{"dostyk": "ledger", "version": 1}\n', b'{"report": {"id": "r1"}}\n'], "line 2: is not what an export"),
        ([b'{"dostyk": "ledger", "version": 1}\n', b'{"ship": {}}\n'], "line 2: is not what an export"),
        ([b'{"dostyk": "ledger", "version": "x"}\n'], "written by a newer version"),
    ],
)
def test_what_is_no_exported_ledger_is_named(ledger: Ledger, lines: list[bytes], said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        take(ledger, lines)


def test_a_file_cut_short_or_altered_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "full") as full:
        for outlet in ("One Post", "Two Post", "Six Post"):
            visit(full, outlet)
        lines = exported(full)
    generator = random.Random(5)
    for _ in range(5):
        with pytest.raises(LedgerError):
            take(ledger, lines[: generator.randrange(len(lines))])
    with pytest.raises(LedgerError, match="not those that were written"):
        take(ledger, [line.replace(b"Six Post", b"Big Post") if b'"dostyk"' in line else line for line in
                      [lines[0].replace(b"1}", b"1 }"), *lines[1:]]])  # fmt: skip
    with pytest.raises(LedgerError, match="not the one that was recorded"):
        take(ledger, ended([line.replace(b"Six Post", b"Ten Post") for line in lines]))
    assert ledger.reports() == []
    take(ledger, lines)
    assert len(ledger.reports()) == 3
    assert all(isinstance(hit, Hit) for hit in ledger.search("Quill"))


def test_every_table_is_exported_or_follows_from_what_is() -> None:
    told = {
        "reports",
        "readings",
        "claims",
        "problems",
        "acts",
        "act_origins",
        "failures",
        "feeds",
        "fetches",
        "outlets",
    }
    follows = {"sources", "bands", "claim_parties", "claim_blocks", "entries", "entry_claims", "entry_parties",
               "redirects", "parties", "offices", "dirty", "meta", "listed"}  # fmt: skip
    assert {table.name for table in metadata.sorted_tables} - told - follows == set()


def _spoilt(line: bytes, where: tuple[str | int, ...], value: object) -> bytes:
    data = inner = json.loads(line)
    for name in where[:-1]:
        inner = inner[name]
    inner[where[-1]] = value
    return json.dumps(data).encode() + b"\n"


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        (
            ("readings", 0, "claims", 0, "kind"),
            "voyage",
            "voyage and happened are no kind and status that this version",
        ),
        (("readings", 0, "claims", 0, "status"), "perhaps", "no kind and status"),
        (("readings", 0, "claims", 0, "what"), 5, "a field of a claim is 5"),
        (("readings", 0, "claims", 0, "confidence"), "sure", "confidence is 'sure'"),
        (("readings", 0, "claims", 0, "evidence", "trigger"), [], "a claim without its trigger"),
        (("readings", 0, "recorded_at"), "yesterday", "Invalid isoformat string"),
        (("report", "recorded_at"), 5, "recorded_at is 5"),
        (("report", "version"), "first", "version is 'first'"),
    ],
)
def test_values_that_no_ledger_writes_are_not_taken_in(
    ledger: Ledger, tmp_path: Path, where: tuple[str | int, ...], value: object, said: str
) -> None:
    with Ledger.open(tmp_path / "full") as full:
        visit(full, "One Post")
        lines = exported(full)
    with pytest.raises(LedgerError, match=f"other.jsonl, line 2: is not what an export holds .*{said}.*export"):
        take(ledger, ended([lines[0], _spoilt(lines[1], where, value), *lines[2:]]))
    assert ledger.reports() == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"feed": {"url": "u", "etag": 5, "modified": "", "next_at": 0, "tries": 0, "reason": ""}}, "etag is 5"),
        ({"outlet": {"name": "Post", "country": ""}}, "no language"),
    ],
)
def test_what_is_on_its_way_in_is_of_its_type(ledger: Ledger, line: dict[str, Any], said: str) -> None:
    first = b'{"dostyk": "ledger", "version": 1}\n'
    with pytest.raises(LedgerError, match=said):
        take(ledger, ended([first, json.dumps(line).encode() + b"\n", b""]))
