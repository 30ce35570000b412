"""Every format, and every way in which a file can be wrong."""

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.intake import Failed, Found, read_bytes, read_paths
from dostyk.intake.days import read_day

TODAY = date(2026, 6, 1)


def read(*paths: Path | str, **options: object) -> list[Found | Failed]:
    return list(read_paths(paths, today=TODAY, **options))  # type: ignore[arg-type]


def only(path: Path | str, **options: object) -> Found:
    (result,) = read(path, **options)
    assert isinstance(result, Found), result
    return result


def failed(path: Path | str) -> Failed:
    (result,) = read(path)
    assert isinstance(result, Failed), result
    return result


def codes(found: Found) -> list[str]:
    return [problem.code for problem in found.problems]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


HEADED = """# title: Ministers meet in Tallinn
# published: 2024-03-04
# outlet: Baltic Desk
# colour: blue
# url: https://example.org/1

Two ministers met.

They parted as friends.
"""


def test_header_lines_and_where_the_text_begins(tmp_path: Path) -> None:
    report = only(put(tmp_path, "one.txt", HEADED)).report
    assert report.text == "Two ministers met.\n\nThey parted as friends.\n"
    assert (report.title, report.published, report.outlet) == (
        "Ministers meet in Tallinn",
        date(2024, 3, 4),
        "Baltic Desk",
    )
    assert (report.url, report.name, report.language) == ("https://example.org/1", "one", "en")


def test_offsets_are_those_after_line_ends_become_one_character(tmp_path: Path) -> None:
    same = only(put(tmp_path, "one.txt", HEADED.replace("\n", "\r\n"))).report
    assert same.text == HEADED.split("\n\n", 1)[1]


@pytest.mark.parametrize(
    ("raw", "text", "outlet"),
    [
        (" date 2024-03-04 Two ministers met.", "Two ministers met.", ""),
        ("date 2024-03-04 Two ministers met.", "Two ministers met.", ""),
        ("BNS date 2024-03-04 Two ministers met.", "Two ministers met.", "BNS"),
    ],
)
def test_leading_date(tmp_path: Path, raw: str, text: str, outlet: str) -> None:
    report = only(put(tmp_path, "a.txt", raw)).report
    assert (report.text, report.published, report.outlet) == (text, date(2024, 3, 4), outlet)


def test_a_sentence_that_only_looks_like_a_leading_date_is_text(tmp_path: Path) -> None:
    found = only(put(tmp_path, "a.txt", "The date 2024-03-04 was chosen with care."))
    assert found.report.text.startswith("The date")
    assert codes(found) == ["no-published-day"]


def test_no_day_is_a_problem_and_options_supply_what_is_missing(tmp_path: Path) -> None:
    bare, headed = put(tmp_path, "a.txt", "Two ministers met."), put(tmp_path, "b.txt", HEADED)
    assert codes(only(bare)) == ["no-published-day"]
    supplied = only(bare, published=date(2024, 1, 2), outlet="Desk")
    assert (supplied.report.published, supplied.report.outlet, codes(supplied)) == (date(2024, 1, 2), "Desk", [])
    own = only(headed, published=date(2020, 1, 1), outlet="Other").report
    assert (own.published, own.outlet) == (date(2024, 3, 4), "Baltic Desk")


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("2025-02-30", None, "impossible-day"),
        ("05/06/2025", None, "unclear-day"),
        ("May 2025", None, "unclear-day"),
        ("2025-05-06T22:10:00+07:00", date(2025, 5, 6), ""),
        ("Tuesday, 6 May 2025", date(2025, 5, 6), ""),
        ("Sept. 6, 2025", date(2025, 9, 6), ""),
        ("20250506", date(2025, 5, 6), ""),
        ("Tue, 06 May 2025 09:00:00 GMT", date(2025, 5, 6), ""),
        ("", None, ""),
    ],
)
def test_days_of_publication(written: str, day: date | None, code: str) -> None:
    reading = read_day(written)
    assert (reading.day, reading.code) == (day, code)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("RIGA, March 4, 2024 (BNS) -- The ministers met in the town.", date(2024, 3, 4)),
        ("Riga, 4 March 2024\n\nThe ministers met in the town.", date(2024, 3, 4)),
        ("RIGA, March 4 (BNS) -- The ministers met in the town.", None),
        ("The ministers met on 4 March 2024 in the town.", None),
        ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nThe treaty was signed.\n\nRiga, 4 March 1994", None),
    ],
)
def test_a_dateline_with_its_year_states_the_day(tmp_path: Path, text: str, day: date | None) -> None:
    assert only(put(tmp_path, "a.txt", text)).report.published == day
    headed = f"# published: 2020-01-01\n\n{text}"
    assert only(put(tmp_path, "a.txt", headed)).report.published == date(2020, 1, 1)


