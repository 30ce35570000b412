"""Acts that cross a border: where both ends of one fall to the same state only for want of a word, one end is abroad.

A letter, an invitation or an order goes from one state to another. A person whose state nobody named, and who was
given that of the other end, belongs to another state of the report; all drafts are put right at once.
"""

from __future__ import annotations

from dataclasses import replace

from dostyk.language.persons import Person
from dostyk.model import Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

_CROSSING = frozenset(["message", "invitation", "honour"])


def settle(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Move persons of unnamed state to the other side; acts that a state would do to itself are left out."""
    moved: dict[Party, Party] = {}
    for draft in drafts:
        if draft.kind not in _CROSSING or not draft.who or not draft.whom:
            continue
        person, other = _move_in(context, draft)
        ends = {draft.who[0].party, draft.whom[0].party}
        if person is not None and not moved.keys() & ends:
            old = person.party
            person.state, person.state_basis = other, "crossing"
            moved[old] = person.party
    if moved:
        for draft in drafts:
            _move(draft, moved)
    return [d for d in drafts if d.kind not in _CROSSING or not _to_itself(d)]


def _move_in(context: Context, draft: Draft) -> tuple[Person | None, str]:
    """(person, other state) where both ends of a draft fall to one state: the far end is moved, if nobody named its
    state; the far end is the addressee, of what is received the sender."""
    ends = [draft.whom[0], draft.who[0]]
    state = ends[0].party.state
    if state != ends[1].party.state or any(not e.party.name and not _speaks(context, e) for e in ends):
        return None, ""
    if draft.frame is not None and draft.frame.id.startswith("receive"):
        ends.reverse()
    other = _other_state(context, draft, state)
    person = next((p for e in ends if (p := _unnamed(context, e.party)) is not None), None)
    return (person, other) if other else (None, "")


def _speaks(context: Context, mention: Mention) -> bool:
    """True for a state that speaks itself (`I wrote to`) or is named, not one that an office stands for."""
    text = context.report.text[mention.passage.start : mention.passage.end].lower()
    return text in ("i", "we", "my", "our", "the government") or len(text.split()) == 1


def _to_itself(draft: Draft) -> bool:
    """True for a letter of a state to its own person or of a person to their own state."""
    if not draft.who or not draft.whom or draft.who[0].party.state != draft.whom[0].party.state:
        return False
    return not (draft.who[0].party.name and draft.whom[0].party.name)


def _other_state(context: Context, draft: Draft, own: str) -> str:
    """Another state: one that the sentence names, else the other one that the report is about."""
    named = (n.resolve() for n in context.people.in_sentence(draft.sentence) if n.person is None and n.kind != "body")
    codes = [p.state for p in named if p is not None and p.state != "IGO"]
    return next((c for c in (*codes, *context.reference.leading_states(2)) if c and c != own), "")


def _unnamed(context: Context, party: Party) -> Person | None:
    found = next((p for p in context.people.persons if party.name and p.party == party), None)
    return found if found is not None and found.state_basis not in ("named", "title", "reference") else None


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
