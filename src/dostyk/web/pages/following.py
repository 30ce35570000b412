"""Follow-up: the register, the rounds; who leads, what a lead reports, what people say of proposed steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response

from dostyk.errors import UsageError
from dostyk.intake.days import read_day
from dostyk.web import decisions
from dostyk.web.pages.deciding import own_address
from dostyk.web.queries import follow
from dostyk.web.site import At, Site
from dostyk.web.twins import add_page
from dostyk.web.visitor import Actor

router = APIRouter(tags=["following"])
State = Annotated[str, Query(max_length=3, description="ISO 3166-1 alpha-3")]
Lead = Annotated[str, Query(max_length=200)]
Sort = Annotated[str, Query(pattern=f"^({'|'.join(follow.SORTS)})$")]
Words = Annotated[str, Form(max_length=4000)]
Name = Annotated[str, Form(max_length=200)]


def _register(
    site: Site, state: State = "", lead: Lead = "", sort: Sort = "due",
    page: Annotated[int, Query(ge=1, le=10**6)] = 1,
) -> Mapping[str, Any]:  # fmt: skip
    return follow.register_view(site, state.upper(), lead, sort, page)


def _register_rows(site: Site, state: State = "", lead: Lead = "", sort: Sort = "due") -> Iterator[Mapping[str, Any]]:
    return follow.register_rows(site, state.upper(), lead, sort)


def _rounds(site: Site) -> Mapping[str, Any]:
    return follow.rounds_view(site)


def _round_rows(site: Site) -> Iterator[Mapping[str, Any]]:
    return follow.round_rows(site)


add_page(router, "/register", "register", _register, _register_rows)
add_page(router, "/rounds", "rounds", _rounds, _round_rows)


@router.post("/register/lead", summary="say who leads an undertaking", response_class=RedirectResponse)
def assign(
    at: At,
    who: Actor,
    id: Annotated[str, Form(max_length=60)],
    lead: Name,
    focal: Name = "",
    back: Annotated[str, Form(max_length=2000)] = "/register",
) -> Response:
    """Recorded as an act; what is left empty stays as it was."""
    values = {name: value.strip() for name, value in (("lead", lead), ("focal", focal)) if value.strip()}
    decisions.decide(at, who.name, "assign", [id], values, "", "")
    return RedirectResponse(own_address(back), 303)


@router.post("/register/progress", summary="record what a lead reports", response_class=RedirectResponse)
def progress(
    at: At,
    who: Actor,
    id: Annotated[str, Form(max_length=60)],
    lead: Name,
    state: Name,
    done: Words = "",
    difficulties: Words = "",
    recommendations: Words = "",
    day: Annotated[str, Form(max_length=40)] = "",
    round: Name = "",
    back: Annotated[str, Form(max_length=2000)] = "/register",
) -> Response:
    """The lead's own word, shown as such beside what independent reports say."""
    given = {
        "lead": lead,
        "state": state,
        "done": done,
        "difficulties": difficulties,
        "recommendations": recommendations,
        "day": decisions.corrected_value("date", day),
        "round": round,
    }
    decisions.decide(at, who.name, "progress", [id], follow.progress_values(given), "", "")
    return RedirectResponse(own_address(back), 303)


@router.post("/steps", summary="settle a proposed step", response_class=RedirectResponse)
def settle(
    at: At,
    who: Actor,
    subject: Annotated[str, Form(max_length=60)],
    evidence: Annotated[str, Form(max_length=60)],
    to: Annotated[str, Form(max_length=60)],
    verdict: Annotated[str, Form(pattern="^(accept|reject)$")],
    back: Annotated[str, Form(max_length=2000)] = "/commitments",
) -> Response:
    """Whether the evidence shows the step; binds to both entries and can be undone."""
    decisions.decide(at, who.name, "settle", [subject, evidence], {"to": to, "verdict": verdict}, "", "")
    return RedirectResponse(own_address(back), 303)


@router.post("/rounds/open", summary="open a round of urging", response_class=RedirectResponse)
def open_round(
    at: At,
    who: Actor,
    until: Annotated[str, Form(max_length=40)],
    name: Name = "",
    state: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    """Every lead is asked about what it has to carry out, until the day."""
    found = read_day(until).day
    if found is None:
        raise UsageError(f"{until} is no day; write the last day for answers as 2025-05-06")
    decisions.follow(at, who.name, follow.round_opened(at, " ".join(name.split()), found, state.strip().upper()))
    return RedirectResponse("/rounds", 303)


@router.post("/rounds/close", summary="close a round of urging", response_class=RedirectResponse)
def close_round(at: At, who: Actor, name: Name) -> Response:
    """What came back by then is counted; the papers of the review meeting are written by `dostyk round close`."""
    decisions.follow(at, who.name, follow.round_closed(at, name))
    return RedirectResponse("/rounds", 303)
