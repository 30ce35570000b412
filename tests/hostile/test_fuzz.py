"""Whatever comes in, in whatever format: no crash, and no claim whose quote is not in its report."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "intake"))

from papers import pdf, set_lines, zipped

from dostyk.intake import Found, layout, read_bytes
from dostyk.ledger.checking import passages_of
from dostyk.reading import read_report

TODAY = date(2026, 6, 1)
SUFFIXES = ("", *".txt .md .html .json .jsonl .csv .eml .mbox .zip .tar .warc .pdf .docx .xlsx .tgz .doc".split())


@lru_cache(maxsize=1)
def whole_files() -> dict[str, bytes]:
    """A sound file of each format."""
    import test_formats as made
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.active.append(["Text", "Date"])  # type: ignore[union-attr]
    book.active.append(["The ministers met.", "2024-03-04"])  # type: ignore[union-attr]
    book.save(out)
    return {
        ".pdf": pdf([set_lines(["The ministers met in Riga and spoke of trans-", "port."])]),
        ".docx": made.word(),
        ".xlsx": out.getvalue(),
        ".eml": bytes(made.mail(attached=True)),
        ".mbox": b"From x\n" + bytes(made.mail()),
        ".zip": zipped({"a.txt": b"The ministers met.", "b.html": b"<p>They met.</p>"}),
        ".tar": made.tarred({"a.txt": b"The ministers met."}),
        ".warc": made.warc(packed=False),
        ".warc.gz": made.warc(packed=True),
        ".html": made.PAGE.format("The ministers met in Riga.").encode(),
        ".csv": b"text,date\nThe ministers met.,2024-03-04\n",
        ".jsonl": b'{"text": "The ministers met.", "published": "2024-03-04"}\n',
    }


def sound(data: bytes, suffix: str) -> None:
    """Read bytes and check what comes of them."""
    for result in read_bytes(data, f"odd{suffix}", suffix=suffix.removesuffix(".gz"), today=TODAY):
        if not isinstance(result, Found):
            assert result.reason
            assert result.path
            continue
        report = result.report
        report.text.encode()
        assert any(c.isalnum() for c in report.text)
        assert report.language
        for block in layout(report).blocks:
            assert 0 <= block.start < block.end <= len(report.text)
        offsets = [offset for offset, _, _ in report.lines]
        assert offsets == sorted(offsets)
        assert not offsets or 0 <= offsets[-1] <= len(report.text)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=3000))
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_bytes_are_too_odd(suffix: str, data: bytes) -> None:
    sound(data, suffix)


CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["cut", "drop", "put", "twice"]), st.binary(min_size=1, max_size=8)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES)
@pytest.mark.parametrize(
    "suffix", sorted(".pdf .docx .xlsx .eml .mbox .zip .tar .warc .warc.gz .html .csv .jsonl".split())
)
def test_no_damage_is_too_odd(suffix: str, changes: list[tuple[float, str, bytes]]) -> None:
    data = whole_files()[suffix]
    for share, how, piece in changes:
        place = int(share * len(data))
        if how == "cut":
            data = data[: max(place, len(data) // 2)]
        elif how == "drop":
            data = data[:place] + data[place + len(piece) :]
        elif how == "put":
            data = data[:place] + piece + data[place + len(piece) :]
        else:
            data = data[:place] + data[place // 2 : place] + data[place:]
    sound(data, suffix)


SENTENCES = st.sampled_from(
    [
        "President Ilze Kalnina met Prime Minister Marten Tamm in Riga on Monday.",
        "The two sides agreed to sign a treaty on rail transport by the end of next year.",
        "“We will open a consulate in Tartu in 2027,” said Foreign Minister Kask.",
        "Latvia invited Estonia's parliament speaker to visit Riga in the second half of 2026.",
        "On May 5, the ministers signed a memorandum on education and culture.",
        "He expelled two diplomats and recalled the ambassador.",
        "The delegation will not visit Vilnius, the spokesperson denied.",
        "RIGA, March 4 (BNS) -- ",
        "\n\n",
        "\n- ",
        *("\u202e", "\x1b[31m", "\x00", "\ud800", "<script>alert(1)</script>", "=1+1", "\u0301", "\u200b", "🇱🇻", "ﬁ"),
        *("”", "“", "(", ")", "...", "\t", "\r", "\x85", "\u2028", "1" * 30, "A" * 300, "٣", "Ā", "İ", "ß"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    pieces=st.lists(SENTENCES, min_size=1, max_size=14), day=st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1))
)
def test_no_claim_quotes_what_is_not_there(pieces: list[str], day: date | None) -> None:
    line = json.dumps({"text": "".join(pieces), "title": pieces[0], "published": str(day) if day else ""})
    for found in read_bytes(line.encode(), "odd", suffix=".jsonl", today=TODAY):
        if isinstance(found, Found):
            for claim in read_report(found.report).claims:
                assert claim.report == found.report.id
                for passage in passages_of(claim):
                    passage.check(found.report)
