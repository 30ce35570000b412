"""Finds and loads the trained English pipeline that ships with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from dostyk.errors import ModelMissing
from dostyk.language import bounds as bounds  # registers the component
from dostyk.language import lemmas as lemmas  # registers the component

WEIGHTS = Path(__file__).with_name("weights")


@cache
def load_pipeline(path: Path = WEIGHTS) -> Language:
    """The trained pipeline, loaded once per path and process.

    Raises ModelMissing where `path` holds no pipeline, or one that this spaCy cannot read.
    """
    if not (path / "config.cfg").is_file():
        raise ModelMissing(f"no language model in {path}; make one with `python -m training all`")
    try:
        pipeline = spacy.load(path)
        pipeline.add_pipe("dostyk_bounds", before="parser")
        pipeline.add_pipe("dostyk_lemmas", after="lemmatizer")
        return pipeline
    except (OSError, ValueError) as problem:
        raise ModelMissing(f"the language model in {path} cannot be read: {problem}") from problem
