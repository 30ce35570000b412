"""Run commands as a user does, with a small reader whose sentences say plainly what they claim."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import pytest

from dostyk.cli import main
from dostyk.intake import why_not_read
from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Problem, Report


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class FakeReading:
    """A reading by the reader below."""

    report: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    reader: str = "fake-1"


_VERBS = {"met": "meeting", "visited": "visit", "invited": "invitation", "promised": "commitment", "leads": "office"}
_SENTENCE = re.compile(r"(LVA|EST|FIN):(\w+) (met|visited|invited|promised|leads) (?:(LVA|EST|FIN):(\w+) )?([^.]*)\.")


def fake_read(report: Report) -> FakeReading:
    """Read sentences such as `LVA:Berg met EST:Kask to talk about trade.`"""
    unread = why_not_read(report)
    if unread is not None:
        return FakeReading(report.id, (), (unread,))
    if "crash" in report.text:
        raise RuntimeError("the reader fell over")
    claims = []
    for found in _SENTENCE.finditer(report.text):
        kind = _VERBS[found[3]]
        first = Mention(Party(found[1], found[2], "person"), Passage.of(report, *found.span(2)))
        second = (Mention(Party(found[4], found[5], "person"), Passage.of(report, *found.span(5))),) if found[4] else ()
        both = (first, *second) if kind == "meeting" else (first,)
        claims.append(
            Claim(
                report.id,
                "fake-1",
                kind,
                both,
                () if kind == "meeting" else second,
                date=Interval.day(report.published) if report.published else None,
                date_basis="published" if report.published else "",
                what=found[6],
                status="scheduled" if kind == "commitment" else "happened",
                detail=Detail(due="2024-12") if kind == "commitment" else Detail(post=found[6] * (kind == "office")),
                evidence={
                    "trigger": (Passage.of(report, *found.span(3)),),
                    "sentence": (Passage.of(report, *found.span()),),
                },
            )
        )
    return FakeReading(report.id, tuple(claims))


@pytest.fixture
def dostyk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """A function that runs a command with the fake reader in place."""
    reading = ModuleType("dostyk.reading")
    reading.read_report = fake_read  # type: ignore[attr-defined]
    reading.READER = "fake-1"  # type: ignore[attr-defined]
    reading.Reading = FakeReading  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dostyk.reading", reading)

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["dostyk", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        code = left.value.code
        return Run(code if isinstance(code, int) else 0 if code is None else 1, captured.out, captured.err)

    return run
