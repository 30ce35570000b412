"""An entry as lists show it: who, to or with whom, what, where, when; and the same as a flat row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from dostyk.briefs.data import Piece
from dostyk.briefs.days import in_words
from dostyk.briefs.notes import Notes
from dostyk.briefs.safe import clean
from dostyk.briefs.wording import Writer, stance_of, towards
from dostyk.ledger.rows import chunks, entry_from_dict
from dostyk.ledger.schema import entries
from dostyk.model import Entry, Interval, Party
from dostyk.reference import load_reference

# one party, several
_VERBS = {
    "visit": ("visits", "visit"), "invitation": ("invites", "invite"), "honour": ("honours", "honour"),
    "message": ("writes to", "write to"), "commitment": ("promises", "promise"), "aid": ("gives to", "give to"),
    "sanction": ("acts against", "act against"), "appointment": ("is sent to", "are sent to"),
    "opening": ("opens", "open"), "statement": ("says to", "say to"),
}  # fmt: skip
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Item:
    """One entry in a list. `date` is ISO text, `day` the same in words; `reports` counts those that tell of it."""

    id: str
    kind: str
    status: str
    date: str
    day: str
    lead: tuple[Piece, ...]
    text: str
    place: str
    flags: tuple[str, ...]
    published: str
    reports: int
    confidence: float
    accepted: bool
    corrected: bool
    part_of: str
    due: str = ""


@cache
def state_names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 → the name written here."""
    return {code: state.name for code, state in load_reference().states.items()}


def state_name(code: str) -> str:
    """A state's name; its code where no name is known."""
    return "international bodies" if code == "IGO" else state_names().get(code, code)


@cache
def writer() -> Writer:
    """Writes parties and places as the briefs do; it cites nothing."""
    return Writer(state_names(), Notes({}, {}), date.min)


def party_text(party: Party) -> str:
    """A party as words: `Viet Nam`, or the name."""
    return writer().party(party).text


def item(entry: Entry) -> Item:
    """The entry as lists show it."""
    days = [anchor.published for anchor in entry.anchors if anchor.published < "9999"]
    return Item(
        entry.id, entry.kind, entry.status, entry.date.iso if entry.date else "", in_words(entry.date), lead(entry),
        _text(entry)[:_LONGEST], writer().place(entry.place), entry.flags, min(days, default=""),
        len({anchor.report for anchor in entry.anchors}), round(entry.confidence, 3), entry.accepted,
        bool(entry.corrected), entry.part_of, entry.detail.due,
    )  # fmt: skip


def lead(entry: Entry) -> tuple[Piece, ...]:
    """Who did it, and to or with whom."""
    write = writer()
    if entry.kind == "statement":
        verb, _ = stance_of(entry, together=len(entry.who) > 1)
        between = Piece(f" {verb}{towards(verb)}" if entry.whom else f" {verb}: ")
        return (*write.parties(entry.who), between, *write.parties(entry.whom))
    if entry.kind in _VERBS and entry.whom:
        return write.directed(entry, _VERBS[entry.kind][len(entry.who) > 1])
    return write.parties(entry.parties)


def _text(entry: Entry) -> str:
    if entry.kind == "office":
        return clean(entry.detail.post or entry.what)
    if entry.kind == "statement":
        return clean(stance_of(entry)[1])
    named = [entry.detail.instrument, entry.detail.award, entry.detail.level]
    text = clean(entry.what)
    if entry.kind == "commitment" and entry.whom and text and not text.startswith("to "):
        text = f"to {text}"
    extra = next((clean(n) for n in named if n and clean(n).casefold() not in text.casefold()), "")
    return f"{text}: {extra}" if text and extra else text or extra


def title(entry: Entry) -> str:
    """The entry as one line of words."""
    said = "".join(piece.text for piece in lead(entry)).strip().removesuffix(":")
    text = _text(entry)
    return f"{said} · {text}" if said and text else said or text or entry.kind


def entry_at(data: str) -> Entry:
    """The entry of a row's JSON."""
    return entry_from_dict(json.loads(data))


def entries_of(connection: Connection, ids: Iterable[str]) -> list[Entry]:
    """Entries by id, in the order of the ids; ids of none are passed over."""
    found: dict[str, Entry] = {}
    wanted = list(dict.fromkeys(ids))
    for some in chunks(wanted):
        for name, data in connection.execute(select(entries.c.id, entries.c.data).where(entries.c.id.in_(some))):
            found[name] = entry_at(data)
    return [found[name] for name in wanted if name in found]


def items_of(connection: Connection, ids: Iterable[str]) -> list[Item]:
    """The same as lists show them."""
    return [item(entry) for entry in entries_of(connection, ids)]


def flat(entry: Entry) -> Mapping[str, Any]:
    """The entry as one row of plain values: what CSV holds, and JSON lists hold."""
    return {
        "id": entry.id, "date": entry.date.iso if entry.date else "", "date_basis": entry.date_basis,
        "kind": entry.kind, "status": entry.status, "who": [party.key for party in entry.who],
        "whom": [party.key for party in entry.whom], "place": entry.place, "what": entry.what,
        "flags": list(entry.flags), **{name: entry.detail.given().get(name, "") for name in _DETAILS},
        "part_of": entry.part_of, "reports": len({anchor.report for anchor in entry.anchors}),
        "confidence": round(entry.confidence, 4), "accepted": entry.accepted, "corrected": list(entry.corrected),
    }  # fmt: skip


_DETAILS = (
    "stance",
    "due",
    "target",
    "value",
    "period",
    "field",
    "conveyed_by",
    "instrument",
    "award",
    "level",
    "post",
)


def day_words(iso: str) -> str:
    """ISO text of a day, month, year or stretch in words; other text as it is."""
    try:
        return in_words(Interval.parse(iso)) if iso else ""
    except ValueError:
        return iso
