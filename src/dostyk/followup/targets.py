"""What an undertaking aims at in figures: `raise trade to $1.5 billion`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.followup.amounts import FACTOR, Amount, amounts_in, factor_in
from dostyk.followup.words import content_words
from dostyk.linking.terms import own_words
from dostyk.model import Entry

_TO = re.compile(
    r"\b(?:to|at|of|reach|reaching|target|goal|mark)\s+(?:a\s+|the\s+)?(?=(?:about |around |some |nearly |almost |over "
    r"|more than |at least |up to )?(?:us|c|a|nz)?[$€£¥]?\s?\d|(?:usd|eur|cad)\s?\d)",
    re.IGNORECASE,
)
# words under which reports count the same thing
_INDICATORS: tuple[tuple[str, frozenset[str]], ...] = (
    ("trade", frozenset(("trade", "turnover", "commerce"))),
    ("investment", frozenset(("investment", "fdi"))),
    ("exports", frozenset(("export",))),
    ("imports", frozenset(("import",))),
    ("tourists", frozenset(("tourist", "tourism", "visitor"))),
    ("students", frozenset(("student", "scholarship"))),
    ("flights", frozenset(("flight",))),
)


@dataclass(frozen=True, slots=True)
class Target:
    """`amount` of `indicator` (`trade`, `flights` …; empty where the words name none that is known)."""

    amount: Amount
    indicator: str


def indicator_of(text: str) -> str:
    """What a text counts; empty where it names nothing that is counted."""
    words = content_words(text)
    return next((name for name, known in _INDICATORS if words & known), "")


def target_of(entry: Entry) -> Target | None:
    """The figure that an undertaking is to reach; None where its words give none.

    The amount behind `to` counts; one that only tells how things stand (`which totalled …`) does not.
    """
    what, told = own_words(entry.what), entry.detail.target
    aside = told in entry.what and told not in what
    told = "" if aside else told
    indicator = indicator_of(entry.what) or indicator_of(told)
    aimed = [amounts_in(what[match.end() :]) for match in _TO.finditer(what)]
    given = amounts_in(told)
    for found in (*(some for some in aimed if some), given):
        if found:
            return Target(found[0], indicator)
    factor = factor_in(what) or factor_in(told)
    if factor is not None:
        return Target(factor, indicator)
    own = amounts_in(what) if indicator and not re.search(r"\b(?:which|worth|totall?ed|stood)\b", what) else []
    return Target(own[0], indicator) if own else None


def is_relative(target: Target) -> bool:
    """True for `double`: how much that is follows only from the figure at the start."""
    return target.amount.unit == FACTOR
