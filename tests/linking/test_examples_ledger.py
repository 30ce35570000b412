"""The ledger that the reader makes of the examples, compared whole with the one set down by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_by_hand import BODIES, CLOSED, OFFICES, PEOPLE, REPORTS, differing, lines

from dostyk.intake import Failed, read_paths
from dostyk.ledger import Ledger
from dostyk.linking import disagreements
from dostyk.model import Entry
from dostyk.reading import read_report

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
COMPARED = {line[0] for line in lines()}
WORDINGS = frozenset(("what", "instrument", "post", "accepted", "field", "who", "whom"))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The examples, read by the program's own reader."""
    with Ledger.open(tmp_path_factory.mktemp("examples") / "ledger") as opened:
        with opened.bulk():
            for found in read_paths([str(EXAMPLES)]):
                assert not isinstance(found, Failed)
                opened.add(found.report, read_report(found.report))
        yield opened


def party(name: str) -> str:
    return PEOPLE.get(name) or BODIES.get(name, name)


def as_line(entry: Entry, ledger: Ledger, names: dict[str, str]) -> list[str]:
    """The cells of an entry as the hand wrote them; parties as sorted keys."""
    whole = ledger.entry(entry.part_of).date if entry.part_of else None
    return [
        entry.kind, entry.date.iso if entry.date else "", " ".join(sorted(p.key for p in entry.who)),
        " ".join(sorted(p.key for p in entry.whom)), entry.status,
        " ".join(sorted({names[anchor.report] for anchor in entry.anchors})), whole.low.isoformat() if whole else "",
    ]  # fmt: skip


def expected(line: list[str]) -> list[str]:
    """A line of the hand with full keys and sorted names."""
    sides = [" ".join(sorted(party(name) for name in cell.split())) for cell in line[2:4]]
    return [line[0], line[1], *sides, line[4], " ".join(sorted(line[5].split())), line[6]]


@pytest.fixture(scope="module")
def names(ledger: Ledger) -> dict[str, str]:
    """Report id → its short name."""
    return {report.id: short for report in ledger.reports() for short, stem in REPORTS.items() if report.name == stem}


@pytest.fixture(scope="module")
def told(ledger: Ledger, names: dict[str, str]) -> list[list[str]]:
    return [as_line(entry, ledger, names) for entry in ledger.entries() if entry.kind in COMPARED]


def test_entries_are_as_set_down_by_hand_and_no_others(told: list[list[str]]) -> None:
    assert sorted(" | ".join(line) for line in told) == sorted(" | ".join(expected(line)) for line in lines())


def test_where_reports_differ_is_as_set_down_by_hand(ledger: Ledger, names: dict[str, str]) -> None:
    report_of = {claim.id: names[claim.report] for claim in ledger.claims()}
    found = []
    for entry in ledger.entries():
        against = disagreements(entry.versions)
        assert not against.keys() & WORDINGS
        for field, given in entry.versions.items():
            values = [f"{v.value}: {' '.join(sorted(report_of[claim] for claim in v.claims))}" for v in given]
            if len(values) > 1 and field not in WORDINGS:
                day = entry.date.iso if entry.date else ""
                found.append([entry.kind, day, field, "; ".join(values), "no" if field in against else "yes"])
    assert sorted(found) == sorted(differing())


def test_offices_and_who_follows_whom(ledger: Ledger) -> None:
    held = {(office.person.key, office.office): office for office in ledger.offices()}
    assert held.keys() == {(PEOPLE[name], office) for name, office in OFFICES}
    for (name, office), follower in CLOSED.items():
        first, then = held[PEOPLE[name], office], held[PEOPLE[follower], office]
        assert (first.current, then.current) == (False, True)
        assert first.until is not None
        assert then.first is not None
        assert (then.first - first.until).days == 1


def test_people_are_one_across_their_spellings(ledger: Ledger) -> None:
    people = [person.party.key for person in ledger.people()]
    assert [name for name, key in PEOPLE.items() if people.count(key) != 1] == []
    assert "Tô Lâm" in next(person.spellings for person in ledger.people("VNM") if person.party.name == "To Lam")
