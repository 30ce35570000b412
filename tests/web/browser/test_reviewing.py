"""The queue of review: keys, correcting by selecting, merging and splitting, two at once."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .conftest import Visit

pytestmark = pytest.mark.site


def accepted(page: Any) -> int:
    return int(re.search(r"(\d+) of", page.locator(".progress").inner_text())[1])  # type: ignore[index]


def test_review_with_keys(visit: Visit) -> None:
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


def test_keys_can_be_changed(visit: Visit) -> None:
    page = visit("/review")
    page.locator("#keymap summary").click()
    page.locator('[data-key-for="accept"]').click()
    page.keyboard.press("y")
    assert page.locator('[data-act="accept"] kbd').inner_text() == "y"
    page.reload()
    with page.expect_navigation():
        page.keyboard.press("y")
    assert accepted(page) == 1


def test_correct_by_selecting_words(visit: Visit) -> None:
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


def test_merge_and_split(visit: Visit, address: str) -> None:
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
        if page.locator("#near .line").count():
            with page.expect_navigation():
                page.locator("#near").get_by_role("button", name="Same: merge").first.click()
            break
    assert page.request.get(f"{address}/search.json").json()["found"]["total"] == total - 1


def test_two_reviewers(visit: Visit) -> None:
    one, other = visit("/review", name="Aina"), visit("/review", name="Boris")
    assert one.locator(".desk").get_attribute("data-entry") == other.locator(".desk").get_attribute("data-entry")
    one.keyboard.press("a")
    one.wait_for_url("**at=**")
    with other.expect_navigation():
        other.keyboard.press("x")
    assert "changed after you opened it" in other.locator("h1").inner_text()
    assert "Aina" in other.locator("main").inner_text()


def test_works_without_scripts(visit: Visit) -> None:
    page = visit("/review", java_script_enabled=False)
    page.locator('#decide button[value="accept"]').click()
    assert accepted(page) == 1


def test_a_field_is_chosen_by_its_number(visit: Visit) -> None:
    page = visit("/review?kind=meeting")
    page.keyboard.press("2")
    chosen = page.locator('.correct input[name="field"]:checked')
    assert chosen.get_attribute("value") == page.locator('.correct input[name="field"]').nth(1).get_attribute("value")
    assert page.locator("#newvalue").input_value() == (chosen.get_attribute("data-value") or "")
    page.keyboard.press("c")
    page.keyboard.type("2025-05-05")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "corrected" in page.locator(".correct").inner_text()


def test_in_bulk_over_a_filter(visit: Visit) -> None:
    page = visit("/review?kind=invitation", name="Aina")
    waiting = int(re.search(r"of (\d+) accepted", page.locator(".progress").inner_text())[1])  # type: ignore[index]
    assert waiting > 1
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_text("Filter and decide in bulk").click()
    with page.expect_navigation():
        page.get_by_role("button", name=f"Accept all {waiting} waiting").click()
    assert accepted(page) == waiting
    assert "Nothing waits under this filter" in page.locator("main").inner_text()
    page.goto(page.url.split("/review")[0] + "/log")
    assert "Aina" in page.locator(".lines .line").first.inner_text()


def test_links_survive_a_merge(visit: Visit, address: str) -> None:
    page = visit("/search", name="Aina")
    for item in page.request.get(f"{address}/search.json").json()["found"]["items"]:
        page.goto(f"{address}/entries/{item['id']}")
        if page.locator("#near .line").count():
            break
    near = page.locator("#near a.what").first.get_attribute("href")
    with page.expect_navigation():
        page.locator("#near").get_by_role("button", name="Same: merge").first.click()
    merged = page.url
    for old in (f"/entries/{item['id']}", near, f"{near}.json"):
        answer = page.request.get(address + old)
        assert answer.ok
        assert answer.url.removesuffix(".json") == merged


def test_a_round_is_opened_and_closed(visit: Visit) -> None:
    page = visit("/rounds", name="Aina")
    page.on("dialog", lambda asked: asked.accept())
    page.fill('input[name="until"]', "2026-04-30")
    page.locator('main input[name="name"]').fill("spring")
    page.get_by_role("button", name="Open a round").click()
    assert "spring" in page.locator("main h2").inner_text().lower()
    page.get_by_role("button", name="Close the round").click()
    page.get_by_text("The papers for the review meeting").wait_for()


def test_names_of_a_person_are_split_and_merged(visit: Visit, address: str) -> None:
    page = visit("/parties/VNM:To%20Lam", name="Aina")
    names = page.locator("#names tr")
    held = names.count()
    with page.expect_navigation():
        page.locator("#names").get_by_role("button", name="Somebody else: split").first.click()
    assert page.locator("#names tr", has_text="Perhaps the same").count() == 1
    with page.expect_navigation():
        page.locator("#names").get_by_role("button", name="Same: merge").first.click()
    assert names.count() == held
    assert page.locator("#names tr", has_text="Perhaps the same").count() == 0
    page.goto(f"{address}/log")
    assert page.locator(".lines b").all_inner_texts()[:2] == ["undo", "split"]  # a split goes before a merge
