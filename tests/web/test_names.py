"""Two spellings of one person are merged on the site, and names that were joined are split."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dostyk.ledger import Ledger
from dostyk.model import Report
from dostyk.web import Settings, make_app

from .conftest import TODAY, Visitor, fill

REPORTS = (
    Report("LVA:Berg met EST:Kask to talk on 2024-05-02.", "One", date(2024, 5, 3), "Wire", "a:1"),
    Report("LVA:Berg met EST:Kask to talk on 2024-05-12.", "Two", date(2024, 5, 13), "Wire", "a:2"),
    Report("LVA:Bergs met EST:Kask to talk on 2024-05-22.", "Three", date(2024, 5, 23), "Wire", "a:3"),
    Report("LVA:Bergovics met EST:Kask to talk on 2024-05-29.", "Four", date(2024, 5, 30), "Wire", "a:4"),
)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Callable[..., Visitor]]:
    place = fill(tmp_path / "people.db", REPORTS)
    with Ledger.open(place) as ledger:
        app = make_app(Settings(str(place), by="tester", today=lambda: TODAY), ledger)
        yield lambda name="": Visitor(app, name)


def names(visitor: Visitor, key: str) -> list[str]:
    return [one["name"] for one in visitor.json(f"/parties/{key}.json")["names"]]


@pytest.mark.parametrize("other", ["LVA:Bergs", "Bergs", "http://127.0.0.1/parties/LVA:Bergs?x=1"])
def test_merge_undo_and_split(people: Callable[..., Visitor], other: str) -> None:
    visitor = people("Aina")
    assert names(visitor, "LVA:Berg") == ["Berg"]
    visitor.post("/acts/parties", verb="merge", one="LVA:Berg", other=other, back="/parties/LVA:Berg")
    assert sorted(names(visitor, "LVA:Berg")) == ["Berg", "Bergs"]
    assert visitor.json("/log.json")["acts"][0]["what"] == "LVA:Berg and LVA:Bergs are one"
    assert "one party already" in visitor.post("/acts/parties", 400, verb="merge", one="LVA:Berg", other=other)
    visitor.post("/acts/undo")
    assert names(visitor, "LVA:Berg") == ["Berg"]
    visitor.post("/acts/parties", verb="merge", one="LVA:Berg", other=other)
    visitor.post("/acts/parties", verb="split", one="LVA:Bergs", other="LVA:Berg")
    assert names(visitor, "LVA:Bergs") == ["Bergs"]


def test_a_merge_takes_back_ones_own_split_and_anothers_when_told_to(people: Callable[..., Visitor]) -> None:
    aina, boris = people("Aina"), people("Boris")
    two = {"one": "LVA:Berg", "other": "LVA:Bergs"}
    aina.post("/acts/parties", verb="merge", **two)
    aina.post("/acts/parties", verb="split", **two)
    assert "Aina ruled in act 2 that" in boris.post("/acts/parties", 400, verb="merge", **two)
    aina.post("/acts/parties", verb="merge", **two)
    assert sorted(names(boris, "LVA:Berg")) == ["Berg", "Bergs"]
    aina.post("/acts/parties", verb="split", **two)
    boris.post("/acts/parties", verb="merge", others="true", **two)
    assert sorted(names(aina, "LVA:Berg")) == ["Berg", "Bergs"]


def test_what_cannot_be_merged_is_told(people: Callable[..., Visitor]) -> None:
    visitor = people()
    for other, said in (("LVA", "no report names"), ("Nobody", "no report names"), ("EST", "no report names")):
        assert said in visitor.post("/acts/parties", 400, verb="merge", one="LVA:Berg", other=other)
    assert not visitor.json("/log.json")["acts"]


def test_like_names_are_offered(people: Callable[..., Visitor]) -> None:
    # not Bergovics, who shares the beginning only
    near = people().json("/parties/LVA:Berg.json")["near"]
    assert [one["key"] for one in near] == ["LVA:Bergs"]
    assert "Same: merge" in people().get("/parties/LVA:Berg")
    assert 'id="names"' not in people().get("/parties/LVA")
