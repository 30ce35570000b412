"""Every rule by which a claim counts as a fact, one at a time, on made-up statements."""

import pytest

from dostyk.evaluate.measure import Statement, Who, closeness, party_agreement, same_party


def fact(kind: str = "visit", **fields: object) -> Statement:
    row = {
        "kind": kind,
        "who": ["LVA:Anna Berg"],
        "whom": ["EST"],
        "date": "2024-03-04/2024-03-06",
        "what": "state visit",
        "status": "happened",
        "evidence": [100, 120],
    }
    return Statement.from_row({**row, **fields})


def matches(a: Statement, b: Statement) -> bool:
    return closeness(a, b) > 0


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("LVA:Anna Berg", "LVA:Berg", 1.0),
        ("LVA:Änna Bérg", "LVA:anna berg", 1.0),
        ("LVA:Anna Berg", "LVA:Ilze Berg", 0.0),
        ("LVA:Anna Berg", "LVA", 0.4),
        ("LVA", "LVA", 1.0),
        ("LVA", "EST", 0.0),
        ("IGO:Baltic Council", "LVA:Baltic Council", 1.0),
        ("LVA:Baltic Council", "IGO:Baltic Council", 0.0),
        (":Anna Berg", "LVA:Anna Berg", 1.0),
        ("RUS", "SUHH", 1.0),  # one that ended is compared as the state that continued it
        ("SUN", "SUHH", 1.0),
    ],
)
def test_one_party(one: str, other: str, score: float) -> None:
    assert same_party(Who.parse(one), Who.parse(other)) == score


@pytest.mark.parametrize(
    ("wanted", "given", "score"),
    [
        ([], [], 1.0),
        (["LVA"], [], 0.0),
        ([], ["LVA"], 0.0),
        (["LVA", "EST"], ["LVA"], 2 / 3),
        (["LVA"], ["LVA", "LVA"], 1.0),  # named twice is named once
        (["LVA:Berg", "LVA:Kask"], ["LVA:Berg", "LVA"], 0.7),
        (["LVA:Berg"], ["LVA", "LVA:Berg"], 2 / 3),  # the better pair is made first
    ],
)
def test_lists_of_parties(wanted: list[str], given: list[str], score: float) -> None:
    assert party_agreement(wanted, given) == pytest.approx(score)


def test_kind_must_be_the_same() -> None:
    assert matches(fact(), fact())
    assert not matches(fact("visit"), fact("meeting"))


def test_directed_kinds_compare_each_side() -> None:
    turned = fact(who=["EST"], whom=["LVA:Anna Berg"])
    assert not matches(fact(), turned)
    assert matches(fact("meeting"), fact("meeting", who=["EST"], whom=["LVA:Anna Berg"]))
    assert matches(fact("visit", whom=[]), fact(whom=["FIN"]))  # a fact without one does not ask for it
    assert matches(fact("statement"), fact("statement", whom=["FIN"]))  # of a statement only the speaker counts


def test_half_of_the_parties_is_enough_and_less_is_not() -> None:
    assert matches(fact("meeting", who=["LVA", "EST", "FIN"], whom=[]), fact("meeting", who=["LVA"], whom=[]))
    assert not matches(
        fact("meeting", who=["LVA", "EST", "FIN", "SWE"], whom=[]), fact("meeting", who=["LVA"], whom=[])
    )


@pytest.mark.parametrize(
    ("wanted", "given", "agree"),
    [
        ("2024-03-04/2024-03-06", "2024-03-05", True),
        ("2024-03-05", "2024-03", True),
        ("2024-03-05", "2024-03-06", False),
        ("2024-03-04/2024-03-06", "2024-03-05/2024-03-08", False),
        ("2024-03-05", "", False),
        ("", "2024-03-05", True),
        ("", "", True),
        ("2024-03-05", "soon", True),  # an unreadable date is an unknown one
    ],
)
def test_dates(wanted: str, given: str, agree: bool) -> None:
    assert matches(fact(date=wanted), fact(date=given)) is agree


@pytest.mark.parametrize(
    ("wanted", "given", "agree"),
    [
        ("happened", "ongoing", True),
        ("scheduled", "proposed", True),
        ("cancelled", "denied", True),
        ("happened", "scheduled", False),
        ("scheduled", "cancelled", False),
        ("happened", "unheard of", False),
    ],
)
def test_status_is_compared_by_class(wanted: str, given: str, agree: bool) -> None:
    assert matches(fact(status=wanted), fact(status=given)) is agree


@pytest.mark.parametrize(
    ("ranges", "agree"),
    [
        ([90, 200], True),
        ([140, 300], True),  # 40 characters of slack
        ([141, 300], False),
        ([[0, 10], [95, 130]], True),
        ([0, 10], False),
    ],
)
def test_what_is_said_is_found_where_it_stands(ranges: list[object], agree: bool) -> None:
    for kind in ("statement", "commitment", "figure"):
        assert matches(fact(kind), fact(kind, evidence=ranges)) is agree
    assert matches(fact("visit"), fact("visit", evidence=ranges))  # other kinds may be told elsewhere


def test_dates_of_what_is_said_do_not_count() -> None:
    assert matches(fact("statement"), fact("statement", date=""))


def test_evidence_is_needed_and_bounded() -> None:
    assert not matches(fact(), fact(evidence=[]))
    assert matches(fact(), fact(evidence=[[0, 200], [300, 500]]))
    assert not matches(fact(), fact(evidence=[[0, 200], [300, 501]]))


def test_the_closest_scores_highest() -> None:
    wanted = fact()
    exact = closeness(wanted, fact())
    elsewhere = closeness(wanted, fact(evidence=[900, 950]))
    other_day = closeness(wanted, fact(date="2024-03-05"))
    assert exact > elsewhere
    assert exact > other_day
    assert closeness(wanted, fact(), must=True) > exact
