"""Reports are dropped, or pasted and seen before they enter the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.papers import pdf, set_lines, zipped

from .conftest import Visit

pytestmark = pytest.mark.site


def test_drop_good_and_bad_files(visit: Visit, tmp_path: Path, address: str) -> None:
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


def test_drop_over_the_field(visit: Visit) -> None:
    page = visit("/add")
    dropped = page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File([''], 'nothing.txt')); return t; }"
    )
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    page.locator("#files .bad").wait_for()
    assert "nothing.txt" in page.locator("#files > li").inner_text()


def test_paste_is_seen_before_it_enters(visit: Visit, address: str) -> None:
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


def test_an_archive_is_told_of_report_by_report(visit: Visit, tmp_path: Path) -> None:
    says = "RIGA, March 3 - Latvian Foreign Minister Baiba Braze met Kazakh Foreign Minister Murat Nurtleu in Riga."
    parts = {f"{n}.txt": f"{says} They met {n} times.".encode() for n in range(12)}
    paper = pdf([set_lines([says[:60], says[60:]])])
    week = tmp_path / "week.zip"
    week.write_bytes(zipped({**parts, "paper.pdf": paper, "old.doc": b"\xd0\xcf\x11\xe0"}))
    page = visit("/add")
    page.set_input_files("#drop input[type=file]", [str(week)])
    page.wait_for_function("() => document.querySelector('#filebar').value === 1", timeout=60000)
    assert page.locator("#files ul a").count() == 13
    assert page.locator("#files .bad").inner_text().startswith("old.doc: ")
    assert "13 reports" in page.locator("#sum").inner_text()
    assert "1 not read" in page.locator("#sum").inner_text()
    page.goto(page.url.replace("/add", "/search?q=Braze"))
    assert page.locator("#results .lines .line").count() > 0


def test_files_are_sent_without_scripts(visit: Visit, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Latvia and Estonia signed an agreement on ferries in Riga on March 2, 2026.")
    empty.write_text("")
    page = visit("/add", java_script_enabled=False)
    page.set_input_files("#drop input[type=file]", [str(good), str(empty)])
    page.get_by_role("button", name="Read these files").click()
    told = page.locator(".files li li")
    assert told.nth(0).locator("a").inner_text() == "good"
    assert "empty" in told.nth(1).locator(".bad").inner_text()
    page.get_by_role("button", name="Read these files").click()
    assert "no file was chosen" in page.locator("main").inner_text()
