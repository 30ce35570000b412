"""`dostyk holders`: terms of office from CSV and Popolo JSON stand beside what reports attest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TABLE = """Name;Country;Position;Start;End
Aino Laine;Finland;Foreign Minister;2019-06-06;2023-06-20
Elsa Aalto;Finnish;Foreign Minister;2023-06-20;
Nobody;;Foreign Minister;2023;
Veera Koski;Atlantis;President;2023;
Otso Salo;FIN;President;spring;
"""
POPOLO = {
    "persons": [{"id": "p1", "name": "Juhan Kask"}, {"id": "p2", "name": "Mari Tamm"}],
    "posts": [{"id": "fm", "label": "Foreign Minister"}],
    "organizations": [{"id": "o1", "name": "Riigikogu"}],
    "memberships": [
        {"person_id": "p1", "post_id": "fm", "start_date": "2021-01-26", "end_date": "2024-03-01"},
        {"person_id": "p2", "post_id": "fm", "start_date": "2024-03-02"},
        {"person_id": "p2", "organization_id": "o1", "role": "member", "start_date": "2019", "end_date": "2023"},
    ],
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    return tmp_path


def offices(dostyk: Callable[..., Any], state: str) -> list[tuple[Any, ...]]:
    rows = [json.loads(line) for line in dostyk("people", state, "--format", "jsonl").out.splitlines()]
    return [tuple(row[name] for name in ("person", "office", "first", "last", "until", "current")) for row in rows]


def test_a_table_of_holders(dostyk: Callable[..., Any], place: Path) -> None:
    (place / "finland.csv").write_text(TABLE, encoding="utf-8")
    run = dostyk("holders", place / "finland.csv")
    assert run.code == 1
    assert [line.partition("finland.csv: ")[2] for line in run.err.splitlines() if "not read" in line] == [
        "line 4: 'no state' names no one state; give a code (KAZ), a name, or --state",
        "line 5: 'Atlantis' names no one state; give a code (KAZ), a name, or --state",
        "line 6: not an ISO date: 'spring'; a day is 2025-05-06, 2025-05 or 2025",
    ]
    assert offices(dostyk, "FIN") == [
        ("Aino Laine", "Foreign Minister", "2019-06-06", "2023-06-20", "", False),
        ("Elsa Aalto", "Foreign Minister", "2023-06-20", "2023-06-20", "", True),
    ]


def test_two_who_hold_what_one_holds_at_a_time_are_named(dostyk: Callable[..., Any], place: Path) -> None:
    table = place / "norway.csv"
    table.write_text("""name,office,state,since,until
Ola Vik,Prime Minister,NOR,2021,
Kari Lund,Prime Minister of Norway,NOR,2025,
Nils Berg,Ambassador,NOR,,
Siri Moe,Ambassador,NOR,,
Per Dahl,Foreign Minister,NOR,2020,2022
Liv Aas,Foreign Minister,NOR,2022,
""", encoding="utf-8")  # fmt: skip
    run = dostyk("holders", table)
    assert run.code == 0
    assert [line.partition("norway.csv: ")[2] for line in run.err.splitlines()] == [
        "Ola Vik and Kari Lund all hold the office Prime Minister of NOR, which one holds at a time; "
        "give those who left it an end (until)",
        "6 terms of office",
    ]


def test_popolo_and_a_report_that_comes_later(dostyk: Callable[..., Any], place: Path) -> None:
    (place / "estonia.json").write_text(json.dumps(POPOLO), encoding="utf-8")
    assert dostyk("holders", place / "estonia.json", "--state", "Estonia", "--outlet", "State Chancellery").code == 0
    assert dostyk("holders", place / "estonia.json", "--state", "EST").code == 0
    later = place / "later.txt"
    later.write_text("# published: 2024-05-06\n\nEST:Tamm leads Foreign Minister.\n", encoding="utf-8")
    assert dostyk("read", later).code == 0
    assert offices(dostyk, "EST") == [
        ("Juhan Kask", "Foreign Minister", "2021-01-26", "2024-03-01", "2024-03-01", False),
        ("Mari Tamm", "Member of Riigikogu", "2019-01-01", "2023-12-31", "", False),
        ("Mari Tamm", "Foreign Minister", "2024-03-02", "2024-05-06", "", True),
    ]


def test_what_is_no_table_is_said(dostyk: Callable[..., Any], place: Path) -> None:
    (place / "a.csv").write_text("who,what\nx,y\n", encoding="utf-8")
    (place / "b.json").write_text("[1]", encoding="utf-8")
    run = dostyk("holders", place / "a.csv", place / "b.json", place / "c.csv")
    assert run.code == 1
    assert "a.csv: no column name and office; name columns name, office, state, since, until" in run.err
    assert "b.json: no Popolo" in run.err
    assert "c.csv: cannot be read" in run.err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b'{"memberships": [5, null, {"person_id": ["p"], "role": 7}], "persons": [1], "areas": 3}',
         "a.json: membership 1: no name; fill it in"),
        ("a.json", b'{"memberships":' + b"[" * 100_000, "a.json: no table (maximum recursion"),
        ("a.csv", b"name,office\n" + b"x" * 200 + b",\xff", "a.csv: is no text in UTF-8; save it as CSV or JSON"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named_and_the_other_tables_are_read(
    dostyk: Callable[..., Any], place: Path, name: str, data: bytes, said: str
) -> None:
    (place / name).write_bytes(data)
    (place / "finland.csv").write_text("name,office,state\nAino Laine,Foreign Minister,FIN\n", encoding="utf-8")
    run = dostyk("holders", place / name, place / "finland.csv")
    assert (run.code, said in run.err) == (1, True), run.err
    assert [person for person, *_ in offices(dostyk, "FIN")] == ["Aino Laine"]
