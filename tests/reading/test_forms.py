"""Forms of announcements and declarations that name who comes, where and when."""

from datetime import date

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines, line


def test_what_is_looked_forward_to(read: Lines) -> None:
    text = "President Biden looks forward to welcoming Korean President Han Min-seo to the White House on May 21."
    lines = read(text, "visit", outlet="The White House", published="2025-05-06")
    assert lines == ["visit KOR:Han Min-seo > USA 2025-05-21 scheduled"]


def test_a_day_under_what_lies_ahead_is_to_come(read: Lines) -> None:
    text = "They discussed the upcoming visit of President Omarova of Kazakhstan to Oslo on August 30."
    lines = read(text, "visit", published="2025-08-04")
    assert lines == ["visit KAZ:Omarova > NOR 2025-08-30 NOR:Oslo scheduled"]


def test_where_one_is_makes_nobody_its_president(read: Lines) -> None:
    text = "Kazakh President Omarova flew to Belgium. While in Brussels President Omarova will meet King Magnus."
    said = read(text, "office", published="2025-08-04")
    assert {part for one in said for part in one.split() if "Omarova" in part} == {"KAZ:Omarova"}


def test_those_who_put_their_names_under_a_declaration_took_part() -> None:
    text = (
        "We, the governments of Norway, Kazakhstan and Peru, met at the summit in Oslo from 3 to 4 May 2025.\n\n"
        "We agree to protect the sea.\n\n"
        "Prime Minister Erik Sand of Norway President Dina Omarova of Kazakhstan President Rosa Quispe of Peru"
    )
    report = Report(text, "Joint Declaration on the Sea", date(2025, 5, 4), "The Government of Norway")
    together = [c for c in read_report(report).claims if c.kind in ("meeting", "gathering")]
    names = {m.key for c in together for m in c.who}
    assert {"NOR:Erik Sand", "KAZ:Dina Omarova", "PER:Rosa Quispe"} <= names, [line(c) for c in together]
