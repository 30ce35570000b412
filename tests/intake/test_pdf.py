"""PDF: what is read, in which order, and where on its page it stands."""

from __future__ import annotations

import io
from datetime import date

import pytest
from papers import pdf, set_lines
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from dostyk.intake import Failed, Found, read_bytes

LEFT = [
    "The two ministers met in the capital on",
    "Tuesday and spoke about trade, rail trans-",
    "port and the exchange of students. They",
    "agreed to open a joint office in the spring.",
    "They also praised the long-",
    "term plan of both gov-",
    "ernments.",
]
RIGHT = [
    "The next round of talks will be held in",
    "the autumn. Both sides will name their",
    "experts before the end of the year.",
    "",
    "A third paragraph stands here and is",
    "short.",
]
HEAD = (72, 820, 8, "Ministry of Foreign Affairs")


def paper() -> bytes:
    first = [
        (150, 785, 18, "Ministers meet in Riga"),
        (72, 762, 11, "Riga, 4 March 2024"),
        HEAD,
        (290, 20, 8, "1"),
        *set_lines(LEFT),
    ]
    second = [
        HEAD,
        (290, 20, 8, "2"),
        *set_lines(["The delegation left on Wednesday after a visit to the harbour and to the", "museum of the town."]),
    ]
    return pdf([first + set_lines(RIGHT, x=320), second, [HEAD, (290, 20, 8, "- 3 -"), *set_lines(["The end."])]])


def found(data: bytes, **options: object) -> Found:
    (result,) = read_bytes(data, "a.pdf", suffix=".pdf", today=date(2026, 6, 1), **options)  # type: ignore[arg-type]
    assert isinstance(result, Found), result
    return result


def reason(data: bytes) -> str:
    (result,) = read_bytes(data, "a.pdf", suffix=".pdf", today=date(2026, 6, 1))
    assert isinstance(result, Failed), result
    assert result.path == "a.pdf"
    assert result.remedy
    return result.reason


def test_columns_headers_and_broken_words_are_mended() -> None:
    report = found(paper()).report
    assert report.text.split("\n\n") == [
        "Riga, 4 March 2024",
        "The two ministers met in the capital on Tuesday and spoke about trade, rail transport and the exchange of "
        "students. They agreed to open a joint office in the spring. They also praised the long-term plan of both "
        "governments.",
        "The next round of talks will be held in the autumn. Both sides will name their experts before the end of the "
        "year.",
        "A third paragraph stands here and is short.",
        "The delegation left on Wednesday after a visit to the harbour and to the museum of the town.",
        "The end.",
    ]
    assert (report.title, report.published) == ("Ministers meet in Riga", date(2024, 3, 4))
    assert report.outlet == "Ministry of Foreign Affairs"  # the letterhead


def test_offsets_lead_back_to_page_and_line() -> None:
    report = found(paper()).report
    places = {word: report.page_line(report.text.index(word)) for word in ("The two", "port and", "short.", "museum")}
    # Rows of the page are counted with its header and title.
    assert places == {"The two": (1, 4), "port and": (1, 6), "short.": (1, 9), "museum": (2, 3)}


def test_a_column_on_the_right_that_begins_higher_comes_second() -> None:
    lines = set_lines(LEFT, top=720) + set_lines(["railways. And they spoke about", *RIGHT], x=320, top=733)
    text = found(pdf([lines])).report.text
    assert text.index("The two ministers") < text.index("railways. And") < text.index("The next round")


def test_a_short_first_line_is_a_paragraph_where_the_next_is_indented() -> None:
    lines = [(72, 740, 11, "Riga, 4 March 2024"), (90, 726, 11, "The ministers met in the capital and spoke of"),
             (72, 712, 11, "the harbour and of the railway for two hours.")]  # fmt: skip
    assert found(pdf([lines])).report.text.startswith("Riga, 4 March 2024\n\nThe ministers met")


def test_a_paragraph_that_goes_on_on_the_next_page_is_one() -> None:
    one = set_lines(["The ministers agreed on a plan of work for the coming years, in which the"], top=60)
    two = set_lines(["railways of both countries have a part."], top=740)
    assert found(pdf([one, two])).report.text.count("\n\n") == 0


def test_what_a_paper_was_made_on_is_named_and_not_taken_for_its_day() -> None:
    result = found(pdf([set_lines(["They met."])], info="/Title (Talks) /CreationDate (D:20240305120000Z)"))
    assert (result.report.title, result.report.published) == ("Talks", None)
    assert "made on 2024-03-05" in result.problems[0].message


def test_letters_in_a_form_of_their_own_are_read_too() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(paper())))
    page, outer = writer.pages[0], writer.add_blank_page(595, 842)
    form = DecodedStreamObject()
    form.set_data(page.get_contents().get_data())  # type: ignore[union-attr]
    form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                 NameObject("/BBox"): page.mediabox, NameObject("/Resources"): page["/Resources"]})  # fmt: skip
    content = DecodedStreamObject()
    content.set_data(b"/F Do")
    outer[NameObject("/Contents")] = content
    drawn = DictionaryObject({NameObject("/F"): form})
    outer[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    alone, out = PdfWriter(), io.BytesIO()
    alone.add_page(outer)
    alone.write(out)
    assert "agreed to open a joint office in the spring" in found(out.getvalue()).report.text


def test_pages_that_are_pictures_are_named() -> None:
    assert reason(pdf([[], []], pictures=[0, 1])).startswith("is a scanned PDF: 2 pages of pictures")
    mixed = found(pdf([set_lines(["They met."]), []], pictures=[1]))
    assert [p.code for p in mixed.problems] == ["page-without-text", "no-published-day"]
    assert "page 2 is a picture" in mixed.problems[0].message
    assert reason(pdf([[]])) == "is a PDF without text"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_password_is_asked_for_only_where_there_is_one(algorithm: str) -> None:
    def locked(password: str) -> bytes:
        writer, out = PdfWriter(PdfReader(io.BytesIO(paper()))), io.BytesIO()
        writer.encrypt(password, "owner", algorithm=algorithm)
        writer.write(out)
        return out.getvalue()

    assert found(locked("")).report.title == "Ministers meet in Riga"
    assert reason(locked("secret")) == "is a PDF locked with a password"


@pytest.mark.parametrize("kept", [5, 9, 200, 700, 1500])
def test_a_truncated_paper_is_read_or_named(kept: int) -> None:
    (result,) = read_bytes(paper()[:kept], "a.pdf", suffix=".pdf", today=date(2026, 6, 1))
    assert isinstance(result, Found) or "PDF" in result.reason
