"""A ledger that was derived by other rules is derived again when it is opened, and keeps its ids."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Read
from sqlalchemy import select, text
from test_exchange import visit
from test_reports import visit_report
from written import tell

from dostyk.ledger import Ledger, placing
from dostyk.ledger.schema import meta
from dostyk.linking.rules import RULES
from dostyk.linking.version import linking_version
from dostyk.model import Entry


@pytest.fixture
def apart(place: str, monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Two entries of one visit, as rules that asked for more would have left them in the ledger."""
    with Ledger.open(place) as ledger, monkeypatch.context() as old:
        old.setitem(RULES, "visit", replace(RULES["visit"], join=2.0))
        visit(ledger, "One Post")
        name = visit(ledger, "Two Post", published="2024-03-05")
        ledger.act("note", [name], by="desk", payload={"text": "ask the embassy"})
        return ledger.entries()


def stamped(place: str, said: str | None) -> None:
    """Let the ledger say that it was derived by this version; None lets it say nothing, as ledgers once did."""
    with Ledger.open(place) as ledger, ledger._store.writing() as connection:
        connection.execute(text("DELETE FROM meta WHERE name = 'linked by'"))
        if said is not None:
            connection.execute(meta.insert(), {"name": "linked by", "value": said})


def told_while_opening(place: str) -> set[str]:
    heard: set[str] = set()
    Ledger.open(place, told=lambda what, done, total: heard.add(what)).close()
    return heard


@pytest.mark.parametrize("said", [None, "0.0.1 0123456789ab", f"{linking_version().split()[0]} 0123456789ab"])
def test_entries_of_other_rules_are_derived_again_and_their_ids_stay(
    place: str, apart: list[Entry], said: str | None
) -> None:
    assert len(apart) == 2
    assert told_while_opening(place) == set()
    stamped(place, said)
    assert told_while_opening(place) >= {"comparing", "entries"}
    with Ledger.open(place) as ledger:
        (entry,) = ledger.entries()
        assert {ledger.entry(one.id).id for one in apart} == {entry.id}
        assert [line.text for line in ledger.log(apart[1].id) if line.what == "note"] == ["“ask the embassy”"]
        assert ledger.check(rederive=True) == []
    assert told_while_opening(place) == set()


def test_names_that_other_rules_kept_apart_are_one(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(place) as ledger, monkeypatch.context() as old:
        old.setattr("dostyk.ledger.naming.link_counted", lambda counts, *_: {party: party for party in counts})
        for name in ("Mara Quill", "M. Quill"):
            report = visit_report(outlet=name)
            claim = tell(report, "visit", "arrived", f"NZL:{name}=Mara Quill", "BOL=Bolivia", date="2024-03-03")
            ledger.add(report, Read(report.id, "reader 1", [claim]))
        assert len(ledger.people()) == 2
    stamped(place, None)
    with Ledger.open(place) as ledger:
        (one,) = ledger.people()
        assert one.spellings == ("M. Quill", "Mara Quill")


@pytest.mark.parametrize("rule", ["COPY", "SHINGLE"])
def test_copies_that_other_rules_told_apart_are_one_voice(
    place: str, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    with Ledger.open(place) as ledger, monkeypatch.context() as old:
        old.setattr(f"dostyk.linking.copies.{rule}", 2 if rule == "COPY" else 999)
        for outlet in ("One Post", "Two Post"):
            visit(ledger, outlet)
        (before,) = ledger.entries()
    stamped(place, None)
    with Ledger.open(place) as ledger:
        (entry,) = ledger.entries()
        assert (before.reports, before.voices, entry.reports, entry.voices) == (2, 2, 2, 1)
        visit(ledger, "Three Post")
        assert [(entry.reports, entry.voices) for entry in ledger.entries()] == [(3, 1)]


def test_other_reference_data_derives_another_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "compiled.json"
    other.write_text("{}", encoding="utf-8")
    monkeypatch.setattr("dostyk.linking.version.COMPILED", other)
    assert linking_version.__wrapped__() != linking_version()


def test_what_a_newer_version_derived_is_left_alone(place: str, apart: list[Entry]) -> None:
    stamped(place, "99.0 0123456789ab")
    assert told_while_opening(place) == set()
    with Ledger.open(place) as ledger:
        assert ledger.entries() == apart


def test_a_renewal_that_is_stopped_leaves_all_as_it_was_and_is_made_up_for(
    place: str, apart: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped(place, None)
    with monkeypatch.context() as stop:
        stop.setattr(placing, "place", _stop)
        with pytest.raises(KeyboardInterrupt):
            Ledger.open(place)
    with Ledger.open(place) as ledger:
        assert len(ledger.entries()) == 1


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_copy_says_by_what_it_was_derived(place: str, apart: list[Entry], tmp_path: Path) -> None:
    stamped(place, "99.0 0123456789ab")
    with Ledger.open(place) as ledger:
        ledger.keeping.copy_to(str(tmp_path / "copy"))
        ledger.keeping.backup(tmp_path / "backup")
    for name in ("copy", "backup"):
        with Ledger.open(tmp_path / name) as copy, copy.asking() as connection:
            assert copy.entries() == apart
            assert connection.execute(select(meta.c.value).where(meta.c.name == "linked by")).scalar_one()[:4] == "99.0"
