"""A register of 900 rows with foreign columns, and a round with four leads from opening to papers."""

from __future__ import annotations

import errno
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from ministry import LEADS, write
from openpyxl import load_workbook

from dostyk.exports.foreign_words import state_of_words
from dostyk.exports.register_out import COLUMNS, HEADER_ROW

Command = Callable[..., Any]
TRADE, TRANSPORT, EDUCATION, AGRICULTURE = LEADS
_AT = {name: number for number, (name, _, _) in enumerate(COLUMNS, 1)}


@pytest.fixture
def office(dostyk: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with an empty ledger and the ministry's file beside it."""
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    monkeypatch.setenv("DOSTYK_USER", "clerk")
    write(tmp_path / "ministry.xlsx", rows=400)
    return dostyk


def _rows(run: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.out.splitlines()]


def _on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    for module in ("acting", "ledger"):
        monkeypatch.setattr(f"dostyk.ledger.{module}.now", lambda: f"{day}T09:00:00Z")


def _answer(path: Path, lead: str, number: int, **said: str) -> None:
    """Fill in one row of a lead's sheet, the first being 1."""
    book = load_workbook(path)
    for name, value in said.items():
        book[lead].cell(HEADER_ROW + number, _AT[name.replace("_", " ")]).value = value
    book.save(path)


def test_a_foreign_register_is_shown_first_and_then_taken(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "ministry.xlsx"
    write(path, rows=900)
    shown = office("register", "import", path, "--own", "VNM", "--format", "jsonl")
    assert "nothing was changed" in shown.err
    assert "columns: content = Content of the undertaking" in shown.err
    assert len(_rows(shown)) == 899
    taken = office("register", "import", path, "--own", "VNM", "--published", "2025-12-31", "--yes")
    assert taken.code == 1  # not all cells fitted
    misfits = [line for line in taken.err.splitlines() if line.startswith("did not fit")]
    assert misfits == [
        "did not fit: Sheet one!103, Country: 'Atlantis' names no one state; the row is kept without a partner",
        "did not fit: Sheet one!203, Deadline: 'when conditions allow' cannot be resolved to a day; it is kept as it "
        "stands",
        "did not fit: Sheet one!303, Status: 'amber' is no state that is known; left empty",
        "did not fit: Sheet one!403, Content of the undertaking: 'ditto' says too little to be followed; the row was "
        "left out",
    ]
    items = _rows(office("register", "list", "--for", f"lead={TRADE}", "--format", "jsonl"))
    first = items[0]
    assert len({item["id"] for item in items}) == len(items)
    assert {item["lead"] for item in items} == {TRADE}
    assert first["reported"] in ("started", "open", "partly done")
    done = _rows(office("register", "list", "--for", "state=done", "--format", "jsonl"))
    assert {item["reported"] for item in done} == {"done"}


@pytest.mark.parametrize(("words", "state"), [
    ("Completed", "done"), ("Partly completed", "partly done"), ("60% complete", "partly done"), ("100 %", "done"),
    ("0%", "open"), ("Not started", "open"), ("To be completed", "open"), ("Being implemented", "started"),
    ("In progress", "started"), ("Nearly done", "partly done"), ("superseded", "superseded"), ("amber", ""), ("", ""),
])  # fmt: skip
def test_a_foreign_word_for_a_state(words: str, state: str) -> None:
    assert state_of_words(words) == state


def test_every_row_leads_back_to_its_cell(office: Command, tmp_path: Path) -> None:
    office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    item = _rows(office("register", "list", "--for", f"lead={TRADE}", "--format", "jsonl"))[0]
    quotes = json.loads(office("show", item["entry"], "--format", "json").out)
    assert item["content"] in json.dumps(quotes, ensure_ascii=False)


def test_importing_the_same_register_twice_makes_no_second_row(office: Command, tmp_path: Path) -> None:
    for _ in range(2):
        office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    refs = [item["ref"] for item in _rows(office("register", "list", "--for", "state=started", "--format", "jsonl"))]
    assert len(refs) == len(set(refs))


def test_a_round_with_four_leads(office: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _on(monkeypatch, "2026-08-30")  # the log's days never go back
    office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    _on(monkeypatch, "2026-09-01")
    assert office("round", "open", "--until", "2026-09-30", "--for", "with=KAZ", "--name", "Q3").code == 0
    assert office("round", "open", "--until", "2026-10-30", "--name", "Q4").code == 2  # one at a time
    old = tmp_path / "old.xlsx"
    office("register", "export", old, "--round", "open", "--own", "VNM")
    late, broken = tmp_path / "late.xlsx", tmp_path / "broken.xlsx"
    for copy in (late, broken):
        copy.write_bytes(old.read_bytes())

    # transport answers, and then once more from the file of before its own answer
    _on(monkeypatch, "2026-09-10")
    newer = tmp_path / "newer.xlsx"
    newer.write_bytes(old.read_bytes())
    _answer(newer, TRANSPORT, 1, State="partly done", Done_so_far="two of three depots open")
    assert office("register", "import", newer, "--yes").code == 0
    _answer(old, TRANSPORT, 1, State="started", Done_so_far="first depot open")
    _answer(old, TRANSPORT, 2, State="started", Done_so_far="=HYPERLINK(1)")
    run = office("register", "import", old, "--yes", "--format", "jsonl")
    assert run.code == 1
    assert f"{TRANSPORT}!A5: a newer answer of 2026-09-10 by clerk stands in the register" in run.err
    assert {row["id"] for row in _rows(run)} == {row["id"] for row in _rows(run) if row["after"] != "first depot open"}

    # education sends a sheet whose columns are gone, and states that are none
    book = load_workbook(broken)
    book[EDUCATION].delete_rows(HEADER_ROW)
    book[AGRICULTURE].cell(HEADER_ROW + 1, _AT["ID"]).value = "e-typed-over"
    book[AGRICULTURE].cell(HEADER_ROW + 2, _AT["State"]).value = "nearly"
    book.save(broken)
    run = office("register", "import", broken, "--yes")
    assert run.code == 1
    assert f"{EDUCATION}: the sheet is broken: no column" in run.err
    assert f"{AGRICULTURE}!A5: no item has the id 'e-typed-over'" in run.err
    assert f"{AGRICULTURE}!J6: 'nearly' is no state; states are open, started" in run.err

    # trade answers after the last day; agriculture never
    _on(monkeypatch, "2026-10-04")
    _answer(late, TRADE, 1, State="done", Done_so_far="signed in May", Kind_of_difficulty="law",
            Difficulties="ratification took a year", Recommendations="ask parliament for a fast track")  # fmt: skip
    assert office("register", "import", late, "--yes").code == 0

    status = {row["lead"]: row for row in _rows(office("round", "status", "--format", "jsonl"))}
    assert set(status) == set(LEADS)
    assert (status[TRADE]["answered"], status[TRADE]["late"]) == (1, 1)
    assert (status[TRANSPORT]["answered"], status[TRANSPORT]["late"]) == (2, 0)
    assert {lead: row["state"] for lead, row in status.items() if lead in (EDUCATION, AGRICULTURE)} == {
        EDUCATION: "silent", AGRICULTURE: "silent",
    }  # fmt: skip

    out = tmp_path / "papers"
    assert office("round", "close", "-o", out, "--own", "VNM").code == 0
    page = (out / "review-Q3.html").read_text(encoding="utf-8")
    for told in ("No answer from Ministry of Agriculture and Ministry of Education.", "ratification took a year",
                 "Answers came after the last day from Ministry of Trade.", "ask parliament for a fast track",
                 "items that leads report as done are in no independent report"):  # fmt: skip
        assert told in page
    words = "\n".join(paragraph.text for paragraph in Document(str(out / "review-Q3.docx")).paragraphs)
    assert "No answer from Ministry of Agriculture and Ministry of Education." in words
    assert "ratification took a year" in words
    assert office("round", "status").code == 2  # none is open any more
    assert office("round", "status", "Q3").code == 0


def test_of_items_that_nobody_answers_for_the_papers_name_the_numbers_only(
    office: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "few.csv"
    rows = "".join(f"A{number},open school {number} for nurses,Laos,Health,2030-12-31\n" for number in range(1, 12))
    path.write_text(f"Ref,Content,Country,Lead,Due\n{rows}", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    office("round", "open", "--until", "2029-09-30", "--name", "Q3")
    out = tmp_path / "out.xlsx"
    office("register", "export", out, "--round", "open", "--own", "VNM")
    _answer(out, "Health", 1, State="started", Done_so_far="site chosen")
    office("register", "import", out, "--yes")
    office("round", "close", "-o", tmp_path, "--own", "VNM")
    page = (tmp_path / "review-Q3.html").read_text(encoding="utf-8")
    assert "site chosen" in page
    (line,) = [line for line in page.splitlines() if "No answer in this round and no report of 10 items" in line]
    assert line.index("A3,") < line.index("A10,")


def test_papers_sum_up_what_is_said_of_many_and_count_what_is_late_once(office: Command, tmp_path: Path) -> None:
    path, out = tmp_path / "few.csv", tmp_path / "out.xlsx"
    rows = [f"A{number},open school {number} for nurses,Laos,Health,2021-12-31,no money\n" for number in range(1, 10)]
    path.write_text(
        f"Ref,Content,Country,Lead,Due,Obstacles\n{''.join(rows)}A10,send an envoy,Laos,,2021-12-31,\n",
        encoding="utf-8",
    )
    office("register", "import", path, "--own", "VNM", "--yes")
    opened = office("round", "open", "--until", "2029-09-30", "--name", "Q3")
    assert "10 items, 1 lead (1 item without a lead; dostyk register assign names one), until 2029-09-30" in opened.err
    assert "dostyk register export FILE.xlsx --round Q3" in opened.err
    office("register", "export", out, "--round", "open", "--own", "VNM")
    states = {row["lead"]: row["state"] for row in _rows(office("round", "status", "--format", "jsonl"))}
    assert states == {"(no lead)": "nobody to ask", "Health": "silent"}
    _answer(out, "Health", 1, State=" Done")
    office("register", "import", out, "--yes")
    office("round", "close", "-o", tmp_path, "--own", "VNM")
    words = "\n".join(_words(tmp_path / "review-Q3.docx"))
    assert "no money (9 items, among them A1, A2, A3, A4, A5)" in words
    assert "9 items are overdue; Health has the most (8)." in words
    assert "Overdue\n9" in words
    assert "1 item without a lead: nobody was asked." in words
    assert "The one item that leads report as done is in no independent report." in words
    assert "No answer from" not in words


def test_without_references_the_papers_have_no_column_for_them(office: Command, tmp_path: Path) -> None:
    for name, head, row in (("with", "Ref,", "A1,"), ("without", "", "")):
        folder = tmp_path / name
        folder.mkdir()
        path = folder / "few.csv"
        path.write_text(f"{head}Content,Country,Lead,Due\n{row}open a school for {name},Laos,Health,2021-12-31\n",
                        encoding="utf-8")  # fmt: skip
        office("register", "import", path, "--own", "VNM", "--yes")
        office("round", "open", "--until", "2029-09-30", "--name", name, "--for", "register=few.csv")
        office("round", "close", name, "-o", folder, "--own", "VNM")
        for _ in range(3):  # the closing, the opening, the import
            office("undo")
        assert ("No." in _words(folder / f"review-{name}.docx")) == (name == "with")
        assert (">No.<" in (folder / f"review-{name}.html").read_text(encoding="utf-8")) == (name == "with")


def test_rows_are_as_high_as_their_text_and_still_grow_with_answers(office: Command, tmp_path: Path) -> None:
    path, out = tmp_path / "few.csv", tmp_path / "out.xlsx"
    long = "open a school for nurses in every province that has none and staff it with teachers of both sides"
    path.write_text(f"Content,Country,Lead,Due\n{long},Laos,Health,2030-12-31\nsend an envoy,Laos,Health,\n",
                    encoding="utf-8")  # fmt: skip
    office("register", "import", path, "--own", "VNM", "--yes")
    office("register", "export", out, "--own", "VNM")
    first, second = (load_workbook(out)["Health"].row_dimensions[HEADER_ROW + number].ht for number in (1, 2))
    assert (first, second) == (45, 15)
    with zipfile.ZipFile(out) as book:
        assert 'customHeight="1"' not in book.read("xl/worksheets/sheet1.xml").decode()


def _words(path: Path) -> list[str]:
    """All words of a document, those of tables too, in one order."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")


@needs_office
def test_libreoffice_opens_the_file_and_brings_it_back_unchanged(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Ref,Content,Country,Lead,Status,Result\n007,=1+1 open a school for nurses,Laos,Health,started,"
                    "12/3 of the „plan“\n1e5,send 5 experts; done <b>,India,Health,Partly completed,-5\n",
                    encoding="utf-8")  # fmt: skip
    office("register", "import", path, "--own", "VNM", "--yes")
    out, back = tmp_path / "out.xlsx", tmp_path / "back"
    office("register", "export", out, "--own", "VNM")
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(back), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    ours, theirs = load_workbook(out)["Health"], load_workbook(back / "out.xlsx")["Health"]
    for row in ours.iter_rows():
        for cell in row:
            other = theirs[cell.coordinate]
            assert (other.value or "") == (cell.value or "")
            assert other.protection.locked == cell.protection.locked
    assert {rule.formula1 for rule in theirs.data_validations.dataValidation} == {
        rule.formula1 for rule in ours.data_validations.dataValidation
    }
    run = office("register", "import", back / "out.xlsx", "--format", "jsonl")
    assert (run.code, run.out) == (0, "")
    assert "2 rows unchanged, 0 misfits" in run.err


def test_an_export_comes_back_as_nothing_new(office: Command, tmp_path: Path) -> None:
    office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    out = tmp_path / "out.xlsx"
    office("register", "export", out, "--own", "VNM")
    run = office("register", "import", out, "--format", "jsonl")
    assert (run.code, run.out) == (0, "")
    assert "0 misfits" in run.err


def test_a_sheet_for_each_lead_with_locked_ids_and_states_to_choose_from(office: Command, tmp_path: Path) -> None:
    office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    out = tmp_path / "out.xlsx"
    office("register", "export", out, "--own", "VNM")
    book = load_workbook(out)
    assert set(book.sheetnames) == {*LEADS, "_dostyk"}
    assert book["_dostyk"].sheet_state == "hidden"
    sheet = book[TRADE]
    assert sheet.protection.sheet
    row = HEADER_ROW + 1
    assert sheet.cell(row, _AT["ID"]).protection.locked
    assert not sheet.cell(row, _AT["State"]).protection.locked
    choices = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"open,started,partly done,done,broken,superseded,lapsed"' in choices


def test_a_text_that_looks_like_a_formula_stays_text(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Country,Lead\n=1+1 open a school for nurses,Laos,@home\n", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    out = tmp_path / "out.xlsx"
    office("register", "export", out)
    sheet = load_workbook(out)["@home"]
    content = sheet.cell(HEADER_ROW + 1, _AT["Content"])
    assert (content.value, content.data_type, content.quotePrefix) == ("=1+1 open a school for nurses", "s", True)


def test_undoing_an_answer_brings_the_last_one_back(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Country,Lead,Status\nopen a school for nurses,Laos,Health,started\n", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    out = tmp_path / "out.xlsx"
    office("register", "export", out)
    before = office("register", "list", "--format", "json").out
    _answer(out, "Health", 1, State="done")
    office("register", "import", out, "--yes")
    assert _rows(office("register", "list", "--for", "state=done", "--format", "jsonl"))[0]["reported"] == "done"
    office("undo")
    assert office("register", "list", "--format", "json").out == before


def test_mapping_by_hand_and_what_is_wrong_with_it(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Gamma,Beta,Alpha\nopen a school for nurses,Laos,2027\n", encoding="utf-8")
    assert office("register", "import", path, "--own", "VNM").code == 2
    assert office("register", "import", path, "--own", "VNM", "--map", "content=Delta").code == 2
    run = office("register", "import", path, "--own", "VNM", "--map", "content=Gamma", "--map", "partner=Beta",
                 "--map", "due=Alpha", "--format", "jsonl")  # fmt: skip
    assert [(row["partner"], row["due"]) for row in _rows(run)] == [("LAO", "2027")]


def test_a_column_that_is_named_leaves_the_others_to_their_words(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("No,Gamma,Country,Remarks\n7,open a school for nurses,Laos,x\n", encoding="utf-8")
    run = office("register", "import", path, "--own", "VNM", "--map", "content=Gamma", "--format", "jsonl")
    assert [(row["ref"], row["partner"]) for row in _rows(run)] == [("7", "LAO")]
    assert "not used: Remarks" in run.err
    run = office(
        "register", "import", path, "--own", "VNM", "--map", "content=Gamma", "--map", "ref=", "--format", "jsonl"
    )
    assert [row["ref"] for row in _rows(run)] == [""]


def test_words_of_another_language_are_given_a_meaning(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    rows = [f"bâtir le pont numéro {number},Le Laos voisin,Terminé\n" for number in range(9)]
    path.write_text("Content,Country,Status\n" + "".join(rows), encoding="utf-8")
    shown = office("register", "import", path, "--own", "VNM")
    told = [line for line in shown.err.splitlines() if "Terminé" in line]
    first = "; ".join(f"row {number}, Status" for number in range(2, 7))
    assert told == [f"did not fit: {first}; and 4 more: 'Terminé' is no state that is known; left empty"]
    run = office("register", "import", path, "--own", "VNM", "--means", "terminé=done", "--means",
                 "Le Laos voisin=LAO", "--format", "jsonl")  # fmt: skip
    assert {(row["partner"], row["state"]) for row in _rows(run)} == {("LAO", "done")}
    assert run.code == 0


def test_a_register_that_comes_again_leaves_the_answers_of_leads(office: Command, tmp_path: Path) -> None:
    path, out = tmp_path / "few.csv", tmp_path / "out.xlsx"
    path.write_text("Content,Country,Lead,Status\nopen a school for nurses,Laos,Health,started\n", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    office("register", "export", out)
    _answer(out, "Health", 1, State="done")
    office("register", "import", out, "--yes")
    again = office("register", "import", path, "--own", "VNM", "--yes")
    assert "nothing new" in again.err
    path.write_text("Content,Country,Lead,Status\nopen a school for nurses,Laos,Health,10%\n", encoding="utf-8")
    later = office("register", "import", path, "--own", "VNM", "--yes")
    assert "did not fit: row 2: an answer of" in later.err
    assert _rows(office("register", "list", "--format", "jsonl"))[0]["reported"] == "done"


def test_a_register_is_read_again_with_other_words(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Country,Lead,Status\nopen a school,Laotie,Health,Terminé\n", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    for means in ("Laotie=LAO", "Laotie=JPN", "Laotie=LAO"):
        run = office("register", "import", path, "--own", "VNM", "--means", means, "--means", "terminé=done", "--yes")
        assert run.code == 0
        item = _rows(office("register", "list", "--format", "jsonl"))[0]
        assert (item["who"], item["reported"]) == (["VNM", means[-3:]], "done")


def test_undoing_an_import_takes_its_rows_from_every_list(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Country,Lead,Due\nopen a school for nurses,Laos,Health,2024\n", encoding="utf-8")
    office("register", "import", path, "--own", "VNM", "--yes")
    followed = (("register", "list"), ("commitments",), ("due",))
    before = [_rows(office(*command, "--format", "jsonl")) for command in followed]
    assert all(before)
    undone = office("undo")
    assert [_rows(office(*command, "--format", "jsonl")) for command in followed] == [[], [], []]
    office("redo")
    assert [_rows(office(*command, "--format", "jsonl")) for command in followed] == before
    (left,) = re.findall(r"what few.csv says stays in the ledger as a report: dostyk erase (r\w+)", undone.err)
    office("undo")
    assert office("erase", left, "--reason", "imported by mistake", "--yes").code == 0
    assert _rows(office("timeline", "--format", "jsonl")) == []


def test_what_was_reported_done_is_not_counted_as_overdue(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Country,Lead,Due,Status\nopen a school for nurses,Laos,Health,2024,done\n"
                    "open a school for pilots,Laos,Health,2024,started\n", encoding="utf-8")  # fmt: skip
    office("register", "import", path, "--own", "VNM", "--yes")
    (score,) = _rows(office("scorecard", "--format", "jsonl"))
    assert (score["done"], score["started"], score["overdue"]) == (1, 1, 1)


def test_headings_of_papers_hold_no_days_and_not_applicable_is_nothing(office: Command, tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("Content,Signed text,Agreed on,To be finished\nopen a school for nurses,Joint Statement 2019,"
                    "2021-03-04,n/a\n", encoding="utf-8")  # fmt: skip
    run = office("register", "import", path, "--own", "VNM", "--format", "jsonl")
    assert [(row["made"], row["due"]) for row in _rows(run)] == [("2021-03-04", "")]
    assert "made = Agreed on, due = To be finished" in run.err
    assert "0 cells did not fit" in run.err


@pytest.mark.parametrize("parting", [",", ";", "\t"])
def test_cells_may_be_parted_by_what_the_office_is_used_to(office: Command, tmp_path: Path, parting: str) -> None:
    rows = (
        ("Register of promises", "", ""),
        ("No", "Commitment", "Partner"),
        ("1", "Open direct flights between both capitals", "Viet Nam"),
        ("2", '"Ease visas, ports; duties"', "LVA"),
    )
    (tmp_path / "register.csv").write_text("\n".join(parting.join(row) for row in rows), encoding="utf-8")
    run = office("register", "import", tmp_path / "register.csv", "--own", "KAZ", "--format", "jsonl")
    assert [(row["ref"], row["partner"], row["content"]) for row in _rows(run)] == [
        ("1", "VNM", "Open direct flights between both capitals"),
        ("2", "LVA", "Ease visas, ports; duties"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.csv", None, "none.csv: cannot be read (no such file or directory); check the path and its rights"),
        ("none.xlsx", None, "none.xlsx: cannot be read (no such file or directory); check the path and its rights"),
        (
            "latin.csv",
            b"No,Commitment\n1,Ouvrir un b\xfbreau",
            "latin.csv: is no text in UTF-8; save it as CSV in UTF-8",
        ),
        ("bad.xlsx", b"no workbook", "bad.xlsx: is no spreadsheet that can be read"),
        ("empty.csv", b"\n\n", "empty.csv: holds no row; give a table with a row of headings"),
        ("other.csv", b"Alpha,Beta\n1,2\n", "other.csv: no column holds the content; say which with --map"),
    ],
)
def test_what_is_no_register_is_named_with_its_remedy(
    office: Command, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    run = office("register", "import", tmp_path / name, "--own", "KAZ", "--yes")
    assert (run.code in (1, 2), said in run.err) == (True, True), run.err


def test_an_export_that_cannot_be_written_leaves_what_was_there(
    office: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office("register", "import", tmp_path / "ministry.xlsx", "--own", "VNM", "--published", "2025-12-31", "--yes")
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"of last week")
    monkeypatch.setattr(Path, "write_bytes", _full)
    run = office("register", "export", out)
    assert (run.code, "out.xlsx: cannot be written (No space left on device)" in run.err) == (2, True)
    assert out.read_bytes() == b"of last week"


def _full(path: Path, data: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")
