"""Rounds of urging are opened, answered and closed on the site."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Visitor


def test_a_round_is_opened_answered_and_closed(site: Callable[..., Visitor]) -> None:
    visitor = site("Aina")
    assert "Open a round" in visitor.get("/rounds")
    visitor.post("/rounds/open", until="2024-07-01", name="summer")
    one = visitor.json("/rounds.json")["rounds"][0]
    assert (one["name"], one["until"], one["answered"]) == ("summer", "2024-07-01", 0)
    assert one["asked"] == visitor.json("/register.json")["total"]
    line = visitor.json("/register.json")["rows"][0]["id"]
    visitor.post("/register/progress", id=line, lead="Ministry", state="started", done="half", round="summer")
    assert visitor.json("/rounds.json")["rounds"][0]["answered"] == 1
    page = visitor.get("/rounds")
    assert "Open a round" not in page
    visitor.post("/rounds/close", name="summer")
    closed = visitor.json("/rounds.json")["rounds"][0]
    assert closed["closed"]
    assert closed["counts"]["all"] == one["asked"]


def test_only_one_round_is_open_and_its_day_is_a_day(site: Callable[..., Visitor]) -> None:
    visitor = site()
    assert "is no day" in visitor.post("/rounds/open", 400, until="soon")
    assert "nobody to ask" in visitor.post("/rounds/open", 400, until="2024-07-01", state="JPN")
    visitor.post("/rounds/open", until="2024-07-01", state="lva")
    assert "close it first" in visitor.post("/rounds/open", 400, until="2024-07-01", name="other")
    assert visitor.json("/rounds.json")["rounds"][0]["wanted"] == "with=LVA"
    assert "no round" in visitor.post("/rounds/close", 400, name="other")
