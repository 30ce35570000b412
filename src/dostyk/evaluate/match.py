"""Pair the claims on one report with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dostyk.evaluate.gold import GoldReport
from dostyk.evaluate.measure import Statement, closeness


@dataclass(frozen=True)
class Matching:
    """Which claim was found to be which fact: `pairs` maps indices of facts to indices of claims, one to one."""

    gold: GoldReport
    claims: tuple[Statement, ...]
    pairs: Mapping[int, int]

    @property
    def missed(self) -> tuple[int, ...]:
        """Facts that must be found and were not."""
        return tuple(i for i, fact in enumerate(self.gold.facts) if fact.must and i not in self.pairs)

    @property
    def extra(self) -> tuple[int, ...]:
        """Claims that are no fact at all."""
        right = set(self.pairs.values())
        return tuple(j for j in range(len(self.claims)) if j not in right)


def match_report(gold: GoldReport, claims: Sequence[Statement]) -> Matching:
    """Pair claims and facts of one report one to one, the closest first."""
    scored = sorted(
        (
            (closeness(fact.statement, claim, must=fact.must), i, j)
            for i, fact in enumerate(gold.facts)
            for j, claim in enumerate(claims)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if score and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Matching(gold, tuple(claims), pairs)


def match_all(gold: Iterable[GoldReport], lines: Iterable[Mapping[str, Any]]) -> tuple[Matching, ...]:
    """Match the lines of a run with all annotated reports; lines on other reports are left aside."""
    by_report: dict[str, list[Statement]] = {}
    for line in lines:
        by_report.setdefault(line["report"], []).append(Statement.from_row(line))
    return tuple(match_report(item, by_report.get(item.name, ())) for item in gold)