def test_impossible_and_future_days_are_problems(tmp_path: Path) -> None:
    impossible = only(put(tmp_path, "a.txt", "# published: 2025-02-30\n\nText here."))
    assert impossible.report.published is None
    assert codes(impossible) == ["impossible-day", "no-published-day"]
    future = only(put(tmp_path, "b.txt", "# published: 2031-02-01\n\nText here."))
    assert codes(future) == ["future-day"]


def test_markdown_with_front_matter_becomes_plain_paragraphs(tmp_path: Path) -> None:
    source = """---
title: "Talks in Riga"
date: 2024-03-04
outlet: Baltic Desk
lang: en-GB
---
# Talks in Riga

The **two** sides [met](https://example.org)
and *talked*.

- first point
- second point
"""
    report = only(put(tmp_path, "a.md", source)).report
    assert report.text == "The two sides met and talked.\n\n- first point\n\n- second point"
    assert (report.title, report.published, report.language) == ("Talks in Riga", date(2024, 3, 4), "en")


def test_broken_front_matter_names_its_line(tmp_path: Path) -> None:
    result = failed(put(tmp_path, "a.md", "---\ntitle: ok\npublished: [2024\n---\nText."))
    assert result.path.endswith("a.md:3") or result.path.endswith("a.md:4")
    assert "YAML" in result.reason


PAGE = """<!doctype html><html lang="en"><head><title>Envoys meet in Vilnius | Baltic Desk</title>
<meta property="og:title" content="Envoys meet in Vilnius"><meta property="og:site_name" content="Baltic Desk">
<meta property="article:published_time" content="2024-03-04T08:00:00Z">
<link rel="canonical" href="https://example.org/envoys"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Vilnius</h1>
<p>The envoys of the two countries met in Vilnius on Monday to speak about trade and about rail transport.</p>
<p>Both of them said that the next round of talks would be held in Warsaw in the autumn of this year.</p>
<script>alert("never")</script></article><footer>Subscribe to our letter</footer></body></html>"""


def test_html_gives_main_text_and_what_the_page_says_about_itself(tmp_path: Path) -> None:
    report = only(put(tmp_path, "a.html", PAGE)).report
    first, second = report.text.split("\n\n")
    assert first.startswith("The envoys of the two countries met in Vilnius on Monday")
    assert second.endswith("in the autumn of this year.")
    assert (report.title, report.outlet, report.published, report.url) == (
        "Envoys meet in Vilnius",
        "Baltic Desk",
        date(2024, 3, 4),
        "https://example.org/envoys",
    )


def test_a_line_end_in_the_source_of_a_page_is_a_blank_and_two_breaks_are_a_paragraph(tmp_path: Path) -> None:
    words = "The envoys of the two\ncountries met in Vilnius.<br/> <br/>They spoke\nabout trade.<br>And about rail."
    page = PAGE.replace("<p>Both of them", f"<p>{words}</p><p>Both of them")
    for source in (page, f"<p>{words}</p>"):
        text = only(put(tmp_path, "a.html", source)).report.text
        assert "two countries met in Vilnius.\n\nThey spoke about trade.\nAnd about rail." in text


def test_html_fragment_is_taken_whole_and_deep_nesting_does_no_harm(tmp_path: Path) -> None:
    text = only(put(tmp_path, "a.htm", "<p>One.<br>Two.</p><ul><li>Three</li></ul>")).report.text
    assert text == "One.\nTwo.\n\n- Three"
    deep = "<div>" * 5000 + "Words." + "</div>" * 5000
    assert len(read(put(tmp_path, "b.htm", deep))) == 1


def test_json_lines_go_on_after_a_bad_line(tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "x1", "body": "First text.", "headline": "One", "date": "2024-03-04", "publisher": "Desk"}),
        '{"text": "cut off',
        "",
        json.dumps({"text": "Third text.", "published": "2024-03-05"}),
        json.dumps({"title": "no text"}),
        "[1]",
        json.dumps({"html": "<p>Fifth<br>text.</p>"}),
        json.dumps({"markdown": "Sixth *text*."}),
    ]
    results = read(put(tmp_path, "many.jsonl", "\n".join(rows)))
    reports = [r.report for r in results if isinstance(r, Found)]
    assert [(r.name, r.text) for r in reports] == [
        ("x1", "First text."),
        ("many-4", "Third text."),
        ("many-7", "Fifth\ntext."),
        ("many-8", "Sixth text."),
    ]
    assert (reports[0].title, reports[0].outlet, reports[0].published) == ("One", "Desk", date(2024, 3, 4))
    assert len({r.source for r in reports}) == 4
    assert [r.path.rpartition(":")[2] for r in results if isinstance(r, Failed)] == ["2", "5", "6"]


def test_json_array_and_packed_json_lines(tmp_path: Path) -> None:
    array = read(put(tmp_path, "a.json", json.dumps([{"text": "One."}, {"content": "Two."}])))
    assert [r.report.name for r in array if isinstance(r, Found)] == ["a-1", "a-2"]
    packed = put(tmp_path, "b.jsonl.gz", gzip.compress(b'{"text": "One."}\n'))
    assert only(packed).report.name == "b-1"
    assert "cannot be unpacked" in failed(put(tmp_path, "c.jsonl.gz", b"\x1f\x8bno gzip at all")).reason


