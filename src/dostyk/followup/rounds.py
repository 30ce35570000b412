"""Rounds of urging: who is asked about what, until when, and what came back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dostyk.errors import UsageError
from dostyk.followup.register import Item, imported_rows, key_of
from dostyk.followup.steps import CLOSED
from dostyk.linking.named import state_meant

if TYPE_CHECKING:
    from dostyk.ledger import Bound

NOBODY = "(no lead)"


@dataclass(frozen=True)
class Round:
    """A cycle: `asked` gives the lead of each item by the item's id; `closed` is the day it was closed, or empty."""

    name: str
    opened: str
    until: date
    wanted: str
    asked: Mapping[str, str]
    closed: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def leads(self) -> list[str]:
        """Everybody who is asked, by name."""
        return sorted(set(self.asked.values()))


@dataclass(frozen=True, slots=True)
class LeadStatus:
    """How a lead did in a round: items asked about, answered, answered after the round's last day, and still open."""

    lead: str
    asked: int
    answered: int
    late: int
    last: str

    @property
    def missing(self) -> int:
        """Items without an answer."""
        return self.asked - self.answered

    @property
    def state(self) -> str:
        """`silent`, `partly answered`, `late` or `answered`; `nobody to ask` where there is no lead."""
        if not self.answered:
            return "silent" if self.lead != NOBODY else "nobody to ask"
        if self.missing:
            return "partly answered"
        return "late" if self.late else "answered"


def rounds(acts: Sequence[Bound]) -> list[Round]:
    """All rounds in the order in which they were opened."""
    found: dict[str, Round] = {}
    rows = imported_rows(acts)
    for bound in acts:
        act, said = bound.act, bound.act.payload
        if act.verb == "open_round":
            leads = json.loads(said.get("asked", "[]"))
            asked = {key_of(place, rows): lead for place, lead in zip(bound.places, leads, strict=False) if place.entry}
            found[said["name"]] = Round(said["name"], act.at[:10], date.fromisoformat(said["until"]),
                                        said.get("for", ""), asked)  # fmt: skip
        elif act.verb == "close_round" and said["name"] in found:
            one = found[said["name"]]
            counts = json.loads(said.get("counts", "{}"))
            found[one.name] = Round(one.name, one.opened, one.until, one.wanted, one.asked, act.at[:10], counts)
    return list(found.values())


def find_round(known: Iterable[Round], name: str = "") -> Round:
    """The round of that name, or the last that is open. Raises UsageError."""
    every = list(known)
    if name:
        for one in every:
            if one.name == name:
                return one
        raise UsageError(f"no round {name!r}; rounds are {', '.join(one.name for one in every) or 'none yet'}")
    still = [one for one in every if not one.closed]
    if not still:
        raise UsageError("no round is open; dostyk round open --until DAY opens one")
    return still[-1]


def wanted(items: Iterable[Item], what: str) -> list[Item]:
    """Items that fit a filter: blank-separated `with=KAZ`, `lead=…`, `kind=commitment`, `register=…`, `due=DAY`
    (due by then), `state=open`; closed ones are left out unless a state is asked for. Raises UsageError."""
    tests = filters(what)
    return [
        item for item in items
        if all(_fits(item, name, value) for name, value in tests)
        and ("state" in dict(tests) or item.state not in CLOSED)
    ]  # fmt: skip


Step = tuple[str, list[str], dict[str, str]]


def opening(known: Iterable[Round], items: Iterable[Item], name: str, until: date, what: str = "") -> Step:
    """The act (verb, ids, payload) that opens a round over the items that fit a filter. Raises UsageError."""
    every = list(known)
    if any(one.name == name for one in every):
        raise UsageError(f"there is a round {name!r} already; give this one another name")
    if any(not one.closed for one in every):
        raise UsageError("a round is open; close it first")
    asked = wanted(items, what)
    if not asked:
        raise UsageError("nothing in the register fits; there is nobody to ask")
    leads = json.dumps([lead_of(item) for item in asked], ensure_ascii=False)
    said = {"name": name, "until": until.isoformat(), "for": what, "asked": leads}
    return ("open_round", [item.id for item in asked], said)


def closing(one: Round, items: Iterable[Item]) -> Step:
    """The act that closes a round, with how what was asked about stands then. Raises UsageError where it is closed."""
    if one.closed:
        raise UsageError(f"round {one.name} was closed on {one.closed}")
    counts = counts_of(item for item in items if item.id in one.asked)
    return ("close_round", [], {"name": one.name, "counts": json.dumps(counts)})


def filters(what: str) -> list[tuple[str, str]]:
    """The parts of a filter as (name, value). Raises UsageError."""
    tests = []
    for part in _split(what):
        name, equals, value = part.partition("=")
        if not equals or name not in ("with", "lead", "kind", "register", "due", "state") or not value:
            raise UsageError(f"--for: {part!r} is no filter; give with=, lead=, kind=, register=, due= or state=")
        if name == "due":
            try:
                date.fromisoformat(value)
            except ValueError as error:
                raise UsageError(f"--for: {value!r} is no day; write due=YYYY-MM-DD") from error
        if name == "with" and not state_meant(value):
            raise UsageError(f"--for: {value!r} is no state; give its code, as in with=KAZ")
        tests.append((name, value))
    return tests


def _split(what: str) -> list[str]:
    """Parts at blanks in front of a `name=`, so that a lead's name may hold blanks."""
    parts: list[str] = []
    for word in what.split():
        if "=" in word or not parts:
            parts.append(word)
        else:
            parts[-1] += f" {word}"
    return parts


def _fits(item: Item, name: str, value: str) -> bool:
    if name == "with":
        return item.of_state(state_meant(value))
    if name == "lead":
        return value.casefold() in (item.lead.agency.casefold(), item.lead.focal.casefold())
    if name == "register":
        return item.register == value
    if name == "due":
        return item.due is not None and item.due.high <= date.fromisoformat(value)
    return value == (item.kind if name == "kind" else item.stands)


def lead_of(item: Item) -> str:
    """Whom to ask about an item."""
    return item.lead.agency or NOBODY


def statuses(one: Round, items: Iterable[Item]) -> list[LeadStatus]:
    """How each lead of a round stands, silent ones first, then by name."""
    by_id = {item.id: item for item in items}
    asked, answered, late = Counter(one.asked.values()), Counter[str](), Counter[str]()
    last: dict[str, str] = {}
    for name, lead in one.asked.items():
        given = [answer for answer in by_id[name].answers if answer.round == one.name] if name in by_id else []
        if given:
            answered[lead] += 1
            late[lead] += given[0].at[:10] > one.until.isoformat()
            last[lead] = max(last.get(lead, ""), given[-1].at[:10])
    found = [LeadStatus(lead, asked[lead], answered[lead], late[lead], last.get(lead, "")) for lead in asked]
    return sorted(found, key=lambda status: (status.answered > 0, status.missing == 0, status.lead))


def counts_of(items: Iterable[Item]) -> dict[str, int]:
    """Items by the state they stand at, with those overdue: what its lead reports as done is not late."""
    every = list(items)
    found = Counter(item.stands for item in every)
    return {
        "all": len(every),
        **dict(sorted(found.items())),
        "overdue": sum(item.overdue and item.stands not in CLOSED for item in every),
    }
