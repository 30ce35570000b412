"""Acts replayed: which ones hold, which claims they bind to, what they do to entries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dostyk.linking.cluster import Rulings
from dostyk.linking.merging import PartyRulings, party_rulings
from dostyk.linking.texts import words
from dostyk.model import Act, Claim, Passage, Problem, Target, claim_from_dict

_LAST = "~"  # later than any time
Binding = tuple[tuple[Claim, ...], ...]


def effective(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that hold, in their order: undo takes back the latest that holds, redo the latest undone.

    Both may name an act in `payload["act"]`. A new act ends what could be redone without naming it.
    """
    held: list[Act] = []
    undone: list[Act] = []
    ever: dict[str, Act] = {}
    for act in sorted(acts, key=lambda act: act.order):
        if act.verb == "undo":
            wanted = act.payload.get("act", "")
            found = [other for other in held if not wanted or str(other.number) == wanted]
            if found:
                held.remove(found[-1])
                undone.append(found[-1])
                ever[str(found[-1].number)] = found[-1]
        elif act.verb == "redo":
            named = ever.get(act.payload.get("act", ""))
            again = named or (undone[-1] if undone else None)
            if again is not None and again not in held:
                undone = [other for other in undone if other is not again]
                held.append(again)
        else:
            held.append(act)
            undone.clear()
    return tuple(sorted(held, key=lambda act: act.order))


def undoable(acts: Iterable[Act]) -> Act | None:
    """The act that an undo would take back."""
    held = effective(acts)
    return held[-1] if held else None


def redoable(acts: Sequence[Act]) -> Act | None:
    """The act that a redo would bring back."""
    number = max((act.number for act in acts), default=0) + 1
    before, after = effective(acts), effective((*acts, Act(number, _LAST, "", "redo")))
    return next((act for act in after if act not in before), None)


@dataclass(frozen=True)
class Bound:
    """What the acts that hold do: claims left out, pairs ruled upon, entries accepted or corrected by claim id."""

    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    rulings: Rulings = Rulings()
    corrections: Mapping[str, tuple[tuple[int, str, str], ...]] = field(default_factory=dict)  # place, field, value
    problems: tuple[Problem, ...] = ()


def added_claims(acts: Iterable[Act]) -> tuple[Claim, ...]:
    """Claims that people added: `payload["claim"]` is the claim as JSON."""
    return tuple(claim_from_dict(json.loads(act.payload["claim"])) for act in acts if act.verb == "add")


def bind(acts: Sequence[Act], claims: Iterable[Claim], lineage: Mapping[str, str] | None = None) -> Bound:
    """Bind acts that hold to claims. `lineage` leads from a report to the version of it that counts now."""
    here = lineage or {}
    by_place: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    wanted = {(here.get(t.report, t.report), t.kind) for act in acts for t in act.targets}
    for claim in claims:
        if (claim.report, claim.kind) in wanted:
            by_place[claim.report, claim.kind].append(claim)
    rejected: set[str] = set()
    accepted: set[str] = set()
    same: dict[str, set[str]] = defaultdict(set)
    different: dict[str, set[str]] = defaultdict(set)
    corrections: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    problems = []
    for place, act in enumerate(acts):
        bound = _binding(act, by_place, here)
        problems += _unbound(act, bound)
        ids = [claim.id for found in bound for claim in found]
        if act.verb == "reject":
            rejected.update(ids)
        elif act.verb == "accept":
            accepted.update(ids)
        elif act.verb == "correct":
            for name in ids:
                corrections[name] += [(place, *item) for item in sorted(act.payload.items()) if item[0] != "claims"]
        elif act.verb in ("same", "different"):
            _rule(bound, same if act.verb == "same" else different)
    problems += [*_conflicts(same, different), *_party_conflicts(party_rulings(acts))]
    rulings = Rulings({k: frozenset(v) for k, v in same.items()}, {k: frozenset(v) for k, v in different.items()})
    return Bound(
        frozenset(rejected),
        frozenset(accepted),
        rulings,
        {k: tuple(v) for k, v in corrections.items()},
        tuple(problems),
    )


def bindings(act: Act, claims: Iterable[Claim], lineage: Mapping[str, str]) -> Binding:
    """The claims that each target of an act binds to."""
    by_place: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_place[claim.report, claim.kind].append(claim)
    return _binding(act, by_place, lineage)


def _binding(act: Act, by_place: Mapping[tuple[str, str], Sequence[Claim]], lineage: Mapping[str, str]) -> Binding:
    exact = act.payload.get("claims", "").split(",")
    found = []
    for number, target in enumerate(act.targets):
        report = lineage.get(target.report, target.report)
        at_hand = by_place.get((report, target.kind), ())
        named = [claim for claim in at_hand if number < len(exact) and claim.id == exact[number]]
        found.append(tuple(named or _fitting(target, at_hand, moved=report != target.report)))
    return tuple(found)


def _fitting(target: Target, claims: Sequence[Claim], *, moved: bool) -> list[Claim]:
    """Claims whose trigger shares at least half of the target's; in a changed text, half of its words."""
    place = Passage(target.field, target.start, target.end, target.quote)
    if not moved:
        return [claim for claim in claims if claim.trigger.overlap(place) >= 0.5]
    told = set(words(target.quote)) or {target.quote}
    shared = [(len(told & (set(words(claim.trigger.quote)) or {claim.trigger.quote})) / len(told), claim)
              for claim in claims]  # fmt: skip
    fitting = [claim for share, claim in shared if share >= 0.5]
    nearest = min((abs(claim.trigger.start - target.start) for claim in fitting), default=0)
    return [claim for claim in fitting if abs(claim.trigger.start - target.start) == nearest]


def _rule(bound: Binding, pairs: dict[str, set[str]]) -> None:
    for number, found in enumerate(bound):
        for others in bound[number + 1 :]:
            for one in found:
                for other in others:
                    if one.id != other.id:
                        pairs[one.id].add(other.id)
                        pairs[other.id].add(one.id)


def _unbound(act: Act, bound: Binding) -> list[Problem]:
    return [
        Problem(
            target.report, "act-unbound", f"act {act.number} ({act.verb}) fits no {target.kind} at “{target.quote}”"
        )
        for target, found in zip(act.targets, bound, strict=True)
        if not found
    ]


def _conflicts(same: Mapping[str, set[str]], different: Mapping[str, set[str]]) -> list[Problem]:
    pairs = sorted((a, b) for a, others in same.items() for b in others & different.get(a, set()) if a < b)
    return [Problem(a, "acts-conflict", f"{a} and {b} are ruled both same and different; different holds")
            for a, b in pairs]  # fmt: skip


def _party_conflicts(ruled: PartyRulings) -> list[Problem]:
    apart = {frozenset(pair) for pair in ruled.split}
    pairs = sorted({tuple(sorted(pair)) for pair in ruled.merged if frozenset(pair) in apart})
    return [Problem("", "acts-conflict", f"{a.key} and {b.key} are ruled both one and two parties; two holds")
            for a, b in pairs]  # fmt: skip
