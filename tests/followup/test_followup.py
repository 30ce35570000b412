from __future__ import annotations

from datetime import date

import pytest
from entries_by_hand import entry
from hypothesis import given
from hypothesis import strategies as st

from dostyk.followup import (
    anniversaries,
    commitment_states,
    due_items,
    instrument_states,
    invitation_states,
    record_of,
    talking_points,
)
from dostyk.model import Detail

TODAY = date(2026, 6, 1)
ADA, BO = "CAN:Ada Roy", "IND:Bo Rao"


def _invitation(**more: str):  # type: ignore[no-untyped-def]
    return entry(
        "invitation", ADA, BO, **{"day": "2025-06-06", "told": "2025-06-07", "what": "to attend the summit", **more}
    )


def _state(*entries):  # type: ignore[no-untyped-def]
    (found,) = invitation_states(entries, TODAY)
    return found


def test_a_later_visit_of_the_invitee_takes_the_invitation_up() -> None:
    visit = entry("visit", BO, "CAN", "2025-06-16/2025-06-17")
    found = _state(visit, _invitation())
    assert (found.state, found.answer.entry.id) == ("taken up", visit.id)
    assert found.answer.why == "a later visit of Bo Rao to the inviting side (CAN)"


def test_a_meeting_on_the_inviters_soil_takes_it_up_too() -> None:
    meeting = entry("meeting", f"{ADA}; {BO}", "", "2025-06-17", "CAN:Kananaskis")
    assert _state(meeting, _invitation()).state == "taken up"


@pytest.mark.parametrize("visit", [
    entry("visit", BO, "CAN", "2024-06-16"),  # before
    entry("visit", BO, "CAN", "2025-06-05/2025-06-07"),  # made during this visit, not answered by it
    entry("visit", BO, "KEN", "2025-06-16"),  # elsewhere
    entry("visit", "IND:Cy Das", "CAN", "2025-06-16"),  # somebody else
    entry("visit", ADA, "IND", "2025-06-16"),  # the wrong way
    entry("visit", BO, "CAN"),  # on no known day
])  # fmt: skip
def test_other_visits_leave_it_open(visit) -> None:  # type: ignore[no-untyped-def]
    found = _state(visit, _invitation())
    assert (found.state, found.answer) == ("open", None)


def test_a_bare_state_as_invitee_is_not_answered_by_just_anybody() -> None:
    visit = entry("visit", BO, "CAN", "2025-07-01")
    assert _state(visit, entry("invitation", ADA, "IND", "2025-06-06")).state == "open"


def test_a_visit_called_off_is_shown_and_answers_nothing() -> None:
    off = entry("visit", BO, "CAN", "2025-06-16", status="cancelled")
    found = _state(off, _invitation())
    assert (found.state, found.put_off) == ("open", (off,))
    later = entry("visit", BO, "CAN", "2025-09-01")
    assert _state(off, later, _invitation()).answer.entry == later


def test_an_announced_visit_plans_for_it() -> None:
    planned = entry("visit", BO, "CAN", "2026-07-01", status="scheduled")
    assert _state(planned, _invitation()).state == "planned"


def test_an_undated_invitation_belongs_to_the_visit_of_its_own_report() -> None:
    visit = entry("visit", BO, "CAN", "2025-05-05/2025-05-07", told="2025-05-08", report="one")
    same = entry("invitation", ADA, BO, told="2025-05-08", report="one")
    assert _state(visit, same).state == "taken up"
    assert _state(visit, entry("invitation", ADA, BO, told="2025-05-08", report="two")).state == "open"


def test_an_invitation_whose_term_is_over() -> None:
    due = Detail(due="2025-12", accepted="accepted")
    found = _state(entry("invitation", ADA, BO, "2025-06-06", detail=due))
    assert (found.state, found.accepted) == ("time past", True)


def test_sides_and_terms_of_commitments() -> None:
    entries = [
        entry("commitment", "CAN; IND", day="2025-01-01", what="raise trade", detail=Detail(due="2026-05")),
        entry("commitment", BO, "CAN", "2025-01-02", what="send a mission", detail=Detail(due="2026-06-01")),
        entry("commitment", "IGO:ASEAN", day="2025-01-03", what="meet again"),
        entry("commitment", "CAN", day="2025-01-04", what="send grain", status="cancelled"),
    ]
    found = commitment_states(reversed(entries), TODAY)
    assert [(s.side, s.overdue, s.open) for s in found] == [
        ("joint", True, True), ("IND", False, True), ("", False, True), ("CAN", False, False),
    ]  # fmt: skip


def test_a_deed_of_the_promised_kind_about_the_same_thing_is_proposed_as_answer() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="designate new high commissioners")
    deed = entry("appointment", "CAN:Cy Das", "IND", "2025-08-28", what="High Commissioner")
    (state,) = commitment_states([deed, promise], TODAY)
    assert state.answer is not None
    assert (state.answer.entry, state.open) == (deed, True)


