"""A worldwide agency is no home: whom it leaves without a state has none, unless its dateline or a post says more."""

from datetime import date

import pytest

from dostyk.model import Claim, Report
from dostyk.reading import read_report

NAMED = "Anna Nowak was appointed Poland's ambassador to Kenya."
RECEIVED = "The president received the ambassador of Chile on Monday."


def claims_of(text: str, outlet: str) -> list[Claim]:
    report = Report(text=text, outlet=outlet, published=date(2024, 3, 13))
    return [claim for claim in read_report(report).claims if claim.kind != "office"]


@pytest.mark.parametrize("outlet", ["Reuters", "AP", "AFP", "BBC", "France 24", "Al Jazeera", "dpa", "EFE", "CNN"])
def test_an_agency_of_the_world_names_no_president_of_its_own(outlet: str) -> None:
    assert claims_of(RECEIVED, outlet) == []


@pytest.mark.parametrize(
    ("outlet", "text", "sides"),
    [
        ("VNA", RECEIVED, ["VNM", "CHL"]),
        ("Reuters", f"WARSAW, March 12 (Reuters) - {RECEIVED}", ["POL", "CHL"]),
        ("Reuters", f"BRUSSELS, March 12 (Reuters) - {RECEIVED}", []),
        ("Reuters", f"BRUSSELS, March 12 (Reuters) - {RECEIVED} Belgium has no embassy in Talca.", ["BEL", "CHL"]),
    ],
)
def test_a_capital_is_a_home_but_not_the_seat_of_a_body(outlet: str, text: str, sides: list[str]) -> None:
    assert [m.key for claim in claims_of(text, outlet) for m in claim.who] == sides


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (NAMED, "POL:Anna Nowak"),
        ("Anna Nowak has been named the new Polish ambassador to Kenya.", "POL:Anna Nowak"),
        ("The Colombian government has named the economist Luis Prada ambassador to Norway.", "COL:Luis Prada"),
        ("Luis Prada was named ambassador to Norway by Colombia's president.", "COL:Luis Prada"),
        ("Warsaw appointed Anna Nowak ambassador to Kenya.", "POL:Anna Nowak"),
    ],
)
def test_an_appointee_acts_for_the_state_that_appoints(text: str, who: str) -> None:
    (claim,) = claims_of(text, "Reuters")
    assert ([m.key for m in claim.who], claim.kind) == ([who], "appointment")
