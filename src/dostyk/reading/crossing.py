"""Acts that cross a border: where both ends of one fall to the same state only for want of a word, one end is abroad.

A letter, an invitation or an order goes from one state to another. A person whose state nobody named, and who was
given that of the other end, belongs to the other state that the report is about; all drafts are put right at once.
"""

from __future__ import annotations

from dataclasses import replace

from dostyk.language.people import Person
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

_CROSSING = frozenset(["message", "invitation", "honour"])


def settle(context: Context, drafts: list[Draft]) -> None:
    """Move persons of unnamed state to the other side, in drafts and in the report's own list of persons."""
    moved: dict[Party, Party] = {}
    for draft in drafts:
        if draft.kind not in _CROSSING or not draft.who or not draft.whom:
            continue
        ends = (draft.whom[0].party, draft.who[0].party)
        if ends[0].state != ends[1].state or not all(p.name and p.kind == PERSON for p in ends):
            continue
        person = next((p for e in ends if (p := _unnamed(context, e)) is not None), None)
        other = next((c for c in context.reference.leading_states(2) if c != ends[0].state), "")
        if person is not None and other and person.party not in moved:
            old = person.party
            person.state, person.state_basis = other, "crossing"
            moved[old] = person.party
    if moved:
        for draft in drafts:
            _move(draft, moved)


def _unnamed(context: Context, party: Party) -> Person | None:
    found = next((p for p in context.people.persons if p.party == party), None)
    return found if found is not None and found.state_basis not in ("named", "title") else None


def _move(draft: Draft, moved: dict[Party, Party]) -> None:
    for side in (draft.who, draft.whom):
        for n, mention in enumerate(side):
            if mention.party in moved:
                side[n] = Mention(moved[mention.party], mention.passage)
    if draft.kind == "office" and draft.who:
        draft.place = draft.who[0].party.state
    speaker = draft.attributed_to
    if speaker is not None and speaker.party in moved:
        draft.attributed_to = replace(speaker, party=moved[speaker.party])
