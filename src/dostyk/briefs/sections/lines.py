"""The line of an entry whatever its kind: of what is announced, of what answers something else, of a deed."""

from __future__ import annotations

from dostyk.briefs.data import Line, Piece
from dostyk.briefs.sections.contacts import KINDS, contact_line
from dostyk.briefs.wording import Writer, given, headed
from dostyk.followup.instruments import name_of
from dostyk.followup.words import content_words
from dostyk.model import Entry

_VERBS = {"aid": "to", "sanction": "against", "appointment": "in", "commitment": "to"}
# kinds that their own words do not tell apart from each other
_NAMED = frozenset(("opening", "aid", "cooperation", "appointment"))


def entry_line(write: Writer, entry: Entry) -> Line:
    """A line that says of what kind the entry is, or shows it."""
    if entry.kind in KINDS:
        return contact_line(write, entry)
    if entry.kind in ("signing", "ratification"):
        name = (Piece(headed(name_of(entry)) or "Instrument"),)
        return write.line(entry, name, "", write.status_tags(entry))
    if entry.kind == "figure":
        told = content_words(entry.detail.value) <= content_words(entry.what)
        return write.line(entry, (Piece(headed(entry.what) or "Figure"),), "" if told else entry.detail.value)
    return deed_line(write, entry)


def deed_line(write: Writer, entry: Entry) -> Line:
    """An opening, envoy, delivery, measure or undertaking: who, towards whom, what."""
    lead = write.directed(entry, _VERBS.get(entry.kind, "with"))
    plain = entry.kind not in _NAMED or entry.kind in entry.what.casefold()
    text = entry.what if plain else f"{entry.kind}: {entry.what}"
    remarks = [one for one in given(entry, "value", "post") if one.text.casefold() not in text.casefold()]
    return write.line(entry, lead, text, write.status_tags(entry), remarks)
