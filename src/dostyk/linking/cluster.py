"""From pairs to groups: connected claims, then cut so that no group contradicts itself.

A component depends only on its own claims, so it can be derived alone; that is what makes a partial derivation
equal to a whole one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dostyk.linking.blocks import Block, Fetch, Twins
from dostyk.linking.compare import compare
from dostyk.linking.contradictions import Stand, contradict
from dostyk.linking.groups import Groups
from dostyk.linking.recalled import recalled, recalls
from dostyk.linking.view import View

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two claims that may be of one thing; each stands for its twins too."""

    one: View
    other: View
    score: float
    loose: bool


@dataclass(frozen=True)
class Rulings:
    """What people decided about pairs of claims, by claim id. Different beats same."""

    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    different: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass
class Component:
    """Claims tied to each other by edges, each directly or through others; in order."""

    views: list[View]
    edges: list[Edge]


def components(
    seeds: Iterable[View], keys: Mapping[str, Sequence[str]], fetch: Fetch, rulings: Rulings, find: Mapping[str, View]
) -> list[Component]:
    """The whole components of the seeds.

    `keys` gives a claim's blocks, `fetch` the claims of blocks, `find` a claim by id (for rulings of people); all of
    them may load lazily.
    """
    blocks = _Blocks(keys, fetch, rulings)
    reached: set[str] = set()
    found = []
    for seed in seeds:
        if seed.id not in reached:
            component = _grow(seed, blocks, rulings, find)
            found.append(component)
            reached.update(view.id for view in component.views)
    return found


class _Blocks:
    """Blocks made once and kept."""

    def __init__(self, keys: Mapping[str, Sequence[str]], fetch: Fetch, rulings: Rulings) -> None:
        self._keys, self._fetch = keys, fetch
        self._alone = rulings.same.keys() | rulings.different.keys()
        self._made: dict[str, Block] = {}

    def near(self, view: View) -> list[Block]:
        """The blocks of a claim."""
        wanted = self._keys[view.id]
        missing = [key for key in wanted if key not in self._made]
        for key, views in self._fetch(missing).items():
            self._made[key] = Block(key, views, self._alone)
        return [self._made[key] for key in wanted]

    def twins(self, view: View) -> Twins:
        """The claim with its twins. They share all its blocks, so any block will do."""
        if view.id in self._alone:
            return Twins((view,))
        blocks = self.near(view)
        return blocks[0].twins_of(view) if blocks else Twins((view,))


def _grow(seed: View, blocks: _Blocks, rulings: Rulings, find: Mapping[str, View]) -> Component:
    first = blocks.twins(seed)
    waiting, reached, done = [first], {first.name: first}, set()
    edges = []
    while waiting:
        twins = waiting.pop()
        done.add(twins.name)
        if len(twins.views) > 1:
            edges += _inner_edges(twins)
        near = {other.name: other for block in blocks.near(twins.first) for other in block.mates(twins)}
        ruled = rulings.same.get(twins.name, frozenset())
        near.update((name, Twins((find[name],))) for name in ruled if name in find)
        for name, other in near.items():
            if name in done:
                continue
            score = compare(twins.first, other.first)
            if score.joined:
                edges.append(Edge(twins.first, other.first, score.total, score.loose))
            elif name not in ruled:
                continue
            if name not in reached:
                reached[name] = other
                waiting.append(other)
    views = sorted((view for twins in reached.values() for view in twins.views), key=lambda view: view.order)
    return Component(views, edges)


def _inner_edges(twins: Twins) -> list[Edge]:
    """Edges from the first of twins to the others."""
    score = compare(twins.first, twins.views[1])
    return [Edge(twins.first, other, score.total, False) for other in twins.views[1:]]


def partition(component: Component, rulings: Rulings) -> list[list[View]]:
    """The component's claims in groups, each of one thing, in the order of their founding anchors."""
    clusters = _Clusters(component.views, rulings)
    edges = _certain(component)
    for edge in sorted(edges, key=lambda e: (-round(e.score, 6), *sorted((e.one.order, e.other.order)))):
        clusters.join(edge.one, edge.other, forced=False)
    at_hand = {view.id: view for view in component.views}
    for view in component.views:
        for name in sorted(rulings.same.get(view.id, ())):
            if name in at_hand:
                clusters.join(view, at_hand[name], forced=True)
    return sorted(clusters.groups(), key=lambda group: group[0].order)


