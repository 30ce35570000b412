"""Finds and loads the trained English pipeline that ships with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.vectors import Vectors

from dostyk.errors import ModelMissing
from dostyk.language import bounds as bounds  # registers the component
from dostyk.language import hyphens as hyphens  # registers the component
from dostyk.language import lemmas as lemmas  # registers the component
from dostyk.language import opening_names as opening_names  # registers the component

WEIGHTS = Path(__file__).with_name("weights")
_WITH_PLUS = "C5+1 P5+1 E3+3 ASEAN+3 OPEC+".split()  # names of bodies that are no sums
# forms of address whose full stop ends no sentence, beside those that spaCy knows
_WITH_STOP = "Hon. Rt. Amb. Col. Lt. Brig. Capt. Cde. Eng. Maj. Cllr. Pres.".split()


@cache
def load_pipeline(path: Path = WEIGHTS) -> Language:
    """The trained pipeline, loaded once per path and process.

    Raises ModelMissing where `path` holds no pipeline, or one that this spaCy cannot read.
    """
    if not (path / "config.cfg").is_file():
        raise ModelMissing(f"no language model in {path}; make one with `python -m training all`")
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError) as problem:
        raise ModelMissing(f"the language model in {path} cannot be read: {problem}") from problem
    _restore_vectors(nlp)
    return _with_rules(nlp)


def _with_rules(nlp: Language) -> Language:
    """Add what rules know better than the model. Reading depends on these components: keep them here."""
    if isinstance(nlp.tokenizer, Tokenizer):
        for form in (*_WITH_STOP, *_WITH_PLUS):
            nlp.tokenizer.add_special_case(form, [{ORTH: form}])
    nlp.add_pipe("dostyk_hyphens", first=True)
    nlp.add_pipe("dostyk_bounds", before="parser")
    nlp.add_pipe("dostyk_lemmas", after="parser")
    nlp.add_pipe("dostyk_opening_names", last=True)
    return nlp


def _restore_vectors(nlp: Language) -> None:
    """Vectors are stored with half the digits, and spaCy does not store that they are found by NORM."""
    stored = nlp.vocab.vectors
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings,
        data=stored.data.astype("float32"),
        keys=sorted(stored.key2row, key=stored.key2row.__getitem__),
        name=stored.name,
        attr="NORM",
    )
