"""Pages to read: home, search, relation, party, entry, report, board, timeline, calendar, map, network, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse

from dostyk.briefs import to_html
from dostyk.errors import UsageError
from dostyk.linking.named import state_meant
from dostyk.model import KINDS
from dostyk.web.model import model
from dostyk.web.queries import (
    board,
    entry,
    finding,
    graphs,
    home,
    listing,
    months,
    party,
    pressing,
    relation,
    report,
    times,
)
from dostyk.web.queries.filters import Filters, asked
from dostyk.web.site import At, Site
from dostyk.web.twins import Moved, add_page

router = APIRouter(tags=["reading"])
Asked = Annotated[Filters, Depends(asked)]
Id = Annotated[str, Path(max_length=60, pattern=r"^[\w-]+$")]
Code = Annotated[str, Path(max_length=60, description="ISO 3166-1 alpha-3, a name or a demonym")]
Month = Annotated[str, Query(pattern=r"^((1[0-9]|2[0-9])\d{2}-(0[1-9]|1[0-2]))?$", description="YYYY-MM")]
Year = Annotated[int, Query(ge=0, le=9998, description="0: all years")]
Words = Annotated[str, Query(max_length=200)]
State = Annotated[str, Query(max_length=3)]
ReportSort = Annotated[str, Query(pattern=f"^({'|'.join(listing.REPORT_SORTS)})$")]
PartySort = Annotated[str, Query(pattern=f"^({'|'.join(listing.PARTY_SORTS)})$")]
View = Mapping[str, Any]
_PLACE = re.compile(r"(text|title):(\d{1,9})-(\d{1,9})\Z")


def _home(site: Site) -> View:
    return {**home.home(site), "due": pressing.pressing(site)}


def _search(site: Site, given: Asked) -> View:
    return {"found": finding.find(site.ledger, given), "filters": given}


def _search_rows(site: Site, given: Asked) -> Iterator[Mapping[str, Any]]:
    return finding.rows(site.ledger, given)


def _entry(site: Site, id: Id) -> View:
    view = entry.entry_view(site, id)
    if view["entry"].id != id:
        raise Moved(f"/entries/{view['entry'].id}")
    return view


def _report(
    site: Site, id: Id, at: Annotated[str, Query(max_length=40, description="a passage: text:10-25")] = ""
) -> View:
    found = _PLACE.match(at)
    return report.report_view(site, id, (found[1], int(found[2]), int(found[3])) if found else None)


def state_of(text: str) -> str:
    """The code of a state by code, name or demonym. Raises UsageError."""
    code = state_meant(text)
    if not code:
        raise UsageError(
            f"{text or 'an empty field'} names no one state; give a code (KAZ), name (Kazakhstan) or demonym (Kazakh)"
        )
    return code


def _relation(site: Site, a: Code, b: Code) -> View:
    one, other = state_of(a), state_of(b)
    if one == other:
        raise UsageError("a relation needs two states")
    if (one, other) != (a, b):
        raise Moved(f"/relations/{one}/{other}")
    return relation.relation(site, one, other)


def _party(site: Site, key: Annotated[str, Path(max_length=300)]) -> View:
    return party.party_view(site, key)


def _board(site: Site, given: Asked) -> View:
    return board.board(site, given)


def _board_rows(site: Site, given: Asked) -> Iterator[Mapping[str, Any]]:
    return board.board_rows(site, given)


def _instruments(site: Site, given: Asked) -> View:
    return board.instruments(site, given)


def _instrument_rows(site: Site, given: Asked) -> Iterator[Mapping[str, Any]]:
    return finding.rows(site.ledger, _only(given, "signing", "ratification"))


def _only(given: Filters, *kinds: str) -> Filters:
    return replace(given, kind=tuple(k for k in given.kind if k in kinds) or kinds)


def _timeline(site: Site, given: Asked) -> View:
    return times.timeline(site, given)


def _calendar(site: Site, given: Asked, month: Month = "") -> View:
    shown = month or f"{site.today:%Y-%m}"
    return months.calendar(site, given, int(shown[:4]), int(shown[5:]))


def _calendar_rows(site: Site, given: Asked, month: Month = "") -> Iterator[Mapping[str, Any]]:
    shown = month or f"{site.today:%Y-%m}"
    kinds = (kind for kind in KINDS if kind != times.LASTING)
    return finding.rows(site.ledger, replace(given, kind=given.kind or tuple(kinds), since=shown, until=shown))


def _map(site: Site, given: Asked, year: Year = 0) -> View:
    return graphs.visits_map(site, given, year)


def _map_rows(site: Site, given: Asked, year: Year = 0) -> Iterator[Mapping[str, Any]]:
    span = {"since": str(year), "until": str(year)} if year else {"since": "", "until": ""}
    return finding.rows(site.ledger, replace(given, kind=("visit",), **span))  # type: ignore[arg-type]


def _network(site: Site, given: Asked, by: Annotated[str, Query(pattern="^(people|states)$")] = "people") -> View:
    return graphs.network(site, given, by)


def _network_rows(site: Site, given: Asked) -> Iterator[Mapping[str, Any]]:
    return finding.rows(site.ledger, _only(given, *graphs.CONTACTS))


def _problems(
    site: Site, code: Annotated[str, Query(max_length=60)] = "", page: Annotated[int, Query(ge=1, le=10**6)] = 1
) -> View:
    return listing.problems_view(site, code, page)


def _problem_rows(site: Site, code: Annotated[str, Query(max_length=60)] = "") -> Iterator[Mapping[str, Any]]:
    return listing.problem_rows(site, code)


def _reports(
    site: Site, q: Words = "", sort: ReportSort = "-published", page: Annotated[int, Query(ge=1, le=10**6)] = 1
) -> View:
    return listing.reports_view(site, q, sort, page)


def _report_rows(site: Site, q: Words = "", sort: ReportSort = "-published") -> Iterator[Mapping[str, Any]]:
    return listing.report_rows(site, q, sort)


def _people(
    site: Site, q: Words = "", state: State = "", sort: PartySort = "-named",
    page: Annotated[int, Query(ge=1, le=10**6)] = 1,
) -> View:  # fmt: skip
    return listing.parties_view(site, q, state.upper(), sort, page)


def _people_rows(
    site: Site, q: Words = "", state: State = "", sort: PartySort = "-named"
) -> Iterator[Mapping[str, Any]]:
    return listing.party_rows(site, q, state.upper(), sort)


def _log(site: Site, page: Annotated[int, Query(ge=1, le=10**6)] = 1) -> View:
    return listing.log(site, page)


def _log_rows(site: Site) -> Iterator[Mapping[str, Any]]:
    return listing.log_rows(site)


def _about(site: Site) -> View:
    return {**listing.about(site), "model": model()}


@router.get(
    "/relations/{a}/{b}/brief", response_class=HTMLResponse, summary="the brief of a relation, to print or send"
)
def brief_page(at: At, a: Code, b: Code) -> HTMLResponse:
    """The same page that `dostyk brief` writes."""
    page = to_html(_relation(at, a, b)["brief"])
    own = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}
    return HTMLResponse(page.encode("utf-8", "replace"), headers=own)


@router.get("/relations", summary="choose two states", response_class=HTMLResponse)
def choose_relation(
    request: Request, a: Annotated[str, Query(max_length=60)] = "", b: Annotated[str, Query(max_length=60)] = ""
) -> HTMLResponse:
    """Lead to the relation of two states that were typed."""
    raise Moved(f"/relations/{state_of(a)}/{state_of(b)}")


add_page(router, "/", "home", _home)
add_page(router, "/search", "search", _search, _search_rows)
add_page(router, "/entries/{id}", "entry", _entry)
add_page(router, "/reports/{id}", "report", _report)
add_page(router, "/reports", "reports", _reports, _report_rows)
add_page(router, "/relations/{a}/{b}", "relation", _relation)
add_page(router, "/parties", "parties", _people, _people_rows)
add_page(router, "/parties/{key:path}", "party", _party)
add_page(router, "/commitments", "board", _board, _board_rows)
add_page(router, "/instruments", "instruments", _instruments, _instrument_rows)
add_page(router, "/timeline", "timeline", _timeline, _search_rows)
add_page(router, "/calendar", "calendar", _calendar, _calendar_rows)
add_page(router, "/map", "map", _map, _map_rows)
add_page(router, "/network", "network", _network, _network_rows)
add_page(router, "/problems", "problems", _problems, _problem_rows)
add_page(router, "/log", "log", _log, _log_rows)
add_page(router, "/about", "about", _about)
