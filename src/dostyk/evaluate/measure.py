"""When a claim says the same as an annotated fact, and how closely. Every rule is one function."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dostyk.evaluate.lines import LONGEST_EVIDENCE
from dostyk.model import Interval
from dostyk.reference import load_reference

ANCHORED = frozenset({"statement", "commitment", "figure"})
"""Kinds that are found only where their evidence is: one text holds many that differ in nothing else."""
UNDIRECTED = frozenset(
    {"meeting", "call", "gathering", "signing", "ratification", "relations", "cooperation", "figure"}
)
SPEAKER_ONLY = frozenset({"statement", "commitment"})
SLACK = 40  # code points by which a quote may stand out of a claim's evidence
ENOUGH = 0.5  # agreement of parties, 0 to 1, below which it is another thing
_STATE_FOR_NAME = 0.4  # what a bare state is worth where the other side names somebody of it
_REALITY = {"happened": 0, "ongoing": 0, "scheduled": 1, "proposed": 1, "cancelled": 2, "denied": 2}


@dataclass(frozen=True, slots=True)
class Who:
    """A party in comparable form: the code of its state, and the words of its name without accents or case."""

    state: str
    words: frozenset[str]

    @classmethod
    def parse(cls, key: str) -> Who:
        """Read `ISO3` or `ISO3:Name`; a state that ended is compared as the one that continued it."""
        state, _, name = key.partition(":")
        ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        return cls(load_reference().present(state.strip().upper()), frozenset(re.findall(r"[a-z0-9]+", ascii_name)))


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact or a claim in the form in which the two are compared. `ranges` are half-open, of the report's text."""

    kind: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    what: str = ""
    status: str = "happened"
    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Statement:
        """Read a line of claims; `evidence` is one range or a list of them. Raises KeyError without a kind."""
        ranges = row.get("evidence") or []
        if ranges and not isinstance(ranges[0], (list, tuple)):
            ranges = [ranges]
        return cls(
            kind=row["kind"],
            who=tuple(row.get("who") or ()),
            whom=tuple(row.get("whom") or ()),
            date=str(row.get("date") or ""),
            place=str(row.get("place") or ""),
            what=str(row.get("what") or ""),
            status=str(row.get("status") or "happened"),
            ranges=tuple((int(start), int(end)) for start, end in ranges),
        )

    @property
    def interval(self) -> Interval | None:
        """The days it is dated to; None where it is undated, or the date cannot be read."""
        try:
            return Interval.parse(self.date) if self.date else None
        except ValueError:
            return None

    @property
    def stance(self) -> str:
        """The first word of what is said."""
        return next(iter(self.what.split()), "").rstrip(",:;").lower()


def same_party(one: Who, other: Who) -> float:
    """1 where state and name agree, less where one side has the state only, 0 for anybody else.

    A name agrees when its words are among the other's. A body that one side gives to no state agrees by name.
    """
    both_named = bool(one.words and other.words)
    names_agree = both_named and (one.words <= other.words or other.words <= one.words)
    if one.state != other.state:
        # Only the fact's side may be without a state; what is claimed must say whose it is.
        return 1.0 if names_agree and one.state in ("IGO", "") else 0.0
    if both_named:
        return 1.0 if names_agree else 0.0
    return _STATE_FOR_NAME if one.words or other.words else 1.0


def party_agreement(fact: Sequence[str], claim: Sequence[str]) -> float:
    """F1 of two lists of parties, each party paired at most once, best pairs first. Two empty lists agree."""
    wanted = [Who.parse(key) for key in dict.fromkeys(fact)]
    given = [Who.parse(key) for key in dict.fromkeys(claim)]
    if not wanted or not given:
        return 1.0 if not wanted and not given else 0.0
    pairs = sorted(
        ((same_party(one, other), i, j) for i, one in enumerate(wanted) for j, other in enumerate(given)), reverse=True
    )
    left, right = set(range(len(wanted))), set(range(len(given)))
    total = 0.0
    for score, i, j in pairs:
        if score and i in left and j in right:
            left.remove(i)
            right.remove(j)
            total += score
    return 2 * total / (len(wanted) + len(given))


def parties_agree(fact: Statement, claim: Statement) -> float:
    """Agreement of the parties as the kind has them: together, the speaker alone, or the weaker of the two sides."""
    if fact.kind in UNDIRECTED:
        return party_agreement(fact.who + fact.whom, claim.who + claim.whom)
    acting = party_agreement(fact.who, claim.who)
    if fact.kind in SPEAKER_ONLY or not fact.whom:
        return acting
    return min(acting, party_agreement(fact.whom, claim.whom))


def dates_agree(fact: Statement, claim: Statement) -> bool:
    """True where one holds the other, or one of them is unknown; but a dated fact wants a dated claim."""
    if fact.date and not claim.date:
        return False
    one, other = fact.interval, claim.interval
    return one is None or other is None or one.contains(other) or other.contains(one)


def stands_in(fact: Statement, claim: Statement) -> bool:
    """True where the fact's quote lies in a range of the claim's evidence, give or take the slack."""
    if not fact.ranges:
        return False
    start, end = fact.ranges[0]
    return any(low - SLACK <= start and end <= high + SLACK for low, high in claim.ranges)


def has_evidence(claim: Statement) -> bool:
    """True where the claim points at something, and at little enough to be evidence."""
    return 0 < sum(end - start for start, end in claim.ranges) <= LONGEST_EVIDENCE


def same_reality(fact: Statement, claim: Statement) -> bool:
    """True where both say that it is so, that it is planned, or that it is not."""
    return _REALITY.get(fact.status) == _REALITY.get(claim.status)


def closeness(fact: Statement, claim: Statement, *, must: bool = False) -> float:
    """0 where the claim is something else; else the more the closer, so that the best pairs are made first."""
    if fact.kind != claim.kind or not has_evidence(claim) or not same_reality(fact, claim):
        return 0.0
    parties = parties_agree(fact, claim)
    near = stands_in(fact, claim)
    if parties < ENOUGH or not (near if fact.kind in ANCHORED else dates_agree(fact, claim)):
        return 0.0
    return parties + (0.5 if near else 0) + (0.25 if fact.date == claim.date else 0) + (0.1 if must else 0)
