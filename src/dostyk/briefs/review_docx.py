"""The papers of a review meeting as a document for a word processor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dostyk.briefs.days import iso_in_words
from dostyk.briefs.review_data import Group, Part, ReviewPaper, Row

_ACCENT, _LATE, _SOFT = RGBColor(0x17, 0x59, 0x6B), RGBColor(0xA3, 0x3A, 0x25), RGBColor(0x5A, 0x5F, 0x66)
_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_docx(paper: ReviewPaper, path: Path) -> None:
    """Write the document. Raises OSError where the file cannot be written."""
    document = Document()
    _set_up(document)
    document.add_heading(_safe(paper.title), 0)
    asked = f"; asked for: {paper.wanted}" if paper.wanted else ""
    before = f" Compared with {paper.before}." if paper.before else ""
    _soft(document, f"Opened {paper.opened}; answers due by {paper.until}; closed {paper.closed}{asked}.{before}")
    _figures(document, paper)
    for line in paper.findings:
        document.add_paragraph(_safe(line), style="List Bullet")
    document.add_heading("1. Who answered", 1)
    _table(document, ("Lead", "State", "Asked", "Answered", "After the last day", "Last answer"),
           [(one.lead, one.state, str(one.asked), str(one.answered), str(one.late), iso_in_words(one.last) or "–")
            for one in paper.leads], (Cm(8.8), Cm(3.4), Cm(2.4), Cm(2.6), Cm(3.9), Cm(4.6)))  # fmt: skip
    document.add_heading("2. Where leads and independent reports disagree", 1)
    for row in paper.clashes:
        _told(document, row.content, row.clash)
    if not paper.clashes:
        _soft(document, "Nowhere.")
    document.add_heading("3. Difficulties by kind", 1)
    for one in paper.difficulties:
        document.add_heading(f"{one.kind.capitalize()} ({one.number})", 2)
        for lead, text in one.told:
            _told(document, lead, text)
    if not paper.difficulties:
        _soft(document, "No lead names a difficulty.")
    document.add_heading("4. Recommendations of the leads", 1)
    for lead, text in paper.recommendations:
        _told(document, lead, text)
    if not paper.recommendations:
        _soft(document, "No lead makes one.")
    document.add_heading("5. By partner", 1)
    for part in paper.by_partner:
        _part(document, part)
    document.add_heading("6. By lead", 1)
    for part in paper.by_lead:
        _told(document, part.title, part.line)
        for label, rows in part.short:
            _soft(document, f"{label}: {rows}").paragraph_format.left_indent = Cm(0.63)
    document.core_properties.title = _safe(paper.title)
    document.core_properties.author = "dostyk"
    document.save(str(path))


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    section.footer_distance = Cm(0.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    for name, size in (("Title", 22), ("Heading 1", 14), ("Heading 2", 11.5), ("Heading 3", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _ACCENT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "minorHAnsi")
    _page_numbers(section.footer.paragraphs[0])


def _page_numbers(paragraph: Any) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def _figures(document: Any, paper: ReviewPaper) -> None:
    table = document.add_table(rows=0, cols=4)
    for start in range(0, len(paper.figures), 4):
        cells = table.add_row().cells
        for cell, figure in zip(cells, paper.figures[start : start + 4], strict=False):
            cell.paragraphs[0].add_run(figure.label).font.color.rgb = _SOFT
            value = cell.add_paragraph().add_run(figure.value)
            value.font.size = Pt(18)
            if figure.change:
                note = cell.add_paragraph().add_run(figure.change)
                note.font.size, note.font.color.rgb = Pt(8.5), _SOFT
    document.add_paragraph()


def _part(document: Any, part: Part) -> None:
    document.add_heading(_safe(part.title), 2)
    _soft(document, part.line)
    for group in part.groups:
        document.add_heading(group.label, 3)
        if group.rows:
            _rows(document, group)
        if group.silent:
            _soft(document, group.silent)


def _rows(document: Any, group: Group) -> None:
    columns = [("Content", 8.2), ("Due", 3.2), ("State", 2.4), ("What is reported, and what reports show", 9.9)]
    shown = [(row.content, row.due, row.state, "") for row in group.rows]
    if group.numbered:
        columns = [("No.", 2.0), *columns]
    else:
        columns[0] = ("Content", 10.2)
    cells = [(row.ref, *rest) if group.numbered else rest for row, rest in zip(group.rows, shown, strict=True)]
    table = _table(document, [name for name, _ in columns], cells, [Cm(width) for _, width in columns])
    for row, line in zip(group.rows, table.rows[1:], strict=True):
        if row.overdue:
            for run in line.cells[-3].paragraphs[0].runs:
                run.font.color.rgb, run.font.bold = _LATE, True
        _report(line.cells[-1], row)


def _report(cell: Any, row: Row) -> None:
    said = row.done or ("" if row.answered else "no answer in this round")
    if row.done and not row.answered:
        said = f"before this round: {row.done}"
    parts = [(said, None if row.done else _SOFT), (f"Difficulty: {row.difficulties}" if row.difficulties else "", None),
             (f"Reports: {row.seen}" if row.seen else "", _SOFT), (row.clash, _LATE),
             ("no independent report of it" if row.unconfirmed else "", _SOFT)]  # fmt: skip
    first = True
    for text, colour in parts:
        if not text:
            continue
        paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
        first = False
        run = paragraph.add_run(_safe(text))
        run.font.size = Pt(9)
        if colour is not None:
            run.font.color.rgb = colour


def _table(document: Any, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[Any]) -> Any:
    table = document.add_table(rows=1, cols=len(head))
    table.style, table.autofit = "Table Grid", False
    _padded(table)
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = True, Pt(9)
    _repeats(table.rows[0])
    for row in rows:
        line = table.add_row()
        for cell, text in zip(line.cells, row, strict=True):
            cell.paragraphs[0].add_run(_safe(text)).font.size = Pt(9)
        _whole(line)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _padded(table: Any) -> None:
    """Text keeps off the lines above and below it, which some programs else draw through it."""
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 60), ("left", 108), ("bottom", 60), ("right", 108)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(twips))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)


def _repeats(row: Any) -> None:
    """The row of headings stands on every page of a long table."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _whole(row: Any) -> None:
    """A row is not broken over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _told(document: Any, who: str, text: str) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{_safe(who)}: ").bold = True
    paragraph.add_run(_safe(text))


def _soft(document: Any, text: str) -> Any:
    paragraph = document.add_paragraph()
    paragraph.add_run(_safe(text)).font.color.rgb = _SOFT
    return paragraph


def _safe(text: str) -> str:
    return _XML.sub(" ", text)
