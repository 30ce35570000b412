"""Finding, opening, and going to the sentence; time and places."""

from __future__ import annotations

import pytest

from .conftest import Visit

pytestmark = pytest.mark.site


def test_find_open_and_go_to_the_sentence(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("strategic partnership")
    page.keyboard.press("Enter")
    page.locator("#results .lines a.what").first.click()
    assert "/entries/" in page.url
    page.locator(".source .src a").first.click()
    assert page.locator(".marked").first.is_visible()
    assert page.url.endswith("#at")


def test_hover_shows_the_claim_and_click_opens_it(visit: Visit) -> None:
    page = visit("/reports?q=Kananaskis")
    page.locator(".lines a.what").first.click()
    claim = page.locator("a.claim[href^='/entries/']").first
    claim.hover()
    assert page.locator("#tip").is_visible()
    assert page.locator(".margin li.hot").count() >= 1
    claim.click()
    assert "/entries/" in page.url


def test_filters_live_in_the_address(visit: Visit) -> None:
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


def test_timeline_zooms_from_decades_to_days(visit: Visit) -> None:
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


def test_map_slider_and_theme(visit: Visit) -> None:
    page = visit("/map")
    page.locator("#year").focus()
    page.keyboard.press("End")
    page.wait_for_url("**year=2*")
    assert page.locator("#results .count").inner_text()[:2] == "20"
    page.locator("#theme").click()
    theme = page.evaluate("document.documentElement.dataset.theme")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == theme


def test_link_to_selected_words(visit: Visit) -> None:
    page = visit("/reports?q=Kananaskis")
    page.locator(".lines a.what").first.click()
    words = page.evaluate(
        """() => { const pieces = [...document.querySelectorAll('.text [data-start]')];
        const piece = pieces.find((one) => one.textContent.length > 20).firstChild;
        const range = document.createRange();
        range.setStart(piece, 2); range.setEnd(piece, 15);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        return piece.textContent.slice(2, 15).trim(); }"""
    )
    page.locator("#linkto").click()
    page.wait_for_function("() => location.search.startsWith('?at=text:')")
    page.reload()
    assert "".join(page.locator(".text .marked").all_inner_texts()) == words


def test_times_are_those_of_the_reader(visit: Visit) -> None:
    times = {}
    for zone in ("Asia/Almaty", "America/Lima"):
        page = visit("/reports?q=Kananaskis", timezone_id=zone)
        page.locator(".lines a.what").first.click()
        time = page.locator("main time[data-local]").first
        times[zone] = time.inner_text()
        assert time.get_attribute("title") == time.get_attribute("datetime")  # what the ledger says stands beside
    assert len(set(times.values())) == 2


def test_source_words_stand_beside_a_date(visit: Visit, address: str) -> None:
    page = visit("/")
    for item in page.request.get(f"{address}/search.json?kind=meeting").json()["found"]["items"]:
        page.goto(f"{address}/entries/{item['id']}")
        if page.locator(".says q").count():
            return
    raise AssertionError("no entry shows the words that a field was read from")


def test_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/review")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/search")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.line') === document.querySelectorAll('.lines .line')[1]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/entries/" in page.url
    page.locator("#keys").focus()
    page.keyboard.press("Enter")
    assert page.locator("#keyhelp").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keyhelp").is_visible()


def test_the_other_language(visit: Visit) -> None:
    page = visit("/commitments")
    page.get_by_role("button", name="Français").click()
    assert page.locator("h1").inner_text() == "Engagements"
    assert page.locator("html").get_attribute("lang") == "fr"
    assert visit("/commitments", locale="fr-FR").locator("h1").inner_text() == "Engagements"