@pytest.mark.parametrize("deed", [
    entry("appointment", "CAN:Cy Das", "IND", "2025-06-01", what="High Commissioner"),  # earlier
    entry("appointment", "KEN:Cy Das", "PER", "2025-08-28", what="High Commissioner"),  # others
    entry("signing", "CAN; IND", "", "2025-08-28", what="agreement on high commissioners"),  # another kind of deed
    entry("appointment", "CAN:Cy Das", "IND", "2025-08-28", what="Consul General"),  # another post
])  # fmt: skip
def test_other_deeds_answer_nothing(deed) -> None:  # type: ignore[no-untyped-def]
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="designate new high commissioners")
    (state,) = commitment_states([deed, promise], TODAY)
    assert state.answer is None


def test_likeness_in_general_words_alone_answers_nothing() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="sign a cooperation agreement")
    deed = entry("signing", "CAN; IND", "", "2025-08-28", what="cooperation agreement on fisheries")
    (state,) = commitment_states([promise, deed], TODAY)
    assert state.answer is None


def test_entry_into_force_is_joined_to_its_signing() -> None:
    visas = entry("signing", "CAN; IND", "", "2023-08-21", what="agreement on visas")
    air = entry("signing", "CAN; IND", "", "2023-08-21", what="agreement on air services")
    step = entry("ratification", "CAN; IND", "", "2024-05-25", what="visa agreement enters into force")
    joined, other = sorted(instrument_states([step, air, visas], TODAY), key=lambda state: -len(state.steps))
    assert (joined.entry, joined.steps[0].entry, other.steps) == (visas, step, ())


def test_a_full_name_is_told_from_one_that_lies_within_it() -> None:
    short = entry("signing", "CAN; IND", "", "2023-08-21", what="visa exemption agreement")
    full = entry("signing", "CAN; IND", "", "2023-08-21", what="agreement on visa exemption for ordinary passports")
    step = entry(
        "ratification", "CAN; IND", "", "2024-05-25", what="agreement on visa exemption for ordinary passports"
    )
    states = {state.entry.id: len(state.steps) for state in instrument_states([short, full, step], TODAY)}
    assert states == {short.id: 0, full.id: 1}


def test_a_step_that_fits_two_signings_or_none_stands_alone() -> None:
    twins = [entry("signing", "CAN; IND", "", f"2023-08-2{n}", what="agreement on visas") for n in (1, 2)]
    step = entry("ratification", "CAN; IND", "", "2024-05-25", what="agreement on visas")
    assert sum(len(state.steps) for state in instrument_states([*twins, step], TODAY)) == 0
    assert len(instrument_states([*twins, step], TODAY)) == 3


def test_anniversaries_keep_the_precision_of_the_day() -> None:
    entries = [
        entry("relations", "CAN; IND", day="1992-06-29"),
        entry("relations", "CAN; IND", day="1947-08"),
        entry("signing", "CAN; IND", day="2024-02-29"),
        entry("signing", "CAN; IND", day="1963"),
        entry("signing", "CAN; IND", day="2023-08-20/2023-08-22"),
        entry("signing", "CAN; IND", day="2025-06-01", status="scheduled"),
    ]
    found = anniversaries(entries, TODAY, date(2027, 6, 1))
    assert [(one.on.iso, one.number) for one in found] == [
        ("2026", 63), ("2026-06-29", 34), ("2026-08", 79), ("2027", 64), ("2027-02-28", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "number"), [
    ("agreement", 0), ("Twelve documents", 0), ("12 memoranda of understanding", 0), ("agreement on visas", 1),
])  # fmt: skip
def test_papers_without_a_name_of_their_own_have_no_anniversary(name: str, number: int) -> None:
    signed = entry("signing", "CAN; IND", day="2024-08-21", what="signed", detail=Detail(instrument=name))
    assert len(anniversaries([signed], TODAY, date(2027, 6, 1))) == number


@pytest.mark.parametrize(("level", "number"), [
    ("diplomatic relations", 1), ("diplomatic relations severed", 0), ("diplomatic ties broken off", 0),
    ("relations downgraded", 0),
])  # fmt: skip
def test_relations_that_ended_have_no_anniversary(level: str, number: int) -> None:
    told = entry("relations", "CAN; IND", day="2024-08-21", what=level, detail=Detail(level=level))
    assert len(anniversaries([told], TODAY, date(2027, 6, 1))) == number


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_nothing_is_overdue_before_its_term_ends(due: date, today: date) -> None:
    promise = entry("commitment", "CAN", day="1999-01-01", what="send grain", detail=Detail(due=due.isoformat()))
    (state,) = commitment_states([promise], today)
    assert state.overdue == (today > due)


def test_who_accepted_is_not_said_to_have_left_it_unanswered() -> None:
    asked = [entry("invitation", ADA, BO, "2025-06-06", what="to visit (accepted)", detail=Detail(accepted="accepted")),
             entry("invitation", ADA, "IND:Cy Das", "2025-06-06", what="to visit")]  # fmt: skip
    assert [item.text for item in due_items(record_of(asked, TODAY)) if item.kind == "invitation"] == [
        "Bo Rao, invited by Ada Roy to visit: accepted, and no visit told of for 360 days",
        "Cy Das, invited by Ada Roy to visit: unanswered for 360 days",
    ]


