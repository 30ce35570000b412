"""Makes the language model: `python -m training all`, or one step after the other.

    vectors   word vectors from the open reports
    syntax    tagger, morphologizer and parser
    continue  the same once more, slowly, with the mean of the weights on the way
    compose   the same once more, with sentences composed of a subject and several clauses
    names     the name recogniser
    pack      both in one folder inside the package, with lemma tables and licence
    score     scores of the packed model on the development parts; `score --held-out` on the test parts

A step that was stopped goes on from its last epoch. DOSTYK_DATA names the folder of corpora.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import spacy

from dostyk.language.pipeline import load_pipeline
from training import build, composed, data, lemmas, pack, score, vectors
from training.augment import varied
from training.mean import Mean
from training.namedata import swapping, with_names
from training.pool import read_pool
from training.train import Plan, train

ROOT = Path(__file__).resolve().parent
WORK = ROOT / "work"
WEIGHTS = ROOT.parent / "src" / "dostyk" / "language" / "weights"
SYNTAX_PLAN = Plan(epochs=16, drop=0.2)
CONTINUED_PLAN = Plan(epochs=9, rate=0.001, least_rate=0.1, drop=0.25, warm_up=100, mean_from=0.4, least_words=1000)
COMPOSED_PLAN = replace(CONTINUED_PLAN, epochs=7, mean_from=0.5, seed=20261202)
COMPOSED, COMPOSED_SEED = 6000, 20261201  # sentences
NAMES_PLAN = Plan(epochs=9, drop=0.25)


def make_vectors(folder: Path) -> None:
    """Word vectors, unless they are there."""
    WORK.mkdir(exist_ok=True)
    if not (WORK / "vectors.npz").is_file():
        vectors.make_vectors(folder, WORK / "vectors.npz")


def make_syntax(folder: Path) -> None:
    """Trains tagger, morphologizer and parser on both treebanks."""
    nlp = build.syntax(vectors.read_vectors(WORK / "vectors.npz"))
    train(nlp, data.sentences_of(folder, *data.TRAINING), varied, SYNTAX_PLAN, WORK / "syntax-steps", _log)
    nlp.to_disk(WORK / "syntax")


def make_continued(folder: Path) -> None:
    """Trains syntax further, with the treebank that is nearer to reports twice, and takes the mean of its weights.

    Three tenths of the weights that it began with are kept: the best of the shares tried on the development parts.
    """
    nlp = spacy.load(WORK / "syntax")
    nlp.vocab.vectors = vectors.read_vectors(WORK / "vectors.npz")
    mean = Mean()
    mean.add(nlp, 3)
    sentences = data.sentences_of(folder, *data.TRAINING, data.NEARER)
    train(nlp, sentences, varied, CONTINUED_PLAN, WORK / "continued-steps", _log, trained=True)
    mean.add(nlp, 7)
    mean.use(nlp)
    nlp.to_disk(WORK / "continued")


def make_composed(folder: Path) -> None:
    """Trains syntax further with composed sentences, whose pieces are parsed by the syntax that is there.

    Three tenths of the weights that it began with are kept, as in `make_continued`.
    """
    nlp = spacy.load(WORK / "continued")
    nlp.vocab.vectors = vectors.read_vectors(WORK / "vectors.npz")
    mean = Mean()
    mean.add(nlp, 3)
    made = list(composed.sentences(read_pool(folder), nlp.pipe, COMPOSED, COMPOSED_SEED))
    sentences = data.sentences_of(folder, *data.TRAINING, data.NEARER) + made
    train(nlp, sentences, varied, COMPOSED_PLAN, WORK / "composed-steps", _log, trained=True)
    mean.add(nlp, 7)
    mean.use(nlp)
    nlp.to_disk(WORK / "composed")


def make_names(folder: Path) -> None:
    """Trains the name recogniser."""
    nlp = build.names(vectors.read_vectors(WORK / "vectors.npz"))
    pool = read_pool(folder)
    sentences = with_names(folder, pool, nlp)
    train(nlp, sentences, swapping(pool, nlp), NAMES_PLAN, WORK / "names-steps", _log)
    nlp.to_disk(WORK / "names")


def make_package(folder: Path) -> None:
    """Joins what was trained and puts it into the package."""
    words = vectors.words_of(WORK / "vectors.npz")
    tables = lemmas.lemma_tables(data.sentences_of(folder, *data.TRAINING), words)
    nlp = pack.joined(spacy.load(WORK / "composed"), spacy.load(WORK / "names"), tables)
    _log(f"{WEIGHTS}: {pack.pack(nlp, WEIGHTS):,} bytes")


def show_scores(folder: Path, held_out: bool = False) -> None:
    """Prints the scores of the packed model."""
    _log(score.report(load_pipeline(WEIGHTS), folder, held_out))


def _log(line: str) -> None:
    print(line, flush=True)


STEPS: dict[str, Callable[[Path], None]] = {
    "vectors": make_vectors,
    "syntax": make_syntax,
    "continue": make_continued,
    "compose": make_composed,
    "names": make_names,
    "pack": make_package,
    "score": show_scores,
}


def main() -> int:
    """Runs the step named on the command line; 0 when done, 2 when the data is not there."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__.partition("\n")[0])
    parser.add_argument("step", choices=[*STEPS, "all"])
    parser.add_argument("--held-out", action="store_true", help="score on the test parts (once, at the end)")
    chosen = parser.parse_args()
    try:
        folder = data.corpora()
    except data.DataNotFound as problem:
        print(f"training: {problem}", file=sys.stderr)
        return 2
    if chosen.step == "score":
        show_scores(folder, chosen.held_out)
    else:
        for step in STEPS if chosen.step == "all" else (chosen.step,):
            STEPS[step](folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
