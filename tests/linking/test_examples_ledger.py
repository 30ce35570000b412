"""The ledger that the reader makes of the examples, compared whole with the one set down by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_by_hand import BODIES, CLOSED, FALSELY_DIFFERENT, OFFICES, PEOPLE, REPORTS, differing, lines

from dostyk.intake import Failed, read_paths
from dostyk.ledger import Ledger
from dostyk.linking import disagreements
from dostyk.model import Entry, Interval
from dostyk.reading import read_report

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
COMPARED = {line[0] for line in lines()}
MORE = 0  # entries of these kinds beyond the lines


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


def near(one: list[str], other: list[str]) -> int:
    """In how many cells two lines agree; 0 where they are of other kinds, states or times."""
    states = [{key.partition(":")[0] for cell in cells[2:4] for key in cell.split()} for cells in (one, other)]
    if one[0] != other[0] or states[0] != states[1]:
        return 0
    if one[1] and other[1] and not Interval.parse(one[1]).overlaps(Interval.parse(other[1])):
        return 0
    return sum(a == b for a, b in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def names(ledger: Ledger) -> dict[str, str]:
    """Report id → its short name."""
    return {report.id: short for report in ledger.reports() for short, stem in REPORTS.items() if report.name == stem}


@pytest.fixture(scope="module")
def told(ledger: Ledger, names: dict[str, str]) -> list[list[str]]:
    return [as_line(entry, ledger, names) for entry in ledger.entries() if entry.kind in COMPARED]


def test_entries_are_as_set_down_by_hand(told: list[list[str]]) -> None:
    wrong = [" | ".join(expected(line)) for line in lines() if not line[7] and expected(line) not in told]
    assert wrong == []


def test_no_line_is_there_twice_and_little_is_there_besides(told: list[list[str]]) -> None:
    wanted = [expected(line) for line in lines()]
    assert [line for line in wanted if told.count(line) > wanted.count(line)] == []  # papers signed in one breath
    beside = [line for line in told if not any(near(line, one) >= 5 for one in wanted)]
    assert len(beside) <= MORE


def test_where_reports_differ_is_as_set_down_by_hand(ledger: Ledger, names: dict[str, str]) -> None:
    report_of = {claim.id: names[claim.report] for claim in ledger.claims()}
    found, apart = [], set()
    for entry in ledger.entries():
        day = entry.date.iso if entry.date else ""
        against = disagreements(entry.versions)
        apart |= {(entry.kind, day, field) for field in against}
        for field, given in entry.versions.items():
            values = [f"{v.value}: {' '.join(sorted(report_of[claim] for claim in v.claims))}" for v in given]
            found.append([entry.kind, day, field, "; ".join(values), "no" if field in against else "yes"])
    assert [line for line in differing() if not line[5] and line[:5] not in found] == []
    assert apart - {(line[0], line[1], line[2]) for line in differing()} <= FALSELY_DIFFERENT.keys()


def test_faults_name_the_reader_or_linking() -> None:
    faults = [line[7] for line in lines()] + [line[5] for line in differing()] + list(FALSELY_DIFFERENT.values())
    assert {fault.partition(":")[0] for fault in faults if fault} <= {"reader", "linking"}


def test_offices_and_who_follows_whom(ledger: Ledger) -> None:
    held = {(office.person.key, office.office): office for office in ledger.offices()}
    assert {(PEOPLE[name], office) for name, office in OFFICES} - held.keys() == set()
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
