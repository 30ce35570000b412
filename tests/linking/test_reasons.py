"""Reasons in words: by which claim another joined, why a version is preferred, what keeps entries apart."""

from __future__ import annotations

from datetime import date

import pytest
from made import claim

from dostyk.linking import Bound, Rulings, View, addresses, build, link_parties, prepare
from dostyk.linking.nearness import NOWHERE, Home
from dostyk.linking.reasons import between, joins, preferences
from dostyk.model import Claim

DAYS = {"r1": date(2024, 3, 4), "r2": date(2024, 3, 5), "r3": date(2024, 3, 6)}
VISITOR = "NZL:Mara Quill"


def views(*claims: Claim, voices: dict[str, str] | None = None, homes: dict[str, Home] | None = None) -> list[View]:
    linked, places = link_parties(claims), addresses(claims)
    said, at = voices or {}, homes or {}
    return [prepare(one, DAYS[one.report], linked, said.get(one.report, one.report), places[one.id],
                    home=at.get(one.report, NOWHERE)) for one in claims]  # fmt: skip


def visit(report: str, day: str, place: str = "BOL", at: int = 10, **said: str) -> Claim:
    return claim("visit", VISITOR, "BOL", date=day, place=place, report=report, at=at, **said)


def test_each_claim_joined_the_one_it_is_most_like() -> None:
    group = views(visit("r1", "2024-03"), visit("r2", "2024-03-03"), visit("r3", "2024-03-03"))
    found = joins(group, Rulings())
    assert [(join.claim, join.to, join.ruled) for join in found] == [
        (group[1].id, group[0].id, False), (group[2].id, group[1].id, False)]  # fmt: skip
    assert found[1].reasons.lines[-1] == "alike: 0.89, 0.62 needed"


def test_what_only_people_joined_is_said() -> None:
    group = views(visit("r1", "2024-03-03"), visit("r2", "2024-08-03"))
    (join,) = joins(group, Rulings(same={group[1].id: frozenset((group[0].id,))}))
    assert join.ruled
    assert join.reasons.lines[-1] == "2024-03-03 and 2024-08-03 are 153 days apart"


def test_why_a_version_is_preferred() -> None:
    def told(*claims: Claim, voices: dict[str, str] | None = None) -> list[tuple[str, str, str, bool]]:
        group = views(*claims, voices=voices)
        return [(p.preferred, p.other, p.why, p.compatible) for p in preferences(group, build(group, Bound()))]

    assert told(visit("r1", "2024-03-03"), visit("r2", "2024-03-04"), visit("r3", "2024-03-03")) == [
        ("2024-03-03", "2024-03-04", "more independent voices: 2 against 1", False)]  # fmt: skip
    copies = {"r1": "r1", "r2": "r2", "r3": "r1"}
    assert told(visit("r1", "2024-03-03"), visit("r2", "2024-03-04"), visit("r3", "2024-03-03"), voices=copies) == [
        ("2024-03-03", "2024-03-04", "published later: 2024-03-06 against 2024-03-05", False)]  # fmt: skip
    assert told(visit("r1", "2024-03-03", "BOL"), visit("r2", "2024-03-03", "BOL:Sucre"))[0][:3] == (
        "BOL", "BOL:Sucre", "more independent voices: 2 against 1")  # fmt: skip
    ((_, _, said, _),) = told(visit("r1", "2024-03-03"), visit("r2", "2024-03-04", basis="report"))
    assert said == "more precise, or stated and not inferred, with as many voices"


def test_what_a_person_set_is_preferred_to_all_that_reports_say() -> None:
    group = views(visit("r1", "2024-03-03"), visit("r2", "2024-03-04"))
    entry = build(group, Bound(corrections={group[0].id: ((1, "date", "2024-03-09"), (2, "place", ""))}))
    assert [(p.field, p.preferred, p.other, p.why) for p in preferences(group, entry)] == [
        ("date", "2024-03-09", "2024-03-04", "set by a person"),
        ("date", "2024-03-09", "2024-03-03", "set by a person"),
        ("place", "", "BOL", "set by a person"),
    ]
    agreed = build(group, Bound(corrections={group[0].id: ((1, "date", "2024-03-03"),)}))
    assert [(p.preferred, p.other) for p in preferences(group, agreed)] == [("2024-03-03", "2024-03-04")]


@pytest.mark.parametrize(
    ("homes", "preferred", "said"),
    [
        ({}, "2024-03-04", "published later: 2024-03-05 against 2024-03-04"),
        ({"r1": Home("BOL", False)}, "2024-03-03",
         "the nearer source: an outlet at home there, not one elsewhere"),
        ({"r1": Home("NZL", True), "r2": Home("BOL", False)}, "2024-03-03",
         "the nearer source: a side about its own acts, not an outlet at home there"),
        ({"r1": Home("FRA", True)}, "2024-03-04", "published later: 2024-03-05 against 2024-03-04"),
    ],
)  # fmt: skip
def test_the_nearer_source_is_preferred(homes: dict[str, Home], preferred: str, said: str) -> None:
    group = views(visit("r1", "2024-03-03"), visit("r2", "2024-03-04"), homes=homes)
    (found,) = preferences(group, build(group, Bound()))
    assert (found.preferred, found.why) == (preferred, said)


def test_what_keeps_entries_apart_whose_claims_are_alike() -> None:
    ours, theirs = views(visit("r1", "2024-03-03")), views(visit("r2", "2024-03-03"))
    ruled = Rulings(different={ours[0].id: frozenset((theirs[0].id,))})
    assert between(ours, theirs, ruled)[2].lines[-1] == "but a person ruled them different"
    far = views(visit("r2", "2024-03-03"), visit("r3", "2024-03-09", at=60))
    assert "6 days apart" in between(ours, far, Rulings())[2].lines[-1]
