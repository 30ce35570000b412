"""The commands that the documentation prints run as printed, in order, on the examples, in a folder of their own.

Words in capitals stand for something of the ledger at hand: `ID`, `REPORT`, `PARTY`. Files that a user brings along are
made first. What serves, follows the net or asks another server is left out.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from dostyk.cli import main
from dostyk.ledger import Ledger

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/who-and-why.md", "docs/followup.md", "docs/keeping.md", "docs/frames.md")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?dostyk (.+)$", re.MULTILINE)
_INLINE = re.compile(r"`dostyk ((?:[^`\[\]|…<])+)`")
_COMPLETE = re.compile(r" -|\b[A-Z]{3}\b| ID\b")  # more than a command's name
_LEFT_OUT = re.compile(r"^(?:serve|follow|mcp|ledger copy|watch|evaluate)\b|--mail")
_PLACEHOLDER = re.compile(r"\b(?:FILE|PATH|NAME|ADDRESS|STEP|FOLDER|FIELD|DAY|SENTENCE|N|FEED|KEY)\b")
_ANSWERS = {"review": "s\nq\n", "erase": "y\n"}  # what a person types
_VISIT = "stayed in Kazakhstan from March 2 to 3"


def printed(page: str) -> list[str]:
    """The commands of a page, in their order: of its blocks, and such within lines as leave nothing open."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found: list[tuple[int, str]] = []
    for block in _BLOCK.finditer(text):
        if block[1] in ("", "sh"):
            found += [(block.start(2) + one.start(), one[1]) for one in _COMMAND.finditer(block[2])]
    inline = (one for one in _INLINE.finditer(text) if _COMPLETE.search(one[1]) and not _PLACEHOLDER.search(one[1]))
    found += [(one.start(), one[1]) for one in inline]
    return [line.strip() for _, line in sorted(found) if not _LEFT_OUT.search(line)]


@dataclass
class Desk:
    """A scratch folder with a ledger of the examples."""

    run: Callable[[list[str], str], int]

    def words(self, line: str) -> list[str]:
        """A printed command as its words, with what the ledger has for those in capitals."""
        words = shlex.split(line, comments=True)
        with Ledger.open("scratch.ledger") as ledger:
            known = self._known(ledger, words)
            return [known[word].pop(0) if known.get(word) else word for word in words]

    def _known(self, ledger: Ledger, words: list[str]) -> dict[str, list[str]]:
        report = next((one.id for one in ledger.reports() if _VISIT in one.text), ledger.reports()[0].id)
        kind = "commitment" if words[0] == "register" else "visit"
        ids = [entry.id for entry in ledger.entries(kind=kind) if entry.status == "happened" or kind == "commitment"]
        party = max(ledger.people(), key=lambda person: person.mentions).party.key
        if "PARTY" in words:
            ids = [entry.id for entry in ledger.entries(party=party) if entry.kind != "office"]
        return {"ID": ids, "REPORT": [report], "PARTY": [party]}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples read once."""
    place = tmp_path_factory.mktemp("docs") / "examples.ledger"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["dostyk", "read", str(ROOT / "examples/reports"), "--ledger", str(place)])
        with pytest.raises(SystemExit) as left:
            main()
    assert not left.value.code
    return place


@pytest.fixture
def desk(read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    shutil.copy(read, "scratch.ledger")
    monkeypatch.setenv("DOSTYK_LEDGER", "scratch.ledger")
    monkeypatch.setenv("DOSTYK_USER", "desk")
    shutil.copytree(ROOT / "examples", "examples")
    Path("ministers.csv").write_text("name,office,state,since,until\nAda Roy,Foreign Minister,CAN,2024-05,\n")
    book = Workbook()
    book.active.append(["No", "Country", "Content", "Responsible agency", "Deadline"])  # type: ignore[union-attr]
    for number in range(1, 4):
        book.active.append([f"R{number}", "Kazakhstan", f"Open training centre {number}", "Ministry of Trade", "2026"])  # type: ignore[union-attr]
    book.save("ministry.xlsx")
    Path("my-frames").mkdir()
    blocks = _BLOCK.finditer((ROOT / "docs/frames.md").read_text(encoding="utf-8"))
    Path("my-frames/visit.yml").write_text(next(one[2] for one in blocks if "ride-into" in one[2]), encoding="utf-8")

    def run(words: list[str], typed: str) -> int:
        monkeypatch.setattr(sys, "argv", ["dostyk", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        return code if isinstance(code, int) else 0 if code is None else 1

    return Desk(run)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_prints_runs(page: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(page)
    assert lines
    for line in lines:
        words = desk.words(line)
        code = desk.run(words, _ANSWERS.get(words[0], ""))
        said = capsys.readouterr()
        assert code == 0, f"{page}: dostyk {line}\n{said.err}"
        assert "Traceback" not in said.err
