"""Times inside clauses that only tell of somebody or something by the way: they date no act of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.reading.context import When

_ANSWERS = frozenset("retaliation response reaction reply answer reprisal return".split())


def answered(token: Token) -> bool:
    """`In retaliation for the expulsion of X last week, Y …`: true in the words up to the comma, for what is answered
    came before."""
    opening = token.doc[token.sent.start : token.i + 1]
    words = [t.lower_ for t in opening[:2]]
    return words[:1] == ["in"] and words[-1] in _ANSWERS and all(t.text != "," for t in opening)


def opens_with(when: When) -> bool:
    """`On Friday Lima replied`: the day that a sentence opens with is of the sentence, not of the name behind it."""
    first = when.token.sent.start
    return when.interval.precision == "day" and when.token.doc[first].lower_ == "on" and when.start - first in (0, 1)


def aside(token: Token) -> Token | None:
    """The verb of the clause with `who` that a word stands in: `X, who arrived on Sunday, met Y`; None in no such."""
    for verb in (token, *token.ancestors):
        if verb.dep_ == "acl:relcl" and any(c.lower_ == "who" for c in verb.children):
            return verb
        if verb.dep_ == "conj" and verb.nbor(-1).text == ",":
            return None  # `…, met Y`, taken for a part of the clause that the comma closed
    return None


def in_an_aside(when: When, trigger: Token) -> bool:
    """A time that is told of somebody by the way is not the time of what the sentence tells."""
    verb = None if _closed_off(when) else aside(when.token)
    if verb is None and _closed_off(when):
        return aside(trigger) is not None
    return verb is not None and verb != aside(trigger)


def of_a_which(when: When, trigger: Token) -> bool:
    """`discussed the presidency, which begins on 1 July`: a time told of a thing is not that of a contact."""
    over = [t for t in when.token.ancestors if t.dep_ == "acl:relcl" and any(c.lower_ == "which" for c in t.children)]
    return any(trigger not in (v, v.head, *v.ancestors) for v in over)


def _closed_off(when: When) -> bool:
    """`received X, who is on a visit to Y, on May 2, …`: the comma before the time closes the clause about X."""
    first = when.start - 1 if when.start and when.token.doc[when.start - 1].tag_ == "IN" else when.start
    doc = when.token.doc
    between = first > 0 and doc[first - 1].text == "," and when.end < len(doc) and doc[when.end].text in (",", ".")
    return bool(between) and any(t.lower_ == "who" for t in doc[when.token.sent.start : first])
