"""What a later report recalls without a day: `the treaty signed during her visit to Norvia`, `raised it when they met`.

Such a claim is of the one visit of that person to that state, or the one meeting or invitation of these people, that is
known to have been before the report. Where it could be of two, it is of neither. Invitations hardly ever have a day:
they are known from the report that first told of them.
"""

from __future__ import annotations

from datetime import date

from dostyk.linking.rules import RULES
from dostyk.linking.view import View

_LONGEST = {"visit": 1100, "meeting": 31, "invitation": 1100}  # days after which a report has to say which one it means
_PUT_OFF = frozenset(("scheduled", "proposed", "denied", "cancelled"))


def recalls(view: View) -> bool:
    """True for a claim that may recall: told as done, without a day, in a report of a known day; of meetings and
    invitations what is told as background."""
    told_before = view.kind == "visit" or "background" in view.claim.flags
    return view.kind in _LONGEST and told_before and view.date is None and view.published is not None and _done(view)


def recallable(view: View) -> bool:
    """True for a claim that may be recalled: its days are known, and it is told as done."""
    return view.kind in _LONGEST and _known_since(view) is not None and _done(view)


def _known_since(view: View) -> date | None:
    """The last of its days; of an invitation without one the day on which it was told as news."""
    if view.date is not None:
        return view.date.high
    news = view.kind == "invitation" and "background" not in view.claim.flags
    return view.published if news else None


def recalled(one: View, other: View) -> bool:
    """True where one claim may recall what the other tells: it was published longer after than reports of it are."""
    late, told = (one, other) if recalls(one) else (other, one)
    day = _known_since(told)
    if not (recalls(late) and recallable(told)) or day is None or late.published is None:
        return False
    soonest = -1 if one.kind == "invitation" else RULES[one.kind].apart or 0
    return soonest < (late.published - day).days <= _LONGEST[one.kind]


def _done(view: View) -> bool:
    return view.claim.status not in _PUT_OFF
