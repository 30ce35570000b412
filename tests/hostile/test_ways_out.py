"""What reports hold is data on every way out: page, Markdown, terminal, table, spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harm import ALL, MACHINE, fill, stored
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from dostyk.cli import main
from dostyk.ledger import Ledger

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
LISTS = (
    ("timeline",),
    ("timeline", "LVA", "EST"),
    ("search", "met"),
    ("people",),
    ("commitments",),
    ("invitations",),
    ("instruments",),
    ("due",),
    ("steps",),
    ("check",),
    ("register", "list"),
)
Run = Callable[..., str]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("harm") / "ledger.sqlite"
    fill(place)
    return place


@pytest.fixture
def run(ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the ledger; what it writes anywhere must not steer a terminal."""

    def command(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["dostyk", *arguments, "--ledger", str(ledger)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        assert left.value.code in (0, 1, None), captured.err
        assert "Traceback" not in captured.err
        assert not STEERING.search(captured.out), repr(STEERING.search(captured.out))
        assert not STEERING.search(captured.err)
        return captured.out

    return command


def ids(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened:
        return [entry.id for entry in opened.entries()]


@pytest.mark.parametrize("arguments", LISTS, ids=" ".join)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_lists(run: Run, arguments: tuple[str, ...], form: str) -> None:
    check(form, run(*arguments, "--format", form))


def test_an_entry_and_its_log(run: Run, ledger: Path) -> None:
    for name in ids(ledger)[:8]:
        for form in ("table", "json", "jsonl", "csv", "md"):
            check(form, run("show", name, "--format", form))
            check(form, run("log", name, "--format", form))


def test_the_brief_and_the_talking_points(run: Run) -> None:
    check_page(run("brief", "LVA", "EST", "--format", "html"))
    check("md", run("brief", "LVA", "EST", "--format", "md"))
    check("json", run("brief", "LVA", "EST", "--format", "json"))
    check("md", run("urge", "LVA", "EST", "--format", "md"))
    run("urge", "LVA", "EST")


def test_the_register_as_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    place = tmp_path / "register.xlsx"
    run("register", "export", str(place))
    cells = [cell for sheet in load_workbook(place) for row in sheet.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    for cell in cells:
        own = str(cell.value).startswith(("=IF(", "=TODAY(", "=COUNT"))  # the sheet's own reckoning
        assert cell.data_type != "f" or own, cell.value
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", str(cell.value)), repr(cell.value)


def check(form: str, out: str) -> None:
    """Whatever the format, it says nothing but what it lists."""
    if form == "json":
        json.loads(out)
    elif form == "jsonl":
        for line in out.splitlines():
            json.loads(line)
    elif form == "csv":
        check_cells(out)
    elif form == "md":
        check_page(f"<html><body>{MarkdownIt('commonmark', {'html': True}).enable('table').render(out)}</body></html>")


def check_cells(out: str) -> None:
    rows = list(csv.reader(io.StringIO(out)))
    assert len({len(row) for row in rows}) <= 1
    for row in rows[1:]:
        for cell in row:
            assert not re.match(r"\s*[=+\-@]\D", cell), cell
            assert "\n" not in cell


def check_page(page: str) -> None:
    """No element, attribute or address of the page comes from a report."""
    root = lxml_html.document_fromstring(page)
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        assert node.tag != "script" or "alert" not in (node.text or "")
        assert node.tag not in ("iframe", "object", "embed", "base", "form")
        assert not [name for name in node.attrib if str(name).lower().startswith("on")], node.attrib
        for name in ("href", "src", "action", "xlink:href"):
            address = str(node.get(name) or "")
            assert not address.lower().startswith(("javascript:", "data:text", "vbscript:")), address
            assert "evil.example" not in address
    assert not STEERING.search(root.text_content())


def test_json_keeps_every_character(run: Run) -> None:
    said = {row["what"] for row in json.loads(run("timeline", "--format", "json"))}
    # Linking may tidy blanks, and nothing else.
    assert " ".join(stored(ALL[-1]).split()) in {" ".join(each.split()) for each in said}


def test_instructions_to_machines_are_only_quoted(run: Run, ledger: Path) -> None:
    before = ids(ledger)
    assert MACHINE.split(".")[0] in run("timeline", "--format", "json")
    assert ids(ledger) == before


@pytest.mark.parametrize("name", ["\x1b[31mred.txt", "=cmd.txt", "\u202etxt.exe.txt", "-rf.txt", "a\nb.txt"])
def test_names_of_files_steer_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(b"")
    monkeypatch.setattr(sys, "argv", ["dostyk", "read", str(tmp_path / "in"), "--ledger", str(tmp_path / "l.sqlite")])
    with pytest.raises(SystemExit) as left:
        main()
    captured: Any = capsys.readouterr()
    assert left.value.code == 1
    assert "is empty" in captured.err
    assert not STEERING.search(captured.out + captured.err)
