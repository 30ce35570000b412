"""Who holds an office until when: a later holder closes it, and envoys hold one at each state they are sent to."""

from __future__ import annotations

from datetime import date

import pytest
from made import claim

from dostyk.linking import derive, offices
from dostyk.linking.offices import Office
from dostyk.linking.titles import posts_of
from dostyk.model import Claim

_DAYS = {f"r{n}": date(2024, 3, n) for n in range(1, 29)}


def holds(who: str, what: str, report: str, at: int = 10, **said: str) -> Claim:
    return claim("office", f"NOR:{who}", what=what, place="NOR", status="ongoing", report=report, at=at, **said)


def envoy(who: str, to: str, report: str, what: str = "ambassador, credentials", date: str = "", **said: str) -> Claim:
    return claim("appointment", f"NOR:{who}", to, what=what, date=date, report=report, at=60,
                 post=what.removeprefix("end of term as "), **said)  # fmt: skip


def held(*claims: Claim) -> dict[tuple[str, str], Office]:
    return {(one.person.name, one.office): one for one in offices(derive(list(claims), _DAYS).entries)}


@pytest.mark.parametrize(
    ("state", "office", "posts"),
    [
        ("NOR", "Ambassador of Norway to Chile", ["Chile"]),
        ("NOR", "Norwegian Ambassador to the Republic of Chile", ["Chile"]),
        ("NOR", "Ambassador Extraordinary and Plenipotentiary of the Kingdom of Norway to Chile", ["Chile"]),
        ("NOR", "Norway’s new ambassador in Santiago de Chile", ["Chile"]),
        ("NOR", "Ambassador in Stockholm", ["Sweden"]),
        ("USA", "U.S. Ambassador to Nepal", ["Nepal"]),
        ("NOR", "Swedish Ambassador to Nepal", []),
        ("NOR", "Ambassador to Chile, Peru and Bolivia", ["Chile", "Peru", "Bolivia"]),
        ("NOR", "Ambassador to Trinidad and Tobago and Barbados", ["Trinidad and Tobago", "Barbados"]),
        ("NOR", "Ambassador to Chile, concurrently accredited to Peru", ["Chile", "Peru"]),
        ("NOR", "Ambassador to Chile, in office since May", ["Chile"]),
        ("IND", "Indian High Commissioner to Canada", ["Canada"]),
        ("NOR", "Ambassador to ASEAN", ["ASEAN"]),
        ("NOR", "Ambassador to the United Nations", []),  # there are several missions to it
        ("NOR", "former Ambassador to Chile", []),
        ("NOR", "Deputy High Commissioner to Ghana", []),
        ("NOR", "High Commissioner for Refugees", []),
        ("NOR", "Consul General in Lima", []),
    ],
)
def test_posts_of_an_envoy(state: str, office: str, posts: list[str]) -> None:
    assert posts_of(office, state) == tuple(f"Ambassador to {name}" for name in posts)


def test_an_ambassadors_successor_closes_the_post() -> None:
    found = held(
        holds("Olav Brekke", "Ambassador of Norway to Chile", "r2"),
        holds("Olav Brekke", "Norwegian Ambassador to Chile", "r4"),
        envoy("Kari Lunde", "CHL", "r9", date="2024-03-08"),
    )
    brekke, lunde = found["Olav Brekke", "Ambassador to Chile"], found["Kari Lunde", "Ambassador to Chile"]
    assert (brekke.first, brekke.last, brekke.current) == (date(2024, 3, 2), date(2024, 3, 4), False)
    assert (brekke.until, brekke.successor, brekke.basis) == (date(2024, 3, 7), lunde.person, lunde.entries)
    assert (lunde.first, lunde.current, lunde.until) == (date(2024, 3, 8), True, None)


def test_of_several_states_only_that_of_the_successor_is_closed() -> None:
    found = held(
        holds("Olav Brekke", "Ambassador to Chile, Peru and Bolivia", "r2"),
        holds("Kari Lunde", "Norwegian ambassador to Peru", "r9"),
    )
    told = {office: one.until for (name, office), one in found.items() if name == "Olav Brekke"}
    assert told == {"Ambassador to Chile": None, "Ambassador to Peru": date(2024, 3, 8), "Ambassador to Bolivia": None}


def test_what_is_only_planned_or_somebody_elses_closes_nothing() -> None:
    brekke = holds("Olav Brekke", "Ambassador of Norway to Chile", "r2")
    for other in (
        envoy("Kari Lunde", "CHL", "r9", status="proposed"),
        envoy("Kari Lunde", "PER", "r9"),
        envoy("Kari Lunde", "CHL", "r9", what="consul general"),
        envoy("Kari Lunde", "CHL", "r9", what="former ambassador to Chile"),
        claim("appointment", "SWE:Kari Lunde", "CHL", what="ambassador, credentials", report="r9", at=60),
    ):
        assert held(brekke, other)["Olav Brekke", "Ambassador to Chile"].until is None


def test_who_is_still_told_of_after_a_successor_was_named_is_closed_by_what_is_told_later() -> None:
    """Named in March, the new envoy hands over her credentials weeks later; until then the old one is at work."""
    found = held(
        envoy("Kari Lunde", "CHL", "r2", what="ambassador to Chile"),
        holds("Olav Brekke", "Ambassador of Norway to Chile", "r5"),
        holds("Kari Lunde", "Ambassador of Norway to Chile", "r20"),
    )
    assert found["Olav Brekke", "Ambassador to Chile"].until == date(2024, 3, 19)
    assert found["Kari Lunde", "Ambassador to Chile"].until is None


def test_a_term_that_is_told_to_have_ended_is_over_without_a_successor() -> None:
    end = envoy("Olav Brekke", "CHL", "r9", what="end of term as ambassador to Chile", date="2024-03-08")
    found = held(holds("Olav Brekke", "Ambassador of Norway to Chile", "r2"), end)
    brekke = found["Olav Brekke", "Ambassador to Chile"]
    assert (brekke.until, brekke.successor, brekke.current) == (date(2024, 3, 8), None, False)
    assert len(brekke.basis) == 1


def test_high_commissioners_are_ambassadors_under_their_own_name() -> None:
    found = held(
        holds("Olav Brekke", "High Commissioner to Ghana", "r2"), envoy("Kari Lunde", "GHA", "r9", date="2024-03-08")
    )
    assert found["Olav Brekke", "High Commissioner to Ghana"].until == date(2024, 3, 7)
    lone = claim("appointment", "CAN:Ian Ross", "GHA", what="ambassador, credentials", report="r9", post="ambassador")
    assert ("Ian Ross", "High Commissioner to Ghana") in held(lone)  # between states of the Commonwealth