def test_characters_that_cannot_be_stored_keep_their_place(tmp_path: Path) -> None:
    found = only(put(tmp_path, "a.jsonl", '{"text": "a\\ud800b\\u0000c.", "published": "2024-03-04"}'))
    assert found.report.text == "a\ufffdb\ufffdc."
    assert codes(found) == ["unstorable-characters"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Tô Lâm came.".encode(), []),
        (b"\xef\xbb\xbf" + "Tô Lâm came.".encode(), []),
        ("Tô Lâm came.".encode("utf-16"), []),
        ("\ufeffTô Lâm came.".encode("utf-16-be"), []),
        ("Tô Lâm came.".encode("cp1252"), ["encoding-guessed"]),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    found = only(put(tmp_path, "a.txt", data), published=date(2024, 3, 4))
    assert found.report.text == "Tô Lâm came."
    assert codes(found) == expected


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.txt", b"\x00\x01\x02\x03binary", "binary"),
        ("a.txt", bytes(range(1, 32)) * 20, "binary"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"# title: x\n# outlet: y", "no text"),
        ("a.txt", b"---", "no text"),
        ("a.json", b'{"text": ', "JSON"),
        ("a.json", b"[" * 100000, "JSON"),
    ],
)
def test_what_holds_no_report_says_so(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    result = failed(put(tmp_path, name, data))
    assert reason in result.reason
    assert result.remedy
    assert name in str(result.error())


def test_folders_globs_and_the_order_of_reports(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", ".hidden.txt", "README.md", "pic.png", "c.json"):
        put(tmp_path, name, '{"text": "Words."}' if name.endswith("json") else "Words.")
    names = [r.report.name for r in read(tmp_path) if isinstance(r, Found)]
    assert names == ["a", "1", "2", "c-1"]
    again = read(tmp_path / "b" / "2.txt", tmp_path, tmp_path / "a.txt")
    assert [r.report.name for r in again if isinstance(r, Found)] == names
    assert [r.report.name for r in read(str(tmp_path / "**" / "*.txt")) if isinstance(r, Found)] == ["a", "2"]
    assert "format" in failed(put(tmp_path, "d/x.rtf", b"{\\rtf1").parent).reason


def test_places_that_are_not_there(tmp_path: Path) -> None:
    assert "does not exist" in failed(tmp_path / "none.txt").reason
    (tmp_path / "empty").mkdir()
    assert "holds no report" in failed(tmp_path / "empty").reason
    assert "matches no file" in failed(str(tmp_path / "*.txt")).reason


def test_unreadable_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", refuse)
    result = failed(tmp_path)
    assert "permission denied" in result.reason
    assert result.path == str(tmp_path)


def test_standard_input_and_its_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> list[Found | Failed]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return read("-")

    (one,), (two,) = given(HEADED.encode()), given(b"Another text.")
    assert isinstance(one, Found)
    assert isinstance(two, Found)
    assert (one.report.name, one.report.title) == ("stdin", "Ministers meet in Tallinn")
    assert one.report.source != two.report.source
    many = given(b'{"text": "One."}\n{"text": "Two."}\n')
    assert [r.report.text for r in many if isinstance(r, Found)] == ["One.", "Two."]
    assert isinstance(given(b"")[0], Failed)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The ministers met.\n\nBNS", "BNS"),
        ("The ministers met. (TASS)", "TASS"),
        ("RIGA (BNS) – The ministers met.\n\nThey parted.", "BNS"),
        ("RIGA, March 4. /TASS/. The ministers met.", "TASS"),
        ("The ministers met.\n\nRIGA", ""),
        ("The ministers met the head of BNS.", ""),
    ],
)
def test_outlet_of_a_report_that_is_signed(tmp_path: Path, text: str, outlet: str) -> None:
    path = put(tmp_path, "a.txt", text)
    assert only(path).report.outlet == outlet
    assert only(path, outlet="Desk").report.outlet == "Desk"


SNIPPETS = st.sampled_from(
    [
        *("---\n", "# title: a\n", "\n\n", "<p>", "</div>", "<html><body>", "{", '"text": "b"', "}", "[", "]", "- "),
        *("date 2024-03-04 ", "\x00", "\r\n", "**a", "`", "&#0;", "&#xD800;", "<!--", "<script>", "|a|b|", "é", "1. "),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(), st.lists(SNIPPETS).map(lambda parts: "".join(parts).encode("utf-8", "replace"))))
@pytest.mark.parametrize("suffix", ["", ".txt", ".md", ".html", ".json", ".jsonl"])
def test_no_bytes_are_too_odd(suffix: str, data: bytes) -> None:
    for result in read_bytes(data, "odd", suffix=suffix, today=TODAY):
        if isinstance(result, Found):
            result.report.text.encode()
            assert any(c.isalnum() for c in result.report.text)
        else:
            assert result.reason
