"""Following feeds of a server on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import newsstand as stands
import pytest
from newsstand import Stand, newsstand

from dostyk.ledger import Ledger
from dostyk.ledger.receiving import Feed

DRIVER = str(Path(__file__).parent / "follow_driver.py")
QUICK = ("--once", "--delay", "0", "--again", "0", "--every", "0", "--allow-private", "127.0.0.1")


@pytest.fixture
def stand() -> Iterator[Stand]:
    with newsstand() as made:
        yield made


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSTYK_LEDGER", str(tmp_path / "ledger.sqlite"))
    return tmp_path / "ledger.sqlite"


def numbers(place: Path) -> list[int]:
    """The items of which the ledger holds a report, as often as it does."""
    with Ledger.open(place) as ledger:
        return sorted(int(report.url.rpartition("/")[2]) for report in ledger.reports(every_version=True))


def test_a_thousand_items_and_five_kills(stand: Stand, place: Path) -> None:
    command = [sys.executable, DRIVER, "follow", *stand.feeds, *QUICK]
    for killed in range(1, 6):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        until = time.monotonic() + 120
        while len(stand.asked) < killed * 150 and running.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        assert running.poll() is None, running.communicate()[1].decode()[-3000:]
        running.kill()
        running.wait()
    last = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert last.returncode == 1, last.stderr
    expected = sorted(set(range(stands.ITEMS)) - stands.LOST)
    assert numbers(place) == expected
    with Ledger.open(place) as ledger:
        assert len(ledger.claims(kind="meeting")) == len(expected)
        assert ledger.check(rederive=True) == []
        pages = ledger.receiving.pages([*stand.feeds, f"{stand.url}/news.xml"])
        by_state = {
            state: {int(p.url.rpartition("/")[2]) for p in pages if p.state == state} for state in ("read", "failed")
        }
        assert by_state == {"read": set(expected), "failed": set(stands.LOST)}
        days = {report.published for report in ledger.reports()}
        assert days == {date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 6)}
        assert {report.outlet for report in ledger.reports()} == {"The Stand"}
    plain = [f"/item/{number}" for number in expected if number not in stands.RECOVERING]
    twice = [path for path in plain if stand.asked[path] > 1]
    assert len(twice) <= 5  # a page that was on its way when the run was killed
    assert stand.asked[f"/item/{stands.FORBIDDEN}"] == 0
    assert all(agent.startswith("dostyk/") for agent in stand.agents)


def test_what_was_given_up_says_why(dostyk: Callable[..., Any], stand: Stand, place: Path) -> None:
    run = dostyk("follow", f"{stand.url}/few.xml", *QUICK)
    assert run.code == 1
    reasons = {page.url.rpartition("/")[2]: page.reason for page in _failed(place)}
    assert reasons[str(stands.HUGE)] == "is larger than 16 MB"
    assert reasons[str(stands.PICTURE)] == "is of type image/png, which is not read"
    assert reasons[str(stands.CUT)] == "was cut off"
    assert "169.254.169.254, which is no public address" in reasons[str(stands.ASTRAY)]
    assert reasons[str(stands.ROUND)] == "leads on more than 5 times"
    assert reasons[str(stands.FORBIDDEN)] == "its host's robots.txt asks not to read it"
    assert reasons[str(stands.EMPTY)] == "holds no text"
    assert reasons[str(min(stands.GONE))] == "its server answers 404"
    assert stand.asked[f"/item/{stands.CUT}"] == 5
    assert "  is larger than 16 MB (1)" in run.out
    assert "  its server answers 404 (1)" in run.out
    assert "  has an address that is not asked (1)" in run.out
    assert "was cut off; try later" in run.err
    checked = dostyk("check", "--format", "csv").out
    assert checked.count("not-read") == len(reasons)
    assert "was cut off; tried 5 times; dostyk follow --retry-failed" in checked
    assert "its server answers 404; tried 1 time;" in checked
    before = stand.asked.total()
    again = dostyk("follow", f"{stand.url}/few.xml", *QUICK)
    assert (again.code, stand.asked.total() - before) == (0, 2)  # the feed, which has not changed, and robots.txt
    dostyk("follow", f"{stand.url}/few.xml", *QUICK, "--retry-failed")
    assert stand.asked[f"/item/{stands.CUT}"] == 10


def test_feeds_are_looked_at_now_where_no_pause_is_wanted(
    dostyk: Callable[..., Any], stand: Stand, place: Path
) -> None:
    feeds = [f"{stand.url}/news.xml", f"{stand.url}/none.xml"]
    with Ledger.open(place, create=True) as ledger:
        later = time.time() + 3600
        ledger.receiving.put_feed(Feed(feeds[0], etag='"x"', next_at=later))
        ledger.receiving.put_feed(Feed(feeds[1], next_at=later, tries=1))
    arguments = ("--once", "--delay", "0", "--allow-private", "127.0.0.1")
    dostyk("follow", *feeds, *arguments)
    assert stand.asked.total() == 0
    dostyk("follow", *feeds, *arguments, "--every", "0")
    assert (stand.asked["/news.xml"], stand.asked["/none.xml"]) == (1, 0)


def _failed(place: Path) -> list[Any]:
    with Ledger.open(place) as ledger:
        return ledger.receiving.failed_pages()


def test_no_private_host_is_asked_unless_allowed(dostyk: Callable[..., Any], stand: Stand, place: Path) -> None:
    run = dostyk("follow", f"{stand.url}/few.xml", "--once")
    assert run.code == 1
    assert "no public address; allow it with --allow-private 127.0.0.1" in run.err
    assert stand.asked.total() == 0


def test_outlets_name_country_language_and_letter(
    dostyk: Callable[..., Any], stand: Stand, place: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "outlets.yml"
    feed = f"{stand.url}/few.xml"
    listed.write_text(
        f"- name: Baltic Desk\n  country: Norway\n  language: no\n  reliability: b\n  feeds: [{feed}]\n",
        encoding="utf-8",
    )
    assert dostyk("follow", "--outlets", listed, *QUICK).code == 1
    with Ledger.open(place) as ledger:
        outlet = ledger.receiving.outlets()["Baltic Desk"]
        assert (outlet.country, outlet.language, outlet.reliability) == ("NOR", "no", "B")
        (entry, *_) = ledger.entries(kind="meeting")
    assert "Baltic Desk (B)" in dostyk("show", entry.id).out
    shown = dostyk("show", entry.id, "--format", "csv").out
    assert "reliability" in shown
    assert "confidence" in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {country: NOR}", "outlet 1: give a name"),
        ("- {name: X, reliability: Z}", "a letter from A"),
        ("- {name: X, country: Atlantis}", "no country 'Atlantis'"),
        ("- {name: X, colour: red}", "no such field: colour"),
        ("- {name: X, feeds: [ftp://x]}", "begin with http"),
        ("- {name: X}\n- {name: X}", "stands there twice"),
        ("a: [", "is no YAML"),
        ("just words", "write a list of outlets"),
    ],
)
def test_a_wrong_file_of_outlets_says_where(
    dostyk: Callable[..., Any], place: Path, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "o.yml").write_text(text, encoding="utf-8")
    run = dostyk("follow", "--outlets", tmp_path / "o.yml", "--once")
    assert run.code == 2
    assert said in run.err
    assert "o.yml" in run.err


@pytest.mark.parametrize("arguments", [(), ("rss.xml",), ("ftp://a.example/rss",)])
def test_feeds_must_be_named(dostyk: Callable[..., Any], place: Path, arguments: tuple[str, ...]) -> None:
    assert dostyk("follow", "--once", *arguments).code == 2
    assert not os.path.exists(place)
