"""Parts of made-up sentences, with their trees, and how several become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from training.sentence import Word

CLOSING = (",", ".", "'s")  # what stands right behind the word before it


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together; heads count from their first word, `top` is the one that hangs on another part."""

    words: tuple[Word, ...]
    top: int
    dep: str
    governor: int | None = None  # which part of the sentence; None for its root


def word(text: str, tag: str, pos: str, dep: str, governor: int | None, morph: str = "") -> Part:
    """A part of one word."""
    return Part((Word(text, True, tag, pos, morph, "", 0, dep),), 0, dep, governor)


def put_in(part: Part, text: str, phrase: Part) -> Part:
    """The part with a phrase in the place of the word `text`; as it is without that word."""
    place = next((index for index, one in enumerate(part.words) if one.text == text), None)
    if place is None:
        return part
    longer = len(phrase.words) - 1
    moved = [index if index < place else place + phrase.top if index == place else index + longer
             for index in range(len(part.words))]  # fmt: skip
    outer = [replace(one, head=moved[one.head]) for one in part.words]
    inner = [replace(one, head=one.head + place) for one in phrase.words]
    inner[phrase.top] = replace(inner[phrase.top], head=moved[part.words[place].head], dep=part.words[place].dep)
    inner[-1] = replace(inner[-1], space=part.words[place].space)
    return replace(part, words=(*outer[:place], *inner, *outer[place + 1 :]), top=moved[part.top])


def without_last_comma(part: Part) -> Part:
    """The part without a comma at its end, which closes an apposition."""
    return replace(part, words=part.words[:-1]) if part.words[-1].text == "," else part


def joined(parts: Sequence[Part]) -> Part:
    """One part of several, in their order; its top is that of the part without a governor."""
    offsets = [sum(len(part.words) for part in parts[:number]) for number in range(len(parts))]
    words: list[Word] = []
    for number, part in enumerate(parts):
        for index, word in enumerate(part.words):
            head, dep = word.head + offsets[number], word.dep
            if index == part.top:
                dep = part.dep
                above = number if part.governor is None else part.governor
                head = offsets[above] + parts[above].top
            words.append(replace(word, space=True, head=head, dep=dep) if index + 1 == len(part.words) else
                         replace(word, head=head, dep=dep))  # fmt: skip
    spaced = [replace(word, space=word.space and nxt.text not in CLOSING) for word, nxt in pairwise(words)]
    root = next(number for number, part in enumerate(parts) if part.governor is None)
    return Part((*spaced, words[-1]), offsets[root] + parts[root].top, parts[root].dep)
