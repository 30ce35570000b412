"""What is kept of places that failed, feeds and outlets; and ledgers of the first schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text

from dostyk.ledger import Ledger
from dostyk.ledger.engine import migrate
from dostyk.ledger.receiving import FAILED, Failure, Feed, Outlet, Page
from dostyk.model import Report


def test_failures_are_kept_until_the_place_is_read(ledger: Ledger) -> None:
    here = ledger.receiving
    here.settle("a.pdf", [Failure("a.pdf", "is locked", "unlock it", options={"outlet": "Desk"})])
    here.settle("a.pdf", [Failure("a.pdf", "is torn"), Failure("a.pdf", "is empty", inside="page 2")])
    assert [(f.inside, f.reason, f.tries) for f in here.failures()] == [("", "is torn", 2), ("page 2", "is empty", 2)]
    here.settle("a.pdf", [])
    assert here.failures() == []


def test_a_page_is_noted_once_and_keeps_its_state(ledger: Ledger) -> None:
    here = ledger.receiving
    pages = [Page("https://a.example/1", "f", {"title": "One"}), Page("https://a.example/2", "f")]
    assert here.put_feed(Feed("f", etag="x", next_at=12.5), pages) == 2
    here.put_page(Page("https://a.example/1", "f", state=FAILED, reason="gone", tries=3))
    assert here.put_feed(Feed("f", etag="y"), pages) == 0
    assert (here.feed("f").etag, here.feed("g")) == ("y", Feed("g"))
    assert [page.url for page in here.waiting(["f"])] == ["https://a.example/2"]
    assert [(page.state, page.item) for page in here.pages(["f"])] == [(FAILED, {"title": "One"}), ("waiting", {})]


def test_outlets_replace_what_was_noted(ledger: Ledger) -> None:
    ledger.receiving.put_outlets([Outlet("Desk", "LVA", "en", "B", ("https://a.example/rss",))])
    ledger.receiving.put_outlets([Outlet("Desk", "LVA", "en", "C")])
    assert ledger.receiving.outlets() == {"Desk": Outlet("Desk", "LVA", "en", "C")}


def test_lines_of_pages_survive_and_an_older_ledger_is_brought_up(tmp_path: Path) -> None:
    place = tmp_path / "old.sqlite"

    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        migrate(connection, "0001")
        connection.execute(text("INSERT INTO meta (name, value) VALUES ('format', 'dostyk ledger')"))
        connection.execute(text("INSERT INTO sources (id, current) VALUES ('s', '')"))
        connection.execute(text(
            "INSERT INTO reports (id, source, version, published, outlet, title, url, language, name, path, text,"
            " recorded_at, sketch, voice) VALUES ('r1', 's', 1, '', '', 'Old', '', 'en', '', 's', 'Words.', '', '', '')"
        ))  # fmt: skip
    engine.dispose()
    with Ledger.open(place) as ledger:
        assert [(report.title, report.lines) for report in ledger.reports(every_version=True)] == [("Old", ())]
        assert ledger.receiving.failures() == []


def test_page_and_line_of_an_offset() -> None:
    report = Report("abc def ghi", lines=((0, 1, 1), (4, 1, 2), (8, 2, 1)))
    assert [report.page_line(offset) for offset in (0, 3, 4, 10)] == [(1, 1), (1, 1), (1, 2), (2, 1)]
    assert Report("abc").page_line(1) is None
