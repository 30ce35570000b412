"""Two people of one state and one name are told apart by entries, over new readings, and together again by an undo."""

from __future__ import annotations

import pytest
from conftest import Read
from test_exchange import everything, exported, take, two
from written import tell, write

from dostyk.errors import UsageError
from dostyk.ledger import Ledger
from dostyk.model import Party

QUILL, OTHER = Party.parse("NZL:Mara Quill"), Party.parse("NZL:Mara Quill (judge)")


def filled(ledger: Ledger) -> dict[str, str]:
    """Ids of entries by the states that Mara Quill, or Quill, went to."""
    for code, state, name in (
        ("BOL", "Bolivia", "Mara Quill"),
        ("TCD", "Chad", "Quill"),
        ("PER", "Peru", "Mara Quill"),
    ):
        report = write("2024-03-04", f"{name} arrived in {state}.", outlet=f"{state} Post")
        claim = tell(report, "visit", "arrived", f"NZL:{name}", f"{code}={state}", date="2024-03-03")
        ledger.add(report, Read(report.id, "reader 1", [claim]))
    return {entry.whom[0].key: entry.id for entry in ledger.entries()}


def visitors(ledger: Ledger) -> dict[str, str]:
    return {entry.whom[0].key: entry.who[0].key for entry in ledger.entries()}


ONE = {"BOL": QUILL.key, "TCD": QUILL.key, "PER": QUILL.key}
TWO = {"BOL": QUILL.key, "TCD": OTHER.key, "PER": OTHER.key}


def test_entries_are_about_the_other_one_until_it_is_undone(ledger: Ledger) -> None:
    ids = filled(ledger)
    before = (ledger.entries(), ledger.people())
    assert visitors(ledger) == ONE
    ledger.tell_apart(QUILL, [ids["TCD"], ids["PER"]], OTHER.name, by="desk", reason="the judge went there")
    assert visitors(ledger) == TWO
    assert {person.party: (person.spellings, person.mentions) for person in ledger.people()} == {
        QUILL: (("Mara Quill",), 1), OTHER: ((OTHER.name,), 2)}  # fmt: skip
    assert {entry.whom[0].key for entry in ledger.entries(party=OTHER.key)} == {"TCD", "PER"}
    assert ledger.check(rederive=True) == []
    ledger.undo(by="desk")
    assert (ledger.entries(), ledger.people()) == before
    ledger.redo(by="desk")
    assert visitors(ledger) == TWO


def test_a_new_reading_names_the_other_too(ledger: Ledger) -> None:
    ids = filled(ledger)
    ledger.tell_apart(QUILL, [ids["PER"]], OTHER.name, by="desk")
    report = next(report for report in ledger.reports() if "Peru" in report.text)
    again = tell(report, "visit", "arrived", "NZL:Mara Quill", "PER=Peru", date="2024-03-02", reader="reader 2")
    ledger.add(report, Read(report.id, "reader 2", [again]))
    assert visitors(ledger)["PER"] == OTHER.key
    assert ledger.check(rederive=True) == []


def test_it_travels_with_an_export() -> None:
    with two() as (one, other):
        ids = filled(one)
        one.tell_apart(QUILL, [ids["TCD"], ids["PER"]], OTHER.name, by="desk")
        take(other, exported(one))
        assert visitors(other) == TWO
        assert other.check(rederive=True) == []


def test_a_reading_that_counts_no_more_names_whom_it_named_as_in_a_ledger_that_takes_it_in() -> None:
    with two() as (one, other):
        ids = filled(one)
        one.tell_apart(QUILL, [ids["PER"]], OTHER.name, by="desk")
        report = next(report for report in one.reports() if "Peru" in report.text)
        one.add(report, Read(report.id, "reader 2", []))
        take(other, exported(one))
        assert everything(other) == everything(one)


def test_what_says_too_little_is_refused(ledger: Ledger) -> None:
    ids = filled(ledger)
    nobody = Party.parse("NZL:Nobody")
    for party, name, said in ((QUILL, "Mara Quill", "another name"), (nobody, "N", "no report names"),
                              (Party("BOL"), "B", "no report names")):  # fmt: skip
        with pytest.raises(UsageError, match=said):
            ledger.tell_apart(party, [ids["BOL"]], name, by="desk")
    ledger.tell_apart(QUILL, [ids["PER"]], OTHER.name, by="desk")
    with pytest.raises(UsageError, match="no claim there names"):
        ledger.tell_apart(QUILL, [ids["PER"]], "Mara Quill (cook)", by="desk")


def test_a_merge_takes_it_back(ledger: Ledger) -> None:
    ids = filled(ledger)
    before = ledger.entries()
    ledger.tell_apart(QUILL, [ids["TCD"], ids["PER"]], OTHER.name, by="desk")
    with pytest.raises(UsageError, match=r"desk ruled in act 1 that NZL:Mara Quill and .* are two"):
        ledger.reunite(QUILL, OTHER, by="embassy")
    (taken_back,) = ledger.reunite(OTHER, QUILL, by="embassy", others=True)
    assert (taken_back.verb, taken_back.payload["act"]) == ("undo", "1")
    assert ledger.entries() == before


def test_the_other_may_be_of_another_state_in_the_same_report(ledger: Ledger) -> None:
    """One report tells of two ministers of one name, and the reader took them for one."""
    report = write("2024-03-04", "Mara Quill arrived in Bolivia. Mara Quill of Chile flew to Peru.", outlet="Post")
    first = tell(report, "visit", "arrived", "NZL:Mara Quill", "BOL=Bolivia", date="2024-03-03")
    second = tell(report, "visit", "flew", "NZL:Mara Quill", "PER=Peru", date="2024-03-03")
    ledger.add(report, Read(report.id, "reader 1", [first, second]))
    before = ledger.entries()
    ledger.tell_apart(QUILL, [second.id], "Chile:Mara Quill", by="desk")
    assert visitors(ledger) == {"BOL": QUILL.key, "PER": "CHL:Mara Quill"}
    assert ledger.entries(states=("CHL",))[0].whom[0].key == "PER"
    assert {person.party.key for person in ledger.people()} == {QUILL.key, "CHL:Mara Quill"}
    assert ledger.check(rederive=True) == []
    ledger.undo(by="desk")
    assert ledger.entries() == before
