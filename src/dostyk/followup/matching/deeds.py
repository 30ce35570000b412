"""A later deed of the promised kind, about the promised thing, by those bound.

`done` needs all three; words alone bring nothing further than `started`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import reports_of, took_place
from dostyk.followup.checkable import check_of
from dostyk.followup.matching.sides import acting_states, later, people, told_later, touched_states
from dostyk.followup.steps import BROKEN, DONE, PARTLY, STARTED, Step
from dostyk.followup.targets import indicator_of
from dostyk.followup.words import content_words, first_word, likeness, shares_a_subject
from dostyk.linking.terms import due_of_entry
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
    "meeting": frozenset(("meet",)),
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


@dataclass(frozen=True, slots=True)
class _Promise:
    """A commitment as deeds are held against it: who is bound, its verb, and the words of what is promised."""

    entry: Entry
    bound: frozenset[str]
    verb: str
    rest: str
    widening: str  # what is to be widened, else empty
    indicator: str
    negotiated: bool

    @classmethod
    def of(cls, entry: Entry) -> _Promise:
        """What deeds are compared with, worked out once."""
        verb = first_word(entry.what)
        return cls(
            entry,
            frozenset(acting_states(entry)),
            verb,
            " ".join(sorted(content_words(entry.what) - {verb})),
            _VAGUE.sub(" ", entry.what) if _WIDENING.search(entry.what) else "",
            indicator_of(entry.what),
            verb in _BEGINNING,
        )

    @property
    def followed(self) -> bool:
        """True where a deed could answer it."""
        return self.verb in _FOLLOWED or "visit" in self.entry.what or bool(self.indicator)

    def between(self, deed: Entry) -> bool:
        """True where the deed lies between those of the promise, not with somebody else in their stead."""
        ours, theirs = set(self.entry.states), set(deed.states)
        return not self.bound.isdisjoint(theirs) and (ours <= theirs or theirs <= ours)

    def together(self, deed: Entry) -> bool:
        """True where all states of the promise take part: what is widened with a partner is not widened without."""
        return set(self.entry.states) - {"IGO"} <= touched_states(deed)


def deed_steps(commitment: Entry, others: Sequence[Entry], today: date) -> Iterator[Step]:
    """Every later deed that may carry a commitment out, start it, or break it."""
    promise = _Promise.of(commitment)
    if not promise.bound:
        return
    acted: set[str] = set()
    for other in others:
        if other.kind == "sanction" and told_later(other, commitment):
            yield from _broken(promise, other)
        elif other.kind == "commitment":
            yield from _made_concrete(promise, other)
        elif other.kind in CARRIED_OUT_AS and promise.followed and _may_answer(promise, other):
            found = _deed(promise, other, acted, today)
            if found:
                yield found


def _may_answer(promise: _Promise, deed: Entry) -> bool:
    if deed.status in ("proposed", "cancelled", "denied"):
        return False
    announced = deed.status == "scheduled"  # in the same breath, it is what was promised said once more
    return promise.between(deed) and later(deed, promise.entry) and (not announced or told_later(deed, promise.entry))


def _deed(promise: _Promise, deed: Entry, acted: set[str], today: date) -> Step | None:
    commitment, kind = promise.entry, deed.kind
    done = " ".join(filter(None, (deed.what, deed.detail.instrument, deed.detail.post)))
    same = shares_a_subject(promise.rest, done)
    if promise.negotiated and same and _NEGOTIATED.search(f"{commitment.what} {done}"):
        return _negotiated(promise, deed, today)
    if kind == "gathering" and not promise.bound <= touched_states(deed):
        return None  # a gathering that two agreed to hold is held by both
    if same and promise.verb in CARRIED_OUT_AS[kind] and likeness(promise.rest, done) >= _LIKE_ENOUGH:
        return _carried_out(promise, deed, acted, today)
    if kind == "meeting":
        return _met(promise, deed, today)
    if kind == "visit" and "visit" in content_words(promise.rest) and _to_each_other(promise, deed, today):
        return Step(commitment, PARTLY, deed, 0.6, ("a visit between the two, for which visits were promised",))
    if kind == "opening" and promise.indicator == "flights" and content_words(done) & _ROUTES:
        return Step(commitment, STARTED, deed, 0.55, ("a route between the two, told of after flights were promised",))
    if promise.widening and shares_a_subject(promise.widening, done):
        if kind in ("signing", "opening", "gathering", "cooperation") and promise.together(deed):
            told = () if took_place(deed, today) else ("it is announced, not yet told of as past",)
            return Step(commitment, STARTED, deed, 0.5, (f"a later {kind} in a field that was to be widened", *told))
    return None


_VAGUE = re.compile(r"\b(?:cooperation|collaboration|partnership|ties|relations|high|new|more)\b", re.IGNORECASE)


def _met(promise: _Promise, meeting: Entry, today: date) -> Step | None:
    """`agreed to meet again`: a later meeting of all who said so, by name."""
    bound = people(promise.entry)
    if promise.verb != "meet" or len(bound) < 2 or not bound <= people(meeting) or not took_place(meeting, today):
        return None
    return Step(promise.entry, DONE, meeting, 0.8, ("a later meeting of those who agreed to meet",))


def _to_each_other(promise: _Promise, visit: Entry, today: date) -> bool:
    """A visit of one side to the other with a day; one that is recalled without a day was perhaps long ago."""
    both = len(promise.bound) > 1 and promise.bound <= set(visit.states)
    return both and visit.date is not None and took_place(visit, today)


def _carried_out(promise: _Promise, deed: Entry, acted: set[str], today: date) -> Step:
    """Done where all who are bound have acted; partly where only some have, and started where it is announced."""
    commitment, bound = promise.entry, promise.bound
    why = f"a later {deed.kind} about the same thing"
    if not took_place(deed, today):
        return Step(commitment, STARTED, deed, 0.6, (why, "it is announced, not yet told of as past"))
    acting = acting_states(deed) or set(deed.states)
    acted |= acting & bound
    if bound <= acted:
        return Step(commitment, DONE, deed, 0.8, (why, "all who are bound have acted"))
    missing = ", ".join(sorted(bound - acted))
    return Step(commitment, PARTLY, deed, 0.7, (why, f"nothing yet of {missing}"))


def _negotiated(promise: _Promise, deed: Entry, today: date) -> Step | None:
    commitment = promise.entry
    if deed.kind not in ("signing", "gathering", "opening") or not promise.bound <= set(deed.states):
        return None
    if not took_place(deed, today):
        return None
    preparing = bool(_NEGOTIATED.search(f"{deed.what} {deed.detail.instrument}"))
    wants_end = promise.verb in ("conclude", "finalise")
    if wants_end and not preparing and deed.kind == "signing":
        return Step(commitment, DONE, deed, 0.8, ("what was to be concluded was signed",))
    if preparing:
        return Step(commitment, STARTED, deed, 0.7, ("a later step of the same negotiations",))
    return None


def _made_concrete(promise: _Promise, other: Entry) -> Iterator[Step]:
    """A later undertaking that can be checked, in a field that was to be widened."""
    commitment = promise.entry
    if not promise.widening or not promise.together(other) or not told_later(other, commitment):
        return
    if reports_of(commitment) & reports_of(other) or not shares_a_subject(promise.widening, other.what):
        return
    if check_of(other, due_of_entry(other)).checkable:
        yield Step(commitment, STARTED, other, 0.5, ("a later undertaking that can be checked, in the same field",))


def _broken(promise: _Promise, measure: Entry) -> Iterator[Step]:
    """One who is bound suspends or ends, against another party, the very thing that was promised."""
    actors, touched = acting_states(measure), {party.state for party in measure.whom}
    if not actors & promise.bound or not touched & set(promise.entry.states) - actors:
        return
    if likeness(promise.rest, measure.what) >= _LIKE_ENOUGH and shares_a_subject(promise.rest, measure.what):
        why = ("a later measure of one who is bound against the same thing",)
        yield Step(promise.entry, BROKEN, measure, 0.6, why)
