"""Pages that hold no report by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.intake import Failed, Found, read_bytes


@pytest.mark.parametrize(
    "body",
    [
        "<script>draw()</script><div id=app></div>",
        "<script>draw()</script><noscript>Please enable JavaScript</noscript><div>Loading</div>",
        "<div>" * 100_000 + "Talks" + "</div>" * 100_000,
    ],
)
def test_a_page_that_a_browser_has_to_fill_is_named(body: str) -> None:
    page = f"<html><body>{body}</body></html>".encode()
    (failed,) = read_bytes(page, "a.html", suffix=".html", today=date(2026, 6, 1))
    assert isinstance(failed, Failed)
    assert (failed.reason, failed.remedy) == ("holds no text without a browser", "save the page as PDF or text")


def test_a_page_with_scripts_and_sentences_is_read() -> None:
    page = b"<html><body><script>draw()</script><p>The ministers met in Riga.</p></body></html>"
    (found,) = read_bytes(page, "a.html", suffix=".html", today=date(2026, 6, 1))
    assert isinstance(found, Found)
    assert found.report.text == "The ministers met in Riga."
