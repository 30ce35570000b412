"""What people ruled about parties: names that are one party, names that are not."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from dostyk.linking.groups import Groups
from dostyk.model import Act, Claim, Mention, Party

MERGE, SPLIT, NAMESAKE = "merge", "split", "namesake"
Pair = tuple[Party, Party]


@dataclass(frozen=True)
class PartyRulings:
    """Pairs of parties as reports name them, in the order in which people ruled."""

    merged: tuple[Pair, ...] = ()
    split: tuple[Pair, ...] = ()

    @property
    def named(self) -> frozenset[Party]:
        """All parties that a ruling names."""
        return frozenset(party for pair in (*self.merged, *self.split) for party in pair)

    def touched(self, states: Iterable[str]) -> frozenset[str]:
        """These states and those that rulings tie to them."""
        groups: Groups[str] = Groups()
        for one, other in (*self.merged, *self.split):
            groups.join(one.state, other.state)
        wanted = set(states)
        roots = {groups.find(state) for state in wanted}
        return frozenset(wanted | {party.state for party in self.named if groups.find(party.state) in roots})


def payload_of(one: Party, other: Party) -> dict[str, str]:
    """What an act says that rules about two parties."""
    return {"party": one.key, "other": other.key, "kinds": f"{one.kind} {other.kind}"}


def pair_of(act: Act) -> Pair:
    """The two parties that a merge or a split names."""
    first, _, second = act.payload["kinds"].partition(" ")
    return Party.parse(act.payload["party"], first), Party.parse(act.payload["other"], second)


def namesake_payload(names: Iterable[Party], other: Party) -> dict[str, str]:
    """What an act says by which these names, in the claims that it is bound to, are another person or body."""
    keys = json.dumps(sorted({party.key for party in names}), ensure_ascii=False)
    return {"names": keys, "other": other.key, "kind": other.kind}


def renamed(act: Act) -> dict[Party, Party]:
    """Of an act of that kind, the party that each name is in its claims."""
    kind = act.payload["kind"]
    other = Party.parse(act.payload["other"], kind)
    return {Party.parse(key, kind): other for key in json.loads(act.payload["names"])}


def as_named(claim: Claim, named: Mapping[Party, Party]) -> Claim:
    """The claim with those parties in the stead of others who bear their names; only its own id is another then."""
    if not named:
        return claim

    def other(mention: Mention) -> Mention:
        return replace(mention, party=named.get(mention.party, mention.party))

    said = claim.attributed_to
    return replace(claim, who=tuple(map(other, claim.who)), whom=tuple(map(other, claim.whom)),
                   attributed_to=other(said) if said else None)  # fmt: skip


def party_rulings(acts: Iterable[Act]) -> PartyRulings:
    """What acts that hold say of parties. One who was told from a namesake stands by itself."""
    found: dict[str, list[Pair]] = {MERGE: [], SPLIT: []}
    for act in acts:
        if act.verb in found:
            found[act.verb].append(pair_of(act))
        elif act.verb == NAMESAKE:
            found[SPLIT] += [(other, name) for name, other in renamed(act).items()]
    return PartyRulings(tuple(found[MERGE]), tuple(found[SPLIT]))


def rule(
    linked: Mapping[Party, Party], rulings: PartyRulings, choose: Callable[[list[Party]], Party]
) -> dict[Party, Party]:
    """The links as people ruled them, each party as named → the party it is.

    A name that is split from one it was joined with stands by itself; names that are merged take those with them that
    they were joined with, unless that would unite two that are split. `choose` gives the form for a group.
    """
    ruled = dict(linked)
    if not rulings.named & ruled.keys():
        return ruled
    members: dict[Party, set[Party]] = defaultdict(set)
    for named, chosen in linked.items():
        members[chosen].add(named)
    groups = {named: frozenset(members[chosen]) for named, chosen in linked.items()}
    changed: set[Party] = set()

    def put(group: frozenset[Party]) -> None:
        groups.update(dict.fromkeys(group, group))
        changed.update(group)

    for one, other in rulings.split:
        if one in groups and other in groups[one]:
            put(groups[one] - {one})
            put(frozenset((one,)))
    for one, other in rulings.merged:
        if one in groups and other in groups and not _kept_apart(groups[one], groups[other], rulings.split):
            put(groups[one] | groups[other])
    for group in {groups[named] for named in changed}:
        chosen = choose(sorted(group))
        ruled.update(dict.fromkeys(group, chosen))
    return ruled


def _kept_apart(one: frozenset[Party], other: frozenset[Party], split: Iterable[Pair]) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in split)
