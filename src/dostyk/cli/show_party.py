"""`dostyk show` of a state, a person or a body: names, offices, and how much is told of it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from dostyk.clean import one_line
from dostyk.cli.parties import select

if TYPE_CHECKING:
    from dostyk.ledger import Ledger
    from dostyk.linking import Office
    from dostyk.model import Party


def party_row(store: Ledger, party: Party) -> dict[str, Any]:
    """What the ledger knows of a party."""
    spellings = sorted({one.key for one, chosen in store.named().items() if chosen == party})
    held = [office for office in store.offices() if office.person == party]
    entries = select(store.entries(), [party.key], store.named())
    days = sorted(entry.date.low.isoformat() for entry in entries if entry.date)
    return {
        "key": party.key, "kind": party.kind, "name": party.name or _state(party.state), "state": party.state,
        "names": spellings, "offices": [_office(office) for office in held],
        "entries": len(entries), "first": days[0] if days else "", "last": days[-1] if days else "",
    }  # fmt: skip


def party_lines(row: dict[str, Any]) -> list[str]:
    """The same for a terminal."""
    fields = [("name", row["name"])]
    fields += [("told as", "; ".join(row["names"]))] if len(row["names"]) > 1 else []
    fields += [("office", office["office"] + _term(office)) for office in row["offices"]]
    span = f", {row['first']} to {row['last']}" if row["first"] else ""
    fields.append(("entries", f"{row['entries']:,}{span}; dostyk timeline {shlex.quote(row['key'])} lists them"))
    return [one_line(f"{row['kind']} {row['key']}"), "", *(f"{name:10} {one_line(value)}" for name, value in fields)]


def _state(code: str) -> str:
    from dostyk.followup.names import state_name

    return state_name(code)


def _office(office: Office) -> dict[str, Any]:
    return {
        "office": office.office,
        "first": office.first.isoformat() if office.first else "",
        "last": office.last.isoformat() if office.last else "",
        "until": office.until.isoformat() if office.until else "",
        "next_known": office.successor.key if office.successor else "",
        "basis": list(office.basis),
        "current": office.current,
    }


def _term(office: dict[str, Any]) -> str:
    told = f", attested {office['first']} to {office['last']}" if office["first"] else ""
    if not office["until"]:
        return told + (", current" if office["current"] else "")
    shown = f" (dostyk show {office['basis'][0]})" if office["basis"] else ""
    following = f" at the latest, next known {office['next_known']}" if office["next_known"] else ""
    return f"{told}, until {office['until']}{following}{shown}"
