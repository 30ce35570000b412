"""Sentences made from templates of our own and the pool of names."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from training.pool import Pool
from training.sentence import Sentence, Word

TEMPLATES = Path(__file__).with_name("templates.txt")
JOBS = (
    "President|Prime Minister|Foreign Minister|FM|PM|Vice President|Deputy Prime Minister|Deputy Foreign Minister|"
    "State President|Minister of Defence|Minister of Foreign Affairs|Foreign Affairs Minister|Defence Minister|"
    "Minister of Industry and Trade|External Affairs Minister|Premier|Chancellor|Ambassador|Special Envoy|Speaker|"
    "Secretary of State|General|Minister|Senator|Vice Chairman|Party General Secretary|Head of State|Party chief"
).split("|")
PEOPLES = (
    "Vietnamese Kazakh Chinese Russian Indian Japanese Korean Lao Cambodian Thai Malaysian Indonesian Australian "
    "British French German Italian Spanish Polish Ukrainian Turkish Iranian Iraqi Saudi Egyptian Ethiopian Kenyan "
    "Rwandan Nigerian Angolan Brazilian Argentine Mexican Cuban Canadian American Uzbek Kyrgyz Pakistani Swiss Dutch"
).split()
_SLOT = re.compile(r"\{([PFSTDJ])\}|\[([A-Z]+) ([^\]]+)\]")

Split = Callable[[str], list[Word]]


def sentences(pool: Pool, split: Split, most: int, seed: int) -> Iterator[Sentence]:
    """`most` sentences, each a template with its slots filled at random."""
    rng = random.Random(seed)
    lines = [line for line in TEMPLATES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for _ in range(most):
        yield _filled(rng.choice(lines), pool, split, rng)


def _filled(line: str, pool: Pool, split: Split, rng: random.Random) -> Sentence:
    text, marks, done = "", [], 0
    for slot in _SLOT.finditer(line):
        text += line[done : slot.start()]
        label, filling = _filling(slot, pool, rng)
        marks.append((len(text), len(text) + len(filling), label))
        text += filling
        done = slot.end()
    words = tuple(split(text + line[done:]))
    bounds = [0]
    for word in words:
        bounds.append(bounds[-1] + len(word.text) + word.space)
    starts = {offset: index for index, offset in enumerate(bounds[:-1])}
    ends = {offset + len(word.text): i + 1 for i, (offset, word) in enumerate(zip(bounds, words, strict=False))}
    names = [(starts[a], ends[b], label) for a, b, label in marks if label and a in starts and b in ends]
    return Sentence(words, tuple(names), has_syntax=False)


def _filling(slot: re.Match[str], pool: Pool, rng: random.Random) -> tuple[str, str]:
    if slot[1] is None:
        return slot[2], slot[3]
    return _LABELS.get(slot[1], ""), filling(slot[1], pool, rng)


def filling(kind: str, pool: Pool, rng: random.Random) -> str:
    """A random name or word for a slot: a person P, a family name F, a state S, a town T, a people D, a title J."""
    if kind == "F":
        return rng.choice(pool.people).split()[-1]
    return rng.choice({"P": pool.people, "S": pool.states, "T": pool.towns, "D": PEOPLES, "J": JOBS}[kind])


_LABELS = {"P": "PERSON", "F": "PERSON", "S": "PLACE", "T": "PLACE"}
