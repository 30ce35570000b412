"""Tables of office-holders, CSV and Popolo JSON, as reports whose claims say who held which office.

The report's text has one line a holder, so that every claim quotes the line it stands on.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dostyk.linking.titles import is_unique, office_name
from dostyk.model import PERSON, Claim, Detail, Interval, Mention, Party, Passage, Problem, Report

READER = "holders 1"
_SURE = 0.95
_COLUMNS = {
    "name": ("name", "person", "holder"),
    "office": ("office", "post", "role", "title", "position"),
    "state": ("state", "country", "country_code", "code"),
    "since": ("since", "start", "start_date", "from", "begin"),
    "until": ("until", "end", "end_date", "to"),
}
_NAMED = ("persons", "organizations", "posts", "areas")
Resolve = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Holder:
    """A line of a table: `state` is a code; `since` and `until` are ISO days, months or years, or empty."""

    name: str
    office: str
    state: str
    since: str
    until: str


@dataclass(frozen=True)
class HolderReading:
    """What stands in a table, as the ledger takes it."""

    report: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    reader: str = READER


def holders_in(text: str, resolve: Resolve, state: str = "") -> Iterator[Holder | str]:
    """The lines of a table, or what is wrong with one of them in words.

    JSON is read as Popolo, all else as CSV whose first row names columns. `resolve` gives the code of a state's name;
    `state` is the code for lines that name none. Raises ValueError where it is no such table.
    """
    rows = _popolo(text) if text.lstrip().startswith(("{", "[")) else _csv(text)
    try:
        for place, row in rows:
            yield _holder(place, row, resolve, state)
    except (csv.Error, RecursionError) as error:
        raise ValueError(f"no table ({error})") from error


def _csv(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=first.count))
    named = {(name or "").strip().lower().replace(" ", "_"): name for name in reader.fieldnames or ()}
    columns = {ours: named[theirs] for ours, known in _COLUMNS.items() for theirs in reversed(known) if theirs in named}
    missing = {"name", "office"} - columns.keys()
    if missing:
        raise ValueError(f"no column {' and '.join(sorted(missing))}; name columns name, office, state, since, until")
    for row in reader:
        if any(isinstance(value, str) and value.strip() for value in row.values()):
            yield f"line {reader.line_num}", {ours: row.get(theirs) or "" for ours, theirs in columns.items()}


def _popolo(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    data = json.loads(text)
    if not isinstance(data, dict) or not isinstance(data.get("memberships"), list):
        raise ValueError("no Popolo: an object with persons, memberships and organizations or posts is needed")
    persons, organizations, posts, areas = (_by_id(data.get(name)) for name in _NAMED)
    for number, membership in enumerate(map(_object, data["memberships"]), start=1):
        person = persons.get(str(membership.get("person_id"))) or _object(membership.get("person"))
        post = posts.get(str(membership.get("post_id"))) or _object(membership.get("post"))
        body = organizations.get(str(membership.get("organization_id"))) or _object(membership.get("organization"))
        office = post.get("label") or membership.get("label") or _role(membership.get("role") or post.get("role"), body)
        place = membership.get("area_id") or post.get("area_id") or body.get("area_id")
        area = areas.get(str(place)) or _object(body.get("area"))
        yield f"membership {number}", {
            "name": str(person.get("name") or ""), "office": str(office or ""), "state": str(area.get("name") or ""),
            "since": str(membership.get("start_date") or ""), "until": str(membership.get("end_date") or ""),
        }  # fmt: skip


def _object(value: Any) -> Mapping[str, Any]:
    """The object, or one that says nothing in the stead of anything else."""
    return value if isinstance(value, dict) else {}


def _by_id(rows: Any) -> dict[str, Mapping[str, Any]]:
    found = map(_object, rows if isinstance(rows, list) else ())
    return {str(row["id"]): row for row in found if row.get("id") is not None}


def _role(role: Any, body: Mapping[str, Any]) -> str:
    """`member` of a body is its office; a role that names an office stands by itself."""
    name, said = str(body.get("name") or ""), str(role or "")
    return f"Member of {name}" if name and said.lower() in ("", "member") else said


def _holder(place: str, row: Mapping[str, str], resolve: Resolve, state: str) -> Holder | str:
    said = {name: " ".join(row.get(name, "").split()) for name in _COLUMNS}
    if not said["name"] or not said["office"]:
        return f"{place}: no {'office' if said['name'] else 'name'}; fill it in"
    code = resolve(said["state"]) if said["state"] else state
    if not code:
        return f"{place}: {said['state'] or 'no state'!r} names no one state; give a code (KAZ), a name, or --state"
    try:
        days = [Interval.parse(said[name]) for name in ("since", "until") if said[name]]
    except ValueError as error:
        return f"{place}: {error}; a day is 2025-05-06, 2025-05 or 2025"
    if len(days) == 2 and days[0].low > days[1].high:
        return f"{place}: {said['until']} is before {said['since']}"
    return Holder(said["name"], said["office"], code, said["since"], said["until"])


def rivals(held: Iterable[Holder]) -> list[str]:
    """In words, who of a table hold an office that has one holder at a time and all have no end."""
    open_: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for one in held:
        if not one.until and is_unique(one.office, one.state):
            open_[one.state, office_name(one.office, one.state)][one.name] = None
    return [
        f"{' and '.join(names)} all hold the office {office} of {state}, which one holds at a time; "
        "give those who left it an end (until)"
        for (state, office), names in open_.items()
        if len(names) > 1
    ]


def as_report(
    held: Iterable[Holder], *, path: str, name: str, published: date | None, outlet: str
) -> tuple[Report, HolderReading]:
    """The report that has a line for each holder, and its claims. A changed table is a new version of the report."""
    listed = list(held)
    told = [f"{one.name}, {one.office}, {one.state}, {one.since or '?'} – {one.until or '…'}" for one in listed]
    report = Report("\n".join(told), published=published, outlet=outlet, name=name, path=path)
    claims, at = [], 0
    for one, line in zip(listed, told, strict=True):
        claims.append(_claim(report, one, at, len(line)))
        at += len(line) + 1
    unique = {claim.id: claim for claim in claims}
    return report, HolderReading(report.id, tuple(unique.values()))


def _claim(report: Report, one: Holder, at: int, length: int) -> Claim:
    """A term that is over is told as background; one that is not, as going on."""

    def passage(words: str, behind: int) -> Passage:
        start = at + behind
        return Passage.of(report, start, start + len(words))

    office = passage(one.office, len(one.name) + 2)
    days = one.since and one.until and Interval.between(Interval.parse(one.since).low, Interval.parse(one.until).high)
    open_ = Interval.parse(one.since) if one.since else Interval.parse(one.until) if one.until else None
    return Claim(
        report.id, READER, "office", (Mention(Party(one.state, one.name, PERSON), passage(one.name, 0)),),
        date=days or open_, date_basis="explicit" if days or open_ else "", place=one.state, what=one.office,
        status="happened" if one.until else "ongoing", flags=("background",) if one.until else (),
        detail=Detail(post=one.office), confidence=_SURE,
        evidence={"trigger": (office,), "what": (office,),
                  "sentence": (Passage.of(report, at, at + length),)},
    )  # fmt: skip
