"""An entry as a line: who, to or with whom, what, where, in plain English and in the reports' own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dostyk.briefs.data import Line, Piece, Remark
from dostyk.briefs.days import in_words, iso_in_words
from dostyk.briefs.notes import Notes
from dostyk.briefs.safe import clean
from dostyk.followup.moves import Move
from dostyk.model import BODY, PERSON, STANCES, STATE, Entry, Party

_SHOWN_PARTIES = 6
_KEY = re.compile(r"[A-Z]{3,4}:\S")  # a party's key
_VERBS = {
    "thanks": ("thanks", "thank"), "condole": ("offers condolences", "offer condolences"), "deny": ("denies", "deny"),
    "concern": ("voices concern", "voice concern"),
}  # fmt: skip
_TRANSITIVE = frozenset(("thank", "congratulate", "praise", "support", "condemn", "urge", "warn", "threaten"))
_TAGS = {
    "scheduled": "planned", "proposed": "proposed", "cancelled": "cancelled", "denied": "denied",
    "ongoing": "under way",
}  # fmt: skip


@dataclass
class Writer:
    """Writes entries as lines: state names by code, the notes they draw on, and the day they are written for."""

    names: Mapping[str, str]
    notes: Notes
    today: date
    sides: tuple[str, str] = ("", "")
    moved: Mapping[str, tuple[Move, ...]] = field(default_factory=dict)  # what was put off, by entry

    def line(
        self, entry: Entry, lead: Iterable[Piece], text: str = "", tags: Iterable[str] = (),
        remarks: Iterable[Remark] = (), within: bool = False,
    ) -> Line:  # fmt: skip
        """The line of an entry with its date, place, status and notes."""
        numbers, more = self.cite(entry)
        lead = tuple(lead)
        return Line(
            entry=entry.id,
            kind=entry.kind,
            status=entry.status,
            date=entry.date.iso if entry.date else "",
            day=in_words(entry.date),
            lead=lead,
            text=clean(text),
            place="" if any(piece.state == entry.place for piece in lead) else self.place(entry.place),
            tags=tuple(dict.fromkeys((*tags, *self._checked(entry)))),
            remarks=tuple(remarks),
            notes=numbers,
            more=more,
            within=within,
        )

    def cite(self, entry: Entry) -> tuple[tuple[int, ...], int]:
        """Numbers of the entry's notes, and how many more there are; asked first, they are numbered first."""
        return self.notes.for_claims(entry.claims)

    def _checked(self, entry: Entry) -> tuple[str, ...]:
        return tuple(word for word, so in (("accepted", entry.accepted), ("corrected", bool(entry.corrected))) if so)

    def name(self, code: str) -> str:
        """A state's name; its code where no name is known."""
        return clean(self.names.get(code, code))

    def place(self, place: str) -> str:
        """`Astana` for `KAZ:Astana`; the state's name for a bare code; the state is named where it is a third one."""
        code, _, city = place.partition(":")
        if not city:
            return self.name(code) if code else ""
        return clean(city) if code in self.sides or not code else f"{clean(city)}, {self.name(code)}"

    def party(self, party: Party) -> Piece:
        """One party as a piece of a lead."""
        if party.kind == STATE or not party.name:
            return Piece(self.name(party.state), "state", party.state)
        return Piece(clean(party.name), "person" if party.kind == PERSON else "body", party.state)

    def parties(self, parties: Iterable[Party], joint: str = " and ") -> tuple[Piece, ...]:
        """Parties in a row: `A, B and C`. Beyond six, the rest is counted."""
        every = list(dict.fromkeys(parties))
        shown, rest = every[:_SHOWN_PARTIES], len(every) - _SHOWN_PARTIES
        pieces: list[Piece] = []
        for number, party in enumerate(shown):
            if number:
                pieces.append(Piece(joint if number == len(shown) - 1 and rest <= 0 else ", "))
            pieces.append(self.party(party))
        if rest > 0:
            pieces.append(Piece(f"{joint}{rest} more"))
        return tuple(pieces)

    def directed(self, entry: Entry, verb: str) -> tuple[Piece, ...]:
        """`who` verb `whom`."""
        if not entry.whom:
            return self.parties(entry.who)
        return (*self.parties(entry.who), Piece(f" {verb} "), *self.parties(entry.whom))

    def status_tags(self, entry: Entry) -> tuple[str, ...]:
        """Planned, proposed, cancelled, denied or under way; nothing for what happened. Flags that matter follow."""
        tags = [_TAGS[entry.status]] if entry.status in _TAGS else []
        tags += [flag for flag in ("postponed", "conditional") if flag in entry.flags]
        return tuple(tags)


def headed(text: str) -> str:
    """`text` on one line with a capital at the head of the line."""
    text = clean(text)
    return text[:1].upper() + text[1:]


def stance_of(entry: Entry, *, together: bool = False) -> tuple[str, str]:
    """The stance in the third person, of one speaker or of several, and the rest of what was said."""
    first, _, rest = entry.what.partition(" ")
    stance = entry.detail.stance or (first if first in STANCES else "")
    gist = rest if first == stance else entry.what
    one, several = _VERBS.get(stance, (f"{stance}s", stance) if stance else ("says", "say"))
    return several if together else one, gist


def towards(stance: str) -> str:
    """What stands between a stance in the third person and its addressee: `thanks Latvia`, but `says to Latvia`."""
    return " " if stance.removesuffix("s") in _TRANSITIVE else " to "


def without(text: str, *parts: str) -> str:
    """`text` without the parts that the line already shows, `(accepted)` and the like."""
    for part in parts:
        text = text.replace(part, "")
    return clean(text)


def given(entry: Entry, *names: str) -> list[Remark]:
    """Details that the reports give, as remarks, in this order; ISO days in words."""
    labels = {"conveyed_by": "conveyed by", "value": "amount"}
    values = entry.detail.given()
    return [Remark(labels.get(name, name), _value(name, values[name])) for name in names if name in values]


def _value(name: str, value: str) -> str:
    if name == "conveyed_by" and _KEY.match(value):
        value = value.partition(":")[2]
    return clean(iso_in_words(value) if name == "due" else value)


def only_states(parties: Iterable[Party], *codes: str) -> bool:
    """True where the parties are exactly these states, without a person or body."""
    found = list(parties)
    return all(party.kind == STATE for party in found) and {party.state for party in found} == set(codes)


def people_and_bodies(parties: Iterable[Party]) -> list[Party]:
    """The parties that are not bare states."""
    return [party for party in parties if party.kind in (PERSON, BODY) and party.name]
