"""Pages fit their window, are light, can be read by all, and print."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT, Visit

pytestmark = pytest.mark.site
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


def serious(page: Any) -> list[tuple[str, str]]:
    """What axe-core holds for serious or critical on a page."""
    axe = Path(os.environ.get("AXE", ROOT / ".venv" / "axe.min.js"))
    assert axe.exists(), "tools/check-browser.sh brings axe-core"
    page.add_script_tag(path=str(axe))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(visit: Visit, path: str) -> None:
    for scheme in ("light", "dark"):
        assert serious(visit(path, color_scheme=scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_on_pages_of_one_thing(visit: Visit, address: str, scheme: str) -> None:
    page = visit("/entries/e0", color_scheme=scheme, bypass_csp=True)
    assert serious(page) == []  # that there is nothing here
    items = page.request.get(f"{address}/search.json").json()["found"]["items"]
    report = page.request.get(f"{address}/reports.json").json()["reports"][0]["id"]
    for path in (
        f"/entries/{max(items, key=lambda i: i['reports'])['id']}",
        f"/reports/{report}?at=text:0-40#at",
        "/parties/VNM:To%20Lam",
    ):
        page.goto(address + path)
        assert serious(page) == [], path
    page.goto(f"{address}/add")
    page.fill("#pasted", "Latvia and Estonia signed an agreement on ferries in Riga on March 2, 2026.")
    page.get_by_role("button", name="See it read").click()
    assert serious(page) == []
    page.get_by_role("button", name="Français").click()
    assert serious(page) == []


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_pages_fit_their_window_and_are_light(visit: Visit, width: int, address: str) -> None:
    page = visit("/", viewport={"width": width, "height": 844})
    for path in PAGES:
        sizes: list[int] = []
        page.on("response", lambda answer, sizes=sizes: sizes.append(len(answer.body())))  # type: ignore[misc]
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert sum(sizes) < 900_000, path


def test_print_view_leaves_out_what_is_for_the_screen(visit: Visit) -> None:
    page = visit("/timeline?since=2025-04&until=2025-06")
    page.emulate_media(media="print")
    assert not page.locator(".bar nav").is_visible()
    assert not page.locator(".filters").is_visible()
    assert page.locator(".timefig svg").is_visible()
    assert page.locator(".lines .line").first.is_visible()
    assert len(page.pdf()) > 10_000
