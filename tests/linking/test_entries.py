"""Which claims are one entry, kind by kind; what the entry then says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made import claim

from dostyk.linking import derive, disagreements, offices
from dostyk.model import Claim, Entry

PUBLISHED = {f"r{n}": date(2024, 3, 2 + n) for n in range(1, 8)} | {"late": date(2024, 9, 1), "none": None}


def entries(*claims: Claim, voices: dict[str, str] | None = None) -> list[Entry]:
    return list(derive(claims, PUBLISHED, voices=voices).entries)


def two(kind: str, one: tuple[str, str], other: tuple[str, str], common: dict[str, str], **said: str) -> list[Entry]:
    """Entries of two reports that differ in what `said` gives as `x|y`."""
    first = {name: value.partition("|")[0] for name, value in said.items()}
    second = {name: value.partition("|")[2] if "|" in value else value for name, value in said.items()}
    return entries(
        claim(kind, *one, report="r1", **common, **first), claim(kind, *other, report="r2", **common, **second)
    )


VISITOR, HOST = "NZL:Mara Quill", "BOL"
MEET = ("NZL:Mara Quill; BOL:Diego Salas", "")


@pytest.mark.parametrize(
    ("kind", "one", "other", "said"),
    [
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|2024-03-03/2024-03-05"}),
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|2024-03-04"}),
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03|2024-03-04", "status": "scheduled|happened"}),
        ("visit", (VISITOR, HOST), ("NZL", HOST), {"date": "2024-03-03"}),
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|"}),
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "1959|1959-07"}),
        ("meeting", MEET, MEET, {"date": "2024-03-03"}),
        ("meeting", MEET, ("NZL:Mara Quill; BOL", ""), {"date": "2024-03-03"}),
        ("meeting", ("NZL; BOL", ""), ("NZL; BOL", ""), {"date": "2024-03-03", "place": "BOL:Sucre"}),
        ("call", MEET, MEET, {"date": "2024-03-03|2024-03-04"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""),
         {"what": "agreement on air transport|air transport agreement", "date": "2024-03-03"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""), {"what": "treaty on glaciers", "date": "2024-03-03|"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""),
         {"what": "agreement that frees carriers of fresh fish from customs duties in harbours|agreement on the "
          "exemption of fish carriers from customs duties", "date": "2024-03-03"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""),
         {"what": "agreement on glacier research in the polar seas|glacier research agreement", "date": "2024-03-03"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""),
         {"what": "Nine documents|several cooperation agreements", "date": "2024-03-03|2024-03"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""),
         {"what": "cooperation documents|four documents", "date": "2024-03-03", "status": "scheduled|happened"}),
        ("relations", ("NZL; BOL", ""), ("NZL; BOL", ""), {"level": "strategic partners", "date": "2024-03-03|2024"}),
        ("relations", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "relations established", "date": "1992|"}),
        ("invitation", (VISITOR, "BOL:Diego Salas"), (VISITOR, "BOL:Diego Salas"), {"what": "visit New Zealand"}),
        ("honour", (VISITOR, "BOL:Diego Salas"), ("NZL", "BOL:Diego Salas"), {"award": "Order of the Fern"}),
        ("appointment", (VISITOR, HOST), (VISITOR, HOST), {"post": "ambassador"}),
        ("office", (VISITOR, ""), (VISITOR, ""), {"what": "Prime Minister"}),
        ("office", (VISITOR, ""), (VISITOR, ""), {"what": "PM|Prime Minister of New Zealand"}),
        ("commitment", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "open an air route|open the air route"}),
        ("gathering", ("NZL; BOL", ""), ("NZL; GHA", ""), {"what": "Glacier Summit", "date": "2024-03-03"}),
        ("gathering", ("NZL; BOL", ""), ("NZL", ""),
         {"what": "regatta of the two fleets on the lake|fleets' regatta", "date": "2024-03-03"}),
        ("gathering", ("NZL", ""), ("NZL; GHA", ""),
         {"what": "G20 Leaders' Summit|G20 summit in Sucre", "date": "2024-03-03|2024-03"}),
        ("statement", (VISITOR, HOST), (VISITOR, HOST),
         {"sentence": "We thank Bolivia for its help.|“We thank Bolivia for its help,”", "what": "thanks for help"}),
        ("sanction", ("NZL", HOST), ("NZL", HOST), {"what": "ambassador summoned", "date": "2024-03-03"}),
        ("opening", ("NZL", ""), ("NZL", ""), {"what": "embassy in Sucre", "date": "2026", "status": "scheduled"}),
        ("figure", ("NZL; BOL", ""), ("NZL; BOL", ""),
         {"sentence": "Trade reached 40 million dollars last year.", "what": "trade", "date": "2023"}),
    ],
)  # fmt: skip
def test_one_thing(kind: str, one: tuple[str, str], other: tuple[str, str], said: dict[str, str]) -> None:
    assert len(two(kind, one, other, {}, **said)) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other", "said"),
    [
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|2024-03-20"}),
        ("visit", (VISITOR, HOST), ("NZL:Ruth Okoro", HOST), {"date": "2024-03-03"}),
        ("visit", (VISITOR, HOST), ("BOL:Diego Salas", "NZL"), {"date": "2024-03-03"}),
        ("visit", (VISITOR, HOST), (VISITOR, "GHA"), {"date": "2024-03-03"}),
        ("meeting", MEET, MEET, {"date": "2024-03-03|2024-03-04"}),
        ("meeting", MEET, ("NZL:Mara Quill; BOL:Ana Rojas", ""), {"date": "2024-03-03"}),
        ("meeting", ("NZL; BOL", ""), ("NZL; BOL", ""), {"date": "2024"}),
        ("signing", ("NZL; BOL", ""), ("NZL; BOL", ""),
         {"what": "memorandum of understanding on schools|memorandum of understanding on power", "date": "2024-03-03"}),
        ("signing", ("NZL; BOL", ""), ("NZL; GHA", ""), {"what": "treaty on glaciers", "date": "2024-03-03"}),
        ("relations", ("NZL; BOL", ""), ("NZL; BOL", ""), {"level": "strategic partnership|diplomatic relations"}),
        ("relations", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "relations cut", "date": "1980|2012"}),
        ("invitation", (VISITOR, "BOL:Diego Salas"), ("BOL:Diego Salas", VISITOR), {}),
        ("honour", (VISITOR, "BOL:Diego Salas"), (VISITOR, "BOL:Diego Salas"), {"award": "Fern Order|Silver Medal"}),
        ("commitment", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "open an air route|train young diplomats"}),
        ("commitment", ("NZL; BOL", ""), ("NZL; BOL; GHA", ""), {"what": "open an air route to the islands"}),
        ("commitment", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "work together", "sentence": "We will.|All did."}),
        ("meeting", ("NZL; BOL; GHA", ""), ("NZL; BOL", ""), {"date": "2024-03-03"}),
        ("meeting", MEET, ("NZL; BOL", ""), {"date": "2024-03-03|"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""), {"what": "Nine documents|nine documents", "date": "2022|2024"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""), {"what": "four treaties|six memoranda", "date": "2024-03-03"}),
        ("signing", ("NZL; BOL", ""), ("BOL; NZL", ""), {"what": "four documents|treaty on ice", "date": "2024-03-03"}),
        ("office", (VISITOR, ""), (VISITOR, ""), {"what": "Prime Minister|Deputy Prime Minister"}),
        ("office", (VISITOR, ""), (VISITOR, ""), {"what": "Prime Minister|Prime Minister-designate"}),
        ("statement", (VISITOR, HOST), (VISITOR, HOST), {"sentence": "We thank Bolivia.|We are grateful to friends."}),
        ("statement", (VISITOR, HOST), ("NZL:Ruth Okoro", HOST), {"sentence": "We thank Bolivia for its help."}),
        ("statement", (VISITOR, HOST), (VISITOR, HOST),
         {"sentence": "We thank Bolivia and condemn the raid.", "stance": "thanks|condemn"}),
        ("figure", ("NZL; BOL", ""), ("NZL; BOL", ""), {"sentence": "Trade reached 5 million.", "value": "5|6"}),
    ],
)  # fmt: skip
def test_two_things(kind: str, one: tuple[str, str], other: tuple[str, str], said: dict[str, str]) -> None:
    assert len(two(kind, one, other, {}, **said)) == 2


@pytest.mark.parametrize(
    ("kind", "one", "other", "said", "number"),
    [
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|2024-03-03/2024-03-05"}, 1),
        ("visit", (VISITOR, HOST), (VISITOR, HOST), {"date": "2024-03-03|2020-01-01/2024-12-31"}, 2),
        ("visit", (VISITOR, HOST), ("NZL", HOST), {"date": "2024-03-03"}, 2),
        ("meeting", MEET, MEET, {"date": "2024-03-03", "what": "talks on wool|a working dinner"}, 1),
        ("meeting", MEET, ("NZL; BOL", ""), {"date": "2024-03-03", "what": "talks|talks of delegations"}, 2),
        ("sanction", ("NZL", HOST), ("NZL", HOST), {"what": "ban on imports of wool|ban on imports of salt"}, 2),
        ("signing", ("NZL; BOL", ""), ("NZL; BOL", ""), {"what": "nine documents|two papers", "date": "2024-03-03"}, 2),
        ("relations", ("NZL; BOL", ""), ("NZL; BOL", ""),
         {"what": "recognition", "status": "happened|denied", "date": "2024-03-03"}, 2),
    ],
)  # fmt: skip
def test_one_report_tells_its_things_apart(
    kind: str, one: tuple[str, str], other: tuple[str, str], said: dict[str, str], number: int
) -> None:
    first = {name: value.partition("|")[0] for name, value in said.items()}
    second = {name: value.partition("|")[2] if "|" in value else value for name, value in said.items()}
    assert len(entries(claim(kind, *one, **first), claim(kind, *other, at=90, **second))) == number


def test_a_second_report_does_not_join_what_the_first_told_apart() -> None:
    one = claim("sanction", "NZL", HOST, what="ban on imports of wool", date="2024-03-03", report="r1")
    other = claim("sanction", "NZL", HOST, what="ban on imports of salt", date="2024-03-03", report="r1", at=90)
    third = claim("sanction", "NZL", HOST, what="ban on imports", date="2024-03-03", report="r2")
    found = entries(one, other, third)
    assert all(not {one.id, other.id} <= set(entry.claims) for entry in found)


def test_what_is_recalled_without_a_day_is_not_the_visit_of_the_day() -> None:
    recalled = claim("visit", VISITOR, HOST, report="r2", flags=("background",))
    assert len(entries(claim("visit", VISITOR, HOST, date="2024-03-03", report="r1"), recalled)) == 2


def test_a_vague_claim_that_could_be_of_two_meetings_joins_neither() -> None:
    one = claim("meeting", "NZL:Mara Quill; BOL:Diego Salas", date="2024-03-03", report="r1")
    other = claim("meeting", "NZL:Mara Quill; BOL:Ana Rojas", date="2024-03-03", report="r1", at=50)
    vague = claim("meeting", "NZL; BOL", date="2024-03-03", report="r2")
    assert len(entries(one, other, vague)) == 3
    assert len(entries(one, vague)) == 1


def test_a_plan_and_its_fulfilment_are_one_entry_with_a_history() -> None:
    (entry,) = entries(
        claim("visit", VISITOR, HOST, date="2024-03", status="scheduled", report="r1"),
        claim("visit", VISITOR, HOST, date="2024-03-07/2024-03-08", report="r6", place="BOL:Sucre"),
    )
    assert [step[:2] for step in entry.history] == [("2024-03-03", "scheduled"), ("2024-03-08", "happened")]
    assert entry.status == "happened"
    assert entry.date is not None
    assert entry.date.iso == "2024-03-07/2024-03-08"
    assert disagreements(entry.versions) == {}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (("scheduled", "cancelled"), "cancelled"),
        (("cancelled", "scheduled"), "scheduled"),
        (("happened", "scheduled"), "happened"),
        (("scheduled", "happened", "denied"), "denied"),
    ],
)
def test_the_status_is_what_was_told_last_but_the_past_is_no_plan(told: tuple[str, ...], status: str) -> None:
    (entry,) = entries(*[claim("visit", VISITOR, HOST, date="2024-03-03", status=one, report=f"r{n}")
                         for n, one in enumerate(told, start=1)])  # fmt: skip
    assert entry.status == status


def test_where_reports_disagree_each_version_stands_with_its_claims() -> None:
    claims = [claim("meeting", MEET[0], date="2024-03-03", place=f"BOL:{city}", report=f"r{n}")
              for n, city in enumerate(("Sucre", "La Paz", "La Paz"), start=1)]  # fmt: skip
    (entry,) = entries(*claims)
    assert entry.place == "BOL:La Paz"
    found = disagreements(entry.versions)
    assert {version.value: len(version.claims) for version in found["place"]} == {"BOL:La Paz": 2, "BOL:Sucre": 1}
    (copied,) = entries(*claims, voices={"r2": "r2", "r3": "r2"})
    assert copied.place == "BOL:La Paz"
    assert copied.confidence < entry.confidence


def test_the_more_precise_version_is_preferred_and_a_vaguer_one_supports_it() -> None:
    (entry,) = entries(
        claim("meeting", "NZL:Mara Quill; BOL", date="2024-03", place="BOL", report="r1"),
        claim("meeting", MEET[0], date="2024-03-03", place="BOL:Sucre", report="r2", what="talks on glaciers"),
    )
    assert entry.date is not None
    assert (entry.date.iso, entry.place, entry.what) == ("2024-03-03", "BOL:Sucre", "talks on glaciers")
    assert [party.key for party in entry.who] == ["BOL:Diego Salas", "NZL:Mara Quill"]
    assert disagreements(entry.versions) == {}


def test_a_name_is_preferred_to_a_longer_description() -> None:
    described = "agreement that frees carriers of fresh fish from all customs duties in harbours"
    named = "agreement on the exemption of fish carriers from customs duties"
    told = [claim("signing", "NZL; BOL", what=what, instrument=what, date="2024-03-03", report=f"r{n}")
            for n, what in enumerate((described, named), 1)]  # fmt: skip
    (entry,) = entries(*told)
    assert entry.detail.instrument == entry.what == named


def test_the_earliest_report_founds_the_entry() -> None:
    one = claim("visit", VISITOR, HOST, date="2024-03-03", report="r2")
    other = claim("visit", VISITOR, HOST, date="2024-03-03", report="r1", at=90)
    undated = claim("visit", VISITOR, HOST, date="2024-03-03", report="none")
    derived = derive((one, other, undated), PUBLISHED)
    (entry,) = derived.entries
    assert entry.id == entry.anchors[0].entry_id
    assert [anchor.report for anchor in entry.anchors] == ["r1", "r2", "none"]
    assert set(derived.redirects) == {anchor.entry_id for anchor in entry.anchors[1:]}


def test_claims_of_one_trigger_have_addresses_of_their_own() -> None:
    signed = [claim("signing", "NZL; BOL", what=f"treaty on {what}", at=10) for what in ("rails", "glaciers", "wool")]
    found = entries(*signed)
    assert len({entry.id for entry in found}) == 3
    assert [entry.id for entry in entries(*reversed(signed))] == [entry.id for entry in found]


def test_meetings_and_signings_of_the_days_and_states_are_parts_of_a_visit() -> None:
    found = entries(
        claim("visit", VISITOR, HOST, date="2024-03-03/2024-03-05", place="BOL"),
        claim("meeting", MEET[0], date="2024-03-04", at=20),
        claim("meeting", "NZL:Ruth Okoro; BOL:Diego Salas", date="2024-03-04", at=30),
        claim("meeting", "NZL:Mara Quill; GHA", date="2024-03-04", at=40),
        claim("signing", "NZL; BOL", date="2024-03-05", what="treaty on glaciers", at=50),
        claim("signing", "NZL; BOL", date="2024-03-09", what="treaty on wool", at=60),
        claim("honour", "BOL", VISITOR, date="2024-03-04", what="Order of the Condor", place="NZL", at=70),
    )
    visit = next(entry for entry in found if entry.kind == "visit")
    parts = {(entry.kind, entry.what or entry.parties[0].key) for entry in found if entry.part_of == visit.id}
    assert parts == {("meeting", "BOL:Diego Salas"), ("signing", "treaty on glaciers")}


def test_offices_run_from_the_first_to_the_last_day_attested() -> None:
    def holds(who: str, report: str, what: str = "Foreign Minister") -> Claim:
        return claim("office", who, what=what, place="BOL", status="ongoing", report=report)

    held = offices(entries(
        holds("BOL:Diego Salas", "r1"), holds("BOL:Diego Salas", "r3"), holds("BOL:Ruth Okoro", "r5"),
        holds("BOL:Ana Rojas", "r2", "former President"), holds("BOL:Ana Rojas", "late", "Mayor of Sucre"),
        holds("BOL:Luz Paz", "r1", "Ambassador"), holds("BOL:Ivo Cruz", "r2", "Ambassador of Bolivia"),
    ))  # fmt: skip
    told = {(office.person.name, office.office): (office.first, office.last, office.current) for office in held}
    assert told == {
        ("Diego Salas", "Foreign Minister"): (date(2024, 3, 3), date(2024, 3, 5), False),
        ("Ruth Okoro", "Foreign Minister"): (date(2024, 3, 7), date(2024, 3, 7), True),
        ("Luz Paz", "Ambassador"): (date(2024, 3, 3), date(2024, 3, 3), True),
        ("Ivo Cruz", "Ambassador of Bolivia"): (date(2024, 3, 4), date(2024, 3, 4), True),
        ("Ana Rojas", "former President"): (date(2024, 3, 4), date(2024, 3, 4), False),
        ("Ana Rojas", "Mayor of Sucre"): (date(2024, 9, 1), date(2024, 9, 1), True),
    }


def test_a_new_holder_closes_the_old_one_where_an_office_has_one_at_a_time() -> None:
    def holds(
        who: str, report: str, what: str = "Foreign Minister", date: str = "", flags: tuple[str, ...] = ()
    ) -> Claim:
        return claim("office", who, what=what, place="BOL", status="ongoing", report=report, date=date, flags=flags)

    told = entries(
        holds("BOL:Diego Salas", "r1"), holds("BOL:Diego Salas", "r3"), holds("BOL:Ruth Okoro", "r5"),
        holds("BOL:Ana Rojas", "r2", date="2019-05-01/2023-12-31", flags=("background",)),
        holds("BOL:Luz Paz", "r1", "Ambassador"), holds("BOL:Ivo Cruz", "r2", "Ambassador of Bolivia"),
    )  # fmt: skip
    assert {office.person.name: (office.last, office.until) for office in offices(told)} == {
        "Ana Rojas": (date(2023, 12, 31), date(2024, 3, 2)),
        "Diego Salas": (date(2024, 3, 5), date(2024, 3, 6)),
        "Ruth Okoro": (date(2024, 3, 7), None),
        "Luz Paz": (date(2024, 3, 3), None),
        "Ivo Cruz": (date(2024, 3, 4), None),
    }
    then = {office.person.name: (office.last, office.current) for office in offices(told, date(2024, 3, 4))}
    assert then["Diego Salas"] == (date(2024, 3, 3), True)
    assert "Ruth Okoro" not in then


def test_copies_are_one_voice() -> None:
    claims = [claim("visit", VISITOR, "BOL", date="2024-03-03", report=name) for name in ("r1", "r2", "r3")]
    (entry,) = entries(*claims, voices={"r1": "r1", "r2": "r1", "r3": "r3"})
    assert (entry.reports, entry.voices) == (3, 2)


def test_the_joint_statement_of_a_day_is_one_under_all_its_names() -> None:
    told = [("joint statement", "r1"), ("joint statement on a strategic partnership", "r2"), ("treaty on wool", "r3")]
    found = entries(*(
        claim("signing", "NZL; BOL", date="2024-03-03", what=what, report=report, instrument=what)
        for what, report in told
    ))  # fmt: skip
    assert sorted(entry.reports for entry in found) == [1, 2]


def test_the_days_of_arrival_and_departure_do_not_disagree_where_a_report_gives_the_whole_stay() -> None:
    days = ["2024-03-03", "2024-03-05", "2024-03-03/2024-03-05"]
    told = [claim("visit", VISITOR, HOST, date=day, report=f"r{n}") for n, day in enumerate(days, 1)]
    [whole] = entries(*told)
    assert disagreements(whole.versions) == {}
    assert set(disagreements(entries(*told[:2])[0].versions)) == {"date"}


def test_talks_of_two_days_in_one_report_are_two_though_the_day_of_one_was_inferred() -> None:
    first = claim("meeting", *MEET, date="2024-03-03", basis="visit", at=10)
    assert len(entries(first, claim("meeting", *MEET, date="2024-03-04", at=90))) == 2


def test_what_a_report_of_a_visit_tells_of_without_a_day_is_part_of_it() -> None:
    stay = claim("visit", VISITOR, HOST, date="2024-03-03/2024-03-05", at=1)
    ledger = derive(
        [
            stay,
            claim("meeting", "NZL:Mara Quill; BOL:Eva Rios", at=10),
            claim("meeting", "NZL:Tom Hale; BOL:Juan Paz", at=20),  # a companion's
            claim("gathering", VISITOR, what="round table of traders", at=30),
            claim("invitation", VISITOR, "BOL:Diego Salas", at=40),
            claim("invitation", "BOL:Diego Salas", VISITOR, at=50),  # at which she came
            claim("meeting", "NZL:Mara Quill; GHA:Kofi Addo", at=60),  # not in Bolivia
            claim("meeting", "NZL:Ruth Okoro; BOL:Ana Vega", report="r2"),  # of another report
        ],
        {"r1": date(2024, 3, 6), "r2": date(2024, 3, 6)},
    )
    [visit] = [entry for entry in ledger.entries if entry.kind == "visit"]
    parts = {entry.anchors[0].start for entry in ledger.entries if entry.part_of == visit.id}
    assert parts == {10, 20, 30, 40}


def test_a_report_that_only_recalls_a_visit_tells_of_no_parts_of_it() -> None:
    told = [claim("visit", VISITOR, HOST, date="2024-03-03/2024-03-05", at=1), claim("meeting", *MEET, at=10)]
    assert not any(entry.part_of for entry in derive(told, {"r1": date(2024, 9, 6)}).entries)


def test_all_days_of_a_gathering_say_more_than_one_of_them() -> None:
    def days(told: str, basis: str) -> str:
        both = (claim("gathering", VISITOR, what="Glacier Summit", date=told, basis=basis, report="r1"),
                claim("gathering", VISITOR, what="Glacier Summit", date="2024-03-05", report="r2"))  # fmt: skip
        (entry,) = entries(*both)
        return entry.date.iso if entry.date else ""

    assert days("2024-03-04/2024-03-06", "tense") == "2024-03-04/2024-03-06"
    assert days("2024-03-04/2024-03-10", "published") == "2024-03-05"  # `later this week`


def test_a_city_toured_is_not_the_place_of_the_whole_visit() -> None:
    places = ["BOL:Oruro", "BOL", "BOL"]
    [visit] = entries(
        *(claim("visit", VISITOR, HOST, date="2024-03-03", place=p, report=f"r{n}") for n, p in enumerate(places, 1))
    )
    assert visit.place == "BOL"


def test_what_happened_stands_before_the_plans_for_it() -> None:
    statuses = ["scheduled", "scheduled", "happened"]
    [visit] = entries(
        *(claim("visit", VISITOR, HOST, date="2024-03-03", status=s, report=f"r{n}") for n, s in enumerate(statuses, 1))
    )
    assert [version.value for version in visit.versions["status"]] == ["happened", "scheduled"]


def test_an_agreement_enters_into_force_long_after_that_was_announced() -> None:
    name, sides = "agreement on air transport", "NZL; BOL"
    told = [
        claim("ratification", sides, what=name, status="scheduled", report="r1"),
        claim("ratification", sides, what=name, date="2024-11-05", report="r2"),
    ]
    days = {"r1": date(2024, 1, 6), "r2": date(2024, 11, 6)}
    assert len(derive(told, days).entries) == 1
    assert len(derive(told, {"r1": date(2024, 12, 6), "r2": date(2024, 11, 6)}).entries) == 2  # in force already


def test_an_invitation_named_as_the_ground_of_a_later_visit_is_the_one_made_before() -> None:
    told = [
        claim("invitation", VISITOR, "BOL:Diego Salas", what="to visit", report=name) for name in ("r1", "r2", "r3")
    ]
    days = {"r1": date(2024, 1, 6), "r2": date(2024, 3, 20), "r3": date(2025, 3, 20)}
    assert len(derive(told, days).entries) == 2


def test_figures_of_one_thing_and_period_are_one_entry_that_shows_where_reports_differ() -> None:
    def figure(report: str, what: str, value: str, period: str = "2024", status: str = "happened") -> Claim:
        return claim("figure", "NZL; BOL", what=what, value=value, date=period, report=report, status=status)

    one, other = figure("r1", "two-way trade", "$879 million"), figure("r2", "trade turnover", "$860 million")
    [joined] = entries(one, other)
    assert set(disagreements(joined.versions)) == {"value"}
    for apart in (
        figure("r2", "tourists", "860"),
        figure("r2", "trade turnover", "$860 million", "2023"),
        figure("r2", "trade turnover", "$2 billion", status="scheduled"),
    ):
        assert len(entries(one, apart)) == 2


LATER = {"r1": date(2024, 3, 4), "r2": date(2024, 12, 1), "r3": date(2024, 9, 4)}


def test_a_visit_recalled_without_a_day_is_the_only_one_that_is_known_before() -> None:
    dated = claim("visit", VISITOR, HOST, date="2024-03-03/2024-03-05", report="r1")
    recalled = claim("visit", VISITOR, HOST, report="r2")  # `during President Quill's visit to Bolivia`
    assert len(derive((dated, recalled), LATER).entries) == 1
    again = claim("visit", VISITOR, HOST, date="2024-09-03", report="r3")
    assert len(derive((dated, again, recalled), LATER).entries) == 3  # it may be either
    assert len(derive((dated, recalled), {**LATER, "r2": date(2031, 3, 4)}).entries) == 2  # too long ago to mean it


@pytest.mark.parametrize(
    ("said", "recalled"),
    [
        ({"status": "scheduled"}, claim("visit", VISITOR, HOST, report="r2")),
        ({}, claim("visit", VISITOR, HOST, report="r2", status="scheduled")),
        ({}, claim("visit", VISITOR, "GHA", report="r2")),
        ({}, claim("visit", "NZL", HOST, report="r2")),
        ({}, claim("visit", "NZL:Ruth Okoro", HOST, report="r2")),
    ],
)
def test_a_plan_another_host_or_no_person_recalls_no_visit(said: dict[str, str], recalled: Claim) -> None:
    dated = claim(
        "visit", VISITOR, HOST, date="2024-03-03/2024-03-05", report="r1", status=said.get("status", "happened")
    )
    assert len(derive((dated, recalled), LATER).entries) == 2


def test_a_meeting_recalled_without_a_day_is_the_only_one_of_the_weeks_before() -> None:
    dated = claim("meeting", *MEET, date="2024-03-03", report="r1")
    recalled = claim("meeting", *MEET, report="r2", flags=("background",))  # `she had raised the matter with him`
    days = {**LATER, "r2": date(2024, 3, 20)}
    assert len(derive((dated, recalled), days).entries) == 1
    assert len(derive((dated, replace(recalled, flags=())), days).entries) == 2  # told as news
    again = claim("meeting", *MEET, date="2024-03-08", report="r3")
    assert len(derive((dated, again, recalled), days).entries) == 3  # it may be either
    assert len(derive((dated, recalled), {**days, "r2": date(2024, 5, 20)}).entries) == 2


def test_what_recalls_a_visit_belongs_to_the_nearer_one_where_its_report_is_of_the_days() -> None:
    dated = claim("visit", VISITOR, HOST, date="2024-03-03/2024-03-05", report="r1")
    again = claim("visit", VISITOR, HOST, date="2024-11-29", report="r2")
    undated = claim("visit", VISITOR, HOST, report="r3")
    days = {**LATER, "r3": date(2024, 12, 2)}
    assert sorted(len(entry.claims) for entry in derive((dated, again, undated), days).entries) == [1, 2]


def test_an_agreement_enters_into_force_under_a_shorter_name_than_it_was_announced() -> None:
    told = [
        claim("ratification", "NZL; BOL", what="fisheries agreement", status="scheduled", report="r1"),
        claim(
            "ratification", "NZL; BOL", what="agreement on fisheries in southern waters", date="2024-12-01", report="r2"
        ),
    ]
    assert len(derive(told, LATER).entries) == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("584 million USD", "half a billion dollars", True),
        ("1.5 billion dollars", "1,500 million dollars", False),
        ("a quarter of a million tonnes", "250,000 tonnes", False),
        ("$2.6bn", "$2.6 million", True),
        ("two million tonnes", "2 million tonnes", False),
        ("twelve lorries", "12 lorries", False),
        ("six helicopters", "five helicopters", True),
    ],
)
def test_numbers_are_compared_with_what_they_are_counted_in(one: str, other: str, differ: bool) -> None:
    told = [claim("figure", "NZL; BOL", what="trade turnover", value=value, date="2023", report=f"r{n}")
            for n, value in enumerate((one, other), 1)]  # fmt: skip
    [entry] = entries(*told)
    assert ("value" in disagreements(entry.versions)) == differ


def test_reports_that_count_other_numbers_of_papers_disagree() -> None:
    told = [claim("signing", "NZL; BOL", what=counted, value=counted, date="2024-03-03", report=f"r{n}")
            for n, counted in enumerate(("Eight documents", "nine agreements", "8 documents"), 1)]  # fmt: skip
    (entry,) = entries(*told)
    assert {name: [v.value for v in given] for name, given in disagreements(entry.versions).items()} == {
        "value": ["8 documents", "Eight documents", "nine agreements"]}  # fmt: skip


def test_a_statement_signed_by_one_report_and_adopted_by_another_is_shown_as_differing() -> None:
    told = [claim("signing", "NZL; BOL", what="joint statement", date="2024-03-03", form=form, report=f"r{n}")
            for n, form in enumerate(("signed", "adopted"), 1)]  # fmt: skip
    assert set(disagreements(entries(*told)[0].versions)) == {"form"}


@pytest.mark.parametrize(
    ("state", "long", "short"),
    [
        ("VNM", "NA Chairman", "Chairman of the National Assembly"),
        ("VNM", "General Secretary of the Communist Party of Viet Nam Central Committee", "Party General Secretary"),
        ("VNM", "Communist Party General Secretary", "Party General Secretary"),
        ("VNM", "Vietnamese Communist Party General Secretary", "General Secretary"),
        ("CHN", "CPC Central Committee General Secretary", "CPC General Secretary"),
        ("LAO", "General Secretary of the Lao People's Revolutionary Party Central Committee", "General Secretary"),
        ("BOL", "Minister of Foreign Affairs of Bolivia", "Foreign Minister"),
        ("BOL", "Deputy Prime Minister – Minister of Foreign Affairs", "Deputy Prime Minister and Foreign Minister"),
        ("BOL", "Deputy Prime Minister, Foreign Minister", "Deputy Prime Minister Foreign Minister"),
    ],
)
def test_an_office_is_one_under_its_long_and_its_short_name(state: str, long: str, short: str) -> None:
    told = [claim("office", f"{state}:Luz Paz", what=what, place=state, status="ongoing", report=f"r{n}")
            for n, what in enumerate((long, short), 1)]  # fmt: skip
    assert len(offices(entries(*told))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("General Secretary of the Youth Union Central Committee", "General Secretary"),
        ("President of the Labour Party", "President"),
        ("Youth Union Central Committee General Secretary", "General Secretary"),
        ("Deputy Trade Minister", "Trade Minister"),
        ("Secretary of the Hanoi Party Committee", "General Secretary"),
    ],
)
def test_offices_of_other_bodies_stay_apart(one: str, other: str) -> None:
    told = [claim("office", "VNM:Luz Paz", what=what, place="VNM", status="ongoing", report=f"r{n}")
            for n, what in enumerate((one, other), 1)]  # fmt: skip
    assert len(offices(entries(*told))) == 2


def test_an_office_is_shown_without_the_name_of_its_state_before_it() -> None:
    told = claim("office", "BOL:Luz Paz", what="Bolivian Ambassador to Ghana", place="BOL", status="ongoing")
    assert [office.office for office in offices(entries(told))] == ["Ambassador to Ghana"]


def test_two_offices_held_together_are_shown_under_their_usual_names() -> None:
    told = claim("office", "BOL:Luz Paz", what="Deputy Prime Minister Foreign Minister", place="BOL", status="ongoing")
    assert [office.office for office in offices(entries(told))] == ["Deputy Prime Minister and Foreign Minister"]


_LONG_AFTER = {"r1": date(2024, 3, 3), "r2": date(2024, 3, 4), "r9": date(2024, 9, 1), "r10": date(2024, 12, 1)}


def _invited(*told: Claim) -> list[tuple[str, int]]:
    found = derive(list(told), _LONG_AFTER).entries
    return sorted((entry.what, entry.reports) for entry in found if entry.kind == "invitation")


def test_invitations_without_a_day_are_one_by_who_invites_whom_to_what() -> None:
    def invites(what: str, report: str, whom: str = "BOL:Diego Salas") -> Claim:
        return claim("invitation", VISITOR, whom, what=what, report=report)

    assert _invited(invites("to visit", "r1"), invites("to pay an official visit next year", "r2")) == [
        ("to pay an official visit next year", 2)]  # fmt: skip
    assert _invited(invites("to attend the Wool Forum", "r1"), invites("to take part in the Wool Forum", "r2")) == [
        ("to take part in the Wool Forum", 2)]  # fmt: skip
    assert len(_invited(invites("to attend the Wool Forum", "r1"), invites("to attend the Climate Summit", "r2"))) == 2
    assert len(_invited(invites("to visit", "r1"), invites("to visit", "r2", "BOL:Ana Rojas"))) == 2
    assert len(_invited(invites("to visit", "r1"), invites("to visit", "r9"))) == 2  # made again, half a year later


def test_an_invitation_that_is_recalled_is_the_one_that_was_made_before() -> None:
    def invites(report: str, *flags: str, date: str = "", at: int = 10) -> Claim:
        return claim("invitation", VISITOR, "BOL:Diego Salas", what="to visit", report=report, flags=flags, date=date,
                     at=at)  # fmt: skip

    for made in (invites("r1"), invites("r1", date="2024-03-02")):
        for later in ("r2", "r9"):
            assert _invited(made, invites(later, "background")) == [("to visit", 2)]
    made_again = (invites("r1"), invites("r9"), invites("r10", "background"))
    assert len(_invited(*made_again)) == 3  # of which of the two, nothing says
    assert len(_invited(invites("r9"), invites("r2", "background"))) == 2  # it was not made yet
