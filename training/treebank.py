"""Reads CoNLL-U treebanks into plain sentences."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.names import gum_names
from training.sentence import Sentence, Word

# Older names of relations, and distinctions that no reader of reports needs.
MERGED_RELATIONS = {
    "obl:npmod": "obl:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
}
KEPT_FEATURES = ("Mood", "Number", "Person", "Tense", "VerbForm", "Voice", "Degree", "PronType", "Poss")


@dataclass(slots=True)
class _Block:
    rows: list[list[str]] = field(default_factory=list)
    joined: list[tuple[int, int, bool]] = field(default_factory=list)
    starts_paragraph: bool = False
    marks_names: bool = False
    document: str = ""


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a gzipped CoNLL-U file, in order; empty nodes and enhanced graphs are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in _blocks(lines):
            yield _sentence(block)


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    block = _Block()
    marks_names = False  # said once, at the head of a treebank's documents
    for raw in lines:
        line = raw.rstrip("\n")
        if not line:
            if block.rows:
                yield block
            block = _Block(marks_names=marks_names)
        elif line.startswith("#"):
            if line.startswith("# global.Entity"):
                marks_names = block.marks_names = True
            block.starts_paragraph |= line.startswith(("# newdoc", "# newpar"))
            if line.startswith("# newdoc id = "):
                block.document = line.removeprefix("# newdoc id = ")
        else:
            _take_row(block, line.split("\t"))
    if block.rows:
        yield block


def _take_row(block: _Block, row: list[str]) -> None:
    number = row[0]
    if "-" in number:
        first, last = (int(part) - 1 for part in number.split("-"))
        block.joined.append((first, last, "SpaceAfter=No" not in row[9]))
    elif "." not in number:
        block.rows.append(row)


def _sentence(block: _Block) -> Sentence:
    rows = block.rows
    spaces = ["SpaceAfter=No" not in row[9] for row in rows]
    for first, last, space in block.joined:
        spaces[first : last + 1] = [False] * (last - first) + [space]
    words = tuple(_word(index, row, space) for index, (row, space) in enumerate(zip(rows, spaces, strict=True)))
    names = tuple(gum_names(words, [row[9] for row in rows])) if block.marks_names else None
    return Sentence(words, names, block.starts_paragraph, document=block.document)


def _word(index: int, row: list[str], space: bool) -> Word:
    features = [pair for pair in row[5].split("|") if pair.split("=")[0] in KEPT_FEATURES]
    head = int(row[6]) - 1 if row[6] != "0" else index
    dep = "ROOT" if row[7] == "root" else MERGED_RELATIONS.get(row[7], row[7])
    return Word(row[1], space, row[4], row[3], "|".join(features), row[2], head, dep)
