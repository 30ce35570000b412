"""How claims of each kind are compared: weights, least likeness of texts, slack of days. Data, not code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Weights of parties, text, days and place; they sum to 1, and the claims join from `join` on.

    `text_least`: where both have a text, it must be this much alike. `slack`: days by which two reports of one thing
    may differ; more than that contradicts. `apart`: days of publication within which undated claims can be one thing,
    None where time does not matter. `sides`: the same states on the same side are needed.
    """

    parties: float
    text: float
    days: float
    place: float
    join: float
    text_least: float = 0.0
    slack: int = 0
    apart: int | None = 4
    sides: bool = False


RULES: dict[str, Rule] = {
    "visit": Rule(0.50, 0.05, 0.40, 0.05, 0.62, slack=3, apart=10, sides=True),
    "meeting": Rule(0.45, 0.05, 0.40, 0.10, 0.62, slack=0, apart=3),
    "call": Rule(0.50, 0.05, 0.45, 0.00, 0.62, slack=1, apart=3),
    "message": Rule(0.45, 0.20, 0.35, 0.00, 0.65, text_least=0.3, slack=3, apart=4, sides=True),
    "gathering": Rule(0.20, 0.45, 0.30, 0.05, 0.66, text_least=0.7, slack=3, apart=7),
    "signing": Rule(0.25, 0.45, 0.30, 0.00, 0.68, text_least=0.75, slack=2, apart=7),
    "ratification": Rule(0.25, 0.45, 0.30, 0.00, 0.68, text_least=0.75, slack=10, apart=60),
    "relations": Rule(0.35, 0.40, 0.25, 0.00, 0.62, text_least=0.75, slack=366, apart=None),
    "invitation": Rule(0.55, 0.15, 0.30, 0.00, 0.68, text_least=0.2, slack=7, apart=92, sides=True),
    "honour": Rule(0.45, 0.30, 0.25, 0.00, 0.68, text_least=0.6, slack=7, apart=None, sides=True),
    "appointment": Rule(0.50, 0.25, 0.25, 0.00, 0.68, text_least=0.55, slack=30, apart=None, sides=True),
    "opening": Rule(0.25, 0.45, 0.25, 0.05, 0.66, text_least=0.7, slack=7, apart=14),
    "commitment": Rule(0.25, 0.55, 0.20, 0.00, 0.74, text_least=0.8, slack=45, apart=30, sides=True),
    "aid": Rule(0.30, 0.40, 0.30, 0.00, 0.66, text_least=0.6, slack=10, apart=14, sides=True),
    "sanction": Rule(0.35, 0.35, 0.30, 0.00, 0.66, text_least=0.55, slack=7, apart=10, sides=True),
    "cooperation": Rule(0.25, 0.45, 0.30, 0.00, 0.66, text_least=0.65, slack=7, apart=10),
    "office": Rule(0.50, 0.50, 0.00, 0.00, 0.90, text_least=0.85, slack=100_000, apart=None, sides=True),
    "statement": Rule(0.40, 0.60, 0.00, 0.00, 0.86, slack=3, apart=None, sides=True),
    "figure": Rule(0.40, 0.60, 0.00, 0.00, 0.86, slack=3, apart=None),
}
# Kinds of which a report tells apart several happenings of the same states by the people who take part.
BY_PEOPLE = frozenset(("visit", "meeting", "call", "message", "honour", "invitation", "appointment"))
# Kinds in which a third side makes another happening: talks of four are not those of two of them.
BY_SIDES = frozenset(("meeting", "call", "relations", "commitment", "figure"))
# An undertaking of fewer telling words ("work together") is the same only in a copy of the report.
TELLING_WORDS = 3
# A report that tells of several things of a kind tells them apart: within one, words must be this much alike.
SAME_REPORT = 0.92
QUOTED = frozenset(("statement", "figure"))