def _certain(component: Component) -> list[Edge]:
    """Edges without those by which a claim that says less could be of two things."""
    edges = _nearest(component.edges)
    neighbours: dict[str, set[Stand]] = defaultdict(set)
    for edge in edges:
        neighbours[edge.one.id].add(edge.other.stand)
        neighbours[edge.other.id].add(edge.one.stand)
    torn = {name for name, stands in neighbours.items() if _disagree(stands)}
    return [edge for edge in edges if not (edge.loose and (_vaguer(edge) & torn))]


def _nearest(edges: Sequence[Edge]) -> list[Edge]:
    """Edges without those by which a claim recalls what was long before, where it is tied to something of its time."""
    told = [(edge, recalled(edge.one, edge.other)) for edge in edges]
    of_its_time = [(edge.one, edge.other) for edge, recalling in told if not recalling]
    near = {a.id if b.date else b.id for a, b in of_its_time if (a.date is None) != (b.date is None)}
    near |= _of_several(edge for edge, recalling in told if recalling)
    return [edge for edge, recalling in told if not (recalling and near & {edge.one.id, edge.other.id})]


def _of_several(recalling: Iterable[Edge]) -> set[str]:
    """Claims that recall an invitation where two were made, which have no days to tell them apart by."""
    made: dict[str, list[View]] = defaultdict(list)
    for edge in recalling:
        if edge.one.kind == "invitation":
            late, before = (edge.one, edge.other) if recalls(edge.one) else (edge.other, edge.one)
            made[late.id].append(before)
    return {
        name for name, several in made.items() if not all(compare(*pair).joined for pair in combinations(several, 2))
    }


def _vaguer(edge: Edge) -> set[str]:
    """The claims of an edge that could be torn: the one that names fewer people, or gives the longer time; or both."""
    one, other = _precision(edge.one), _precision(edge.other)
    return {view.id for view, mine, theirs in ((edge.one, one, other), (edge.other, other, one)) if mine <= theirs}


def _precision(view: View) -> tuple[int, int]:
    span = (view.date.high - view.date.low).days if view.date else 100_000
    return sum(len(named) for _, named in view.stand.people), -span


def _disagree(stands: set[Stand]) -> bool:
    ordered = list(stands)
    return any(contradict(a, b) for number, a in enumerate(ordered) for b in ordered[number + 1 :])


class _Clusters:
    """Groups of claims, with what each stands for and must be kept from."""

    def __init__(self, views: Sequence[View], rulings: Rulings) -> None:
        self._place = {view.id: number for number, view in enumerate(views)}
        self._views = views
        self._groups: Groups[int] = Groups(range(len(views)))
        self._members: dict[int, list[int]] = {number: [number] for number in range(len(views))}
        self._stands: dict[int, set[Stand]] = {number: {view.stand} for number, view in enumerate(views)}
        self._told: dict[int, dict[str, list[View]]] = {n: {view.claim.report: [view]} for n, view in enumerate(views)}
        self._different = rulings.different

    def join(self, one: View, other: View, *, forced: bool) -> None:
        """Make the groups of two claims one, unless they contradict; a person's ruling overrides only that."""
        first, second = self._groups.find(self._place[one.id]), self._groups.find(self._place[other.id])
        if first == second or self._kept_apart(first, second):
            return
        if not forced and (self._contradict(first, second) or self._told_apart(first, second)):
            return
        name = self._groups.join(first, second)
        rest = second if name == first else first
        self._members[name] += self._members.pop(rest)
        for report, told in self._told.pop(rest).items():
            self._told[name].setdefault(report, []).extend(told)
        self._stands[name] |= self._stands.pop(rest)

    def _contradict(self, first: int, second: int) -> bool:
        return any(contradict(a, b) for a in self._stands[first] for b in self._stands[second])

    def _told_apart(self, first: int, second: int) -> bool:
        """True where a report tells of both, and its own claims are not of one thing."""
        ours, theirs = self._told[first], self._told[second]
        return any(
            not compare(one, other).joined for report in ours.keys() & theirs.keys()
            for one in ours[report] for other in theirs[report]
        )  # fmt: skip

    def _kept_apart(self, first: int, second: int) -> bool:
        if not self._different:
            return False
        ids = {self._views[number].id for number in self._members[second]}
        return any(self._different.get(self._views[number].id, frozenset()) & ids for number in self._members[first])

    def groups(self) -> list[list[View]]:
        """The claims of each group in order."""
        return [[self._views[number] for number in sorted(group)] for group in self._members.values()]
