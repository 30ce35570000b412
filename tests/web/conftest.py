"""A small ledger made by hand, and the site over it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dostyk.ledger import Ledger
from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Problem, Report
from dostyk.web import Settings, make_app

TODAY = date(2024, 6, 1)
_VERBS = {
    "met": "meeting",
    "visits": "visit",
    "invited": "invitation",
    "promised": "commitment",
    "leads": "office",
    "signed": "signing",
    "said": "statement",
    "traded": "figure",
    "honoured": "honour",
    "opened": "relations",
}
_PARTY = r"(LVA|EST|FIN)(?::(\w+))? "
_SENTENCE = re.compile(rf"{_PARTY}({'|'.join(_VERBS)}) (?:{_PARTY})?([^.]*?)(?: on (\d{{4}}-\d\d-\d\d))?\.")


@dataclass(frozen=True)
class Reading:
    """What the reader below found."""

    report: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    reader: str = "plain-1"


def _mention(report: Report, state: str, name: str | None, span: tuple[int, int]) -> Mention:
    return Mention(Party(state, name or "", "person" if name else "state"), Passage.of(report, *span))


def read(report: Report) -> Reading:
    """Sentences such as `LVA:Berg met EST:Kask to talk about trade on 2024-05-02.`"""
    claims = []
    for found in _SENTENCE.finditer(report.text):
        kind = _VERBS[found[3]]
        who = [_mention(report, found[1], found[2], found.span(2 if found[2] else 1))]
        whom = [_mention(report, found[4], found[5], found.span(5 if found[5] else 4))] if found[4] else []
        joint = kind in ("meeting", "signing", "relations", "figure")
        day = Interval.parse(found[7]) if found[7] else None
        detail = Detail(
            due=(re.findall(r"by ([\d/-]+)", found[6]) or ["2024-03"])[0] if kind == "commitment" else "",
            post=found[6] if kind == "office" else "",
            value="5 million euros" if kind == "figure" else "",
            period="2023" if kind == "figure" else "",
        )
        claims.append(
            Claim(
                report.id,
                "plain-1",
                kind,
                tuple(who + whom) if joint else tuple(who),
                () if joint else tuple(whom),
                date=day,
                date_basis="explicit" if day else "",
                place=found[4] or "" if kind == "visit" else "",
                what=found[6].strip(),
                status="scheduled" if "will" in found[6] else "ongoing" if kind == "office" else "happened",
                detail=detail,
                evidence={
                    "trigger": (Passage.of(report, *found.span(3)),),
                    "sentence": (Passage.of(report, *found.span()),),
                },
            )
        )
    problems = () if report.published else (Problem(report.id, "no-published-day", "no day of publication"),)
    return Reading(report.id, tuple(claims), problems)


REPORTS = (
    Report(
        "LVA:Berg met EST:Kask to talk about trade on 2024-05-02. Cake was had.\n"
        "LVA:Berg visits EST for a state visit on 2024-05-02.",
        "Berg in Tallinn",
        date(2024, 5, 3),
        "Baltic Wire",
        "https://example.org/one",
    ),
    Report(
        "EST:Kask met LVA:Berg to talk about trade on 2024-05-02. LVA promised EST a bridge over the river.",
        "Talks in Tallinn",
        date(2024, 5, 4),
        "Northern Daily",
        "https://example.org/two",
    ),
    Report(
        "LVA signed EST a treaty of ferries on 2024-05-03. "
        "FIN:Salo said LVA that ferries matter on 2024-05-20. LVA:Berg leads president.",
        "Ferries",
        date(2024, 5, 21),
        "Baltic Wire",
        "https://example.org/three",
    ),
    Report(
        "FIN:Salo visits LVA a visit that will be made on 2024-09-01. "
        "LVA:Berg invited FIN:Salo to come. LVA traded EST goods. LVA traded FIN goods.",
        "Autumn",
        date(2024, 5, 28),
        "Northern Daily",
        "https://example.org/four",
    ),
    Report(
        "LVA:Berg honoured EST:Kask with a star on 2024-05-02. EST opened LVA full relations on 1991-09-09.",
        "Stars",
        None,
        "",
        "https://example.org/five",
    ),
)


def fill(place: Path, reports: tuple[Report, ...] = REPORTS) -> Path:
    """A ledger with the reports."""
    with Ledger.open(place) as ledger, ledger.bulk():
        for report in reports:
            ledger.add(report, read(report))
    return place


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the reports, made once."""
    return fill(tmp_path_factory.mktemp("made") / "made.db")


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    for part in made.parent.iterdir():
        shutil.copy(part, tmp_path / part.name)
    return tmp_path / made.name


class Visitor:
    """A browser without scripts: keeps cookies, sends the token of the last page."""

    def __init__(self, app: object, name: str = "") -> None:
        self.client = TestClient(app, base_url="http://127.0.0.1")  # type: ignore[arg-type]
        self.token = ""
        if name:
            self.post("/visitor", name=name)

    def get(self, address: str, code: int = 200) -> str:
        answer = self.client.get(address)
        assert answer.status_code == code, answer.text[-800:]
        found = re.search(r'name="csrf" content="(\w+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer.text

    def json(self, address: str) -> dict:  # type: ignore[type-arg]
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text[-800:]
        return answer.json()  # type: ignore[no-any-return]

    def post(self, address: str, code: int = 303, **fields: object) -> str:
        if not self.token:
            self.get("/")
        data = {"csrf": self.token, **fields}
        answer = self.client.post(address, data=data, follow_redirects=False)
        assert answer.status_code == code, answer.text[-800:]
        return answer.headers.get("location", "") or answer.text


@pytest.fixture
def site(place: Path) -> Iterator[Callable[..., Visitor]]:
    """A function that makes visitors of one site over the ledger."""
    with Ledger.open(place) as ledger:
        app = make_app(Settings(str(place), by="tester", today=lambda: TODAY), ledger)
        yield lambda name="": Visitor(app, name)