def test_of_many_figures_a_talking_point_tells_the_last() -> None:
    target = entry(
        "commitment", "CAN; IND", day="2020-01-01", told="2020-01-01", what="raise trade to $90 billion by 2030"
    )
    figures = [entry("figure", "CAN; IND", day=str(year), told=f"{year + 1}-02-01", what="two-way trade",
                     detail=Detail(value=f"${year - 2000} billion")) for year in range(2021, 2026)]  # fmt: skip
    record = record_of([target, *figures], TODAY)
    (point,) = talking_points(record, {target.id}, {})
    assert [seen.day for seen in point.seen] == ["2023", "2024", "2025"]


def test_a_line_to_say_names_the_farthest_step() -> None:
    promise = entry("commitment", "CAN; IND", day="2023-01-10", what="designate new high commissioners")
    deeds = [entry("appointment", who, day=day, what="new high commissioner", report=who)
             for who, day in (("CAN:Ada Roy", "2023-03-01"), ("IND:Bo Rao", "2023-04-01"))]  # fmt: skip
    (point,) = talking_points(record_of([promise, *deeds], TODAY), {promise.id}, {})
    assert [seen.text.partition(" (")[0] for seen in point.seen] == [
        "partly done: Ada Roy, new high commissioner",
        "done: Bo Rao, new high commissioner",
    ]
    assert "we have seen: Bo Rao, new high commissioner (2023-04-01)." in point.line


def test_a_value_that_the_words_give_stands_once_and_so_does_a_term() -> None:
    target = entry("commitment", "CAN; IND", day="2020-01-01", what="raise trade to $90 billion by 2030",
                   detail=Detail(target="$90 billion", due="2030"))  # fmt: skip
    figure = entry("figure", "CAN; IND", day="2024", told="2025-02-01", what="trade of $40 billion",
                   detail=Detail(value="$40 billion"))  # fmt: skip
    (point,) = talking_points(record_of([target, figure], TODAY), {target.id}, {})
    assert point.seen[0].text.startswith("measured: trade of $40 billion (")
    assert point.line.startswith("We agreed to raise trade to $90 billion by 2030. The last")


def test_what_is_only_announced_is_told_as_that() -> None:
    promise = entry("commitment", "CAN; IND", day="2023-01-10", what="increase the number of flights")
    route = entry("opening", "CAN; IND", day="2026", told="2025-06-01", what="flights Delhi – Toronto",
                  status="scheduled")  # fmt: skip
    (point,) = talking_points(record_of([promise, route], TODAY), {promise.id}, {})
    assert point.seen[0].text.startswith("started: flights Delhi – Toronto, announced (")


def test_an_agreement_without_a_name_is_not_asked_about() -> None:
    signed = [entry("signing", "CAN; IND", day="2025-01-01", detail=Detail(instrument=name), report=name)
              for name in ("the agreement", "agreement on air services", "memorandum on air services")]  # fmt: skip
    found = [item.text for item in due_items(record_of(signed, TODAY)) if item.kind == "not in force"]
    assert found == ["agreement on air services: signed 516 days ago, and no report says that it is in force"]


def test_what_was_shown_done_and_not_settled_is_not_only_silent() -> None:
    promise = entry("commitment", "CAN; IND", day="2023-01-10", what="designate new high commissioners")
    deeds = [entry("appointment", who, day="2023-03-01", what="new high commissioner") for who in ("CAN", "IND")]
    record = record_of([promise, *deeds], TODAY)
    (item,) = [item for item in due_items(record) if item.kind == "silent"]
    assert item.text.endswith("; reports propose “done”, which nobody has settled")


@pytest.mark.parametrize(("what", "kind"), [
    ("build a school in Hue", "undertaking"),
    ("establish a working group on cyber security", "undertaking"),
    ("start negotiations on a trade agreement", "undertaking"),
    ("create a bilateral supply chain working group", "undertaking"),
    ("pay the outstanding contributions", "undertaking"),
    ("build cooperation in launch", "courtesy"),
    ("build on the success of the dialogue", "courtesy"),
    ("build back from the pandemic", "courtesy"),
    ("create a better future for young people", "courtesy"),
    ("establish lasting ties for business", "courtesy"),
    ("renew their partnership on climate change", "courtesy"),
    ("work together", "courtesy"),
    ("effort to widen trade", "courtesy"),
    ("support the ministry, including through the $1.1 billion loan", "courtesy"),
    ("support the ministry with investment of $1.1 billion", "undertaking"),
])  # fmt: skip
def test_what_can_be_seen_from_outside_is_an_undertaking(what: str, kind: str) -> None:
    (state,) = commitment_states([entry("commitment", "CAN; IND", day="2025-01-01", what=what)], TODAY)
    assert state.check.kind == kind
