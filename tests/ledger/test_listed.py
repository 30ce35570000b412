"""What lists choose entries by: one row for each entry, and one for each state that it touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conftest import Read
from sqlalchemy import text

from dostyk.ledger import Ledger
from dostyk.ledger.engine import open_store
from dostyk.ledger.listed import listed_rows
from dostyk.ledger.rows import entry_row
from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Report

_REPORT = Report("Latvia promised Estonia a bridge in Finland.", "A bridge", date(2024, 3, 5), "Baltic Wire")


def _said(report: Report, words: str) -> Passage:
    start = report.text.index(words)
    return Passage.of(report, start, start + len(words))


def _claim(report: Report) -> Claim:
    one, other = (Mention(Party(code), _said(report, name)) for code, name in (("LVA", "Latvia"), ("EST", "Estonia")))
    return Claim(
        report.id, "reader 1", "commitment", (one,), (other,), date=Interval.parse("2024-03"), place="FIN:Turku",
        what="a bridge", detail=Detail(due="2025-01-01/2025-06-30"),
        evidence={"trigger": (_said(report, "promised"),)},
    )  # fmt: skip


def test_each_state_that_an_entry_touches_has_a_row(ledger: Ledger) -> None:
    ledger.add(_REPORT, Read(_REPORT.id, "reader 1", [_claim(_REPORT)]))
    (entry,) = ledger.entries()
    rows = listed_rows(entry, entry_row(entry))
    assert [(row["state"], row["part"]) for row in rows] == [("", False), ("EST", True), ("FIN", False), ("LVA", True)]
    said = ("states", "acting", "dated", "first_day", "last_day", "due")
    assert {tuple(row[name] for name in said) for row in rows} == {
        ("EST LVA", "LVA", True, "2024-03-01", "2024-03-31", "2025-06-30")
    }


def test_what_was_changed_in_the_table_of_entries_alone_is_found(ledger: Ledger) -> None:
    ledger.add(_REPORT, Read(_REPORT.id, "reader 1", [_claim(_REPORT)]))
    assert ledger.check(rederive=True) == []
    with ledger._store.writing() as connection:
        connection.execute(text("UPDATE entries SET status = 'denied'"))
    assert [problem.code for problem in ledger.check(rederive=True)] == ["entry-stale"]


def test_an_id_that_leads_nowhere_or_elsewhere_is_found(ledger: Ledger) -> None:
    for outlet, text_of in (("Baltic Wire", _REPORT.text), ("Other Post", _REPORT.text + " Work begins in May.")):
        report = replace(_REPORT, outlet=outlet, text=text_of)
        ledger.add(report, Read(report.id, "reader 1", [_claim(report)]))
    (entry,) = ledger.entries()
    assert ledger.check(rederive=True) == []
    for said in ("UPDATE redirects SET address = 'e00000000000000000000'", "DELETE FROM redirects"):
        with ledger._store.writing() as connection:
            connection.execute(text(said))
        found = ledger.check(rederive=True)
        assert {problem.code for problem in found} == {"redirect-stale"}
        assert found[-1].message.endswith(f"leads to nothing, and has to lead to {entry.id}")


def test_a_ledger_from_before_is_given_its_rows(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(_REPORT, Read(_REPORT.id, "reader 1", [_claim(_REPORT)]))
    store = open_store(place, create=False)
    with store.writing() as connection:
        connection.execute(text("DROP TABLE listed"))
        for column in ("until", "successor", "basis"):  # which came later still
            connection.execute(text(f"ALTER TABLE offices DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    store.close()
    with Ledger.open(place) as ledger:
        assert ledger.check(rederive=True) == []


def test_a_term_that_only_the_words_tell_is_listed_too(ledger: Ledger) -> None:
    claim = replace(_claim(_REPORT), what="open a joint harbour school this year", detail=Detail())
    ledger.add(_REPORT, Read(_REPORT.id, "reader 1", [claim]))
    (entry,) = ledger.entries()
    assert {row["due"] for row in listed_rows(entry, entry_row(entry))} == {f"{_REPORT.published:%Y}-12-31"}
