"""Attempts to get in, all of which fail."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dostyk.ledger import Ledger
from dostyk.model import Report
from dostyk.web import Settings, make_app
from dostyk.web.pages.deciding import own_address
from dostyk.web.taking import plain_name

from .conftest import TODAY, Visitor, fill

SCRIPT = "<script>alert(1)</script>"
HOSTILE = Report(
    f'LVA:Berg met EST:Kask {SCRIPT}"><img src=x onerror=alert(2)> on 2024-05-02. '
    "{{7*7}} </textarea><svg onload=alert(3)>",
    f'{SCRIPT}" onmouseover="alert(4)',
    date(2024, 5, 3),
    f"Wire{SCRIPT}'",
    "javascript:alert(5)",
    name="../../etc/passwd<script>",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Visitor:
    ledger = Ledger.open(fill(tmp_path / "h.db", (HOSTILE,)))
    return Visitor(make_app(Settings("", by=f"me{SCRIPT}", today=lambda: TODAY), ledger))


def test_nothing_from_a_report_becomes_markup(hostile: Visitor) -> None:
    report = hostile.json("/reports.json")["reports"][0]["id"]
    entry = hostile.json("/search.json")["found"]["items"][0]["id"]
    pages = (
        "/",
        "/search?q=alert",
        "/timeline",
        "/calendar?month=2024-05",
        "/network",
        "/review",
        "/commitments",
        "/relations/LVA/EST",
        "/parties/LVA:Berg",
        "/parties",
        "/reports",
        "/about",
        f"/reports/{report}",
        f"/entries/{entry}",
        f"/search?q={SCRIPT}",
        f"/parties?q={SCRIPT}",
        f"/reports?q={SCRIPT}",
        "/relations/LVA/EST/brief",
    )
    for address in pages:
        found = Markup(hostile.get(address))
        assert found.bad == [], address


class Markup(HTMLParser):
    """What a browser would run or load of a page, other than our own files."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.bad.append(tag)
        if tag in ("img", "iframe", "object", "embed", "base", "foreignobject"):
            self.bad.append(tag)
        self.bad += [
            name for name, value in attrs if name.startswith("on") or (value or "").lower().startswith("javascript:")
        ]


def test_markup_in_an_unknown_address_is_text(hostile: Visitor) -> None:
    for address in (f"/entries/{SCRIPT}", f"/parties/{SCRIPT}", f"/relations/{SCRIPT}/EST", f"/{SCRIPT}"):
        page = hostile.client.get(address).text
        assert "<script>alert" not in page


def test_headers_forbid_all_but_our_own(hostile: Visitor) -> None:
    for address in ("/", "/search.json", "/static/site.js", "/nowhere", "/search.csv"):
        answer = hostile.client.get(address)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "same-origin"
    cookies = hostile.client.get("/").headers["set-cookie"].lower()
    assert "samesite=strict" in cookies
    assert "httponly" in cookies


def test_no_page_names_another_host(site: Callable[..., Visitor]) -> None:
    visitor = site()
    for address in ("/", "/map", "/timeline", "/network", "/review", "/add"):
        loaded = re.findall(r'<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="([^"]*)"', visitor.get(address))
        assert all(one.startswith("/") and not one.startswith("//") for one in loaded), loaded


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8787", "127.0.0.1.evil.example", "", "localhost@evil.example"]
)
def test_dns_rebinding(site: Callable[..., Visitor], host: str) -> None:
    answer = site().client.get("/search.json", headers={"Host": host})
    assert answer.status_code in (400, 421)
    assert "items" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8787", "[::1]:8787", "LOCALHOST:1"])
def test_own_hosts(site: Callable[..., Visitor], host: str) -> None:
    assert site().client.get("/health", headers={"Host": host}).status_code == 200


POSTS = (
    "/acts",
    "/acts/undo",
    "/review/accept",
    "/visitor",
    "/add",
    "/register/lead",
    "/register/progress",
    "/steps",
    "/rounds/open",
    "/rounds/close",
    "/acts.json",
)


