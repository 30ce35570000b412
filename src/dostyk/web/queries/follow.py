"""The register and the rounds: who leads what, what they report, who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dostyk.errors import UsageError
from dostyk.followup import Record, load
from dostyk.followup.register import Item, register
from dostyk.followup.rounds import Round, Step, closing, find_round, opening, rounds, statuses
from dostyk.followup.steps import STATES
from dostyk.web.queries import registering
from dostyk.web.queries.filters import PAGE
from dostyk.web.queries.items import item as shown
from dostyk.web.site import Site, Stamp

SORTS = ("due", "-date", "date", "lead")
_held: dict[str, tuple[tuple[Stamp, str], Record]] = {}


def record_at(site: Site) -> Record:
    """All that follow-up knows; derived from every entry, hence kept until the ledger or the day changes."""
    key = (site.stamp(), site.today.isoformat())
    known = _held.get(site.ledger.name)
    if known is None or known[0] != key:
        known = (key, load(site.ledger, site.today))
        _held[site.ledger.name] = known
    return known[1]


def _fitting(every: Iterable[Item], state: str, lead: str) -> list[Item]:
    """Lines with the state, whose agency or focal point is the lead."""
    fitting = [one for one in every if not state or one.of_state(state)]
    return [
        one for one in fitting if not lead or lead.casefold() in (one.lead.agency.casefold(), one.lead.focal.casefold())
    ]


def row(one: Item) -> Mapping[str, Any]:
    """A line of the register as plain values."""
    said = one.reported
    return {
        "id": one.id,
        "entry": one.entry.id,
        "kind": one.kind,
        "content": one.content,
        "lead": one.lead.agency,
        "focal": one.lead.focal,
        "counterpart": one.lead.counterpart,
        "reference": one.ref,
        "register": one.register,
        "due": one.due.iso if one.due else "",
        "overdue": one.overdue,
        "state": one.state,
        "reported": said.state if said else "",
        "reported_on": said.day or said.at[:10] if said else "",
        "done": said.done if said else "",
        "difficulties": said.difficulties if said else "",
        "recommendations": said.recommendations if said else "",
        "disagreement": one.disagreement,
        "states": list(one.entry.states),
    }


def _sorted(found: list[Item], sort: str) -> list[Item]:
    """Lines, given in order of time, in an order of SORTS; `due`: the overdue first, then by term."""
    if sort in ("date", "-date"):
        return found[:: -1 if sort == "-date" else 1]
    by_term = sorted(found, key=lambda one: (not one.overdue, one.due.high if one.due else date.max))
    if sort == "lead":
        return sorted(by_term, key=lambda one: (not one.lead.agency, one.lead.agency.casefold()))
    return by_term


def register_view(site: Site, state: str, lead: str, sort: str, page: int) -> Mapping[str, Any]:
    """The register, a page of it, in an order of SORTS."""
    known, record = registering.lines(site)
    every = _sorted(_fitting(known, state, lead), sort)
    pages = max(1, -(-len(every) // PAGE))
    page = min(page, pages)
    part = registering.with_steps(site, every[(page - 1) * PAGE : page * PAGE], record)
    return {
        "rows": [
            {
                **row(one),
                "item": shown(one.entry),
                "answers": one.answers,
                "steps": [
                    {"to": step.to, "why": "; ".join(step.why), "evidence": shown(step.evidence)} for step in one.steps
                ],
            }
            for one in part
        ],
        "leads": sorted({one.lead.agency for one in every if one.lead.agency}),
        "state": state,
        "lead": lead,
        "sort": sort,
        "states": STATES,
        "total": len(every),
        "page": page,
        "pages": pages,
        "rounds": [name.name for name in rounds(site.ledger.bound()) if not name.closed],
    }


def register_rows(site: Site, state: str, lead: str, sort: str) -> Iterator[Mapping[str, Any]]:
    """Every line of the register."""
    every = register(record_at(site), site.ledger.bound())
    return (row(one) for one in _sorted(_fitting(every, state, lead), sort))


def rounds_view(site: Site) -> Mapping[str, Any]:
    """All rounds, the latest first, with how each lead does."""
    acts = site.ledger.bound()
    known = rounds(acts)
    items = register(record_at(site), acts) if known else []
    return {"rounds": [_round(one, items) for one in reversed(known)], "open": any(not one.closed for one in known)}


def round_opened(site: Site, name: str, until: date, state: str) -> Step:
    """The act that opens a round, over all of the register or what is with one state. Raises UsageError."""
    acts = site.ledger.bound()
    what = f"with={state}" if state else ""
    return opening(rounds(acts), register(record_at(site), acts), name or f"{site.today:%Y-%m}", until, what)


def round_closed(site: Site, name: str) -> Step:
    """The act that closes a round. Raises UsageError."""
    acts = site.ledger.bound()
    return closing(find_round(rounds(acts), name), register(record_at(site), acts))


def _round(one: Round, items: list[Item]) -> Mapping[str, Any]:
    leads = [
        {"lead": s.lead, "asked": s.asked, "answered": s.answered, "late": s.late, "last": s.last, "state": s.state}
        for s in statuses(one, items)
    ]
    return {
        "name": one.name,
        "opened": one.opened,
        "until": one.until.isoformat(),
        "wanted": one.wanted,
        "closed": one.closed,
        "counts": dict(one.counts),
        "leads": leads,
        "asked": len(one.asked),
        "answered": sum(lead["answered"] for lead in leads),
    }


def round_rows(site: Site) -> Iterator[Mapping[str, Any]]:
    """Each lead of each round."""
    for one in rounds_view(site)["rounds"]:
        for lead in one["leads"]:
            yield {"round": one["name"], "until": one["until"], "closed": one["closed"], **lead}


def progress_values(given: Mapping[str, str]) -> dict[str, str]:
    """What a lead reports, as the act's payload. Raises UsageError where it says too little."""
    if given.get("state", "") not in STATES:
        raise UsageError(f"the state of a progress report is one of {', '.join(STATES)}")
    return {name: " ".join(value.split()) for name, value in given.items() if value.strip()}
