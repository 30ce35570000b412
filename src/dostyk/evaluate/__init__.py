"""Scores against careful annotations: what was found, what was missed, what was made up."""

from dostyk.evaluate.gold import Fact, GoldReport, load_gold
from dostyk.evaluate.lines import claim_line, claim_lines, read_lines, write_lines
from dostyk.evaluate.match import Matching, match_report
from dostyk.evaluate.runs import Change, compare_runs
from dostyk.evaluate.table import Score, Table, tabulate

__all__ = [
    "Change", "Fact", "GoldReport", "Matching", "Score", "Table",
    "claim_line", "claim_lines", "compare_runs", "load_gold", "match_report", "read_lines", "tabulate", "write_lines",
]  # fmt: skip
