"""Every figure of reading, measured anew: `DOSTYK_DATA=FOLDER python -m training.scores` writes `docs/scores.md`.

Runs one after the other what the page names as commands, ten minutes on one idle core. `--without PART…` leaves parts
out, and says so on the page.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dostyk.evaluate import Matching, Score, Table, claim_lines, load_gold, tabulate
from dostyk.evaluate.match import match_all
from dostyk.reading import READER, read_report
from training.evaluate import HERE, SETS, data_folder, texts_of
from training.floor import digest

PAGE = HERE.parent / "docs" / "scores.md"
RARER = tuple("call message invitation honour relations appointment ratification opening sanction aid figure".split())
ROUNDS, SEED = 2000, 20250506


def matched(which: str) -> tuple[Matching, ...]:
    """Read one of the annotated sets, and pair claims with facts."""
    data = data_folder()
    with tempfile.TemporaryDirectory() as folder:
        if which == "gold":
            annotated = load_gold(data / "gold")
        else:
            annotated = load_gold(HERE / which, texts_of(which, Path(folder), data))
        lines = [line for item in annotated for line in claim_lines(read_report(item.report).claims, item.report)]
        return match_all(annotated, lines)


def f1_interval(matchings: Sequence[Matching]) -> tuple[float, float]:
    """The middle 95 of 100 of the total F1 over reports drawn with replacement."""
    counts = [tabulate([matching]).total for matching in matchings]
    drawn = random.Random(SEED)
    found = sorted(added(drawn.choices(counts, k=len(counts))).f1 for _ in range(ROUNDS))
    return found[int(ROUNDS * 0.025)], found[int(ROUNDS * 0.975)]


def added(scores: Iterable[Score]) -> Score:
    """Counts added up."""
    total = Score()
    for one in scores:
        total.must += one.must
        total.found += one.found
        total.claims += one.claims
        total.right += one.right
    return total


def _row(name: str, score: Score) -> str:
    figures = f"{score.recall:.3f} | {score.claims} | {score.precision:.3f} | {score.f1:.3f}"
    return f"| {name} | {score.must} | {figures} |"


def by_kind(table: Table) -> list[str]:
    """A row for each kind, the rarer kinds pooled, the total."""
    rows = ["| kind | must | recall | claims | precision | F1 |", "|---|---:|---:|---:|---:|---:|"]
    rows += [_row(name, score) for name, score in table.ordered()[:-1]]
    pooled = added(score for name, score in table.rows.items() if name in RARER)
    return [*rows, _row("the rarer kinds pooled", pooled), _row("**total** (without office)", table.total)]


def fields(table: Table) -> str:
    """Of the matched facts, the shares with each field right."""
    part = table.fields
    shares = (("dates", part.date, part.dated), ("status", part.status, part.matched),
              ("all parties", part.parties, part.matched), ("stance", part.stance, part.statements),
              ("evidence", part.evidence, part.matched))  # fmt: skip
    told = ", ".join(f"{name} right in {right / max(1, of):.3f} of {of}" for name, right, of in shares)
    return f"Of {part.matched} matched facts: {told}."


def total(name: str, matchings: Sequence[Matching]) -> str:
    """One row of the first table, with the interval."""
    table = tabulate(matchings)
    low, high = f1_interval(matchings)
    rates = f"{table.total.recall:.3f} | {table.total.precision:.3f} | **{table.total.f1:.3f}** | {low:.3f}–{high:.3f}"
    return f"| {name} | {table.reports} | {rates} |"


def reading() -> list[str]:
    """F1 on the annotated sets."""
    gold, annotated, newsroom, sentences, judging = (matched(name) for name in ("gold", *SETS))
    ours = [matching for matching in gold if matching.gold.name.startswith("own-")]
    others = [matching for matching in gold if not matching.gold.name.startswith("own-")]
    lines = [
        "## Reading", "",
        "`make evaluate`, `python -m training.evaluate annotated`, `… newsroom`, `… sentences`, `make judge`.",
        "", "| reports | number | recall | precision | F1 | 95 % of draws |", "|---|---:|---:|---:|---:|---:|",
        total("development gold", gold), total("of it in our own wording (`own-*`)", ours),
        total("of it as published", others), total("annotated by us, for tuning", annotated),
        total("in the manner of newsrooms, our wording, for tuning", newsroom),
        total("one to three sentences each, our wording, for tuning", sentences),
        total("**for judging**", judging), "",
        f"The last column is the middle 95 of 100 of {ROUNDS:,} draws of the reports with replacement. Rules were "
        "tuned on all but the last row; the reports for judging were only counted, once also by the sort "
        "of their parties (person, state, body), which led to a rule on joint documents.",
    ]  # fmt: skip
    for name, matchings in (("Development gold", gold), ("For judging", judging)):
        table = tabulate(matchings)
        lines += ["", f"### {name}", "", *by_kind(table), "", fields(table)]
    lines += ["", f"Pooled as the rarer kinds: {', '.join(RARER)}. The total counts every kind but office."]
    return [*lines, "", f"Reader `{READER}`, gold `{digest(data_folder() / 'gold')}` (`python -m training.floor`)."]


def output(*arguments: str, last: int = 0) -> list[str]:
    """The standard output of a module of this repository, its last lines only where a number is given."""
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=HERE.parent)
    if done.returncode not in (0, 1) or not done.stdout.strip():
        raise SystemExit(f"python -m {' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout.rstrip().split("\n")[-last:]


def plain(title: str, words: str, *arguments: str, command: str = "", last: int = 0) -> list[str]:
    """A part that shows what a command printed."""
    named = command or f"python -m {' '.join(arguments)}"
    return [f"## {title}", "", f"`{named}`. {words}", "", "```", *output(*arguments, last=last), "```"]


def confidence() -> list[str]:
    """The reliability curve."""
    first, _, rest = "\n".join(output("training.calibrate", "--check")).partition("\n")
    rest = rest.replace("\nthe committed weights on the reports for judging\n",
                        "\nThe committed weights on the reports for judging:\n\n")  # fmt: skip
    return [
        "## Confidence", "",
        "`python -m training.calibrate --check`. How often a claim of a given confidence is right, that is, any fact "
        "of its report. Weights are fitted on the development gold and the annotated reports; the first table is "
        f"{first}: no claim is judged by weights that have seen its report. On reports that no rule was tuned on, "
        "claims are right less often than their confidence says; its order holds.", "", *rest.split("\n"),
    ]  # fmt: skip


PARTS: dict[str, Callable[[], list[str]]] = {
    "reading": reading,
    "confidence": confidence,
    "visits": lambda: plain(
        "Visits of 2021–2022 against the public record",
        "What counts as found stands at the top of `training/evaluate_visits.py`. Twelve of the records are told by "
        "the names under one declaration alone. The list was made before any output was seen; what the first run "
        "missed (found 59 of 82) then helped to mend forms that other reports use too.",
        "training.evaluate_visits", command="make evaluate-visits",
    ),
    "dates": lambda: plain(
        "Dates", "Marked expressions of `gum-dates-train`, without those that its README calls odd.",
        "training.dates_score",
    ),
    "model": lambda: plain(
        "The language model", "The held-out parts; nothing was chosen by them. More in [model](model.md).",
        "training", "score", "--held-out",
    ),
    "speed": lambda: plain(
        "Speed", "CPU seconds on one core of the machine that made this page; the ratio is what travels.",
        "benchmarks.reading",
    ),
}  # fmt: skip


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", choices=[*PARTS], default=[], help="parts to leave out")
    options = parser.parse_args()
    data_folder()
    lines = [
        "# Scores",
        "",
        "Written by `DOSTYK_DATA=FOLDER python -m training.scores`; not by hand. Every part names its command.",
    ]
    for name, part in PARTS.items():
        print(name, file=sys.stderr, flush=True)
        lines += ["", *(part() if name not in options.without else [f"*{name}: left out of this run.*"])]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
