"""A site over the ledger of examples/reports, and Chromium to visit it as people do."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from dostyk.intake import Found, read_paths
from dostyk.ledger import Ledger
from dostyk.reading import read_report
from dostyk.web import Settings, make_app

ROOT = Path(__file__).parents[3]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
Visit = Callable[..., Any]  # opens a page as a new person


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
def chromium() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api")
    assert CHROMIUM, "Chromium is needed: apt-get install chromium, or set CHROMIUM"
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, address: str) -> Iterator[Visit]:
    """A function that opens a page as a new person; faults of scripts and calls to other hosts fail the test."""
    wrong: list[str] = []
    contexts = []

    def open_page(path: str = "/", name: str = "", **options: object) -> Any:
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
