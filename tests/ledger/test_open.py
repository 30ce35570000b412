"""Opening: what is no ledger, newer, damaged, locked or read-only is said to be; the schema comes from migrations."""

from __future__ import annotations

import os
import random
import shutil
import socket
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from conftest import Read
from sqlalchemy import select, text
from test_reports import visit_claim, visit_report

import dostyk.ledger.engine as engine
from dostyk.errors import LedgerError, Unstorable
from dostyk.ledger import Ledger
from dostyk.ledger.engine import open_store
from dostyk.ledger.schema import HEAD, dirty, metadata


def filled(path: Path) -> Path:
    report = visit_report()
    with Ledger.open(path) as ledger:
        ledger.add(report, Read(report.id, "reader 1", [visit_claim(report)]))
    return path


def test_a_ledger_that_must_exist_and_does_not_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at"):
        Ledger.open(tmp_path / "none", create=False)
    assert list(tmp_path.iterdir()) == []


def test_other_files_are_not_ledgers(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("These are notes, and long enough to be taken for a page of a database." * 9)
    with pytest.raises(LedgerError, match="is not a ledger"):
        Ledger.open(notes)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE stamps (year)")
    database.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(other)
    with pytest.raises(LedgerError, match="folder"):
        Ledger.open(tmp_path)


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "l")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(path)


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path / "l")
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.entries()


def test_a_locked_ledger_is_said_to_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    path = filled(tmp_path / "l")
    report = visit_report(outlet="Other")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Ledger.open(path) as ledger:
        assert len(ledger.entries()) == 1
        with pytest.raises(LedgerError, match="locked"):
            ledger.add(report, Read(report.id, "reader 1", []))
    holder.close()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may write to any file")
def test_a_ledger_without_the_right_to_write_can_be_read(tmp_path: Path) -> None:
    path = filled(tmp_path / "folder" / "l")
    path.chmod(0o444)
    _read_only(path)


def test_a_ledger_opened_for_reading_refuses_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "l")
    monkeypatch.setattr(engine.os, "access", lambda *_: False)
    _read_only(path)


def _read_only(path: Path) -> None:
    report = visit_report(outlet="Other")
    with Ledger.open(path) as ledger:
        assert len(ledger.entries()) == 1
        assert len(ledger.search("state visit")) == 2
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add(report, Read(report.id, "reader 1", []))


def test_the_migrations_make_the_schema_that_the_tables_describe(place: str) -> None:
    store = open_store(place, create=True)
    with store.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), metadata)
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    store.close()
    assert found == []
    assert version == HEAD
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_migration_that_is_stopped_midway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = engine.migrate

    def stopped(*args: object) -> None:
        real(*args)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "migrate", stopped)
    with pytest.raises(KeyboardInterrupt):
        Ledger.open(tmp_path / "l")
    monkeypatch.setattr(engine, "migrate", real)
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.entries() == []


def test_a_path_with_odd_characters_will_do(tmp_path: Path) -> None:
    odd = tmp_path / "50% of #1? ünï" / "a ledger"
    filled(odd)
    with Ledger.open(odd, create=False) as ledger:
        assert len(ledger.entries()) == 1
    shutil.rmtree(odd.parent)


def test_the_search_index_is_made_again_where_it_is_missing(tmp_path: Path) -> None:
    path = filled(tmp_path / "l")
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE search_index")
        database.execute("DROP TABLE search_rows")
    database.close()
    with Ledger.open(path) as ledger:
        assert {hit.what for hit in ledger.search("Bolivia visit")} == {"report"}
        assert {hit.what for hit in ledger.search("Mara Quill")} == {"report", "entry"}


def test_texts_are_compared_byte_by_byte_in_a_database_of_any_collation(place: str) -> None:
    names = ["NZL:a b", "NZL:ab", "NZL:Ab", "NZL:Zoë", "NZL:Zo", "NZL:ünal", "nzl", "NZL", "NZL-", "NZL_"]
    with Ledger.open(place) as ledger, ledger._store.writing() as connection:
        connection.execute(dirty.insert(), [{"claim": name} for name in names])
        ordered = connection.execute(select(dirty.c.claim).order_by(dirty.c.claim)).scalars().all()
        assert ordered == sorted(names, key=str.encode)
        later = connection.execute(select(dirty.c.claim).where(dirty.c.claim > "NZL:ab")).scalars().all()
        assert set(later) == {name for name in names if name.encode() > b"NZL:ab"}
        if connection.dialect.name == "postgresql":
            asked = text("SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public' "
                         "AND data_type IN ('text', 'character varying') AND collation_name IS NULL")  # fmt: skip
            assert set(connection.execute(asked).scalars()) <= {"alembic_version", "search_index"}
        connection.execute(dirty.delete())


def test_a_missing_driver_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"dostyk\[postgres\]"):
        Ledger.open("postgresql://desk@nowhere/dostyk")


def test_tables_of_another_program_that_are_called_the_same_are_no_ledger(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as database:
        database.execute("CREATE TABLE meta (key)")
        database.execute("CREATE TABLE alembic_version (version_num)")
    database.close()
    with pytest.raises(LedgerError, match="is a database, but not a ledger"):
        Ledger.open(tmp_path / "other.db")


def test_a_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setattr(engine, "_ANSWER_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(LedgerError, match="does not answer; check its URL, and that its server runs"):
            Ledger.open(f"postgresql://desk@127.0.0.1:{port}/dostyk")


def test_what_an_index_of_the_database_cannot_hold_leaves_the_ledger_as_it_was(place: str) -> None:
    letters = random.Random(3)
    report = replace(visit_report(), url="https://wire.example/" + "".join(letters.choices("abcdefgh", k=20_000)))
    with Ledger.open(place) as ledger:
        if "://" not in place:  # SQLite holds keys of any length
            assert ledger.add(report, Read(report.id, "reader 1", [])).new
            return
        with pytest.raises(Unstorable, match="cannot hold this: index row"):
            ledger.add(report, Read(report.id, "reader 1", []))
        assert ledger.reports() == []
