"""Times that the parse takes for parts of a name: `Last January X met Y`, `received on Friday Minister Z`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PERIODS = frozenset(["year", "month", "week", "decade", "quarter"])
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def mend_opening_time(sentence: Span) -> None:
    """`Last year X's trade with Y reached …`, where the time was taken for a part of the subject."""
    if (
        len(sentence) < 4
        or sentence[0].lower_ not in ("last", "this", "next")
        or sentence[1].lower_ not in _PERIODS | _MONTHS
    ):
        return
    time, root = sentence[1], sentence.root
    if time.dep_ in ("compound", "nmod", "nmod:poss", "nmod:desc", "amod") and root.i > 2 and time.head != root:
        time.head, time.dep_ = root, "obl:unmarked"


def mend_day(day: Token) -> None:
    """`received on Friday Foreign Minister X`: the day is a phrase of its own, and the name the verb's object."""
    name = day.head
    while name.dep_ in ("nmod:desc", "compound") and name.head.i > name.i:
        name = name.head
    verb = name.head
    on = next((c for c in name.children if c.dep_ == "case" and c.i == day.i - 1 and c.lower_ == "on"), None)
    if on is None or name.dep_ != "obl" or verb is name or any(c.dep_ == "obj" for c in verb.children):
        return
    day.head, day.dep_ = verb, "obl"
    on.head = day
    name.dep_ = "obj"
