"""Noun phrases for officials, with their trees, as reports on states have them and treebanks hardly do.

`Kenyan President X`, `the Czech foreign minister, Y`, `X and his Finnish counterpart Y`, `X, Y and Z` with titles: the
two treebanks have 57 titles before names, and a parser that learnt from them alone cuts such phrases apart.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from training.parts import Part, joined, word
from training.pool import Pool
from training.sentence import Word
from training.templates import PEOPLES

TITLES = Path(__file__).with_name("titles.txt")
PLAIN = "president|prime minister|foreign minister|interior minister|ambassador|defence minister|envoy".split("|")
MODIFIER = {"foreign": ("JJ", "ADJ", "amod"), "prime": ("JJ", "ADJ", "amod")}
PARTS_OF_SPEECH = {"NNP": "PROPN", "NNPS": "PROPN", "IN": "ADP", "DT": "DET", "CC": "CCONJ"}
NUMBERS = {"NNP": "Number=Sing", "NNPS": "Number=Plur", "NN": "Number=Sing", "NNS": "Number=Plur"}


@dataclass(frozen=True)
class Officials:
    """Makes phrases from a pool of names, at random; every phrase is a part whose relation is still open."""

    pool: Pool
    rng: random.Random

    @cached_property
    def titles(self) -> list[Part]:
        """Titles of `titles.txt`, each a part below a name."""
        lines = TITLES.read_text("utf-8").splitlines()
        return [_title(line) for line in lines if line and not line.startswith("#")]

    @cached_property
    def people(self) -> list[str]:
        """Names without hyphens and apostrophes, which are one word each in every tokeniser."""
        return [name for name in self.pool.people if name.replace(" ", "").isalpha()]

    @cached_property
    def states(self) -> list[str]:
        """States named in one word."""
        return [name for name in self.pool.states if name.isalpha()]

    def name(self, full: float = 0.85) -> Part:
        """A person's name, its first word on top."""
        names = self.rng.choice(self.people).split()
        if self.rng.random() > full:
            names = names[-1:]
        words = (Word(text, True, "NNP", "PROPN", "Number=Sing", "", 0, "flat") for text in names)
        return Part(tuple(words), 0, "")

    def titled(self) -> Part:
        """`Kenyan President X`, `Kenya's President X`, `President X`, `X`."""
        name, title, kind = self.name(), self.rng.choice(self.titles), self.rng.random()
        if kind < 0.1:
            return name
        if kind < 0.4:
            return joined([replace(title, governor=1), name])
        if kind < 0.55:
            state = word(self.rng.choice(self.states), "NNP", "PROPN", "nmod:poss", 3, "Number=Sing")
            own = word("'s", "POS", "PART", "case", 0)
            return joined([state, own, replace(title, governor=3), name])
        people = word(self.rng.choice(PEOPLES), "JJ", "ADJ", "amod", 1, "Degree=Pos")
        return joined([people, replace(title, governor=2), name])

    def office(self, owner: str = "the") -> Part:
        """`the Czech foreign minister`, `his Finnish counterpart`."""
        first = word(owner, *_OWNERS[owner][:2], _OWNERS[owner][2], 2, _OWNERS[owner][3])
        people = word(self.rng.choice(PEOPLES), "JJ", "ADJ", "amod", 2, "Degree=Pos")
        named = "counterpart" if owner != "the" else self.rng.choice(PLAIN)
        *before, last = named.split()
        parts = [first, people]
        noun = word(last, "NN", "NOUN", "", None, "Number=Sing")
        if before:
            tag, pos, dep = MODIFIER.get(before[0], ("NN", "NOUN", "compound"))
            noun = joined([word(before[0], tag, pos, dep, 1), noun])
        return joined([*parts, noun])

    def counterpart(self) -> Part:
        """`his Finnish counterpart X`, or without a name."""
        office = self.office(self.rng.choice(("his", "his", "her", "their")))
        return office if self.rng.random() < 0.25 else joined([office, replace(self.name(), dep="appos", governor=0)])

    def apposed(self) -> Part:
        """`X, the Czech foreign minister,` or `the Czech foreign minister, X,`."""
        first, second = self.name(1.0), self.office()
        if self.rng.random() < 0.4:
            first, second = second, first
        comma = word(",", ",", "PUNCT", "punct", 2)
        return joined([first, comma, replace(second, dep="appos", governor=0), comma])

    def several(self, most: int = 4) -> Part:
        """Two to `most` phrases joined: `X, Y and Z`, `X and his Finnish counterpart Y`."""
        number = self.rng.choice((2, 2, 2, *range(3, most + 1)))
        members = [self.titled() for _ in range(number)]
        if number == 2 and self.rng.random() < 0.6:
            members[1] = self.counterpart()
        return listed(members, self.rng.random() < 0.3)

    def phrase(self) -> Part:
        """One of all these."""
        kind = self.rng.random()
        return self.titled() if kind < 0.5 else self.apposed() if kind < 0.65 else self.several()


_OWNERS = {
    "the": ("DT", "DET", "det", ""),
    "his": ("PRP$", "PRON", "nmod:poss", "Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
    "her": ("PRP$", "PRON", "nmod:poss", "Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
    "their": ("PRP$", "PRON", "nmod:poss", "Number=Plur|Person=3|Poss=Yes|PronType=Prs"),
}


def listed(members: Sequence[Part], comma_last: bool) -> Part:
    """Phrases joined by commas and `and`."""
    parts = [members[0]]
    for number, member in enumerate(members[1:], 2):
        last = number == len(members)
        comma = not last or (comma_last and number > 2)
        here = len(parts) + comma + last
        if comma:
            parts.append(word(",", ",", "PUNCT", "punct", here))
        if last:
            parts.append(word("and", "CC", "CCONJ", "cc", here))
        parts.append(replace(member, dep="conj", governor=0))
    return joined(parts)


def _title(line: str) -> Part:
    words, top = [], 0
    for index, marked in enumerate(line.split()):
        text, tag, dep, head = marked.split("/")
        top = index if head == "0" else top
        above = index if head == "0" else int(head) - 1
        words.append(Word(text, True, tag, PARTS_OF_SPEECH[tag], NUMBERS.get(tag, ""), "", above, dep))
    return Part(tuple(words), top, "nmod:desc")
