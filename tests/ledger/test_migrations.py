"""A ledger of the first schema comes to the present one with all it holds; one stopped midway is as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic import op
from sqlalchemy import MetaData, inspect, select, text
from test_exchange import everything, visit

import dostyk.ledger.engine as engine
from dostyk.ledger import Ledger
from dostyk.ledger.schema import HEAD, metadata

_FIRST = "0001"
_STEPS = ("add_column", "create_table", "create_index")


@pytest.fixture
def now(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of a ledger of today, by table."""
    with Ledger.open(tmp_path / "today") as ledger:
        name = visit(ledger)
        visit(ledger, "Other Post")
        ledger.act("correct", [name], by="desk", payload={"date": "2024-03-01"})
        with ledger.asking() as connection:
            return {
                table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
                for table in metadata.sorted_tables
            }


def make_first(place: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    """A ledger as the first version of dostyk left it."""
    real = engine.migrate
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "HEAD", _FIRST)
        patch.setattr(engine, "migrate", lambda connection: real(connection, _FIRST))
        store = engine.open_store(place, create=True)
    with store.writing() as connection:
        old = MetaData()
        old.reflect(connection)
        for table in old.sorted_tables:
            if table.name in rows and table.name != "meta":
                names = {column.name for column in table.columns}
                held = [{key: value for key, value in row.items() if key in names} for row in rows[table.name]]
                if held:
                    connection.execute(table.insert(), held)
    store.close()


def revision(place: str) -> str:
    store = engine._open_server(place) if "://" in place else engine._open_file(Path(place), create=False)
    with store.reading() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        tables = len(inspect(connection).get_table_names())
    store.close()
    return f"{found}, {tables} tables"


def test_from_the_first_schema_to_the_present_one(
    place: str, now: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    make_first(place, now)
    assert revision(place).startswith(_FIRST)
    with Ledger.open(place) as ledger, Ledger.open(tmp_path / "today") as today:
        assert ledger.entries() == today.entries()
        assert everything(ledger) == everything(today)
        assert ledger.check(rederive=True) == []
        assert ledger.search("Bolivia visit") != []
    assert revision(place).startswith(HEAD)


def test_a_migration_stopped_at_any_step_leaves_the_ledger_as_it_was(
    place: str, now: dict[str, list[dict[str, Any]]]
) -> None:
    make_first(place, now)
    before = revision(place)
    done = 0
    for stop in range(100):
        taken = iter(range(1_000))
        with pytest.MonkeyPatch.context() as patch:
            for name in _STEPS:
                patch.setattr(op, name, _stopping(getattr(op, name), taken, stop))
            try:
                Ledger.open(place).close()
                break
            except KeyboardInterrupt:
                done += 1
        assert revision(place) == before
    assert done >= 8
    with Ledger.open(place) as ledger:
        assert ledger.check(rederive=True) == []


def _stopping(real: Any, taken: Any, stop: int) -> Any:
    def step(*args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs)
        if next(taken) == stop:
            raise KeyboardInterrupt
        return result

    return step
