"""The site as people use it, in Chromium, over the ledger of examples/reports."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import uvicorn

from dostyk.intake import Found, read_paths
from dostyk.ledger import Ledger
from dostyk.reading import read_report
from dostyk.web import Settings, make_app

pytestmark = pytest.mark.site
sync = pytest.importorskip("playwright.sync_api")
ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
PAGES = (
    "/",
    "/search",
    "/search?q=partnership",
    "/commitments",
    "/register",
    "/rounds",
    "/timeline",
    "/timeline?since=2025-04&until=2025-06",
    "/calendar?month=2025-05",
    "/map",
    "/network",
    "/instruments",
    "/review",
    "/problems",
    "/add",
    "/about",
    "/log",
    "/reports",
    "/parties",
    "/parties/KAZ",
    "/relations/KAZ/VNM",
)


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the examples, read once."""
    place = tmp_path_factory.mktemp("examples") / "examples.db"
    with Ledger.open(place) as ledger, ledger.bulk():
        for item in read_paths([str(ROOT / "examples" / "reports")]):
            assert isinstance(item, Found)
            ledger.add(item.report, read_report(item.report))
    return place


@pytest.fixture
def address(examples: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a site over a copy of the ledger."""
    place = tmp_path / "copy.db"
    for part in examples.parent.glob("examples.db*"):
        shutil.copy(part, place.with_name(place.name + part.name.removeprefix("examples.db")))
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(Settings(str(place), by="Tester", today=lambda: date(2026, 3, 20))), port=0, log_level="warning"
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def chromium() -> Iterator[sync.Browser]:
    assert CHROMIUM, "Chromium is needed: apt-get install chromium, or set CHROMIUM"
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: sync.Browser, address: str) -> Iterator[Callable[..., sync.Page]]:
    """A function that opens a page as a new person; faults of scripts and calls to other hosts fail the test."""
    wrong: list[str] = []
    contexts = []

    def open_page(path: str = "/", name: str = "", **options: object) -> sync.Page:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" and not refused(said.text) else None
        )
        page.on(
            "request", lambda asked: wrong.append(asked.url) if not asked.url.startswith((address, "data:")) else None
        )
        if name:
            page.goto(address)
            page.fill('input[name="name"]', name)
            page.locator(".choices form").first.get_by_role("button").click()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def refused(text: str) -> bool:
    """What the browser says of answers that a test asks for."""
    return "status of 4" in text


def accepted(page: sync.Page) -> int:
    return int(re.search(r"(\d+) of", page.locator(".progress").inner_text())[1])  # type: ignore[index]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(visit: Callable[..., sync.Page], path: str) -> None:
    axe = Path(os.environ.get("AXE", ROOT / ".venv" / "axe.min.js"))
    assert axe.exists(), "tools/check-browser.sh brings axe-core"
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme, bypass_csp=True)
        page.add_script_tag(path=str(axe))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        serious = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == []


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_pages_fit_their_window_and_are_light(visit: Callable[..., sync.Page], width: int, address: str) -> None:
    page = visit("/", viewport={"width": width, "height": 844})
    for path in PAGES:
        sizes: list[int] = []
        page.on("response", lambda answer, sizes=sizes: sizes.append(len(answer.body())))  # type: ignore[misc]
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert sum(sizes) < 900_000, path


def test_find_open_and_go_to_the_sentence(visit: Callable[..., sync.Page]) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("strategic partnership")
    page.keyboard.press("Enter")
    page.locator("#results .lines a.what").first.click()
    assert "/entries/" in page.url
    page.locator(".source .src a").first.click()
    assert page.locator(".marked").first.is_visible()
    assert page.url.endswith("#at")


def test_hover_shows_the_claim_and_click_opens_it(visit: Callable[..., sync.Page]) -> None:
    page = visit("/reports?q=Kananaskis")
    page.locator(".lines a.what").first.click()
    claim = page.locator("a.claim[href^='/entries/']").first
    claim.hover()
    assert page.locator("#tip").is_visible()
    assert page.locator(".margin li.hot").count() >= 1
    claim.click()
    assert "/entries/" in page.url


def test_filters_live_in_the_address(visit: Callable[..., sync.Page]) -> None:
    page = visit("/search")
    page.locator('.filters input[name="state"]').first.fill("VNM")
    page.keyboard.press("Tab")
    page.wait_for_url("**state=VNM**")
    page.locator(".facets a", has_text="meeting").first.click()
    page.wait_for_url("**kind=meeting**")
    shared, said = page.url, page.locator("#results .count").inner_text()
    other = visit(shared[shared.index("/search") :])
    assert other.locator("#results .count").inner_text() == said
    assert said != visit("/search").locator("#results .count").inner_text()


def test_review_with_keys(visit: Callable[..., sync.Page]) -> None:
    page = visit("/review", name="Aina")
    before = page.locator(".desk").get_attribute("data-entry")
    with page.expect_navigation():
        page.keyboard.press("j")
    second = page.locator(".desk").get_attribute("data-entry")
    assert second != before
    with page.expect_navigation():
        page.keyboard.press("k")
    assert page.locator(".desk").get_attribute("data-entry") == before
    with page.expect_navigation():
        page.keyboard.press("a")
    assert accepted(page) == 1
    with page.expect_navigation():
        page.keyboard.press("u")
    assert accepted(page) == 0
    assert page.locator(".desk").get_attribute("data-entry") == before
    waiting = page.locator(".progress").inner_text()
    with page.expect_navigation():
        page.keyboard.press("x")
    assert page.locator(".progress").inner_text() != waiting


def test_keys_can_be_changed(visit: Callable[..., sync.Page]) -> None:
    page = visit("/review")
    page.locator("#keymap summary").click()
    page.locator('[data-key-for="accept"]').click()
    page.keyboard.press("y")
    assert page.locator('[data-act="accept"] kbd').inner_text() == "y"
    page.reload()
    with page.expect_navigation():
        page.keyboard.press("y")
    assert accepted(page) == 1


def test_correct_by_selecting_words(visit: Callable[..., sync.Page]) -> None:
    page = visit("/review?kind=meeting", name="Aina")
    entry = page.locator(".desk").get_attribute("data-entry")
    page.locator('.correct input[value="place"]').check()
    words = page.evaluate(
        """() => { const piece = document.querySelector('.sheet .text p span, .sheet .text p a').firstChild;
        const text = piece.textContent, end = Math.min(6, text.trimEnd().length), range = document.createRange();
        range.setStart(piece, 0); range.setEnd(piece, end);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        return text.slice(0, end).trim(); }"""
    )
    page.wait_for_function("w => document.querySelector('#newvalue').value === w", arg=words)
    with page.expect_navigation():
        page.locator("#correct button").click()
    row = page.locator(".correct tr", has_text="place")
    assert words in row.inner_text()
    assert "corrected" in row.inner_text()
    page.goto(page.url.split("/review")[0] + "/log")
    assert "at text:0-" in page.locator(".lines").inner_text()
    page.goto(page.url.split("/log")[0] + f"/review?at={entry}")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "corrected" not in page.locator(".correct").inner_text()


def test_merge_and_split(visit: Callable[..., sync.Page], address: str) -> None:
    page = visit("/search", name="Aina")
    items = page.request.get(f"{address}/search.json").json()["found"]["items"]
    many = next(item["id"] for item in items if item["reports"] > 1)
    page.goto(f"{address}/entries/{many}")
    total = page.request.get(f"{address}/search.json").json()["found"]["total"]
    page.locator(".pick input").last.check()
    with page.expect_navigation():
        page.locator("#claims button").click()
    assert page.request.get(f"{address}/search.json").json()["found"]["total"] == total + 1
    page.goto(f"{address}/review?at={many}")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.request.get(f"{address}/search.json").json()["found"]["total"] == total
    for item in items:
        page.goto(f"{address}/entries/{item['id']}")
        if page.locator("#near").count():
            with page.expect_navigation():
                page.locator("#near").get_by_role("button", name="Same: merge").first.click()
            break
    assert page.request.get(f"{address}/search.json").json()["found"]["total"] == total - 1


def test_two_reviewers(visit: Callable[..., sync.Page]) -> None:
    one, other = visit("/review", name="Aina"), visit("/review", name="Boris")
    assert one.locator(".desk").get_attribute("data-entry") == other.locator(".desk").get_attribute("data-entry")
    one.keyboard.press("a")
    one.wait_for_url("**at=**")
    with other.expect_navigation():
        other.keyboard.press("x")
    assert "changed after you opened it" in other.locator("h1").inner_text()
    assert "Aina" in other.locator("main").inner_text()


def test_drop_good_and_bad_files(visit: Callable[..., sync.Page], tmp_path: Path, address: str) -> None:
    good, empty, broken = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "broken.pdf"
    good.write_text(
        "ASTANA, March 3 - Kazakh Foreign Minister Murat Nurtleu met Latvian Foreign Minister Baiba Braze "
        "in Astana on Tuesday."
    )
    empty.write_text("")
    broken.write_bytes(b"\x00\x01\x02" * 50)
    page = visit("/add")
    page.locator('input[name="published"]').first.fill("2026-03-04")
    held = page.request.get(f"{address}/reports.json").json()["total"]
    page.set_input_files("#drop input[type=file]", [str(good), str(empty), str(broken)])
    page.wait_for_function("() => document.querySelector('#filebar').value === 3", timeout=60000)
    lines = page.locator("#files > li")
    assert lines.nth(0).locator("a").count() == 1
    assert "empty" in lines.nth(1).locator(".bad").inner_text()
    assert lines.nth(2).locator(".bad").count() == 1
    assert page.request.get(f"{address}/reports.json").json()["total"] == held + 1
    lines.nth(0).locator("a").click()
    assert page.locator("a.claim").count() >= 1


def test_drop_over_the_field(visit: Callable[..., sync.Page]) -> None:
    page = visit("/add")
    dropped = page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File([''], 'nothing.txt')); return t; }"
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    page.locator("#files .bad").wait_for()
    assert "nothing.txt" in page.locator("#files > li").inner_text()


def test_paste_is_seen_before_it_enters(visit: Callable[..., sync.Page], address: str) -> None:
    page = visit("/add")
    held = page.request.get(f"{address}/reports.json").json()["total"]
    page.fill("#pasted", "Latvia and Estonia signed an agreement on ferries in Riga on March 2, 2026.")
    page.locator('.paste input[name="published"]').fill("2026-03-03")
    page.get_by_role("button", name="See it read").click()
    assert page.locator(".reading .claim").count() >= 1
    assert page.request.get(f"{address}/reports.json").json()["total"] == held
    page.get_by_role("button", name="Put it into the ledger").click()
    assert "In the ledger" in page.locator("main").inner_text()
    assert page.request.get(f"{address}/reports.json").json()["total"] == held + 1


def test_timeline_zooms_from_decades_to_days(visit: Callable[..., sync.Page]) -> None:
    page = visit("/timeline")
    spans = [page.locator(".span").inner_text()]
    for _ in range(4):
        page.keyboard.press("+")
        page.wait_for_function("s => document.querySelector('.span').innerText !== s", arg=spans[-1])
        spans.append(page.locator(".span").inner_text())
    assert len(set(spans)) == 5
    assert "since=" in page.url
    page.go_back()
    page.wait_for_function("s => document.querySelector('.span').innerText === s", arg=spans[-2])


def test_print_view_leaves_out_what_is_for_the_screen(visit: Callable[..., sync.Page]) -> None:
    page = visit("/timeline?since=2025-04&until=2025-06")
    page.emulate_media(media="print")
    assert not page.locator(".bar nav").is_visible()
    assert not page.locator(".filters").is_visible()
    assert page.locator(".timefig svg").is_visible()
    assert page.locator(".lines .line").first.is_visible()
    assert len(page.pdf()) > 10_000


def test_map_slider_and_theme(visit: Callable[..., sync.Page]) -> None:
    page = visit("/map")
    page.locator("#year").focus()
    page.keyboard.press("End")
    page.wait_for_url("**year=2*")
    assert page.locator("#results .count").inner_text()[:2] == "20"
    page.locator("#theme").click()
    theme = page.evaluate("document.documentElement.dataset.theme")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == theme


def test_works_without_scripts(visit: Callable[..., sync.Page]) -> None:
    page = visit("/review", java_script_enabled=False)
    page.locator('#decide button[value="accept"]').click()
    assert accepted(page) == 1
