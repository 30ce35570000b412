"""What people decide: the queue of review, acts, undo; name and language of the visitor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from dostyk.errors import UsageError
from dostyk.web import decisions
from dostyk.web.decisions import Conflict
from dostyk.web.queries import reviewing
from dostyk.web.queries.filters import Filters, asked
from dostyk.web.render import html
from dostyk.web.site import At, Site
from dostyk.web.strings import LANGUAGES
from dostyk.web.twins import add_page, plain
from dostyk.web.visitor import LANGUAGE, NAME, Actor, clean_name, remember_choice

router = APIRouter(tags=["deciding"])
Asked = Annotated[Filters, Depends(asked)]
VERBS = "accept|reject|same|different|note|correct"
_SHORT = Field(max_length=60)


def _review(
    site: Site, given: Asked, at: Annotated[str, Query(max_length=60, description="an entry's id")] = ""
) -> Mapping[str, Any]:
    return reviewing.review(site, given, at)


add_page(router, "/review", "review", _review, kept=False)


class Decision(BaseModel):
    """An act on entries or claims. `seen` is what the entry's page gave under that name: where the entry has changed
    since, nothing is recorded and the answer is 409."""

    verb: Annotated[str, Field(pattern=f"^({VERBS})$")]
    ids: Annotated[list[Annotated[str, _SHORT]], Field(min_length=1, max_length=500)]
    values: dict[Annotated[str, _SHORT], Annotated[str, Field(max_length=4000)]] = {}
    reason: Annotated[str, Field(max_length=2000)] = ""
    seen: Annotated[str, _SHORT] = ""


@router.post("/acts.json", summary="record an act", responses={400: {}, 403: {}, 409: {"description": "changed since"}})
def act_json(at: At, who: Actor, said: Decision) -> JSONResponse:
    """Record an act and answer with its line of the log."""
    try:
        act = decisions.decide(at, who.name, said.verb, said.ids, said.values, said.reason, said.seen)
    except Conflict as conflict:
        return JSONResponse({"error": str(conflict), "changed": plain(conflict.changed)}, 409)
    return JSONResponse({"act": act.number, "verb": act.verb, "by": act.by, "at": act.at})


@router.post("/acts", summary="record an act from a form", response_class=RedirectResponse, responses={409: {}})
def act_form(
    request: Request, at: At, who: Actor, verb: Annotated[str, Form(pattern=f"^({VERBS}|split)$")],
    ids: Annotated[list[str], Form(max_length=500)], back: Annotated[str, Form(max_length=2000)] = "/",
    seen: Annotated[str, Form(max_length=60)] = "", field: Annotated[str, Form(max_length=60)] = "",
    value: Annotated[str, Form(max_length=4000)] = "", reason: Annotated[str, Form(max_length=2000)] = "",
    entry: Annotated[str, Form(max_length=60)] = "",
) -> Response:  # fmt: skip
    """Record an act and go back; `split` takes the claims `ids` out of `entry`. Ids may be given as addresses."""
    ids = [named_in(one) for one in ids]
    try:
        if verb == "split":
            decisions.split(at, who.name, entry, ids, seen)
        else:
            decisions.decide(at, who.name, verb, ids, _values(verb, field, value), reason, seen)
    except Conflict as conflict:
        view = {"conflict": conflict, "back": own_address(back)}
        return html(request, "conflict", lambda: view, status=409)
    return RedirectResponse(own_address(back), 303)


@router.post("/acts/parties", summary="merge two parties, or split a name from one", response_class=RedirectResponse)
def rule_parties(
    at: At, who: Actor, verb: Annotated[str, Form(pattern="^(merge|split)$")],
    one: Annotated[str, Form(max_length=300)], other: Annotated[str, Form(max_length=400)],
    others: Annotated[bool, Form()] = False, back: Annotated[str, Form(max_length=2000)] = "/parties",
) -> Response:  # fmt: skip
    """Names are given as reports write them, with their state (`VNM:To Lam`); of a merge also by the party's page."""
    decisions.rule_parties(at, who.name, verb, one, other, others=others)
    return RedirectResponse(own_address(back), 303)


def named_in(address: str) -> str:
    """The id at the end of an entry's address; what is no address comes back as it is."""
    return address.strip().partition("?")[0].partition("#")[0].rpartition("/")[2]


def _values(verb: str, field: str, value: str) -> dict[str, str]:
    if verb == "correct":
        return {field: decisions.corrected_value(field, value)}
    return {"text": value} if verb == "note" else {}


@router.post("/acts/undo", summary="take back the visitor's own latest act", response_class=RedirectResponse)
def undo(at: At, who: Actor, back: Annotated[str, Form(max_length=2000)] = "/") -> Response:
    """Undo, and go to the entry that the act was about."""
    entry = decisions.undo(at, who.name)
    address = own_address(back)
    if entry and urlsplit(address).path == "/review":
        address = decisions.review_at(address, entry)
    return RedirectResponse(address, 303)


@router.post("/review/accept", summary="accept what waits under a filter", response_class=RedirectResponse)
def bulk(
    at: At, who: Actor, given: Asked, expected: Annotated[int, Form(ge=1, le=500)],
    verb: Annotated[str, Form(pattern="^(accept|reject)$")] = "accept",
) -> Response:  # fmt: skip
    """One act over all entries that wait under the filter; refused where they are not as many as the page said."""
    ids: Sequence[str] = reviewing.waiting_ids(at, given, 501)
    if len(ids) != expected:
        raise UsageError(f"{len(ids)} entries wait under this filter now, not {expected}; look again and repeat")
    decisions.decide(at, who.name, verb, ids, {}, "in bulk over a filter", "")
    return RedirectResponse(f"/review{given.address(sort='-date')}", 303)


@router.post("/visitor", summary="the visitor's name and language", response_class=RedirectResponse)
def choose(
    who: Actor, name: Annotated[str | None, Form(max_length=200)] = None,
    language: Annotated[str | None, Form(max_length=10)] = None, back: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:  # fmt: skip
    """Remember them in cookies of this site."""
    response = RedirectResponse(own_address(back), 303)
    if name is not None:
        remember_choice(response, NAME, clean_name(name))
    if language in LANGUAGES:
        remember_choice(response, LANGUAGE, str(language))
    return response


def own_address(address: str) -> str:
    """The address where it is one of this site, else home."""
    own = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if own else "/"
