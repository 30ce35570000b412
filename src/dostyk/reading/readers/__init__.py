"""Readers of the kind families: matches of frames in, drafts out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.readers import commitments, contacts, courtesies, instruments, measures, statements

Reader = Callable[[Match, Context], Iterator[Draft]]

READERS: dict[str, Reader] = {
    "visit": contacts.read_visit,
    "meeting": contacts.read_contact,
    "call": contacts.read_contact,
    "message": courtesies.read_message,
    "gathering": contacts.read_gathering,
    "cooperation": instruments.read_cooperation,
    "invitation": courtesies.read_invitation,
    "honour": courtesies.read_honour,
    "signing": instruments.read_signing,
    "ratification": instruments.read_ratification,
    "relations": instruments.read_relations,
    "opening": instruments.read_opening,
    "aid": measures.read_aid,
    "sanction": measures.read_sanction,
    "appointment": measures.read_appointment,
    "statement": statements.read_statement,
    "commitment": commitments.read_commitment,
}
