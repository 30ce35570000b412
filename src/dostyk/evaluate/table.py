"""Counts and scores of a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dostyk.evaluate.match import Matching
from dostyk.evaluate.measure import party_agreement, stands_in

APART = frozenset({"office"})
"""Kinds with a line of their own that are left out of the total."""
TOTAL = "TOTAL"


@dataclass(slots=True)
class Score:
    """What must be found and was, what was claimed and is right."""

    must: int = 0
    found: int = 0
    claims: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Share of the facts that must be found."""
        return self.found / self.must if self.must else 0.0

    @property
    def precision(self) -> float:
        """Share of the claims that are a fact, whether it had to be found or not."""
        return self.right / self.claims if self.claims else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Fields:
    """Of the matched facts, how many have each field right."""

    matched: int = 0
    parties: int = 0
    dated: int = 0
    date: int = 0
    status: int = 0
    evidence: int = 0
    statements: int = 0
    stance: int = 0


@dataclass(slots=True)
class Table:
    """Scores by kind or by report, the total, and the fields of what was matched."""

    rows: dict[str, Score] = field(default_factory=dict)
    total: Score = field(default_factory=Score)
    fields: Fields = field(default_factory=Fields)
    reports: int = 0

    def ordered(self) -> list[tuple[str, Score]]:
        """Rows with most facts first, the total last."""
        rows = sorted(self.rows.items(), key=lambda row: (-row[1].must, row[0]))
        return [*rows, (TOTAL, self.total)]


def tabulate(matchings: Iterable[Matching], by: str = "kind") -> Table:
    """Count a run; `by` is `kind` or `report`."""
    table = Table()
    for matching in matchings:
        table.reports += 1
        name = matching.gold.name
        right = set(matching.pairs.values())
        for i, fact in enumerate(matching.gold.facts):
            for score in _scores(table, fact.statement.kind, name, by):
                score.must += fact.must
                score.found += fact.must and i in matching.pairs
        for j, claim in enumerate(matching.claims):
            for score in _scores(table, claim.kind, name, by):
                score.claims += 1
                score.right += j in right
        _count_fields(table.fields, matching)
    return table


def _scores(table: Table, kind: str, report: str, by: str) -> list[Score]:
    row = table.rows.setdefault(report if by == "report" else kind, Score())
    return [row] if kind in APART else [row, table.total]


def _count_fields(fields: Fields, matching: Matching) -> None:
    for i, j in matching.pairs.items():
        fact, claim = matching.gold.facts[i].statement, matching.claims[j]
        fields.matched += 1
        fields.parties += party_agreement(fact.who + fact.whom, claim.who + claim.whom) > 0.99
        fields.dated += bool(fact.date)
        fields.date += bool(fact.date) and fact.date == claim.date
        fields.status += fact.status == claim.status
        fields.evidence += stands_in(fact, claim)
        fields.statements += fact.kind == "statement"
        fields.stance += fact.kind == "statement" and fact.stance == claim.stance
