"""States that ended, in a ledger: the pages, briefs and lists of those that continued them lead back to them."""

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dostyk.briefs import build, to_html, to_markdown
from dostyk.cli.parties import earlier
from dostyk.ledger import Ledger
from dostyk.model import Report
from dostyk.reading import read_report
from dostyk.web import Settings, make_app

TODAY = date(2026, 3, 1)
TEXT = (
    "The Soviet Union and Bangladesh established diplomatic relations on 25 January 1972. "
    "Russia and Bangladesh signed an agreement on trade on 24 January 2022. "
    "The president of Northern Cyprus visited Abkhazia on Monday."
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("earlier") / "ledger.db"
    report = Report(TEXT, "Fifty years", date(2022, 1, 25), "Baltic Wire", "https://example.org/fifty")
    with Ledger.open(place) as ledger:
        ledger.add(report, read_report(report))
    return place


def test_the_brief_names_the_relation_before(place: Path) -> None:
    with Ledger.open(place) as ledger:
        brief, soviet = (build(ledger, code, "BGD", TODAY) for code in ("RUS", "SUHH"))
    assert [(one.a.name, one.b.name, one.entries) for one in brief.earlier] == [("Soviet Union", "Bangladesh", 1)]
    for page in (to_markdown(brief), to_html(brief)):
        assert "Before: Soviet Union and Bangladesh, 1 entry (SUHH BGD)." in page
    assert (soviet.title, soviet.earlier) == ("Soviet Union and Bangladesh", ())


def test_the_site_leads_there(place: Path) -> None:
    client = TestClient(make_app(Settings(ledger=str(place), today=lambda: TODAY)), base_url="http://127.0.0.1")
    assert 'href="/relations/SUHH/BGD">Soviet Union and Bangladesh</a> (1)' in client.get("/relations/RUS/BGD").text
    for page in ("/relations/SUN/BGD", "/parties/SUHH", "/timeline?state=SUHH", "/map", "/network?by=states"):
        assert client.get(page).status_code == 200, page
    assert "Soviet Union" in client.get("/search?state=SUHH").text
    assert "Northern Cyprus" in client.get("/relations/XNC/XAB").text


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["Russia", "BGD"], ["before: Soviet Union and Bangladesh, 1 entry; timeline SUHH BGD"]),
        (["RUS"], ["before: Soviet Union, 1 entry; timeline SUHH"]),
        (["SUN", "BGD"], []),
        (["Karim"], []),
    ],
)
def test_lists_point_there(place: Path, named: list[str], told: list[str]) -> None:
    with Ledger.open(place) as ledger:
        assert earlier(ledger.entries(), named) == told
