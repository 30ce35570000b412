"""Why the claims of an entry were joined, why one version is preferred, and what keeps two entries apart, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.linking.cluster import Rulings
from dostyk.linking.compare import Reasons, compare, why
from dostyk.linking.contradictions import contradict
from dostyk.linking.corrections import held
from dostyk.linking.differing import incompatible
from dostyk.linking.entries import fields_of
from dostyk.linking.fields import Rank, ranked
from dostyk.linking.nearness import Near
from dostyk.linking.view import View
from dostyk.model import Entry

_NEARER = {Near.ITS_OWN: "a side about its own acts", Near.THERE: "an outlet at home there",
           Near.ELSEWHERE: "one elsewhere"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Join:
    """A claim of an entry, the one before it that it is most alike, and how; `ruled` where only people joined them."""

    claim: str
    to: str
    reasons: Reasons
    ruled: bool


@dataclass(frozen=True, slots=True)
class Preference:
    """A field on which claims differ: the value that is preferred, another, why, and whether both can hold."""

    field: str
    preferred: str
    other: str
    why: str
    compatible: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """A claim of another entry that is alike, and what keeps it apart."""

    claim: str
    entry: str
    reasons: Reasons


def joins(group: Sequence[View], rulings: Rulings) -> list[Join]:
    """For each claim but the first, by which earlier claim it belongs to the entry."""
    found = []
    for number, view in enumerate(group[1:], start=1):
        best = max(group[:number], key=lambda other: _nearness(view, other))
        ruled = [other for other in group if other.id in rulings.same.get(view.id, ())]
        by_ruling = bool(ruled) and not compare(view, best).joined
        to = ruled[0] if by_ruling else best
        found.append(Join(view.id, to.id, why(to, view), by_ruling))
    return found


def preferences(group: Sequence[View], entry: Entry) -> list[Preference]:
    """For each field of which claims give several values, or other values than a person set, why one is preferred."""
    found = []
    for name, field in fields_of(group).items():
        ranks = [rank for rank, _ in ranked(group, *field)]
        if name in entry.corrected:
            value = held(entry, name)
            chosen = [(value, other.value, "set by a person") for other in ranks if other.value != value]
        else:
            chosen = [(ranks[0].value, other.value, _preferred_for(ranks[0], other)) for other in ranks[1:]]
        found += [Preference(name, one, other, said, not (one and incompatible(name, one, other)))
                  for one, other, said in chosen]  # fmt: skip
    return found


def _preferred_for(one: Rank, other: Rank) -> str:
    if one.voices != other.voices:
        return f"more independent voices: {one.voices} against {other.voices}"
    if one.precision != other.precision:
        return "more precise, or stated and not inferred, with as many voices"
    if one.nearness != other.nearness:
        return f"the nearer source: {_NEARER[one.nearness]}, not {_NEARER[other.nearness]}"
    if one.own != other.own:
        return f"said in just this way by more voices: {one.own} against {other.own}"
    if one.latest != other.latest:
        return f"published later: {one.latest} against {other.latest or 'an unknown day'}"
    return "nothing speaks for either; the last by alphabet is taken"


def between(ours: Sequence[View], theirs: Sequence[View], rulings: Rulings) -> tuple[View, View, Reasons]:
    """The two claims of two entries that are most alike, and what keeps the entries apart."""
    one, other = max(
        ((a, b) for a in ours for b in theirs), key=lambda pair: (*_nearness(*pair), pair[0].id, pair[1].id)
    )
    reasons = why(one, other)
    last = _kept_apart(ours, theirs, rulings) if reasons.joined else ""
    lines = (*reasons.lines, f"but {last}") if last else reasons.lines
    return one, other, Reasons(False, reasons.score, lines)


def _kept_apart(ours: Sequence[View], theirs: Sequence[View], rulings: Rulings) -> str:
    """Why groups stay apart of which two claims are alike."""
    for one in ours:
        if any(other.id in rulings.different.get(one.id, ()) for other in theirs):
            return "a person ruled them different"
    for one in ours:
        for other in theirs:
            against = contradict(one.stand, other.stand)
            if against:
                return f"others of their claims cannot be of one thing: {against}"
            if one.claim.report == other.claim.report and not compare(one, other).joined:
                return f"a report tells of them as two: {compare(one, other).against}"
    return "one says too little: it could be of either of several things, and joins none"


def nearest(group: Sequence[View], others: Sequence[View]) -> list[tuple[View, View]]:
    """Claims of other entries, each with the claim of the group it is most alike; the likest first."""
    pairs = [(other, max(group, key=lambda view: (*_nearness(view, other), view.id))) for other in others]
    return sorted(pairs, key=lambda pair: (_nearness(pair[1], pair[0]), pair[0].id), reverse=True)


def _nearness(one: View, other: View) -> tuple[bool, float, float]:
    """Joined or not, the score, and what was found before something forbade joining."""
    score = compare(one, other)
    return score.joined, score.total, score.parties + score.text + score.days
