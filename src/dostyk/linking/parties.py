"""Which mentions are one party. Names are compared within one state, so namesakes of two states stay apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from dostyk.linking.groups import Groups
from dostyk.linking.merging import PartyRulings, rule
from dostyk.linking.names import acronym, body_key, close_names, close_tokens, frame, is_within, name_key, plain, tokens
from dostyk.linking.titles import is_unique, office_name
from dostyk.model import PERSON, STATE, Claim, Party

Key = tuple[str, ...]
Offices = Mapping[Party, Collection[str]]


def count_parties(claims: Iterable[Claim]) -> Counter[Party]:
    """How often each party is named in the roles of the claims."""
    return Counter(party for claim in claims for party in all_parties(claim))


def all_parties(claim: Claim) -> tuple[Party, ...]:
    """The parties of a claim, and whom its report attributes it to."""
    return (*claim.parties, claim.attributed_to.party) if claim.attributed_to else claim.parties


def link_parties(claims: Iterable[Claim], rulings: PartyRulings | None = None) -> dict[Party, Party]:
    """For each party named, the party it is: itself, or the form chosen for it."""
    every = list(claims)
    held = ((claim.who[0].party, claim.what) for claim in every if claim.kind == "office" and claim.who)
    return link_counted(count_parties(every), offices=unique_offices(held), rulings=rulings)


def unique_offices(held: Iterable[tuple[Party, str]]) -> Offices:
    """Of people and the offices they are said to hold, those offices that a state gives to one person at a time."""
    found: dict[Party, set[str]] = defaultdict(set)
    for party, office in held:
        if is_unique(office, party.state):
            found[party].add(office_name(office, party.state))
    return found


def link_counted(
    counts: Mapping[Party, int],
    settled: Mapping[Party, Party] | None = None,
    offices: Offices | None = None,
    rulings: PartyRulings | None = None,
) -> dict[Party, Party]:
    """The same from the number of times each party is named. Does not depend on the order of `counts`.

    States are linked apart from each other: `settled` holds what other states' people are, so that only people
    without a state need them. `offices` tells a shorter name that several could bear by the office held.
    `rulings` of people come last; those about people without a state need all states at once.
    """
    by_block: dict[tuple[str, str], list[Party]] = defaultdict(list)
    for party in counts:
        by_block[party.state, party.kind].append(party)
    linked: dict[Party, Party] = {}
    for (state, kind), parties in sorted(by_block.items()):
        if kind == STATE:
            linked.update((party, party) for party in parties)
        elif kind == PERSON and state:
            linked.update(_choose(_group_people(parties, offices or {}), counts))
        elif kind == PERSON:
            continue
        else:
            linked.update(_choose(_group_bodies(parties), counts))
    ruled = rulings or PartyRulings()
    linked = rule(linked, ruled, lambda group: _best(group, counts))
    linked.update(_place_stateless(by_block.get(("", PERSON), []), {**(settled or {}), **linked}))
    return rule(linked, ruled, lambda group: _best(group, counts))


def _place_stateless(parties: list[Party], linked: Mapping[Party, Party]) -> dict[Party, Party]:
    """A person without a state is the one person of any state who bears that full name, if there is just one."""
    bearers: dict[Key, set[Party]] = defaultdict(set)
    for party, chosen in linked.items():
        if party.kind == PERSON:
            bearers[name_key(party.name)].add(chosen)
    placed = {}
    for party in parties:
        key = name_key(party.name)
        found = bearers.get(key, set()) if len(key) > 1 else set()
        placed[party] = next(iter(found)) if len(found) == 1 else party
    return placed


def _group_people(parties: list[Party], offices: Offices) -> list[list[Party]]:
    by_key: dict[Key, list[Party]] = defaultdict(list)
    for party in parties:
        by_key[name_key(party.name)].append(party)
    keys = sorted(by_key, key=lambda key: (-_spelt_out(key), -len(key), key))
    groups = Groups(keys)
    _join_spellings(keys, groups)
    _join_shorter(keys, groups, {key: _offices_of(named, offices) for key, named in by_key.items()})
    merged: dict[Key, list[Party]] = defaultdict(list)
    for key in keys:
        merged[groups.find(key)].extend(by_key[key])
    return list(merged.values())


def _spelt_out(key: Key) -> int:
    return sum(len(token) > 1 for token in key)


def _join_spellings(keys: list[Key], groups: Groups[Key]) -> None:
    """Join names of two tokens or more that differ in the spelling of one; of three or more, also of several."""
    framed: dict[Key, list[Key]] = defaultdict(list)
    for key in keys:
        for other in framed[frame(key)] if len(key) > 2 else ():
            if close_names(key, other):
                groups.join(key, other)
        framed[frame(key)].append(key)
    alike: dict[tuple[Key, int], list[tuple[Key, str]]] = defaultdict(list)
    for key in keys:
        for place in range(len(key) if len(key) > 1 else 0):
            rest = key[:place] + key[place + 1 :]
            alike[rest, len(key)].append((key, key[place]))
    for candidates in alike.values():
        for number, (key, token) in enumerate(candidates):
            for other, other_token in candidates[number + 1 :]:
                if close_tokens(token, other_token):
                    groups.join(key, other)


def _offices_of(named: Iterable[Party], offices: Offices) -> set[str]:
    return {office for party in named for office in offices.get(party, ())}


def _join_shorter(keys: list[Key], groups: Groups[Key], offices: Mapping[Key, set[str]]) -> None:
    """Join a shorter name to the only fuller person it can be.

    Where it can be several, it is the only one who holds its office; else it stays by itself.
    """
    holding: dict[str, list[Key]] = defaultdict(list)
    held: dict[Key, set[str]] = defaultdict(set)
    for key in keys:
        held[groups.find(key)] |= offices[key]
    for key in keys:  # fuller names first, so that theirs are settled
        index = min((holding.get(token, []) for token in key if len(token) > 1), key=len, default=[])
        fuller = {groups.find(other) for other in index if _says_more(other, key) and is_within(key, other)}
        if len(fuller) > 1:
            fuller = {group for group in fuller if held[group] & held[groups.find(key)]}
        if len(fuller) == 1 and groups.find(key) not in fuller:
            both = held.pop(groups.find(key), set())
            held[groups.join(key, fuller.pop())] |= both
        for token in set(key):
            holding[token].append(key)


def _says_more(other: Key, key: Key) -> bool:
    return len(other) > len(key) or _spelt_out(other) > _spelt_out(key)


def _group_bodies(parties: list[Party]) -> list[list[Party]]:
    by_key: dict[Key, list[Party]] = defaultdict(list)
    for party in parties:
        by_key[body_key(party.name)].append(party)
    groups = Groups(sorted(by_key))
    by_acronym: dict[str, set[Key]] = defaultdict(set)
    for key, bodies in by_key.items():
        for body in bodies:
            if acronym(body.name):
                by_acronym[acronym(body.name)].add(key)
    for key in sorted(by_key):
        full = by_acronym.get(key[0], set()) if len(key) == 1 else set()
        if len(full) == 1:
            groups.join(key, next(iter(full)))
    merged: dict[Key, list[Party]] = defaultdict(list)
    for key, bodies in by_key.items():
        merged[groups.find(key)].extend(bodies)
    return list(merged.values())


def _choose(groups: list[list[Party]], counts: Mapping[Party, int]) -> dict[Party, Party]:
    """The fullest form of each group, then the most frequent, then the first by alphabet."""
    chosen: dict[Party, Party] = {}
    for group in groups:
        best = _best(group, counts)
        chosen.update((party, best) for party in group)
    return chosen


def _best(group: list[Party], counts: Mapping[Party, int]) -> Party:
    """The fullest form; of a group that people made, one whose state is known."""
    return min(group, key=lambda party: (not party.state, *(-n for n in _fullness(party)), -counts[party], party))


def _fullness(party: Party) -> tuple[int, int]:
    words = tokens(party.name) if party.kind == PERSON else plain(party.name).split()
    return sum(len(word) > 1 for word in words), len(words)
