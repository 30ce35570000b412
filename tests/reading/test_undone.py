"""What was not done, by whom not, and where not, as the words of a sentence say."""

import pytest

from dostyk.model import Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines

CASES = [
    ("Neither Kenya nor Uganda signed the agreement.", "signing", "denied"),
    ("Neither Kenya nor Uganda expelled Chilean diplomats.", "sanction", "denied"),
    ("Latvia ruled out opening an embassy in Nairobi.", "opening", "denied"),
    ("Norway stopped short of imposing sanctions on Chile.", "sanction", "denied"),
    ("Latvia has no intention of expelling Chilean diplomats.", "sanction", "denied"),
    ("Kenya avoided signing a deal with Ghana.", "signing", "denied"),
    ("Norway nearly expelled the ambassador of Chile.", "sanction", "denied"),
    ("Norway failed to invite President Luis Vera of Chile.", "invitation", "denied"),
    ("Norway is unlikely to impose sanctions on Chile.", "sanction", "proposed"),
    ("Kenya was on the verge of signing a deal with Ghana.", "signing", "proposed"),
    # and these were done
    ("Norway expelled the ambassador of Chile, who had ruled out an apology.", "sanction", "happened"),
    ("Kenya signed a deal with Ghana.", "signing", "happened"),
]


@pytest.mark.parametrize(("sentence", "kind", "status"), CASES)
def test_what_was_not_done(read: Lines, sentence: str, kind: str, status: str) -> None:
    found = read(sentence, kind)
    assert found
    assert {line.split()[-1] for line in found} == {status}


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("Nicaragua broke off diplomatic relations with Norway on Tuesday.", "diplomatic relations broken off"),
        ("Peru severed diplomatic ties with Norway.", "diplomatic ties severed"),
        ("Peru established diplomatic relations with Bhutan.", "diplomatic relations"),
    ],
)
def test_relations_that_end_are_named_so(sentence: str, what: str) -> None:

    [claim] = [c for c in read_report(Report(text=sentence)).claims if c.kind == "relations"]
    assert (claim.what, claim.detail.level) == (what, what)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Both Ireland and Spain, but not Germany, recognised Palestine on Monday.", "relations IRL + ESP + PSE"),
        ("Kenya, but not Uganda, signed the treaty with Ghana.", "signing KEN + GHA"),
    ],
)
def test_who_took_no_part_is_no_party(read: Lines, sentence: str, expected: str) -> None:
    [line] = read(sentence, "relations", "signing")
    assert line.startswith(expected)


def test_a_named_half_of_a_year_is_the_day_of_an_act(read: Lines) -> None:
    [line] = read("Croatia opened its embassy in Astana in the second half of 2024.", "opening")
    assert "2024-07-01/2024-12-31" in line


def test_who_paid_for_what_is_visited_is_not_visited(read: Lines) -> None:
    assert read("Jordan's king visited a school funded by Norway.", "visit") == []
