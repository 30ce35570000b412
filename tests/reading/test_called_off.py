"""What is called off, put off, given up, or depends on a condition: the sentences, status, flags and day."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report

TUESDAY = date(2025, 5, 6)


def told(text: str, kind: str) -> list[str]:
    """`status day flags` of each claim of a kind."""
    claims = read_report(Report(text=text, title="", published=TUESDAY)).claims
    of_kind = [c for c in claims if c.kind == kind]
    return [" ".join(p for p in (c.status, c.date.iso if c.date else "", *c.flags) if p) for c in of_kind]


TRIP = "The Danish king's visit to Peru "
VISITS = [
    ("The Danish king cancelled his visit to Peru on Monday.", "cancelled"),
    ("The Danish king scrapped a planned trip to Peru next week.", "cancelled 2025-05-12/2025-05-18"),
    ("The visit of the Danish king to Peru, planned for June, has been postponed.", "cancelled 2025-06 postponed"),
    ("The visit of the Danish king to Peru, planned for June, was put off until July.", "scheduled 2025-07 postponed"),
    (TRIP + "has been rescheduled to 12 May.", "scheduled 2025-05-12 postponed"),
    (TRIP + "has been pushed back to Friday.", "scheduled 2025-05-09 postponed"),
    (TRIP + "was moved to September.", "scheduled 2025-09 postponed"),
    (TRIP + "that was fixed for Sunday has been deferred.", "cancelled 2025-05-11 postponed"),
    (TRIP + "has been put on hold.", "cancelled postponed"),
    (TRIP + "has been shelved.", "cancelled"),
    (TRIP + "is off.", "cancelled"),
    (TRIP + "will not take place.", "cancelled"),
    ("The arrival in Peru of the Danish king has been delayed.", "cancelled postponed"),
    ("The Danish king decided against travelling to Peru.", "cancelled"),
    ("The Danish king will no longer travel to Peru.", "cancelled"),
    ("The Danish king was to have visited Peru on Monday.", "cancelled 2025-05-05"),
    ("The Danish king was due to visit Peru on Monday but stayed at home.", "cancelled 2025-05-05"),
    ("The Danish king is due to visit Peru on Monday.", "scheduled 2025-05-12"),
    ("The Danish king cut his visit to Peru short on Monday.", "happened 2025-05-05"),
    ("Peru announced a visit by the Danish king in June.", "scheduled 2025-06"),
    ("The Danish king will visit Peru before June.", "scheduled 2025-05-06/2025-05-31"),
    ("The Danish king will visit Peru by the end of June.", "scheduled 2025-05-06/2025-06-30"),
    ("If the truce holds, the Danish king will visit Peru next week.", "scheduled 2025-05-12/2025-05-18 conditional"),
    ("The Danish king will visit Peru provided that the truce holds.", "scheduled conditional"),
    ("Should the truce hold, the Danish king will visit Peru.", "scheduled conditional"),
    ("The Danish king will visit Peru on condition that the truce holds.", "scheduled conditional"),
]


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(text: str, expected: str) -> None:
    assert told(text, "visit") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit between the presidents of Kenya and Uganda was called off.", "cancelled"),
        ("The summit of Kenya and Uganda, scheduled for Friday, was postponed.", "cancelled 2025-05-09 postponed"),
        ("Talks between Chile and Peru planned for Thursday were put off.", "cancelled 2025-05-08 postponed"),
        ("Thursday's meeting between the ministers of Chile and Peru was cancelled.", "cancelled 2025-05-08"),
    ],
)
def test_meetings(text: str, expected: str) -> None:
    assert told(text, "meeting") == [expected]


@pytest.mark.parametrize(
    "when", ["in recent weeks", "on 10 Ramadan 1446", "on 15 Baisakh 2082", "on 3/4/2025", "a few days ago"]
)
def test_what_happened_at_a_time_that_is_not_known_does_not_take_the_day_of_the_report(when: str) -> None:
    assert told(f"Kenya signed a treaty with Norway {when}.", "signing") == ["happened"]
