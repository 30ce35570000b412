"""Blocks and set-aside passages, and that they never leave the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dostyk.intake.asides import BOILERPLATE, CAPTION, DATELINE, SIGNOFF
from dostyk.intake.blocks import HEADING, ITEM, PARAGRAPH
from dostyk.intake.layout import layout_of

TEXT = """By Anna Berg

RIGA, Latvia, March 4. The ministers met in the old town.

The ministers on the stairs of the House of the Blackheads (Photo: BNS)

They agreed on three things:
1. to build a bridge
over the river;
2. to open a line of ferries.

WHAT COMES NEXT

The next round will be held in Vilnius. The first was in 2019.

Read more: All about the talks

Press contact: +371 555 0100, press@example.org

BNS"""


def test_blocks() -> None:
    kinds = [block.kind for block in layout_of(TEXT).blocks]
    assert kinds.count(ITEM) == 2
    assert kinds.count(HEADING) >= 1
    items = [TEXT[b.start : b.end] for b in layout_of(TEXT).blocks if b.kind == ITEM]
    assert items == ["1. to build a bridge\nover the river;", "2. to open a line of ferries."]
    assert [TEXT[slice(*b.marker)] for b in layout_of(TEXT).blocks if b.marker] == ["1.", "2."]


def test_asides() -> None:
    asides = [(a.kind, TEXT[a.start : a.end]) for a in layout_of(TEXT).asides]
    assert asides == [
        (SIGNOFF, "By Anna Berg"),
        (DATELINE, "RIGA, Latvia, March 4. "),
        (CAPTION, "The ministers on the stairs of the House of the Blackheads (Photo: BNS)"),
        (BOILERPLATE, "Read more: All about the talks"),
        (BOILERPLATE, "Press contact: +371 555 0100, press@example.org"),
        (SIGNOFF, "BNS"),
    ]


def test_prose_is_what_is_left() -> None:
    prose = [TEXT[start:end] for start, end in layout_of(TEXT).prose()]
    assert prose == [
        "The ministers met in the old town.",
        "They agreed on three things:",
        " to build a bridge\nover the river;",
        " to open a line of ferries.",
        "The next round will be held in Vilnius. The first was in 2019.",
    ]


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("RIGA, Latvia, March 4. The ministers met.", "RIGA, Latvia", "March 4"),
        ("HANOI (VNA) - The minister spoke.", "HANOI", ""),
        ("WASHINGTON, Jan 5 (Reuters) — The minister spoke.", "WASHINGTON", "Jan 5"),
        ("MOSCOW, December 5. /TASS/. The minister spoke.", "MOSCOW", "December 5"),
        ("Riga, 4 March 2024 – The ministers met.", "Riga", "4 March 2024"),
        ("Riga (BNS) – The ministers met.", "Riga", ""),
        ("HA NOI — The minister spoke.", "HA NOI", ""),
        ("ANKARA, Apr 14: The minister spoke.", "ANKARA", "Apr 14"),
        ("WASHINGTON, D.C. – The minister spoke.", "WASHINGTON, D.C.", ""),
        ("CANBERRA 29 March 1992", "CANBERRA", "29 March 1992"),
        ("New Delhi, Aug 25 (PTI) The minister spoke.", "New Delhi", "Aug 25"),
        ("Oslo, May 5 (NTB) “We agree,” she said.", "Oslo", "May 5"),
        ("ISLAMABAD: The minister spoke.", "ISLAMABAD", ""),
        ("Luanda - The minister spoke.", "Luanda", ""),
        ("Addis Ababa — The minister spoke.", "Addis Ababa", ""),
        ("NEW DELHI, Aug 25: The minister spoke.", "NEW DELHI", "Aug 25"),
    ],
)
def test_datelines(line: str, place: str, day: str) -> None:
    dateline = layout_of(line + "\n\nMore was said.").dateline
    assert dateline is not None
    assert dateline.place is not None
    assert line[slice(*dateline.place)] == place
    assert (line[slice(*dateline.day)] if dateline.day else "") == day


@pytest.mark.parametrize(
    "line",
    [
        "President Berg – a lawyer – came to Riga.",
        "On March 4, the ministers met.",
        "NATO – an alliance – grew.",
        "PRESENTER: Good morning.",
        "READOUT: The ministers met in Riga.",
        "Fisheries - The ministers met in Riga.",
        "FISHERIES: The ministers met in Riga.",
        "The ministers met in Riga (Latvia) - and in Vilnius.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert layout_of(line).dateline is None


@pytest.mark.parametrize(
    "words",
    [
        "Share prices rose after the visit, the bank said.",
        "Contacts between the two parliaments grew in the last year, he said.",
        "Subscribers to the fund are the two governments.",
        "By March the two sides will have signed it.",
        "Print media of both countries wrote about it.",
        "The agreement (signed by Anna Berg) is in force.",
    ],
)
def test_prose_is_not_set_aside(words: str) -> None:
    found = layout_of(f"The ministers met.\n\n{words}\n\nThey parted.")
    assert found.asides == ()
    assert [block.kind for block in found.blocks] == [PARAGRAPH] * 3


@pytest.mark.parametrize("ending", ["VNA", "- END -", "ENDS/", "###", "(TASS)", "im", "-0-", "VNA/VNP", "(END)"])
def test_signoffs_at_the_end(ending: str) -> None:
    text = f"The ministers met.\n\n{ending}"
    assert [(a.kind, text[a.start : a.end]) for a in layout_of(text).asides] == [(SIGNOFF, ending)]
    assert [a.kind for a in layout_of(f"The ministers met. {ending}").asides] in ([SIGNOFF], [])


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = "The ministers met in the old town\n- for the first time in years -\nand spoke about trade."
    assert [block.kind for block in layout_of(text).blocks] == [PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met the mayor of\n\nRiga on Tuesday.",
        "The ministers met in the old town,\n\nand spoke about trade.",
        "The ministers met in the old town\n\nand spoke about trade.",
    ],
)
def test_a_blank_line_within_a_sentence_cuts_no_paragraph(text: str) -> None:
    assert [(b.kind, text[b.start : b.end]) for b in layout_of(text).blocks] == [(PARAGRAPH, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Riga.\n\nThey spoke about trade.",
        "They agreed on three things:\n\nto build a bridge.",
        "The ministers met in the old town\n\n- to build a bridge.",
    ],
)
def test_a_blank_line_between_sentences_cuts_them(text: str) -> None:
    assert len(layout_of(text).blocks) == 2


def test_a_text_cut_behind_every_line_is_put_together() -> None:
    text = (
        "The two ministers met in the old town on Monday and\n\nspoke about trade, the sea and the many\n\n"
        "students who want to come over the border each\n\nyear. They will look into this matter again during Miss\n\n"
        "Lunde's visit in the autumn."
    )
    assert [(b.kind, text[b.start : b.end]) for b in layout_of(text).blocks] == [(PARAGRAPH, text)]


def test_a_block_is_read_without_its_line_breaks() -> None:
    text = "They will meet on May 3,\n\n2022, in Riga.\n\nThe talks\nare open."
    assert layout_of(text).unbroken(text) == "They will meet on May 3,  2022, in Riga.\n\nThe talks are open."


LINES = st.sampled_from(
    [*TEXT.split("\n"), "- a point", "(a) one", "Photo: BNS", "(VNA photo)", "VNA", "\t", " \r", "A", "x. (TASS)", "©"]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join), st.text(alphabet="AB ab.,-–(1)\n:©#/")))
def test_ranges_slice_the_text_in_order_without_overlap(text: str) -> None:
    found = layout_of(text)
    for parts in (found.blocks, found.asides):
        edges = [edge for part in parts for edge in (part.start, part.end)]
        assert edges == sorted(edges)
        assert all(0 <= part.start < part.end <= len(text) for part in parts)
    for aside in found.asides:
        assert any(block.start <= aside.start and aside.end <= block.end for block in found.blocks)
        for part in (aside.place, aside.day):
            assert part is None or aside.start <= part[0] < part[1] <= aside.end
    ranges = [edge for start, end in found.prose(headings=True) for edge in (start, end)]
    assert ranges == sorted(ranges)
    covered = "".join(text[b.start : b.end] for b in found.blocks)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("line", ["By Anna Berg – Trend:", "By Anna Berg - BNS", "By Anna Berg, Riga"])
def test_bylines_with_an_agency(line: str) -> None:
    found = layout_of(f"{line}\n\nThe ministers met in Riga.").asides
    assert [a.kind for a in found] == [SIGNOFF]


def test_a_sentence_is_no_byline() -> None:
    assert not layout_of("By Monday Anna Berg – a lawyer – had left.\n\nThe ministers met in Riga.").asides
