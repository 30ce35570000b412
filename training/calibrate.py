"""Confidence of claims, fitted: `DOSTYK_DATA=FOLDER python -m training.calibrate [--check]`.

Reads the development gold, the annotated reports and those of the newsroom, matches claims with facts (a claim that is
any fact, `must` or not, is right), and fits a logistic table over the features of `dostyk.reading.confidence`,
L2-regularised. The strength is chosen, and the figures are measured, out of fold: five folds by report, so that no
claim is judged by weights that have seen its report. Writes `confidence.json` into the package and prints the
reliability table, ECE (ten bins of equal width), Brier score and AUC. `--check` writes nothing, and also scores the
committed weights on the reports for judging, which neither the rules nor the weights were tuned on.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dostyk.evaluate import GoldReport, claim_line, load_gold
from dostyk.evaluate.match import match_report
from dostyk.evaluate.measure import Statement
from dostyk.reading import READER
from dostyk.reading.confidence import WEIGHTS, features
from dostyk.reading.context import Context
from dostyk.reading.reader import traced
from training.evaluate import data_folder, texts_of

TARGET = Path(__file__).parent.parent / "src" / "dostyk" / "reading" / WEIGHTS
FOLDS = 5
LEAST = 4  # claims in which a feature must stand to get a weight
STRENGTHS = (1.0, 2.0, 4.0, 8.0, 16.0)


@dataclass(frozen=True)
class Example:
    """A claim: the report it is of, what was seen, whether it is right, and the confidence it has now."""

    report: str
    seen: frozenset[str]
    right: bool
    now: float


def examples_of(gold: GoldReport) -> list[Example]:
    """The claims that are read in an annotated report, each held against its facts."""
    context = Context(gold.report)
    made = traced(context)
    lines = [Statement.from_row(claim_line(claim, gold.report)) for claim, _ in made]
    right = set(match_report(gold, lines).pairs.values())
    return [
        Example(gold.name, features(context, draft), number in right, claim.confidence)
        for number, (claim, draft) in enumerate(made)
    ]


def read_all(*sets: str) -> list[Example]:
    """Examples of `gold`, `annotated`, `newsroom`, `judging`."""
    data, here = data_folder(), Path(__file__).parent
    every: list[GoldReport] = []
    for name in sets:
        with tempfile.TemporaryDirectory() as folder:
            every += (
                load_gold(data / "gold")
                if name == "gold"
                else load_gold(here / name, texts_of(name, Path(folder), data))
            )
    return [example for gold in every for example in examples_of(gold)]


def names_of(examples: Sequence[Example]) -> list[str]:
    """Features that stand in enough claims, sorted."""
    counts = Counter(name for example in examples for name in example.seen)
    return sorted(name for name, number in counts.items() if LEAST <= number <= len(examples) - LEAST)


def matrix(examples: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """One row a claim: 1 for the bias, then 1 for each feature that is there."""
    return np.array([[1.0, *(float(name in example.seen) for name in names)] for example in examples])


def fit(x: np.ndarray, y: np.ndarray, strength: float) -> np.ndarray:
    """Weights by Newton's method; the bias is not held down."""
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], strength)
    ridge[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def out_of_fold(examples: Sequence[Example], strength: float) -> np.ndarray:
    """For each claim the probability by weights fitted without its report's fold."""
    reports = sorted({example.report for example in examples})
    fold = {report: number % FOLDS for number, report in enumerate(reports)}
    y = np.array([float(example.right) for example in examples])
    found = np.zeros(len(examples))
    for held in range(FOLDS):
        train = [n for n, example in enumerate(examples) if fold[example.report] != held]
        test = [n for n, example in enumerate(examples) if fold[example.report] == held]
        known = [examples[n] for n in train]
        names = names_of(known)
        weights = fit(matrix(known, names), y[train], strength)
        found[test] = 1 / (1 + np.exp(-matrix([examples[n] for n in test], names) @ weights))
    return found


def log_loss(p: np.ndarray, y: np.ndarray) -> float:
    """Mean negative log likelihood."""
    q = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-np.mean(y * np.log(q) + (1 - y) * np.log(1 - q)))


def reliability(p: np.ndarray, y: np.ndarray) -> list[tuple[str, int, float, float]]:
    """(bin, claims, mean confidence, share that is right) of ten bins."""
    rows = []
    for low in range(10):
        inside = (p >= low / 10) & ((p < (low + 1) / 10) if low < 9 else (p <= 1))
        if inside.any():
            name = f"{low / 10:.1f}–{(low + 1) / 10:.1f}"
            rows.append((name, int(inside.sum()), float(p[inside].mean()), float(y[inside].mean())))
    return rows


def ece(p: np.ndarray, y: np.ndarray) -> float:
    """Expected calibration error: distance of confidence and share right, by bin, weighted by its claims."""
    return sum(number * abs(mean - right) for _, number, mean, right in reliability(p, y)) / len(y)


def auc(p: np.ndarray, y: np.ndarray) -> float:
    """Chance that a right claim has more confidence than a wrong one."""
    good, bad = p[y == 1], p[y == 0]
    return float(np.mean([(np.sum(g > bad) + 0.5 * np.sum(g == bad)) / len(bad) for g in good]))


def lines_of(p: np.ndarray, y: np.ndarray) -> list[str]:
    """The reliability table and the figures, as Markdown."""
    rows = ["| confidence | claims | mean | right |", "|---|---:|---:|---:|"]
    rows += [f"| {name} | {number} | {mean:.3f} | {right:.3f} |" for name, number, mean, right in reliability(p, y)]
    brier = float(np.mean((p - y) ** 2))
    rows += ["", f"{len(y)} claims, {y.mean():.3f} of them right; ECE {ece(p, y):.3f}, Brier {brier:.3f}, "
             f"log loss {log_loss(p, y):.3f}, AUC {auc(p, y):.3f}"]  # fmt: skip
    return rows


def measured(examples: Sequence[Example]) -> tuple[float, np.ndarray, np.ndarray]:
    """The best strength, probabilities out of fold, and what is right."""
    y = np.array([float(example.right) for example in examples])
    tried = {strength: out_of_fold(examples, strength) for strength in STRENGTHS}
    best = min(tried, key=lambda strength: log_loss(tried[strength], y))
    return best, tried[best], y


def main() -> int:
    """Fit, print, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; score the committed weights")
    options = parser.parse_args()
    examples = read_all("gold", "annotated", "newsroom")
    strength, p, y = measured(examples)
    print(f"out of fold, strength {strength:g}")
    print("\n".join(lines_of(p, y)))
    if options.check:
        judged = read_all("judging")
        print("\nthe committed weights on the reports for judging")
        print("\n".join(lines_of(np.array([e.now for e in judged]), np.array([float(e.right) for e in judged]))))
        return 0
    names = names_of(examples)
    weights = fit(matrix(examples, names), y, strength)
    table = {name: round(float(weight), 3) for name, weight in zip(["bias", *names], weights, strict=True)}
    made = {"reader": READER, "claims": len(examples), "reports": len({e.report for e in examples}), "weights": table}
    TARGET.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(table)} weights written to {TARGET.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
