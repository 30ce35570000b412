"""What the words of a foreign register mean: states of progress, and which rows are instruments."""

from __future__ import annotations

import re

from dostyk.followup.steps import DONE, LAPSED, PARTLY, STARTED, STATES, SUPERSEDED

_STATE_WORDS = {
    PARTLY: ("partly", "partial", "partially", "substantial", "largely", "mostly", "nearly", "almost"),
    LAPSED: ("lapsed", "expired", "cancelled", "dropped"),
    SUPERSEDED: ("superseded", "replaced", "merged"),
    STARTED: (
        "started",
        "begun",
        "ongoing",
        "progress",
        "underway",
        "way",
        "being",
        "implementing",
        "limited",
        "process",
        "active",
    ),
    DONE: ("done", "complete", "completed", "implemented", "finished", "fulfilled", "closed", "achieved"),
    "open": ("open", "pending", "new", "planned", "none"),
}  # the first that fits: "partly completed" is not completed
_NOT = frozenset(("not", "no", "yet", "nothing", "never", "will", "shall", "be"))  # "not started", "to be completed"
_SHARE = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*(?:%|per\s?cent\b)")
_INSTRUMENT = re.compile(r"\b(?:agreement|treaty|mou|memorandum|protocol|convention|instrument|declaration)\b", re.I)
_NAMED = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s+){0,3}(?:agreement|treaty|mou|memorandum|protocol|convention)\b", re.IGNORECASE
)
_TASK = re.compile(r"\s*(?:sign|conclude|negotiate|ratify|finali|implement|review|draft|complete)", re.IGNORECASE)


def state_of_words(text: str) -> str:
    """The state that a foreign word for it means; empty where it is not known."""
    folded = text.casefold().strip()
    if folded in STATES:
        return folded
    share = _SHARE.search(folded)
    if share:
        return "open" if int(share[1]) == 0 else DONE if int(share[1]) >= 100 else PARTLY
    words = set(re.findall(r"[a-z]+", folded))
    if words & _NOT:
        return "open"
    return next((state for state, known in _STATE_WORDS.items() if words & set(known)), "")


def is_instrument(kind: str, content: str) -> bool:
    """True where the row's kind names an instrument or, where it tells none, its content begins with one's name;
    `sign the agreement` is a task."""
    if kind:
        return bool(_INSTRUMENT.search(kind) or _names_one(kind))
    return _names_one(content)


def _names_one(text: str) -> bool:
    return bool(_NAMED.match(text)) and not _TASK.match(text)
