"""Every way in which what a desk receives can be wrong: named with place and remedy, and the others go on."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from papers import zipped

from dostyk.intake import Failed, Found, read_paths, why_not_read

TODAY = date(2026, 6, 1)
GOOD = b"# published: 2024-03-04\n\nThe ministers met in Riga and spoke about the harbour."


def read(folder: Path, name: str, data: bytes) -> tuple[list[Found], list[Failed]]:
    """What comes of a folder with this file and a good one beside it, which must always be read."""
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_bytes(GOOD)
    results = list(read_paths([folder], today=TODAY))
    found = [each for each in results if isinstance(each, Found)]
    assert "good" in [each.report.name for each in found]
    return [each for each in found if each.report.name != "good"], [r for r in results if isinstance(r, Failed)]


def failure(folder: Path, name: str, data: bytes) -> str:
    """The one thing that is wrong, as people read it."""
    found, failed = read(folder, name, data)
    assert not found
    (only,) = failed
    assert name in only.path
    assert only.remedy
    return str(only.error())


def deflated(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as inner:
        for _ in range(size >> 20):
            inner.write(b"0" * (1 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\n \n", "is empty"),
        ("a.txt", bytes(range(1, 32)) * 20, "is binary"),
        ("a.pdf", b"\x00" * 2000, "is a damaged PDF"),
        ("a.docx", GOOD[:0], "is empty"),
        ("a.docx", zipped({"word/document.xml": b"<w:document"}), "is a damaged document"),
        ("a.xlsx", zipped({"xl/workbook.xml": b"<workbook"}), "is a damaged workbook"),
        ("a.zip", zipped({"a.txt": GOOD})[:60], "is damaged"),
        ("a.zip", zipped({"picture.png": b"0"}), "holds no report"),
        ("a.zip", zipped({"@": GOOD}).replace(b"@", b"\0"), "holds no report"),  # a name that is empty
        ("a.txt.gz", gzip.compress(GOOD)[:-30], "cannot be unpacked"),
        ("a.warc", b"WARC/1.0\r\nbroken", "a.warc"),
        ("a.html", b"<html><body><script>x()</script><img src=a></body></html>", "holds no text"),
        ("a.doc", b"\xd0\xcf\x11\xe0" * 600, "save it as DOCX or PDF"),
        ("a.msg", b"\xd0\xcf\x11\xe0" * 600, "save the mail as EML"),
        ("a.mbox", b"\n", "holds no mail"),
        ("a.eml", b"Subject: x\nFrom: y@z.example\n\n", "holds no text"),
    ],
)
def test_what_holds_no_report_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in failure(tmp_path, name, data)


def test_a_form_is_no_report(tmp_path: Path) -> None:
    fields = "".join(f"<label>{word}</label><input name={word}>" for word in ("Name", "Mail", "Country", "Passport"))
    page = f"<html><body><h1>Request for accreditation</h1><form>{fields}<button>Send</button></form></body></html>"
    assert "is a form, not a report" in failure(tmp_path, "a.html", page.encode())
    ((found,), _) = read(tmp_path, "a.html", b"<html><body><p>Name: ____</p><p>Signature: ____</p></body></html>")
    assert "no-sentences" in [problem.code for problem in found.problems]


def test_fifty_megabytes_of_text(tmp_path: Path) -> None:
    assert "is larger than 32 MB; split it" in failure(tmp_path, "a.txt", b"They met. " * (5 << 20))


def test_one_line_of_ten_megabytes_is_kept_and_not_read(tmp_path: Path) -> None:
    ((found,), _) = read(tmp_path, "a.txt", b"They met in Riga. " * (10 * 1024 * 1024 // 18))
    assert len(found.report.text) > 10_000_000
    problem = why_not_read(found.report)
    assert problem is not None
    assert problem.code == "too-long-to-read"


def test_a_fault_in_json_is_named_in_good_words(tmp_path: Path) -> None:
    _, (failed,) = read(tmp_path, "a.jsonl", b'{"text": "They met.}\n')
    assert (failed.reason, failed.remedy) == ("is no valid JSON", "Unterminated string starting at column 10")


def test_a_line_of_json_beyond_all_bounds_costs_only_itself(tmp_path: Path) -> None:
    long = b'{"text": "' + b"x" * (33 << 20) + b'"}\n'
    found, (failed,) = read(tmp_path, "a.jsonl", long + b'{"text": "They met."}\n')
    assert [each.report.text for each in found] == ["They met."]
    assert str(failed.error()).endswith("a.jsonl:1: is longer than 32 MB; split the report")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.zip", deflated(64 << 20), "zip bomb"),
        ("a.txt.gz", gzip.compress(b"0" * (40 << 20)), "zip bomb"),
        ("a.zip", zipped({"b.zip": deflated(64 << 20)}), "zip bomb"),
        ("a.docx", zipped({"word/document.xml": b"<a>" + b" " * (64 << 20)}), "zip bomb"),
    ],
)
def test_bombs_are_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert len(data) < 200_000
    assert said in failure(tmp_path, name, data)


def test_archives_are_opened_so_deep_and_no_deeper(tmp_path: Path) -> None:
    packed = zipped({"a.txt": GOOD})
    for _ in range(3):
        packed = zipped({"in.zip": packed})
    ((found,), failed) = read(tmp_path, "a.zip", packed)
    assert found.report.path.endswith("a.zip/in.zip/in.zip/in.zip/a.txt")
    assert not failed
    for _ in range(3):
        packed = zipped({"in.zip": packed})
    assert "is packed more than 4 times over" in failure(tmp_path, "a.zip", packed)


def test_a_locked_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": GOOD, "b.txt": GOOD}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1  # the sign that the member is locked, in the directory
    found, (failed,) = read(tmp_path, "a.zip", bytes(data))
    assert [each.report.name for each in found] == ["a"]
    assert str(failed.error()).endswith("a.zip/b.txt: is locked with a password; unpack it by hand")


@pytest.mark.parametrize(
    ("data", "text", "guessed"),
    [
        ("Sāpes Tokajevs Tô Lâm came.".encode("utf-16-le"), "Sāpes Tokajevs Tô Lâm came.", "UTF-16-LE"),
        ("Tô Lâm came.".encode() + "\nCafé closed.".encode("cp1252"), "Tô Lâm came.\nCafé closed.", "other bytes"),
        ("Café closed.".encode("cp1252"), "Café closed.", "cp1252"),
    ],
)
def test_wrong_and_mixed_encodings_are_read_and_named(tmp_path: Path, data: bytes, text: str, guessed: str) -> None:
    ((found,), _) = read(tmp_path, "a.txt", data)
    assert found.report.text == text
    (problem,) = [each for each in found.problems if each.code == "encoding-guessed"]
    assert guessed in problem.message


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Министры встретились в Риге.</p></body></html>'
    ((found,), _) = read(tmp_path, "a.html", page.encode("cp1251"))
    assert "Министры" in found.report.text
    assert "encoding-guessed" not in [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("day", "code"), [("2031-02-01", "future-day"), ("2025-02-30", "impossible-day"), ("next week", "unclear-day")]
)
def test_days_that_cannot_be(tmp_path: Path, day: str, code: str) -> None:
    ((found,), _) = read(tmp_path, "a.jsonl", json.dumps({"text": "They met.", "published": day}).encode())
    assert found.problems[0].code == code
    assert "a.jsonl:1" in found.problems[0].message


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found, (failed,) = read(tmp_path, "a.txt", GOOD.replace(b"Riga", b"Oslo"))
    assert [each.report.name for each in found] == ["a"]
    assert "too many levels of symbolic links" in failed.reason


def test_a_folder_behind_a_link_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_bytes(GOOD)
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    found, _ = read(tmp_path / "in", "a.txt", GOOD)
    assert [each.report.name for each in found] == ["b", "a"]


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders are a matter of POSIX")
def test_what_is_no_file_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _, (failed,) = read(tmp_path, "good2.txt", GOOD)
    assert failed.reason == "is no file"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Riga and spoke about the harbour.", "en"),
        ("Министры встретились в Риге и говорили о торговле между двумя странами.", "ru"),
        ("Hai bộ trưởng đã gặp nhau tại Hà Nội và trao đổi về thương mại giữa hai nước.", "vi"),
        ("Los ministros de los dos países se reunieron el lunes en Riga para hablar de comercio.", "es"),
        ("两国部长在里加举行了会谈，讨论了贸易问题。", "zh"),
        ("Tô Lâm came.", "en"),  # too few words to tell, so as stated, else English
    ],
)
def test_the_language_of_a_report(tmp_path: Path, text: str, language: str) -> None:
    ((found,), _) = read(tmp_path, "a.txt", f"# published: 2024-03-04\n\n{text}".encode())
    assert found.report.language == language
    problem = why_not_read(found.report)
    assert (problem is None) == (language == "en")
    if problem is not None:
        assert "a.txt" in problem.message


def test_what_a_page_says_of_its_language_does_not_outdo_its_text(tmp_path: Path) -> None:
    ((found,), _) = read(
        tmp_path, "a.txt", b"# language: vi\n\nThe ministers met and spoke about the harbour of the town."
    )
    assert found.report.language == "en"
