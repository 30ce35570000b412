"""A later deed of the promised kind, about the promised thing, by those bound.

`done` needs all three; words alone bring nothing further than `started`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dostyk.followup.answer import reports_of, took_place
from dostyk.followup.checkable import check_of
from dostyk.followup.matching.sides import acting_states, later, told_later
from dostyk.followup.steps import BROKEN, DONE, PARTLY, STARTED, Step
from dostyk.followup.targets import indicator_of
from dostyk.followup.terms import due_of_entry
from dostyk.followup.words import content_words, first_word, likeness, shares_a_subject
from dostyk.model import Entry

_LIKE_ENOUGH = 0.5
# what a promise of this verb looks like once it is carried out
CARRIED_OUT_AS = {
    "signing": frozenset(("sign", "conclude", "adopt", "initial", "finalise", "finalize", "complete", "exchange")),
    "ratification": frozenset(("ratify", "approve", "implement")),
    "opening": frozenset(("open", "establish", "launch", "create", "inaugurate", "start", "resume", "restore")),
    "appointment": frozenset(("appoint", "designate", "name", "nominate", "return")),
    "visit": frozenset(("visit", "send", "dispatch")),
    "gathering": frozenset(("hold", "convene", "organise", "organize", "host")),
    "aid": frozenset(("deliver", "provide", "send", "grant", "supply")),
    "cooperation": frozenset(("deliver", "supply", "hold", "train", "transfer")),
}
_BEGINNING = frozenset(("launch", "start", "begin", "open", "resume", "restart", "negotiate", "conclude", "finalise"))
_WIDENING_VERBS = frozenset("deepen strengthen enhance expand widen promote boost develop broaden intensify".split())
_FOLLOWED = frozenset().union(*CARRIED_OUT_AS.values(), _BEGINNING, _WIDENING_VERBS)  # verbs that deeds can answer
_NEGOTIATED = re.compile(r"\b(?:negotiations?|talks|terms of reference)\b", re.IGNORECASE)
_WIDENING = re.compile(
    r"^(?:to )?(?:deepen|strengthen|enhance|expand|widen|promote|boost|develop|broaden|intensify)\w*\b.*\b"
    r"(?:cooperation|collaboration|partnership|ties|relations)\b",
    re.IGNORECASE,
)
_ROUTES = frozenset(("flight", "route", "air"))


def deed_steps(commitment: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """Every later deed that may carry a commitment out, start it, or break it."""
    bound = acting_states(commitment)
    if not bound:
        return
    acted: set[str] = set()
    for other in others:
        if other.kind == "sanction" and told_later(other, commitment):
            yield from _broken(commitment, other)
        elif other.kind == "commitment":
            yield from _made_concrete(commitment, other)
        elif other.status in ("proposed", "cancelled", "denied"):
            continue
        elif other.kind in CARRIED_OUT_AS and not bound.isdisjoint(other.states) and later(other, commitment):
            found = _deed(commitment, other, bound, acted, today)
            if found:
                yield found


def _deed(commitment: Entry, deed: Entry, bound: set[str], acted: set[str], today: date) -> Step | None:
    verb, kind = first_word(commitment.what), deed.kind
    if verb not in _FOLLOWED and "visit" not in commitment.what and not indicator_of(commitment.what):
        return None
    rest, done = _object(commitment), " ".join(filter(None, (deed.what, deed.detail.instrument, deed.detail.post)))
    about = likeness(rest, done) >= _LIKE_ENOUGH and shares_a_subject(rest, done)
    if verb in _BEGINNING and _NEGOTIATED.search(f"{commitment.what} {done}") and shares_a_subject(rest, done):
        return _negotiated(commitment, deed, bound, today)
    if verb in CARRIED_OUT_AS[kind] and about:
        return _carried_out(commitment, deed, bound, acted, today)
    if kind == "visit" and "visit" in content_words(rest) and _between(deed, commitment) and took_place(deed, today):
        return Step(commitment, PARTLY, deed, 0.6, ("a visit between the two, for which visits were promised",))
    if kind == "opening" and indicator_of(commitment.what) == "flights" and content_words(done) & _ROUTES:
        return Step(commitment, STARTED, deed, 0.55, ("a route between the two, told of after flights were promised",))
    if _WIDENING.search(commitment.what) and shares_a_subject(_named(commitment), done):
        if kind in ("signing", "opening", "gathering", "cooperation") and bound <= set(deed.states):
            told = () if took_place(deed, today) else ("it is announced, not yet told of as past",)
            return Step(commitment, STARTED, deed, 0.5, (f"a later {kind} in a field that was to be widened", *told))
    return None


def _object(commitment: Entry) -> str:
    verb = first_word(commitment.what)
    return " ".join(sorted(content_words(commitment.what) - {verb}))


_VAGUE = re.compile(r"\b(?:cooperation|collaboration|partnership|ties|relations|high|new|more)\b", re.IGNORECASE)


def _named(commitment: Entry) -> str:
    return _VAGUE.sub(" ", commitment.what)


def _between(visit: Entry, commitment: Entry) -> bool:
    return acting_states(commitment) <= set(visit.states) and len(acting_states(commitment)) > 1


def _carried_out(commitment: Entry, deed: Entry, bound: set[str], acted: set[str], today: date) -> Step:
    """Done where all who are bound have acted; partly where only some have, and started where it is announced."""
    why = f"a later {deed.kind} about the same thing"
    if not took_place(deed, today):
        return Step(commitment, STARTED, deed, 0.6, (why, "it is announced, not yet told of as past"))
    acting = acting_states(deed) or set(deed.states)
    acted |= acting & bound
    if bound <= acted:
        return Step(commitment, DONE, deed, 0.8, (why, "all who are bound have acted"))
    missing = ", ".join(sorted(bound - acted))
    return Step(commitment, PARTLY, deed, 0.7, (why, f"nothing yet of {missing}"))


def _negotiated(commitment: Entry, deed: Entry, bound: set[str], today: date) -> Step | None:
    if deed.kind not in ("signing", "gathering", "opening") or not bound <= set(deed.states):
        return None
    if not took_place(deed, today):
        return None
    preparing = bool(_NEGOTIATED.search(f"{deed.what} {deed.detail.instrument}"))
    wants_end = first_word(commitment.what) in ("conclude", "finalise")
    if wants_end and not preparing and deed.kind == "signing":
        return Step(commitment, DONE, deed, 0.8, ("what was to be concluded was signed",))
    if preparing:
        return Step(commitment, STARTED, deed, 0.7, ("a later step of the same negotiations",))
    return None


def _made_concrete(commitment: Entry, other: Entry) -> Iterator[Step]:
    """A later undertaking that can be checked, in a field that was to be widened."""
    if not _WIDENING.search(commitment.what) or reports_of(commitment) & reports_of(other):
        return
    if not told_later(other, commitment) or not acting_states(commitment) <= set(other.states):
        return
    if check_of(other, due_of_entry(other)).checkable and shares_a_subject(_named(commitment), other.what):
        yield Step(commitment, STARTED, other, 0.5, ("a later undertaking that can be checked, in the same field",))


def _broken(commitment: Entry, measure: Entry) -> Iterator[Step]:
    """One who is bound suspends or ends, against another party, the very thing that was promised."""
    actors, rest = acting_states(measure), _object(commitment)
    touched = {party.state for party in measure.whom}
    if not actors & acting_states(commitment) or not touched & set(commitment.states) - actors:
        return
    if likeness(rest, measure.what) >= _LIKE_ENOUGH and shares_a_subject(rest, measure.what):
        yield Step(commitment, BROKEN, measure, 0.6, ("a later measure of one who is bound against the same thing",))
