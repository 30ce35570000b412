"""What a later deed has to share with a promise, and that blocks lose no step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from entries_by_hand import entry
from examples_by_hand import EXAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.followup import matching, propose
from dostyk.followup.matching.blocks import Blocks
from dostyk.model import Detail, Entry

TODAY = date(2026, 6, 1)
ADA, BO = "CAN:Ada Roy", "IND:Bo Rao"


def _steps(*entries: Entry) -> list[tuple[str, str]]:
    return [(step.subject.kind, step.to) for step in propose(entries, TODAY)]


def _later(kind: str, who: str, whom: str = "", **more: object) -> Entry:
    return entry(kind, who, whom, **{"day": "2025-09-01", "told": "2025-09-01", **more})  # type: ignore[arg-type]


def test_a_high_commissioner_is_an_ambassador() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="designate new high commissioners")
    envoy = _later("appointment", "CAN:Ina Berg", "IND", what="ambassador, credentials")
    assert _steps(promise, envoy) == [("commitment", "partly done")]
    other = _later("appointment", "CAN:Ina Berg", "IND", what="UN High Commissioner for Refugees")
    assert _steps(promise, other) == []


@pytest.mark.parametrize(("who", "expected"), [
    ("CAN; IND", [("commitment", "done")]),
    ("CAN; IND; KEN", [("commitment", "done")]),  # others may join in
    ("CAN; KEN", []),  # the same with somebody else is another matter
])  # fmt: skip
def test_a_deed_with_another_party_is_no_answer(who: str, expected: list[tuple[str, str]]) -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="sign an agreement on air services")
    deed = _later("signing", who, detail=Detail(instrument="agreement on air services"))
    assert _steps(promise, deed) == expected


def test_a_target_with_somebody_else_is_not_the_target_set_anew() -> None:
    target = entry("commitment", "CAN; IND", day="2025-06-17", what="raise trade to $50 billion by 2030")
    assert _steps(target, _later("commitment", "CAN; KEN", what="raise trade to $5 billion by 2030")) == []
    assert _steps(target, _later("commitment", "CAN", what="raise trade to $70 billion by 2030")) == [
        ("commitment", "retargeted")
    ]


def test_a_smaller_figure_that_is_to_be_reached_sooner_is_a_mark_on_the_way() -> None:
    target = entry("commitment", "CAN; IND", day="2025-06-17", what="raise trade to $50 billion by 2030")
    sooner = _later("commitment", "CAN; IND", what="raise trade to $35 billion by 2026")
    assert _steps(target, sooner) == []
    assert _steps(target, replace(sooner, what="raise trade to $60 billion by 2029")) == [("commitment", "retargeted")]


def test_a_figure_that_is_only_planned_measures_nothing() -> None:
    target = entry("commitment", "CAN; IND", day="2025-06-17", what="raise trade to $50 billion by 2030")
    figure = _later("figure", "CAN; IND", what="trade", detail=Detail(value="$40 billion"))
    assert _steps(target, figure) == [("commitment", "measured")]
    assert _steps(target, replace(figure, status="proposed")) == []


def test_a_signing_announced_in_the_breath_of_the_promise_is_the_promise_itself() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", told="2025-06-18", what="conclude a free trade pact")
    signing = entry("signing", "CAN; IND", what="is to be signed", status="scheduled", told="2025-06-18",
                    detail=Detail(instrument="free trade pact"))  # fmt: skip
    assert _steps(promise, signing) == []
    news = _later("signing", "CAN; IND", day="2025-12-01", status="scheduled", detail=signing.detail)
    assert _steps(promise, news) == [("commitment", "started")]


def test_who_agreed_to_meet_again_have_done_so_when_they_meet() -> None:
    promise = entry("commitment", f"{ADA}; {BO}", day="2025-06-17", what="meet again before the end of the year")
    assert _steps(promise, _later("meeting", f"{ADA}; {BO}", what="talks")) == [("commitment", "done")]
    assert _steps(promise, _later("meeting", f"{ADA}; IND:Lal Das", what="talks")) == []


def test_what_is_to_enter_into_force_is_not_in_force() -> None:
    signing = entry("signing", "CAN; IND", day="2025-06-17", detail=Detail(instrument="air services agreement"))
    force = Detail(instrument="air services agreement")
    planned = _later("ratification", "CAN; IND", what="entry into force", status="scheduled", day="", detail=force)
    assert ("signing", "in force") not in _steps(signing, planned)
    assert _steps(signing, replace(planned, status="happened")) == [("signing", "in force")]


def test_a_signing_recalled_after_its_entry_into_force_is_no_news() -> None:
    force = entry("ratification", "CAN; IND", day="2025-06-17", told="2025-06-18", what="entry into force",
                  detail=Detail(instrument="air services agreement"))  # fmt: skip
    recalled = _later("signing", "CAN; IND", day="", detail=Detail(instrument="air services agreement"))
    assert _steps(recalled, force) == []


def test_a_visit_recalled_without_a_day_keeps_no_promise_of_visits() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="work for the success of high-level visits")
    assert _steps(promise, _later("visit", ADA, "IND", day="")) == []
    assert _steps(promise, _later("visit", ADA, "IND")) == [("commitment", "partly done")]


def test_who_came_at_an_invitation_has_taken_it_up() -> None:
    came = entry("visit", BO, "CAN", "2025-06-16/2025-06-17", told="2025-06-18", report="one")
    at = entry("invitation", ADA, BO, "2025-06-16/2025-06-17", what="to visit", told="2025-06-18", report="one",
               detail=Detail(accepted="accepted"))  # fmt: skip
    assert _steps(came, replace(at, part_of=came.id)) == [("invitation", "taken up")]
    assert _steps(came, at) == []  # an invitation for another time, made during the visit


def test_an_invitation_for_a_visit_called_off_is_put_off() -> None:
    off = entry("visit", BO, "CAN", "2025-06-16/2025-06-17", status="cancelled", told="2025-06-01", report="one")
    asked = entry("invitation", ADA, BO, "2025-06-16/2025-06-17", what="to visit", told="2025-06-01", report="one")
    assert _steps(asked, off) == [("invitation", "put off")]


def test_who_met_and_hopes_to_meet_again_announced_nothing_by_it() -> None:
    met = entry("meeting", f"{ADA}; {BO}", day="2025-06-17", told="2025-06-17")
    history = (("2025-06-17", "scheduled", "c1"), ("2025-06-17", "happened", "c2"), ("2025-10-03", "happened", "c3"))
    assert _steps(replace(met, history=history)) == []
    announced = (("2025-06-06", "scheduled", "c1"), *history[1:])
    assert _steps(replace(met, history=announced)) == [("meeting", "happened")]


def test_talks_announced_with_the_journey_and_held_later_show_that_it_was_made() -> None:
    plan = entry("visit", BO, "CAN", "2025-06-16", told="2025-06-10", status="scheduled", report="one")
    talks = entry("meeting", f"{ADA}; {BO}", "", "2025-06-16", "CAN:Ottawa", told="2025-06-10", report="one")
    held = _later("meeting", ADA, told="2025-06-17", report="two")
    history = (("2025-06-10", "scheduled", "c1"), ("2025-06-17", "happened", "c2"))
    told = replace(talks, anchors=(*talks.anchors, *held.anchors), history=history)
    assert _steps(plan, told) == [("visit", "happened"), ("meeting", "happened")]


class _Everything(Blocks):
    """No blocks: all other entries."""

    def near(self, entry, kinds, low, high):  # type: ignore[no-untyped-def]
        return [other for other in self._ordered if other.id != entry.id]


_MODELS = [one for one in EXAMPLES.values() if one.states]


@st.composite
def _moved(draw: st.DrawFn) -> Entry:
    """An entry of the examples, some weeks earlier or later, with other states in it."""
    model = draw(st.sampled_from(_MODELS))
    days = timedelta(days=draw(st.integers(-900, 900)))
    anchors = tuple(replace(a, published=(date.fromisoformat(a.published) + days).isoformat()) for a in model.anchors)
    when = model.date and type(model.date).between(model.date.low + days, model.date.high + days)
    third = entry("visit", draw(st.sampled_from(("FIN", "IND:Bo Rao", "KAZ"))))
    who = (*model.who, *third.who) if draw(st.booleans()) else model.who
    return replace(model, id=anchors[0].entry_id, anchors=anchors, date=when, who=who)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_MODELS), _moved()), max_size=30, unique_by=lambda one: one.id))
def test_blocks_lose_no_step(entries: list[Entry]) -> None:
    with patch.object(matching, "Blocks", _Everything):
        whole = propose(entries, TODAY)
    assert propose(entries, TODAY) == whole


@pytest.mark.parametrize(("who", "expected"), [
    ("CAN; IND", [("commitment", "started")]),
    ("CAN; KEN", []),
    ("CAN", []),
])  # fmt: skip
def test_what_is_widened_with_a_partner_is_not_widened_without(who: str, expected: list[tuple[str, str]]) -> None:
    promise = entry("commitment", "CAN", "IND", day="2025-06-17", what="deepen cooperation in defence")
    exercise = _later("cooperation", who, what="defence exercise at sea")
    assert _steps(promise, exercise) == expected


def test_a_gathering_of_one_side_alone_is_not_the_one_that_two_agreed_to_hold() -> None:
    promise = entry("commitment", "CAN; IND", day="2025-06-17", what="hold an economic dialogue")
    assert _steps(promise, _later("gathering", "CAN:Ada Roy", what="maritime dialogue")) == []
    assert _steps(promise, _later("gathering", "CAN; IND", what="economic dialogue")) == [("commitment", "done")]
