"""The shape of the pipeline: which components, how wide, and what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex
from spacy.vectors import Vectors

# The treebanks keep these first parts with what follows their hyphen ("re-elected", "non-nuclear").
JOINED = "non e anti re co pre mid pro cross post over semi ex sub multi counter mini inter intra ultra".split()


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of an encoder and of what decides on top of it."""

    width: int
    depth: int
    window: int
    rows: int
    hidden: int
    more_context: bool  # whether transitions also see the children of the words at hand


SYNTAX = Shape(width=128, depth=4, window=1, rows=10000, hidden=64, more_context=True)
NAMES = Shape(width=64, depth=3, window=1, rows=5000, hidden=64, more_context=False)


def blank(vectors: Vectors | None) -> Language:
    """English with the treebanks' tokens and, where given, word vectors found by a word's norm."""
    nlp = spacy.blank("en")
    kept = "".join(f"(?<!\\b{part})(?<!\\b{part.capitalize()})" for part in JOINED)
    infixes = [str(infix) for infix in nlp.Defaults.infixes or ()]
    infixes = [kept + infix if "(?:-|" in infix else infix for infix in infixes]
    cast(Tokenizer, nlp.tokenizer).infix_finditer = compile_infix_regex(infixes).finditer
    if vectors is not None:
        nlp.vocab.vectors = vectors
    return nlp


def _encoder(shape: Shape, vectors: Vectors | None) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": shape.width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [shape.rows, shape.rows // 5, shape.rows // 2, shape.rows // 2],
            "include_static_vectors": vectors is not None,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": shape.width,
            "depth": shape.depth,
            "window_size": shape.window,
            "maxout_pieces": 3,
        },
    }


def _shared(shape: Shape) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape.width, "upstream": "tok2vec"}


def _transitions(kind: str, encoder: dict[str, Any], shape: Shape) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": shape.more_context,
        "hidden_width": shape.hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": encoder,
    }


def syntax(vectors: Vectors | None, shape: Shape = SYNTAX) -> Language:
    """Tags, features and relations over one shared encoder."""
    nlp = blank(vectors)
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": _shared(shape)}
    nlp.add_pipe("tok2vec", config={"model": _encoder(shape, vectors)})
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _shared(shape), shape)})
    return nlp


def names(vectors: Vectors | None, shape: Shape = NAMES) -> Language:
    """The name recogniser with an encoder of its own."""
    nlp = blank(vectors)
    nlp.add_pipe("ner", config={"model": _transitions("ner", _encoder(shape, vectors), shape)})
    return nlp
