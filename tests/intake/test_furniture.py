"""Headers and footers go, lines of the body that look like them stay."""

from __future__ import annotations

from dostyk.intake.furniture import without_furniture
from dostyk.intake.geometry import Line


def page(number: int, *lines: tuple[float, str], size: float = 11) -> list[Line]:
    return [Line(number, row, 72, 500, y, size, text) for row, (y, text) in enumerate(lines, 1)]


def texts(*pages: list[Line]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in without_furniture(pages)]


def test_what_stands_apart_and_comes_back_is_dropped() -> None:
    pages = [
        page(n, (820, "Office of the President"), (806, f"Issue {n}"), (760, f"They met {n}"), (746, "in Riga."),
             (732, "They spoke."), (20, f"- {n} -"))
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert texts(*pages)[1] == ["They met 2", "in Riga.", "They spoke."]


def test_lines_of_the_body_that_differ_by_numbers_only_stay() -> None:
    pages = [
        page(n, (760, f"satisfaction in field number {n} and"), (746, "told the competent minis-"),
             (732, "tries to go on"), (718, "in the year"), (704, f"{2030 + n}."))
        for n in (1, 2, 3)
    ]  # fmt: skip
    assert [len(lines) for lines in texts(*pages)] == [5, 5, 5]


def test_the_rest_of_a_broken_word_stays() -> None:
    pages = [page(n, (760, "They told the minis-"), (700, "tries of both."), (686, f"Day {n} was.")) for n in (1, 2, 3)]
    assert all(lines[1] == "tries of both." for lines in texts(*pages))


def test_a_page_number_close_below_the_end_of_a_sentence_is_dropped() -> None:
    assert texts(page(1, (60, "They met"), (46, "in Riga."), (32, "7"))) == [["They met", "in Riga."]]
