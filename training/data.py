"""Which files are trained on, tuned on and held out, and where they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from training.names import read_crossner
from training.sentence import Sentence
from training.treebank import read_conllu

TRAINING = ("ud-ewt-train", "ud-gum-train")
NEARER = "ud-gum-train"  # news, speeches and interviews are nearer to reports than mail
DEVELOPMENT = ("ud-ewt-dev", "ud-gum-dev")
HELD_OUT = ("ud-ewt-test", "ud-gum-test")
# CrossNER's small training part and most of its development part are learnt from, every fifth
# sentence of the latter tunes, and the one after it is held out.
CROSSNER = ("crossner-politics-train", "crossner-politics-dev")


class DataNotFound(Exception):
    """The open corpora are not where DOSTYK_DATA says."""


def corpora() -> Path:
    """The folder of corpora named by the environment variable DOSTYK_DATA (or its `corpora` folder).

    Raises DataNotFound, naming the first file that is missing.
    """
    setting = os.environ.get("DOSTYK_DATA")
    if not setting:
        raise DataNotFound("set DOSTYK_DATA to the folder that holds the corpora; training/README.md lists them")
    folder = Path(setting)
    folder = folder / "corpora" if (folder / "corpora").is_dir() else folder
    for name in (*TRAINING, *DEVELOPMENT, *HELD_OUT):
        if not (folder / f"{name}.conllu.gz").is_file():
            raise DataNotFound(f"{name}.conllu.gz is not in {folder}; training/README.md lists what is needed")
    return folder


def sentences_of(folder: Path, *corpora: str) -> list[Sentence]:
    """All sentences of these treebanks, in order."""
    return [sentence for name in corpora for sentence in read_conllu(folder / f"{name}.conllu.gz")]


def names_to_learn(folder: Path) -> list[Sentence]:
    """Sentences with names marked, from GUM and CrossNER."""
    marked = sentences_of(folder, "ud-gum-train") + list(read_crossner(folder / f"{CROSSNER[0]}.txt.gz"))
    return marked + [sentence for rest, sentence in _numbered_dev(folder) if rest > 1]


def names_for(folder: Path, held_out: bool) -> dict[str, list[Sentence]]:
    """Sentences with names to score on: GUM's part and a fifth of CrossNER's development part."""
    wanted = 1 if held_out else 0
    return {
        "ud-gum": sentences_of(folder, "ud-gum-test" if held_out else "ud-gum-dev"),
        "crossner-politics": [sentence for rest, sentence in _numbered_dev(folder) if rest == wanted],
    }


def _numbered_dev(folder: Path) -> Iterator[tuple[int, Sentence]]:
    for index, sentence in enumerate(read_crossner(folder / f"{CROSSNER[1]}.txt.gz")):
        yield index % 5, sentence
