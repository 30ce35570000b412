"""Acts replayed: which ones hold, which claims they bind to, what they do to entries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dostyk.linking.cluster import Rulings
from dostyk.linking.merging import NAMESAKE, PartyRulings, party_rulings, renamed
from dostyk.linking.texts import words
from dostyk.model import Act, Claim, Party, Passage, Problem, Target, claim_from_dict

Step = tuple[Act, ...]  # acts that are undone or brought back at once
Binding = tuple[tuple[Claim, ...], ...]


def effective(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts that hold, in their order: undo takes back the latest that holds, redo the latest undone.

    Both may name an act in `payload["act"]`, and in `payload["batch"]` the decision whose acts are all meant. A new
    act ends what could be redone without naming it.
    """
    return tuple(sorted(_replayed(acts)[0].values(), key=lambda act: act.order))


def _replayed(acts: Iterable[Act]) -> tuple[dict[int, Act], list[Step]]:
    """The acts that hold, by number, and the steps that a redo could bring back, the latest last."""
    held: dict[int, Act] = {}
    undone: list[Step] = []
    ever: dict[str, Step] = {}
    for act in sorted(acts, key=lambda act: act.order):
        if act.verb == "undo":
            step = _meant(held, act.payload)
            if step:
                undone.append(step)
            for one in step:
                del held[one.number]
                ever[str(one.number)] = step
        elif act.verb == "redo":
            step = ever.get(act.payload.get("act", "")) or (undone[-1] if undone else ())
            undone = [other for other in undone if other is not step]
            held.update((one.number, one) for one in step)
        else:
            held[act.number] = act
            undone.clear()
    return held, undone


def _meant(held: Mapping[int, Act], payload: Mapping[str, str]) -> Step:
    """What an undo takes back of the acts that hold."""
    if payload.get("batch"):
        return tuple(act for act in held.values() if act.batch == payload["batch"])
    if payload.get("act"):
        return tuple(act for act in held.values() if str(act.number) == payload["act"])
    return tuple(held.values())[-1:]


def meant_by(act: Act, log: Iterable[Act]) -> tuple[Act, ...]:
    """The acts of a log that an undo or redo is about; another act itself."""
    if act.verb not in ("undo", "redo"):
        return (act,)
    batch, number = act.payload.get("batch", ""), act.payload.get("act", "")
    return tuple(one for one in log if (one.batch == batch if batch else str(one.number) == number))


def undoable(held: Sequence[Act], number: int | None = None, *, alone: bool = False) -> Step:
    """The acts that an undo would take back of those that hold: of one decision, the latest or that with the act of
    the number; `alone` only that act."""
    found = next((act for act in reversed(held) if number in (None, act.number)), None)
    if found is None:
        return ()
    return (found,) if alone or not found.batch else tuple(act for act in held if act.batch == found.batch)


def redoable(acts: Iterable[Act]) -> Step:
    """The acts that a redo would bring back."""
    undone = _replayed(acts)[1]
    return undone[-1] if undone else ()


@dataclass(frozen=True)
class Bound:
    """What the acts that hold do: claims left out, pairs ruled upon, entries accepted or corrected by claim id."""

    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    rulings: Rulings = Rulings()
    corrections: Mapping[str, tuple[tuple[int, str, str], ...]] = field(default_factory=dict)  # place, field, value
    named: Mapping[str, Mapping[Party, Party]] = field(default_factory=dict)  # by claim: who bears a name there
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
    named: dict[str, dict[Party, Party]] = defaultdict(dict)
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
        elif act.verb == NAMESAKE:
            for name in ids:
                named[name].update(renamed(act))
        elif act.verb in ("same", "different"):
            _rule(bound, same if act.verb == "same" else different)
    problems += [*_conflicts(same, different), *_party_conflicts(party_rulings(acts))]
    rulings = Rulings({k: frozenset(v) for k, v in same.items()}, {k: frozenset(v) for k, v in different.items()})
    return Bound(
        frozenset(rejected),
        frozenset(accepted),
        rulings,
        {k: tuple(v) for k, v in corrections.items()},
        dict(named),
        tuple(problems),
    )


def bindings(acts: Iterable[Act], claims: Iterable[Claim], lineage: Mapping[str, str]) -> list[Binding]:
    """Of each act the claims that each of its targets binds to."""
    by_place: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_place[claim.report, claim.kind].append(claim)
    return [_binding(act, by_place, lineage) for act in acts]


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
