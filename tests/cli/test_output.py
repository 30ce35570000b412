"""What goes out holds the data, and nothing that steers a terminal, a spreadsheet or a page."""

import csv
import io
import json

import pytest

from dostyk.clean import cell, escaped, markdown, one_line, visible
from dostyk.cli.output import Format, Listing, render, wrapped

HOSTILE = "\x1b[31mred\u202eevil\x9b | <b>`x`\n=next"
LISTING = Listing(("id", "who", "what"), [{"id": "e1", "who": ["LVA", "EST"], "what": HOSTILE, "more": 0.5}])


def test_steering_characters_are_seen_and_do_nothing() -> None:
    assert visible("a\x1b[2Jb\u202ec\u2066") == "a\ufffd[2Jb\ufffdc\ufffd"
    assert visible("a\tb\nTô Lâm Қазақстан") == "a\tb\nTô Lâm Қазақстан"
    assert one_line(" a\r\n b\x07 ") == "a b\ufffd"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t@"])
def test_cells_are_no_formulas(start: str) -> None:
    assert cell(f"{start}1+1").startswith("'")


def test_plain_cells_stay_as_they_are() -> None:
    assert cell("a = b") == "a = b"
    assert markdown("a <b> | `c`") == "a &lt;b&gt; \\| \\`c\\`"


def test_json_is_lossless_and_harmless() -> None:
    text = render(LISTING, Format.JSON)
    assert json.loads(text) == LISTING.rows
    assert visible(text) == text
    assert json.loads(escaped(json.dumps({"a": HOSTILE}, ensure_ascii=False))) == {"a": HOSTILE}
    (line,) = render(LISTING, Format.JSONL).splitlines()
    assert json.loads(line) == LISTING.rows[0]


def test_csv_has_every_field() -> None:
    header, row = csv.reader(io.StringIO(render(LISTING, Format.CSV)))
    assert header == ["id", "who", "what", "more"]
    assert row[:2] == ["e1", "LVA; EST"]
    assert "\x1b" not in row[2]
    assert row[3] == "0.500"


def test_markdown_is_one_row_a_line() -> None:
    lines = render(LISTING, Format.MD).splitlines()
    assert lines[:2] == ["| id | who | what |", "|---|---|---|"]
    assert len(lines) == 3
    assert "<b>" not in lines[2]


def test_table_shows_its_columns_and_takes_no_markup() -> None:
    text = render(Listing(("id", "what"), [{"id": "e1", "what": "[red]x[/red] \x1b[0m"}]), Format.TABLE)
    assert "[red]x[/red]" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("form", list(Format))
def test_nothing_to_list(form: Format) -> None:
    text = render(Listing(("id",), []), form)
    assert text.strip() == {"json": "[]", "jsonl": "", "csv": "id", "md": "| id |\n|---|"}.get(form.value, text.strip())
    assert "\x1b" not in text


WIDE = Listing(
    ("id", "who", "what", "due", "answer"),
    [{"id": "e4c81d0a96f2b7e35d18a", "who": ["LVA", "EST"], "due": "2027-06-30", "answer": None,
      "what": "build a railway of one gauge between Riga and Tallinn before the middle of next year"}],
)  # fmt: skip


def test_what_fits_no_table_in_a_narrow_terminal_stands_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dostyk.cli.output.terminal_width", lambda: 60)
    assert render(WIDE, Format.TABLE).splitlines() == [
        "e4c81d0a96f2b7e35d18a · who: LVA; EST",
        "  what: build a railway of one gauge between Riga and",
        "    Tallinn before the middle of next year · due: 2027-06-30",
    ]


def test_what_fits_stays_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dostyk.cli.output.terminal_width", lambda: 120)
    heading, rule, *rows = render(WIDE, Format.TABLE).splitlines()
    assert heading.split() == list(WIDE.columns)
    assert set(rule.strip()) == {"─"}
    assert "2027-06-30" in rows[0]


def test_text_hangs_below_its_own_beginning_and_stays_whole_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "1. build a railway\n   - Line: You agreed to build one\n\n  2024-05-01 new: a railway\n"
    assert wrapped(text) == text
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("dostyk.cli.output.terminal_width", lambda: 24)
    assert wrapped(text).splitlines() == [
        "1. build a railway", "   - Line: You agreed to", "     build one", "", "  2024-05-01 new: a", "    railway",
    ]  # fmt: skip


def test_a_block_without_a_first_cell_is_seen_to_lack_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dostyk.cli.output.terminal_width", lambda: 20)
    listing = Listing(("lead", "what"), [{"lead": "", "what": "open a shared customs post"}, {"lead": "Ports"}])
    assert render(listing, Format.TABLE) == "–\n  what: open a\n    shared customs\n    post\n\nPorts\n"
