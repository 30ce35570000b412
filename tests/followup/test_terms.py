"""Sixty ways in which reports put a term, reworded: each resolves, or is said to be open.

Published on 6 May 2025, a Tuesday; the undertaking itself is of the day before.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from entries_by_hand import entry
from hypothesis import given, settings
from hypothesis import strategies as st

from dostyk.followup import commitment_states, day_everywhere
from dostyk.linking.terms import due_in_words, due_of_entry
from dostyk.model import Detail, Interval

PUBLISHED = date(2025, 5, 6)
TERMS = [
    ("open the consulate by the end of 2025", "2025-05-06/2025-12-31"),
    ("sign the extradition treaty before the end of this year", "2025-05-06/2025-12-31"),
    ("raise bilateral trade to 1.5 billion USD by 2030", "2025-05-06/2030-12-31"),
    ("double trade over the next five years", "2025-05-06/2030-05-06"),
    ("complete the feasibility study within six months", "2025-05-06/2025-11-06"),
    ("hand over the list of prisoners within 30 days", "2025-05-06/2025-06-05"),
    ("hold the next session of the joint committee in the first quarter of 2026", "2026-01-01/2026-03-31"),
    ("resume direct flights from October 2025", "open"),
    ("open the border crossing no later than 1 September 2025", "2025-05-06/2025-09-01"),
    ("finish the negotiations by the summer of 2026", "2025-05-06/2026-08-31"),
    ("ratify the agreement by June 30, 2025", "2025-05-06/2025-06-30"),
    ("exchange drafts by the end of next month", "2025-05-06/2025-06-30"),
    ("meet again next year", "2026-01-01/2026-12-31"),
    ("convene the commission in Almaty in autumn 2025", "2025-09-01/2025-11-30"),
    ("launch the satellite in the second half of 2027", "2027-07-01/2027-12-31"),
    ("deliver the wheat before July", "2025-05-06/2025-06-30"),
    ("send a trade mission this year", "2025-01-01/2025-12-31"),
    ("carry out the programme in the 2026-2030 period", "2026-01-01/2030-12-31"),
    ("implement the plan for 2025-2027", "2025-01-01/2027-12-31"),
    ("reach carbon neutrality by 2060", "2025-05-06/2060-12-31"),
    ("cut tariffs to zero within ten years", "2025-05-06/2035-05-06"),
    ("withdraw the troops by 31 August", "2025-05-06/2025-08-31"),
    ("reopen the embassy in the coming weeks", "open"),
    ("reopen the embassy in the coming months", "open"),
    ("hold consultations on a regular basis", "open"),
    ("hold consultations every year", "open"),
    ("conclude the pact as soon as possible", "open"),
    ("conclude the pact in the near future", "open"),
    ("sign the contract at the earliest opportunity", "open"),
    ("name an ambassador shortly", "open"),
    ("ratify within 90 days of signing", "2025-05-05/2025-08-03"),
    ("bring the treaty into force 30 days after the last notification", "open"),
    ("submit the report within three months of the entry into force", "open"),
    ("complete the bridge in 2026", "2026-01-01/2026-12-31"),
    ("complete the bridge in March 2026", "2026-03-01/2026-03-31"),
    ("complete the bridge in early 2026", "2026-01-01/2026-04-30"),
    ("complete the bridge by late 2026", "2025-05-06/2026-12-31"),
    ("open the school at the start of next year", "2026-01-01/2026-01-31"),
    ("sign the protocol during the state visit in November", "2025-11-01/2025-11-30"),
    ("sign the protocol on 12 May", "2025-05-12"),
    ("sign the protocol on Friday", "2025-05-09"),
    ("finalise the text by Friday", "2025-05-06/2025-05-09"),
    ("finalise the text tomorrow", "2025-05-07"),
    ("finalise the text this week", "2025-05-05/2025-05-11"),
    ("finalise the text next week", "2025-05-12/2025-05-18"),
    ("finalise the text later this month", "2025-05-06/2025-05-31"),
    ("finalise the text later this year", "2025-05-06/2025-12-31"),
    ("grant 100 scholarships a year until 2028", "2025-05-06/2028-12-31"),
    ("supply gas through 2035", "2025-05-06/2035-12-31"),
    ("buy uranium for the next nine years", "2025-05-06/2034-05-06"),
    ("pay the first tranche within two weeks", "2025-05-06/2025-05-20"),
    ("set up the working group within 60 days", "2025-05-06/2025-07-05"),
    ("double the number of flights in the next two years", "2025-05-06/2027-05-06"),
    ("bring investment to $5 billion by the 35th anniversary of relations", "open"),
    ("prepare the road map by the G20 summit", "open"),
    ("build the plant by the end of the decade", "2025-05-06/2029-12-31"),
    ("restore the monument ahead of 9 May 2026", "2025-05-06/2026-05-08"),
    ("negotiate an agreement until it is signed", "open"),
    ("extend the lease for another 20 years", "open"),
    ("review the agreement in three years' time", "2028-01-01/2028-12-31"),
    ("set up a joint fund", ""),
]  # fmt: skip


def _told(words: str) -> str:
    due = due_in_words(words, PUBLISHED, Interval.day(date(2025, 5, 5)))
    return due.interval.iso if due.interval else due.basis


def test_there_are_sixty_and_none_twice() -> None:
    assert len({words for words, _ in TERMS}) == len(TERMS) >= 60


@pytest.mark.parametrize(("words", "expected"), TERMS)
def test_a_term_resolves_or_is_said_to_be_open(words: str, expected: str) -> None:
    expected_days = Interval.parse(expected).iso if expected and expected != "open" else expected
    assert _told(words) == expected_days


def test_an_open_term_says_what_it_waits_for() -> None:
    due = due_in_words("hand in the list within 60 days of entry into force", PUBLISHED)
    assert (due.interval, due.basis, due.event) == (None, "open", "of entry into force")


def test_what_the_reading_gives_comes_first() -> None:
    told = entry("commitment", "CAN", day="2025-05-05", what="send grain by 2030", detail=Detail(due="2026-03"))
    assert due_of_entry(told).interval == Interval.month(2026, 3)
    odd = entry("commitment", "CAN", day="2025-05-05", what="send grain", detail=Detail(due="when it rains"))
    assert (due_of_entry(odd).interval, due_of_entry(odd).basis) == (None, "open")


_ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@settings(deadline=None)
@given(st.dates(date(2000, 1, 2), date(2090, 12, 30)), st.datetimes(timezones=st.just(UTC)), _ZONES)
def test_nothing_is_overdue_while_it_is_its_last_day_anywhere(due: date, now: datetime, zone: timezone) -> None:
    if not datetime(1999, 1, 1, tzinfo=UTC) < now < datetime(2099, 1, 1, tzinfo=UTC):
        now = datetime.combine(due, now.timetz())
    promise = entry("commitment", "CAN", day="1999-01-01", told="1999-01-02", what="send 5 tons of grain",
                    detail=Detail(due=due.isoformat()))  # fmt: skip
    (state,) = commitment_states([promise], day_everywhere(now))
    if now.astimezone(zone).date() <= due:
        assert not state.overdue
    if day_everywhere(now) > due:
        assert state.overdue


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        day_everywhere(datetime(2025, 5, 6))


@pytest.mark.parametrize("text", [
    "buy uranium under an agreement announced on Monday by the prime minister",
    "disrupt smugglers and their networks, such as those named on the October 6 list",
    "hold an economic dialogue, fulfilling what the presidents promised on March 1",
    "support the ministry, including through the credit line of 2 May 2025",
])  # fmt: skip
def test_a_day_in_an_aside_is_no_term(text: str) -> None:
    assert due_in_words(text, PUBLISHED).basis == ""


def test_a_term_behind_an_aside_counts() -> None:
    found = due_in_words("build the bridge agreed on Monday by the end of 2027, which was planned in 2020", PUBLISHED)
    assert found.interval is not None
    assert found.interval.iso == "2025-05-06/2027-12-31"
