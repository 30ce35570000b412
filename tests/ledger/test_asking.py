"""Questions: entries by kind, party, states, status and days; search; people and offices."""

from __future__ import annotations

import pytest
from conftest import Read
from written import tell, write

from dostyk.errors import UsageError
from dostyk.ledger import Ledger


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """Two relations and two years."""
    one = write(
        "2024-03-04",
        "President Mara Quill arrived in Bolivia on 3 March for a visit.",
        "She met Diego Salas, and New Zealand and Bolivia signed a treaty on glaciers.",
        "Foreign Minister Diego Salas thanked her.",
    )
    two = write(
        "2025-01-10", "Foreign Minister Ruth Okoro of Bolivia will travel to Ghana in May.", outlet="Ghana Daily"
    )
    ledger.add(one, Read(one.id, "r", [
        tell(one, "visit", "arrived", "NZL:Mara Quill", "BOL=Bolivia", date="2024-03-03", place="BOL"),
        tell(one, "meeting", "met", "NZL:Mara Quill; BOL:Diego Salas", date="2024-03-03"),
        tell(one, "signing", "signed", "NZL=New Zealand; BOL=Bolivia", what="treaty on glaciers"),
        tell(one, "office", "President", "NZL:Mara Quill", what="President", place="NZL", status="ongoing"),
        tell(one, "office", "Foreign Minister", "BOL:Diego Salas", what="Foreign Minister", place="BOL",
             status="ongoing"),
    ]))  # fmt: skip
    ledger.add(two, Read(two.id, "r", [
        tell(two, "visit", "travel", "BOL:Ruth Okoro", "GHA=Ghana", date="2025-05", status="scheduled"),
        tell(two, "office", "Foreign Minister", "BOL:Ruth Okoro", what="Foreign Minister", place="BOL",
             status="ongoing"),
    ]))  # fmt: skip
    return ledger


def test_entries_by_what_is_asked(full: Ledger) -> None:
    def kinds(**wanted: object) -> list[str]:
        return [entry.kind for entry in full.entries(**wanted)]  # type: ignore[arg-type]

    assert kinds(kind="visit") == ["visit", "visit"]
    assert kinds(states=("NZL", "BOL")) in (["meeting", "visit", "signing"], ["visit", "meeting", "signing"])
    assert kinds(states=("GHA", "BOL")) == ["visit"]
    assert kinds(party="BOL:Diego Salas") == ["meeting", "office"]
    assert len(kinds(party="BOL")) == 6
    assert kinds(status="scheduled") == ["visit"]
    assert kinds(since="2025-05-20", kind=("visit", "meeting")) == ["visit"]
    assert kinds(until="2024", kind="visit") == ["visit"]
    assert kinds(kind="visit", states=["GHA"], until="2025-04-30") == []
    days = [entry.date.iso for entry in full.entries(kind="visit", order="-date") if entry.date]
    assert days == ["2025-05", "2024-03-03"]
    with pytest.raises(UsageError, match="no order"):
        full.entries(order="size")
    with pytest.raises(UsageError, match="not an ISO date"):
        full.entries(since="May")


def test_parts_of_a_visit(full: Ledger) -> None:
    visit = full.entries(kind="visit")[0]
    assert [entry.kind for entry in full.entries(part_of=visit.id)] == ["meeting"]


def test_claims_of_reports_entries_and_kinds(full: Ledger) -> None:
    visit = full.entries(kind="visit")[0]
    (claim,) = full.claims(entry=visit.id)
    assert claim.id == visit.claims[0]
    assert len(full.claims(report=claim.report)) == 5
    assert len(full.claims(kind="office")) == 3


def test_search_finds_reports_and_entries_and_takes_any_input(full: Ledger) -> None:
    hits = full.search("treaty glaciers")
    assert {hit.what for hit in hits} == {"entry", "report"}
    assert all("treaty" in (hit.snippet + hit.title).lower() for hit in hits)
    assert full.search("GLÁCIERS") or full._store.engine.dialect.name != "sqlite"
    assert full.search("treaty zebra") == []
    for odd in ('"', "a OR", "NEAR(", "*", "'; DROP TABLE entries", "", "%", "-x", "title:"):
        full.search(odd)
    assert len(full.search("Bolivia", limit=1)) == 1


def test_people_hold_offices_until_another_is_attested(full: Ledger) -> None:
    offices = {(office.person.name, office.current) for office in full.offices("BOL")}
    assert offices == {("Ruth Okoro", True), ("Diego Salas", False)}
    (quill,) = full.people("NZL")
    assert (quill.spellings, quill.offices[0].office, quill.offices[0].current) == (("Mara Quill",), "President", True)
    assert [person.party.name for person in full.people("BOL")] == ["Diego Salas", "Ruth Okoro"]


def test_why_two_claims_are_kept_apart(full: Ledger) -> None:
    one, other = full.claims(kind="visit")
    reasons = full.why(one.id, other.id)
    assert not reasons.joined
    assert "days apart" in reasons.lines[-1]


def test_stats(full: Ledger) -> None:
    stats = full.stats()
    assert (stats["reports"], stats["claims"], stats["entries"]) == (2, 7, 7)
    assert stats["claims_by_kind"] == {"meeting": 1, "office": 3, "signing": 1, "visit": 2}
    assert (stats["first"], stats["last"]) == ("2024-03-04", "2025-01-10")
