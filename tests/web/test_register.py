"""The page of the register reads only what it shows, and says what the whole register says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dostyk.followup import load
from dostyk.followup.register import register
from dostyk.ledger import Ledger
from dostyk.model import Report
from dostyk.web import Settings
from dostyk.web.queries import follow, registering
from dostyk.web.site import Kept, Site

from .conftest import TODAY, fill

REPORTS = (
    Report("LVA promised EST sign a treaty of ferries on 2024-04-02.", "A plan", date(2024, 4, 3), "Wire", "a:1"),
    Report("LVA promised FIN build a bridge in 2020 on 2019-04-02.", "A bridge", date(2019, 4, 3), "Wire", "a:2"),
    Report("LVA signed EST a treaty of ferries on 2024-05-03.", "Ferries", date(2024, 5, 4), "Wire", "a:3"),
    Report("LVA met EST to talk about ferries on 2024-05-20.", "Talks", date(2024, 5, 21), "Wire", "a:4"),
)


@pytest.mark.parametrize("settled", [False, True])
def test_a_page_says_what_the_register_says(tmp_path: Path, settled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    place = fill(tmp_path / "ledger.db", REPORTS)
    with Ledger.open(place) as ledger:
        record = load(ledger, TODAY)
        step = next(step for step in record.steps if step.evidence.kind == "signing")
        if settled:
            ids = [step.subject.id, step.evidence.id]
            ledger.act("settle", ids, by="A", payload={"to": step.to, "verdict": "accept"})
        site = Site(ledger, Settings(str(place), today=lambda: TODAY), Kept(0))
        whole = {line.id: line for line in register(load(ledger, TODAY), ledger.bound())}
        known, made = registering.lines(site)
        assert registering.with_steps(site, known, made) == list(whole.values())
        assert any(line.steps for line in whole.values())
        monkeypatch.setattr(follow, "PAGE", 1)
        pages = [follow.register_view(site, "", "", "due", page) for page in (1, 2, 3)]
        assert {page["rows"][0]["id"] for page in pages} == set(whole)
        assert pages[0]["rows"][0]["overdue"]


def test_a_lead_shows_at_once_though_entries_are_kept(tmp_path: Path) -> None:
    place = fill(tmp_path / "ledger.db", REPORTS[:1])
    with Ledger.open(place) as ledger:
        site = Site(ledger, Settings(str(place), today=lambda: TODAY), Kept(0))
        line = follow.register_view(site, "", "", "due", 1)["rows"][0]["id"]
        ledger.act("assign", [line], by="A", payload={"lead": "Ministry of Ferries"})
        assert follow.register_view(site, "", "ministry of ferries", "due", 1)["total"] == 1
        claim = ledger.entry(line).claims[0]
        ledger.act("reject", [claim], by="A")
        assert follow.register_view(site, "", "", "due", 1)["total"] == 0


def test_lines_are_ordered_as_asked(tmp_path: Path) -> None:
    place = fill(tmp_path / "ledger.db", REPORTS)
    with Ledger.open(place) as ledger:
        site = Site(ledger, Settings(str(place), today=lambda: TODAY), Kept(0))
        order = {sort: [row["id"] for row in follow.register_rows(site, "", "", sort)] for sort in follow.SORTS}
        assert order["date"] == order["-date"][::-1]
        ledger.act("assign", [order["due"][-1]], by="A", payload={"lead": "Ministry of Ferries"})
        view = follow.register_view(site, "", "", "lead", 1)
        assert [row["id"] for row in view["rows"]] == [order["due"][-1], *order["due"][:-1]]