@pytest.mark.parametrize("address", POSTS)
def test_csrf(site: Callable[..., Visitor], address: str) -> None:
    visitor = site()
    visitor.get("/")
    entry = visitor.json("/search.json")["found"]["items"][0]["id"]
    fields = {
        "verb": "accept",
        "ids": entry,
        "text": "x",
        "expected": "1",
        "id": entry,
        "lead": "x",
        "state": "done",
        "subject": entry,
        "evidence": entry,
        "to": "done",
        "verdict": "accept",
        "until": "2024-07-01",
        "name": "x",
    }
    for extra in ({}, {"csrf": "0" * 64}):
        said = (
            {"json": {"verb": "accept", "ids": [entry]}} if address.endswith("json") else {"data": {**fields, **extra}}
        )
        assert visitor.client.post(address, **said).status_code == 403  # type: ignore[arg-type]
    for headers in (
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Origin": "http://["},
    ):
        sent = {**fields, "csrf": visitor.token}
        assert visitor.client.post(address, data=sent, headers=headers).status_code == 403
    other = site()
    other.get("/")
    assert visitor.client.post(address, data={**fields, "csrf": other.token}).status_code == 403
    assert visitor.json("/log.json")["total"] == 0


def test_get_changes_nothing(site: Callable[..., Visitor]) -> None:
    visitor = site()
    for address in POSTS:
        assert visitor.client.get(address).status_code in (200, 404, 405)
    assert visitor.json("/log.json")["total"] == 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd",
        "/static/....//app.py",
    ],
)
def test_path_traversal(site: Callable[..., Visitor], path: str) -> None:
    answer = site().client.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text
    assert "make_app" not in answer.text


def test_names_of_files_are_no_paths() -> None:
    assert plain_name("../../etc/passwd") == "passwd"
    assert plain_name("C:\\secret\\a.txt") == "a.txt"
    assert plain_name("a\u202egpj.exe\x00") == "agpj.exe"


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example",
        "//evil.example",
        "//[",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//evil.example",
        "/\r\nSet-Cookie: a=b",
    ],
)
def test_no_open_redirect(site: Callable[..., Visitor], address: str) -> None:
    assert own_address(address) == "/"
    assert site().post("/visitor", name="x", back=address) == "/"


def test_oversized_uploads(place: Path) -> None:
    with Ledger.open(place) as ledger:
        app = make_app(Settings("", today=lambda: TODAY, largest_file=1000, largest_request=5000), ledger)
        visitor = Visitor(app)
        visitor.get("/")
        token = {"X-CSRF-Token": visitor.token}
        send = visitor.client.post
        assert send("/add/file.json", files={"file": ("a.txt", b"x" * 2000)}, headers=token).status_code == 413
        assert send("/add/file.json", files={"file": ("a.txt", b"x" * 9000)}, headers=token).status_code == 413
        endless = (b"x" * 1000 for _ in range(50))  # no length is told
        assert (
            send(
                "/add", content=endless, headers={**token, "Content-Type": "application/x-www-form-urlencoded"}
            ).status_code
            == 413
        )
        assert visitor.json("/reports.json")["total"] == 5


def test_bombs_are_not_unpacked_whole(site: Callable[..., Visitor]) -> None:
    visitor = site()
    visitor.get("/")
    bomb = io.BytesIO()
    with gzip.open(bomb, "wb") as packed:
        for _ in range(300):
            packed.write(b"0" * (1 << 20))
    token = {"X-CSRF-Token": visitor.token}
    for name in ("bomb.txt", "bomb.txt.gz", "bomb.zip"):
        answer = visitor.client.post("/add/file.json", files={"file": (name, bomb.getvalue())}, headers=token)
        assert answer.status_code == 200
        assert "error" in answer.json()["results"][0], name
    squeezed = visitor.client.post("/acts.json", content=bomb.getvalue(), headers={**token, "Content-Encoding": "gzip"})
    assert squeezed.status_code == 422
    assert visitor.json("/reports.json")["total"] == 5


def test_words_of_search_are_no_query_language(site: Callable[..., Visitor]) -> None:
    visitor = site()
    for words in ('"', "' OR 1=1 --", "trade AND (", "NEAR(", "*", "title:trade", "\x00", "a" * 300):
        answer = visitor.client.get("/search.json", params={"q": words})
        assert answer.status_code == 200, words


def test_a_name_cannot_carry_markup(site: Callable[..., Visitor]) -> None:
    visitor = site(f"me{SCRIPT}\r\nSet-Cookie: x=1")
    assert "<script>alert" not in visitor.get("/")
