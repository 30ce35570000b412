"""Office documents, mails, tables, archives and web archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from papers import pdf, set_lines, zipped
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dostyk.intake import Failed, Found, read_bytes, read_paths
from dostyk.model import Report

TODAY = date(2026, 6, 1)


def results(data: bytes, name: str) -> list[Found | Failed]:
    suffix = "." + name.removesuffix(".gz").rpartition(".")[2]
    return list(read_bytes(data, name, suffix=suffix, today=TODAY))


def reports(data: bytes, name: str) -> list[Report]:
    found = results(data, name)
    assert all(isinstance(each, Found) for each in found), found
    return [each.report for each in found if isinstance(each, Found)]


def word() -> bytes:
    document = Document()
    document.add_heading("Talks on rail", 0)
    document.add_paragraph("The ministers met in Riga.")
    document.add_paragraph("They agreed on a plan.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Trade", "up by a third"
    document.core_properties.modified = datetime(2024, 3, 5)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx() -> None:
    (report,) = reports(word(), "a.docx")
    assert (report.title, report.published) == ("Talks on rail", None)
    assert report.text == "The ministers met in Riga.\n\n- They agreed on a plan.\n\nTrade\n\nup by a third"
    (found,) = results(word(), "a.docx")
    assert isinstance(found, Found)
    assert "last changed on 2024-03-05" in found.problems[0].message


def test_docx_keeps_insertions_and_drops_deletions() -> None:
    document = Document()
    paragraph = document.add_paragraph("They met")._p
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    from lxml import etree

    paragraph.append(etree.fromstring(f"<w:ins {space}><w:r><w:t> in Riga</w:t></w:r></w:ins>"))
    paragraph.append(etree.fromstring(f"<w:del {space}><w:r><w:delText> in Oslo</w:delText></w:r></w:del>"))
    out = io.BytesIO()
    document.save(out)
    assert reports(out.getvalue(), "a.docx")[0].text == "They met in Riga"


def mail(subject: str = "Talks in Riga", *, attached: bool = False) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Press Office <press@example.org>"
    message["Date"], message["Message-ID"] = "Mon, 04 Mar 2024 23:30:00 +0200", f"<{subject.split()[-1]}@example.org>"
    message.set_content("The ministers met in Riga.\n")
    if attached:
        paper = pdf([set_lines(["The ministers agreed on a plan."])])
        message.add_attachment(paper, maintype="application", subtype="pdf", filename="statement.pdf")
        message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return message


def test_mail_and_what_is_attached_to_it() -> None:
    one, two = reports(bytes(mail(attached=True)), "a.eml")
    assert (one.text, one.title, one.published) == ("The ministers met in Riga.", "Talks in Riga", date(2024, 3, 4))
    assert (one.outlet, one.path) == ("Press Office", "mid:Riga@example.org")
    assert (two.text, two.path, two.page_line(0)) == ("The ministers agreed on a plan.", "a.eml/statement.pdf", (1, 1))


def test_mail_of_html_and_a_forwarded_mail() -> None:
    outer = mail("FW: Talks in Oslo")
    outer.set_content("<p>See <b>below</b>.</p>", subtype="html")
    outer.add_attachment(mail())
    texts = [report.text for report in reports(bytes(outer), "a.eml")]
    assert texts == ["See below.", "The ministers met in Riga."]


def test_mailbox() -> None:
    box = b"".join(b"From x Mon Mar 04 00:00:00 2024\n" + bytes(mail(f"Talks in {town}")) + b"\n"
                   for town in ("Riga", "Oslo"))  # fmt: skip
    assert [report.title for report in reports(box, "a.mbox")] == ["Talks in Riga", "Talks in Oslo"]
    assert [report.title for report in reports(box, "a.unknown")] == ["Talks in Riga", "Talks in Oslo"]


def test_csv_has_one_report_a_row() -> None:
    table = (
        'Title;Published;Text;URL\nOne;2024-03-04;"First text.\nIt has two lines.";https://a.example/1\n;;;\nTwo;;;\n'
    )
    found = results(table.encode(), "a.csv")
    assert isinstance(found[0], Found)
    report = found[0].report
    assert (report.title, report.published, report.url) == ("One", date(2024, 3, 4), "https://a.example/1")
    assert report.text == "First text.\nIt has two lines."
    assert [(f.path, f.reason) for f in found[1:] if isinstance(f, Failed)] == [("a.csv, line 5", "has no text")]
    (bad,) = results(b"a,b\n1,2\n", "a.csv")
    assert isinstance(bad, Failed)
    assert "no column" in bad.reason


def test_xlsx_has_one_report_a_row_on_every_sheet() -> None:
    book = Workbook()
    book.active.append(["Outlet", "Date", "Text"])  # type: ignore[union-attr]
    book.active.append(["Desk", datetime(2024, 3, 4), "First text."])  # type: ignore[union-attr]
    book.create_sheet("Notes").append(["to do"])
    out = io.BytesIO()
    book.save(out)
    one, two = results(out.getvalue(), "a.xlsx")
    assert isinstance(one, Found)
    assert (one.report.outlet, one.report.published, one.report.text) == ("Desk", date(2024, 3, 4), "First text.")
    assert isinstance(two, Failed)
    assert (two.path, two.reason) == ("a.xlsx, sheet Notes", "has no column with the text of reports")


FILES = {
    "in/a.txt": b"# published: 2024-03-04\n\nThe first one.",
    "in/b.pdf": pdf([set_lines(["The second one."])]),
    "in/c.docx": word(),
    "in/d.jsonl": b'{"text": "The fourth one."}\n',
    "in/.hidden.txt": b"no",
    "in/README.md": b"no",
    "in/picture.png": b"no",
}
TEXTS = ["The first one.", "The second one.", "The ministers met in Riga.", "The fourth one."]


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("in/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES)),
        ("a.tgz", tarred(FILES, "w:gz")),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("a.zip", zipped({"inner.tar.gz": tarred(FILES, "w:gz")})),
    ],
)
def test_archives(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = [each.report for each in read_paths([tmp_path], today=TODAY) if isinstance(each, Found)]
    assert [report.text.split("\n\n")[0] for report in found] == TEXTS
    inside = f"{tmp_path / name}" + ("/inner.tar.gz" if "inner" in str(data[:60]) else "")
    assert found[0].path == f"{inside}/in/a.txt"
    assert found[0].published == date(2024, 3, 4)
    assert len({report.source for report in found}) == 4


PAGE = "<html><head><title>Talks in Riga</title></head><body><article><p>{}</p></article></body></html>"


def warc(*, packed: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)

    def add(url: str, status: str, kind: str, body: bytes, *more: tuple[str, str]) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind), *more], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))

    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    text = PAGE.format("The ministers met in Riga and spoke about rail and about trade for two hours.")
    add("https://a.example/1", "200 OK", "text/html", gzip.compress(text.encode()), ("Content-Encoding", "gzip"))
    add("https://a.example/2", "404 Not Found", "text/html", b"<html><body>gone</body></html>")
    add("https://a.example/3", "200 OK", "image/png", b"\x89PNG")
    russian = PAGE.format("Министры встретились в Риге и говорили о торговле и о железных дорогах.")
    add("https://a.example/4", "200 OK", "text/html; charset=windows-1251", russian.encode("cp1251"))
    add("https://a.example/5", "200 OK", "application/pdf", pdf([set_lines(["The paper."])]))
    return out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(packed: bool) -> None:
    found = reports(warc(packed=packed), "a.warc.gz" if packed else "a.warc")
    assert [report.url for report in found] == [f"https://a.example/{number}" for number in (1, 4, 5)]
    assert found[0].text.startswith("The ministers met in Riga")
    assert found[1].text.startswith("Министры встретились")
    assert found[2].text == "The paper."
