"""Comparing two claims gives the same whichever comes first, and says why in words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from made import claim
from test_properties import made, published

from dostyk.linking import View, link_parties, prepare, why
from dostyk.linking.compare import compare
from dostyk.model import Claim


def views(*claims: Claim) -> list[View]:
    parties = link_parties(claims)
    return [prepare(one, published.get(one.report), parties, one.report, one.id) for one in claims]


@settings(max_examples=300, deadline=None)
@given(made, made)
def test_comparing_is_symmetric(one: Claim, other: Claim) -> None:
    first, second = views(one, other)
    there, back = compare(first, second), compare(second, first)
    assert (there.joined, replace(there, against="")) == (back.joined, replace(back, against=""))


def test_reasons_give_each_part_with_its_weight() -> None:
    one, other = views(
        claim("visit", "AAA:Mara Quill", "BBB", date="2024-03-01", place="BBB:Port", report="r1"),
        claim("visit", "AAA:Quill", "BBB", date="2024-03-01/2024-03-03", report="r2"),
    )
    reasons = why(one, other)
    assert reasons.joined
    assert reasons.lines[0] == "parties 0.85 × 0.50: AAA:Mara Quill, BBB / AAA:Mara Quill, BBB"
    assert reasons.lines[2].endswith("2024-03-01 / 2024-03-01/2024-03-03")
    assert reasons.lines[-1] == f"alike: {reasons.score:.2f}, 0.62 needed"


def test_reasons_name_what_forbids_joining() -> None:
    one, other = views(
        claim("meeting", "AAA:Mara Quill; BBB", date="2024-03-01", report="r1"),
        claim("meeting", "AAA:Ruth Okoro; BBB", date="2024-03-01", report="r2"),
    )
    assert why(one, other).lines[-1] == "different people of AAA"


def test_a_meeting_looked_forward_to_is_another_one_than_that_just_held() -> None:
    held, hoped = views(
        claim("meeting", "AAA:Mara Quill; BBB:Ruth Okoro", date="2024-03-01", report="r1"),
        claim("meeting", "AAA:Mara Quill; BBB:Ruth Okoro", status="scheduled", report="r1", at=90),
    )
    assert why(held, hoped).lines[-1] == "one report tells of them as two"


def test_a_meeting_to_come_is_not_one_recalled_from_its_month() -> None:
    hoped, recalled = views(  # r2 is of 2 March
        claim("meeting", "AAA:Mara Quill; BBB:Ruth Okoro", status="scheduled", report="r2"),
        claim("meeting", "AAA:Mara Quill; BBB:Ruth Okoro", date="2024-03", report="r3"),
    )
    assert why(hoped, recalled).lines[-1] == "nothing ties them to the same time"
