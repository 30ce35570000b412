"""Corrections of an entry's fields by people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from dostyk.errors import UsageError
from dostyk.model import STATUSES, Detail, Entry, Interval, Party

_DETAILS = frozenset(f.name for f in fields(Detail))
CORRECTABLE = ("who", "whom", "date", "place", "what", "status", *sorted(_DETAILS))


def check_correction(name: str, value: str) -> None:
    """Raise UsageError where the field cannot be corrected, or not to this value."""
    if name not in CORRECTABLE:
        raise UsageError(f"no field {name!r} to correct; fields are {', '.join(CORRECTABLE)}")
    if name == "status" and value not in STATUSES:
        raise UsageError(f"no status {value!r}; statuses are {', '.join(STATUSES)}")
    if name == "date" and value:
        try:
            Interval.parse(value)
        except ValueError as error:
            raise UsageError(f"{error}; a date is 2025-05-06, 2025-05, 2025 or two of these with / between") from error


def apply_corrections(entry: Entry, corrections: Iterable[tuple[str, str]]) -> Entry:
    """The entry with fields set, the later correction of a field holding. Versions stay as reports give them."""
    for name, value in corrections:
        entry = _set(entry, name, value)
        if name not in entry.corrected:
            entry = replace(entry, corrected=tuple(sorted((*entry.corrected, name))))
    return entry


def _set(entry: Entry, name: str, value: str) -> Entry:
    if name == "who":
        return replace(entry, who=_parties(entry, value))
    if name == "whom":
        return replace(entry, whom=_parties(entry, value))
    if name == "date":
        return replace(entry, date=Interval.parse(value) if value else None, date_basis="")
    if name == "place":
        return replace(entry, place=value)
    if name == "what":
        return replace(entry, what=value)
    if name == "status":
        return replace(entry, status=value)
    return replace(entry, detail=Detail.from_dict({**entry.detail.given(), name: value}))


def held(entry: Entry, name: str) -> str:
    """What an entry has in a field, written as versions and corrections write it."""
    if name in ("who", "whom"):
        return "; ".join(party.key for party in getattr(entry, name))
    if name == "date":
        return entry.date.iso if entry.date else ""
    return str(getattr(entry.detail if name in _DETAILS else entry, name))


def _parties(entry: Entry, value: str) -> tuple[Party, ...]:
    """Keys with `;` between; a key the entry knows keeps its kind."""
    known = {party.key: party for party in entry.parties}
    keys = [key.strip() for key in value.split(";") if key.strip()]
    return tuple(known.get(key) or Party.parse(key) for key in dict.fromkeys(keys))
