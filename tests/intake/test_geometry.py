"""Columns are what many lines share; gaps between words are not."""

from __future__ import annotations

import random

from dostyk.intake.geometry import Gutter, Word, lines_of

SIZE = 10.0


def column(x: float, top: float, *lines: str) -> list[Word]:
    return [Word(x, x + 5 * len(line), top - 12 * n, SIZE, line) for n, line in enumerate(lines)]


def order(words: list[Word], known: set[Gutter] | None = None) -> list[str]:
    return [line.text for line in lines_of(words, 1, known)]


LEFT = [f"left column line {n} goes on" for n in range(8)]
RIGHT = [f"right column line {n} goes on" for n in range(8)]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert order(column(50, 700, *LEFT) + column(260, 700, *RIGHT)) == LEFT + RIGHT


def test_a_short_last_page_has_the_gutter_of_the_page_before() -> None:
    known: set[Gutter] = set()
    order(column(50, 700, *LEFT) + column(260, 700, *RIGHT), known)
    short = column(50, 700, *LEFT[:3]) + column(260, 700, *RIGHT[:3])
    assert order(short, known) == LEFT[:3] + RIGHT[:3]
    assert len(order(short)) == 3  # three lines by themselves are no columns


def test_wide_gaps_between_words_of_justified_lines_are_no_gutter() -> None:
    for seed in range(200):
        rows = random.Random(seed)
        words = []
        for n in range(12):
            x = 50.0
            for number in range(4):
                width = rows.uniform(20, 45)
                words.append(Word(x, x + width, 700 - 12 * n, SIZE, f"w{n}-{number}"))
                x += width + rows.uniform(10, 20)
        assert order(words) == [" ".join(f"w{n}-{number}" for number in range(4)) for n in range(12)]


def test_numbers_of_a_list_are_no_column() -> None:
    items = [f"they agreed on point {n}" for n in range(6)]
    words = column(50, 700, *(f"{n}." for n in range(6))) + column(80, 700, *items)
    assert order(words) == [f"{n}. {item}" for n, item in enumerate(items)]


def test_small_letters_drawn_over_columns_do_not_part_them() -> None:
    over = Word(150, 300, 682, 7, "a footer of the office")
    assert order([*column(50, 700, *LEFT), over, *column(260, 700, *RIGHT)]) == [over.text, *LEFT, *RIGHT]
