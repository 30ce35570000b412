"""Puts syntax and names into one pipeline folder, with its licence, as the package ships it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer

LICENCE = Path(__file__).with_name("WEIGHTS-LICENSE")
MOST_BYTES = 25_000_000


def joined(syntax: Language, names: Language, tables: Lookups) -> Language:
    """One pipeline: tags and features, lemmas from tables, relations, then names with their own encoder."""
    lemmatizer = syntax.add_pipe("lemmatizer", after="morphologizer", config={"mode": "rule"})
    cast(Lemmatizer, lemmatizer).initialize(lookups=tables)
    syntax.add_pipe("ner", source=names)
    syntax.meta.update(
        name="dostyk",
        version="1.0.0",
        description="English syntax and names for reports on relations between states",
        license="CC BY-SA 4.0",
        author="the authors of dostyk",
    )
    # Half the bytes for vectors that need no more digits; load_pipeline widens them again.
    syntax.vocab.vectors.data = syntax.vocab.vectors.data.astype("float16")
    return syntax


def pack(nlp: Language, target: Path) -> int:
    """Writes `nlp` to `target` in place of what was there and returns its size in bytes.

    Raises ValueError when it is larger than the package may carry.
    """
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    nlp.to_disk(part)
    shutil.copy(LICENCE, part / "LICENSE")
    size = sum(path.stat().st_size for path in part.rglob("*") if path.is_file())
    if size > MOST_BYTES:
        raise ValueError(f"{part} has {size:,} bytes, more than {MOST_BYTES:,}")
    shutil.rmtree(target, ignore_errors=True)
    part.replace(target)
    return size
