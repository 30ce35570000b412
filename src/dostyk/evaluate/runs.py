"""Two runs on the same reports: what the newer one won and lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dostyk.evaluate.match import Matching
from dostyk.evaluate.measure import Statement

FOUND, LOST, NEW_ERROR, GONE_ERROR = "found", "lost", "new error", "error gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two runs: a fact now found or lost, a wrong claim new or gone."""

    what: str
    report: str
    statement: Statement


def compare_runs(old: Sequence[Matching], new: Sequence[Matching]) -> tuple[Change, ...]:
    """Differences report by report. Wrong claims are the same when all that is compared of them is."""
    changes: list[Change] = []
    before = {matching.gold.name: matching for matching in old}
    for after in new:
        earlier = before.get(after.gold.name)
        if earlier is None:
            continue
        for i, fact in enumerate(after.gold.facts):
            if (i in after.pairs) != (i in earlier.pairs):
                changes.append(Change(FOUND if i in after.pairs else LOST, after.gold.name, fact.statement))
        was = [earlier.claims[j] for j in earlier.extra]
        now = [after.claims[j] for j in after.extra]
        changes += [Change(NEW_ERROR, after.gold.name, claim) for claim in now if claim not in was]
        changes += [Change(GONE_ERROR, after.gold.name, claim) for claim in was if claim not in now]
    return tuple(changes)
