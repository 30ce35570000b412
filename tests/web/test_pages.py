"""Every page, its twins, and what an empty ledger says."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from starlette.testclient import TestClient

from dostyk.errors import LedgerError
from dostyk.ledger import Ledger
from dostyk.model import Report
from dostyk.web import Settings, make_app
from dostyk.web.twins import cell

from .conftest import TODAY, Visitor, fill

PAGES = (
    "/",
    "/search",
    "/search?q=trade&kind=meeting&state=LVA&sort=date",
    "/commitments",
    "/timeline",
    "/timeline?since=2024-05&until=2024-05",
    "/calendar",
    "/calendar?month=2024-05",
    "/map",
    "/map?year=2024",
    "/network",
    "/network?by=states",
    "/instruments",
    "/review",
    "/problems",
    "/add",
    "/about",
    "/log",
    "/reports",
    "/parties",
    "/register",
    "/rounds",
    "/relations/LVA/EST",
    "/parties/LVA",
    "/parties/LVA:Berg",
)
LISTS = (
    "/search",
    "/commitments",
    "/timeline",
    "/calendar",
    "/map",
    "/network",
    "/instruments",
    "/problems",
    "/log",
    "/reports",
    "/parties",
    "/register",
    "/rounds",
)


@pytest.mark.parametrize("address", PAGES)
def test_page_and_json(site: Callable[..., Visitor], address: str) -> None:
    visitor = site()
    page = visitor.get(address)
    assert "<h1" in page
    assert len(page) < 900_000
    path, _, query = address.partition("?")
    assert visitor.json(f"{'/index' if path == '/' else path}.json?{query}")


@pytest.mark.parametrize(
    "address", [*(a for a in PAGES if not a.startswith(("/relations", "/parties/"))), "/relations/KAZ/VNM"]
)
def test_empty_ledger(tmp_path: Path, address: str) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger:
        visitor = Visitor(make_app(Settings("", today=lambda: TODAY), ledger))
        assert "<h1" in visitor.get(address)


def test_csv_is_whole_and_harmless(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/")
    for address in LISTS:
        answer = visitor.client.get(f"{address}.csv")
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(visitor.client.get("/search.csv?state=EST").text)))
    assert len(rows) == visitor.json("/search.json?state=EST")["found"]["total"] > 3
    assert {"id", "date", "kind", "who", "what"} <= set(rows[0])


def test_formulas_in_cells_are_text(tmp_path: Path) -> None:
    from dostyk.model import Report

    place = fill(
        tmp_path / "f.db",
        (
            Report(
                "LVA:Berg met EST:Kask =HYPERLINK(1) on 2024-05-02.",
                '=cmd|"/c calc"',
                None,
                "@outlet",
                "https://example.org/f",
            ),
        ),
    )
    with Ledger.open(place) as ledger:
        visitor = Visitor(make_app(Settings("", today=lambda: TODAY), ledger))
        visitor.get("/")
        for address in ("/search.csv", "/reports.csv"):
            for row in csv.reader(io.StringIO(visitor.client.get(address).text)):
                assert not any(cell.startswith(("=", "@", "+", "-")) for cell in row)


def test_filters_narrow_and_stay_in_the_address(site: Callable[..., Visitor]) -> None:
    visitor = site()
    every = visitor.json("/search.json")["found"]["total"]
    some = visitor.json("/search.json?kind=meeting&since=2024-05&until=2024-05")["found"]
    assert 0 < some["total"] < every
    assert {item["kind"] for item in some["items"]} == {"meeting"}
    page = visitor.get("/search?kind=meeting&state=LVA")
    assert 'href="/search?state=LVA"' in page  # the chip that takes the kind away


def test_a_facet_counts_what_a_click_shows(site: Callable[..., Visitor]) -> None:
    visitor = site()
    facets = visitor.json("/search.json?state=LVA")["found"]["facets"]
    for one in facets["kind"]:
        found = visitor.json(f"/search.json?state=LVA&kind={one['value']}")["found"]
        assert found["total"] == one["number"], one


def test_relation_says_level_and_counts_all(site: Callable[..., Visitor]) -> None:
    visitor = site()
    page = visitor.get("/relations/LVA/EST")
    assert "full relations" in page
    assert visitor.json("/relations/LVA/EST.json")["total"] >= 5
    assert (
        visitor.client.get("/relations/Latvia/Estonia", follow_redirects=False).headers["location"]
        == "/relations/LVA/EST"
    )
    assert "names no one state" in visitor.get("/relations/Nowhere/EST", 400)


def test_report_marks_claims_and_a_passage(site: Callable[..., Visitor]) -> None:
    visitor = site()
    report = visitor.json("/reports.json?q=Berg")["reports"][0]["id"]
    page = visitor.get(f"/reports/{report}?at=text:57-62#at")
    assert 'class="marked" data-start="57">Cake ' in page
    assert page.count('class="claim"') == 2


def test_calendar_and_timeline_agree_with_search(site: Callable[..., Visitor]) -> None:
    visitor = site()
    day = visitor.json("/search.json?since=2024-05-02&until=2024-05-02")["found"]["total"]
    weeks = visitor.json("/calendar.json?month=2024-05")["weeks"]
    assert sum(len(cell["items"]) for week in weeks for cell in week if cell["day"] == "2024-05-02") == day
    line = visitor.json("/timeline.json?since=2024-05-02&until=2024-05-02")
    assert line["total"] == day
    planned = visitor.json("/timeline.json?since=2024-08&until=2024-09")["lanes"][0]["marks"][0]
    assert planned["status"] == "scheduled"


def test_board_puts_overdue_first(site: Callable[..., Visitor]) -> None:
    columns = site().json("/commitments.json")["columns"]
    assert columns[0]["name"] == "overdue"
    assert columns[0]["total"] == 1
    assert columns[0]["cards"][0]["due"] == "2024-03"


def test_a_term_over_months_is_over_with_its_last_day(tmp_path: Path) -> None:
    terms = {"send an envoy by 2024-01-01/2024-05-31": "overdue",
             "send two envoys by 2024-04-01/2024-09-01": "due soon",
             "send three envoys by 2024-04-01/2024-12-31": "open", "deepen ties by 2024-05": "overdue"}  # fmt: skip
    text = " ".join(f"LVA promised EST {term}." for term in terms)
    place = fill(tmp_path / "terms.db", (Report(text, "Terms", date(2024, 2, 1), "Baltic Wire"),))
    with Ledger.open(place) as ledger:
        visitor = Visitor(make_app(Settings(str(place), today=lambda: TODAY), ledger))
        columns = visitor.json("/commitments.json")["columns"]
        cards = {card["item"]["text"].removeprefix("to "): column["name"]
                 for column in columns for card in column["cards"]}  # fmt: skip
        assert cards == terms
        page = visitor.get("/commitments")
    assert page.count('<span class="tag">courtesy</span>') == 1


def test_lists_say_who_promises_whom_and_whom_one_speaks_to(tmp_path: Path) -> None:
    text = (
        "LVA promised EST send an envoy. FIN:Salo said LVA thanks help. FIN:Salo said LVA ferries matter on 2024-01-31."
    )
    text += " FIN:Salo said praise of ferries on 2024-01-31."
    place = fill(tmp_path / "said.db", (Report(text, "Said", date(2024, 2, 1), "Baltic Wire"),))
    with Ledger.open(place) as ledger:
        visitor = Visitor(make_app(Settings(str(place), today=lambda: TODAY), ledger))
        found = visitor.json("/search.json")["found"]["items"]
        titles = {visitor.json(f"/entries/{one['id']}.json")["title"] for one in found}
    assert "Salo praises · of ferries" in titles
    lines = {f"{''.join(piece['text'] for piece in one['lead'])}, {one['text']}" for one in found}
    assert lines == {"Latvia promises Estonia, to send an envoy", "Salo thanks Latvia, help",
                     "Salo says to Latvia, ferries matter", "Salo praises: , of ferries"}  # fmt: skip


def test_map_draws_planned_apart(site: Callable[..., Visitor]) -> None:
    ways = {(w["start"], w["end"]): (w["happened"], w["planned"]) for w in site().json("/map.json")["ways"]}
    assert ways == {("LVA", "EST"): (1, 0), ("FIN", "LVA"): (0, 1)}


def test_french_and_back(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.post("/visitor", language="fr")
    page = visitor.get("/commitments")
    assert '<html lang="fr">' in page
    assert "<h1>Engagements</h1>" in page
    visitor.post("/visitor", language="en")
    assert "<h1>Commitments</h1>" in visitor.get("/commitments")


def test_days_are_in_the_language_of_the_reader(site: Callable[..., Visitor]) -> None:
    visitor = site()
    assert "2 May 2024" in visitor.get("/search?kind=meeting")
    visitor.post("/visitor", language="fr")
    assert "2 mai 2024" in visitor.get("/search?kind=meeting")
    assert "<h1>Mai 2024</h1>" in visitor.get("/calendar?month=2024-05")


def test_health_ready_metrics_openapi(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/search")
    assert visitor.json("/health")["status"] == "ok"
    assert visitor.json("/ready")["status"] == "ready"
    assert 'route="/search"' in visitor.client.get("/metrics").text
    paths = visitor.json("/openapi.json")["paths"]
    assert {"/search", "/search.json", "/search.csv", "/acts.json", "/entries/{id}.json"} <= set(paths)


def test_unknown_is_404_in_every_form(site: Callable[..., Visitor]) -> None:
    visitor = site()
    assert "There is nothing here" in visitor.get("/entries/e0000000000", 404)
    assert visitor.client.get("/entries/e0000000000.json").json()["error"].startswith("no entry")
    visitor.get("/nowhere", 404)
    visitor.get("/parties/LVA:Nobody", 404)


@pytest.mark.parametrize(
    ("fails", "error", "code", "said"),
    [
        ("dostyk.web.site.Site.stamp", LedgerError("the ledger is locked"), 503, "the ledger is locked"),
        ("dostyk.web.queries.finding.find", ZeroDivisionError("inside"), 500, "The program failed here"),
    ],
)
def test_faults_are_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, fails: str, error: Exception, code: int, said: str
) -> None:
    monkeypatch.setattr(fails, Mock(side_effect=error))
    with Ledger.open(place) as ledger:
        client = TestClient(make_app(Settings(""), ledger), "http://127.0.0.1", raise_server_exceptions=False)
        answer = client.get("/search")
        assert answer.status_code == code
        assert said in answer.text
        assert "inside" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_many_readers_at_once(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/")
    pages = [f"/search.json?q=trade&page={n}" for n in range(1, 41)]
    with ThreadPoolExecutor(24) as readers:
        codes = list(readers.map(lambda address: visitor.client.get(address).status_code, pages))
    assert codes == [200] * 40


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "\t=1+1", "@x", "-2"])
def test_blanks_do_not_hide_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell(f"a{text}") == f"a{text}"


def test_lists_are_sorted_by_their_address(site: Callable[..., Visitor]) -> None:
    visitor = site()
    latest = [one["title"] for one in visitor.json("/reports.json")["reports"]]
    titles = [one["title"] for one in visitor.json("/reports.json?sort=title")["reports"]]
    assert titles == sorted(latest) != latest
    assert [line.split(",")[3] for line in visitor.get("/reports.csv?sort=title").splitlines()[1:]] == titles
    names = [one["key"].rpartition(":")[2] for one in visitor.json("/parties.json?sort=name")["parties"]]
    assert names == sorted(names, key=str.lower)
    dates = [one["item"]["date"] for one in visitor.json("/instruments.json?sort=date")["instruments"]]
    assert dates == sorted(dates)
    for page in ("/reports?sort=outlet", "/parties?sort=state", "/register?sort=-date", "/instruments?sort=date"):
        assert f'<option value="{page.partition("=")[2]}" selected>' in visitor.get(page)
    visitor.get("/reports?sort=size", 422)


def test_csv_holds_what_its_page_shows(site: Callable[..., Visitor]) -> None:
    visitor = site()

    def kinds(address: str) -> set[str]:
        return {row["kind"] for row in csv.DictReader(io.StringIO(visitor.get(address)))}

    assert kinds("/map.csv") == {"visit"}
    assert kinds("/map.csv?year=2023") == set()
    assert kinds("/network.csv") <= {"visit", "meeting", "call", "message", "gathering"}
    assert kinds("/calendar.csv?month=1991-09") == {"relations"}


def test_what_cannot_be_is_told(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/timeline?since=2025-13-45", 422)
    assert "an empty field names no one state" in visitor.get("/relations?a=LVA&b=", 400)
    assert "No line of the register fits" in visitor.get("/register?lead=Nobody")
    assert visitor.json("/register.json?page=99")["page"] == 1
