"""Which of several readings of the same words stands."""

from __future__ import annotations

from dostyk.reading.draft import Draft

# of two drafts at one trigger, or of one clause, the left kind beats the right one
_BEATS = (
    ("call", "meeting"),
    ("visit", "statement"),
    ("meeting", "statement"),
    ("call", "statement"),
    ("message", "statement"),
    ("relations", "opening"),
    ("relations", "statement"),
    ("aid", "statement"),
    ("sanction", "statement"),
    ("sanction", "appointment"),
    ("appointment", "statement"),
    ("signing", "statement"),
    ("gathering", "meeting"),
    ("honour", "aid"),
    ("honour", "message"),
    ("invitation", "statement"),
    ("opening", "statement"),
    ("commitment", "statement"),
)


def select(drafts: list[Draft]) -> list[Draft]:
    """Drop drafts that another draft of the same trigger beats, and second readings of the same words."""
    at: dict[int, set[str]] = {}
    for draft in drafts:
        at.setdefault(draft.trigger.i, set()).add(draft.kind)
    kept, seen = [], set()
    for draft in drafts:
        kinds = at[draft.trigger.i]
        if any(winner in kinds for winner, loser in _BEATS if loser == draft.kind):
            continue
        key = (draft.kind, draft.trigger.i, draft.what, *draft.keys())
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept
