"""Instruments listed one a paragraph below the words that tell of their signing."""

from datetime import date

import pytest

from dostyk.model import Claim, Report
from dostyk.reading import read_report
from tests.reading.conftest import Lines, line

LEAD = "Kenyan President Ana Waru received Peruvian President Luis Roca in Nairobi on Monday.\n\n"


def _signed(text: str, lead: str = LEAD) -> list[Claim]:
    claims = read_report(Report(text=lead + text, published=date(2024, 3, 15))).claims
    return [c for c in claims if c.kind == "signing"]


@pytest.mark.parametrize(
    "opening",
    [
        "Kenya and Peru signed the following documents on Monday:",
        "In the presence of both leaders, Kenya and Peru exchanged these on Monday:",
        "Kenya and Peru signed papers on Monday. The agreements are as follows:",
    ],
)
def test_each_item_is_an_instrument(opening: str) -> None:
    items = (
        "A memorandum of understanding between the ministries of energy;\n\n"
        "A memorandum of understanding between the ministries of culture;\n\n"
        "- Agreement on the transfer of prisoners.\n\n"
        "The guests then left for Mombasa."
    )
    found = [c for c in _signed(f"{opening}\n\n{items}") if "document" not in c.what and "paper" not in c.what]
    assert [c.what for c in found] == [
        "memorandum of understanding between the ministries of energy",
        "memorandum of understanding between the ministries of culture",
        "Agreement on the transfer of prisoners",
    ]
    assert {line(c) for c in found} == {"signing KEN + PER 2024-03-11 happened"}


def test_a_heading_opens_a_list() -> None:
    text = "Documents signed\n\n1. Protocol on plant health\n\n2. Treaty on extradition\n\n"
    assert [c.what for c in _signed(text)] == ["Protocol on plant health", "Treaty on extradition"]


def test_below_other_words_nothing_is_listed() -> None:
    assert (
        _signed("The two sides discussed:\n\nA memorandum of understanding on energy;\n\nAn agreement on fish.") == []
    )


def test_a_further_instrument_with_an_article_or_number_of_its_own(read: Lines) -> None:
    text = "Kenya and Peru signed a treaty on extradition and two memoranda on ports on Monday."
    assert len(read(text, "signing", published="2024-03-15")) == 2
    one = "Kenya and Peru signed a treaty on extradition and legal aid on Monday."
    assert len(read(one, "signing", published="2024-03-15")) == 1


@pytest.mark.parametrize("papers", ["Twelve documents", "Several agreements"])
def test_a_list_further_down_is_of_the_day_on_which_the_papers_were_signed(papers: str) -> None:
    text = (
        f"{papers} were signed by Kenya and Peru on Tuesday.\n\nThe guests then visited a park.\n\n"
        "Among the papers signed are:\n\nA treaty on extradition;\n\nA memorandum on ports."
    )
    assert [line(c) for c in _signed(text)] == ["signing KEN + PER 2024-03-12 happened"] * 3


@pytest.mark.parametrize("years", ["for 2090-2092", "for the 2090-2092 period", "for the years 2090 to 2092"])
def test_the_years_of_a_programme(years: str) -> None:
    (claim,) = _signed(f"The two countries signed a programme of cultural exchange {years}.")
    assert claim.detail.period == "2090-01-01/2092-12-31"
