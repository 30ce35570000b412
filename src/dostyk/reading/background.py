"""Words that put what they tell of before the report's own day, or give it no day at all."""

from __future__ import annotations

from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.draft import Draft
from dostyk.reading.nouns import guest_position
from dostyk.reading.other_times import TELLING

_BEHIND = frozenset("after since before following during".split())


def led_up(draft: Draft) -> bool:
    """`Following X's talks with Y on April 24, Z met …`: what came before the report's own act."""
    return any(c.dep_ == "case" and c.lower_ in _BEHIND - {"during"} for c in draft.trigger.children)


def in_the_background(draft: Draft) -> bool:
    """Words that only point to something older: `two years after X's trip`, `agreements signed by the two
    governments`, `79 years of relations`."""
    trigger = draft.trigger
    if "background" in draft.flags:
        return True
    if draft.kind == "signing" and trigger.tag_ == "VBN" and trigger.dep_ in ("acl", "acl:relcl"):
        return not any(c.lower_ == "occasion" for c in trigger.children)  # `signed on this occasion` is of the day told
    if draft.kind == "relations" and trigger.lemma_.lower() in ("anniversary", "year"):
        return True
    points = any(c.dep_ == "case" and c.lower_ in _BEHIND for c in trigger.children)
    return draft.kind == "visit" and points and draft.frame is not None and draft.frame.refers


def past_of_past(draft: Draft) -> bool:
    """`had visited`, `the decision to expel`: told as lying before the report's own day."""
    trigger = draft.trigger
    if trigger.tag_ == "VB" and trigger.dep_ == "acl" and trigger.head.lemma_ in ("decision", "move", "step"):
        return True
    if trigger.dep_ == "ccomp" and trigger.head.tag_ == "VBD" and trigger.head.lemma_ in TELLING:
        return False  # `said that the Queen had received him` is what is new
    verb = governing_verb(trigger) if draft.kind == "gathering" and draft.frame is None else None
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in (verb or trigger).children)


def ground(draft: Draft) -> bool:
    """`is visiting Oslo this week at the invitation of X`: what is named as the ground of a visit was said before, and
    nobody says when."""
    return draft.kind == "invitation" and not is_verb(draft.trigger) and guest_position(draft.trigger)
