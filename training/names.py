"""Names: from GUM's nested mentions and CrossNER's tags to the six labels of dostyk's name recogniser."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.pool import TITLE_ENDS
from training.sentence import Sentence, Word

GUM_LABELS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "PLACE",
    "event": "EVENT",
    "abstract": "WORK",
    "object": "WORK",
}
CROSSNER_LABELS = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "election": "EVENT",
    "event": "EVENT",
    "country": "PLACE",
    "location": "PLACE",
    "misc": "",  # peoples, laws, languages and books alike: no evidence for or against any label
}
LINKS = {"of", "the", "and", "for", "de", "la", "al", "bin", "van", "von", "du", "del", "on", "in", "to", "&"}
LINKS |= {"-", "–", "'s", "’s", "/"}
NO_SPACE_BEFORE = {",", ".", ";", ":", ")", "]", "}", "!", "?", "%", "'"}
PERSON_STOPS = {"of", "the", "and", "for", "on", "in", "to", "&", "'s", "’s", "/"}
TITLE_WORDS = {*TITLE_ENDS, "Vice", "Prime", "Deputy", "First"}
_BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")

Name = tuple[int, int, str]


def gum_names(words: Sequence[Word], misc: Sequence[str]) -> list[Name]:
    """Names among GUM's mentions: those whose head is a proper noun, cut down to the name itself."""
    found: list[Name] = []
    taken = [False] * len(words)
    for start, end, kind in sorted(_mentions(misc), key=lambda mention: mention[0] - mention[1]):
        label = GUM_LABELS.get(kind)
        core = _core(words, start, end, label) if label else None
        if label and core and not any(taken[core[0] : core[1]]):
            found.append((*core, label))
            taken[core[0] : core[1]] = [True] * (core[1] - core[0])
    return sorted(found)


def _mentions(misc: Sequence[str]) -> Iterator[Name]:
    opened: list[tuple[str, int, str]] = []
    for index, column in enumerate(misc):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for number, kind, at_once, closed in _BRACKET.findall(entity):
            if at_once:
                yield index, index + 1, kind
            elif number:
                opened.append((number, index, kind))
            else:
                match = next((item for item in reversed(opened) if item[0] == closed), None)
                if match is not None:
                    opened.remove(match)
                    yield match[1], index + 1, match[2]


def _core(words: Sequence[Word], start: int, end: int, label: str) -> tuple[int, int] | None:
    head = next((i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i), start)
    people = label == "PERSON" and words[head].tag == "NNPS"  # "Americans" are nobody in particular
    if words[head].pos != "PROPN" or people:
        return None
    stops = PERSON_STOPS if label == "PERSON" else set()
    left, right = head, head + 1
    while left > start and _belongs(words, left - 1, stops):
        left -= 1
    while right < end and _belongs(words, right, stops):
        right += 1
    while left < head and not _is_name_word(words[left]):
        left += 1
    while right > head + 1 and not _is_name_word(words[right - 1]):
        right -= 1
    while label == "PERSON" and left < right and words[left].text.strip(".") in TITLE_WORDS:
        left += 1
    return (left, right) if left < right else None


def _belongs(words: Sequence[Word], index: int, stops: set[str]) -> bool:
    word = words[index]
    if word.text.lower() in stops or (stops and word.dep == "nmod:desc"):
        return False
    return _is_name_word(word) or word.text.lower() in LINKS


def _is_name_word(word: Word) -> bool:
    return word.pos in ("PROPN", "NUM") or (word.text[:1].isupper() and word.pos != "PRON")


def read_crossner(path: Path) -> Iterator[Sentence]:
    """Sentences of a gzipped CrossNER file: names only, no syntax, spaces as English sets them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[tuple[str, str]] = []
        for line in [*lines, ""]:
            text, _, mark = line.rstrip("\n").partition("\t")
            if text:
                rows.append((text, mark))
            elif rows:
                words = _spaced([text for text, _ in rows])
                yield Sentence(words, tuple(_crossner_names([mark for _, mark in rows])), has_syntax=False)
                rows = []


def _crossner_names(marks: Sequence[str]) -> Iterator[Name]:
    start, label = 0, ""
    for index, mark in enumerate([*marks, "O"]):
        if label and not (mark.startswith("I-") and mark[2:] == label):
            yield start, index, CROSSNER_LABELS[label]
            label = ""
        if mark != "O" and not label:
            start, label = index, mark[2:]


def _spaced(texts: Iterable[str]) -> tuple[Word, ...]:
    listed = list(texts)
    inside_quotes = False
    words = []
    for text, following in zip(listed, [*listed[1:], ""], strict=True):
        closes_next = following in NO_SPACE_BEFORE or following.startswith(("'s", "n't", "’s"))
        if text == '"':
            inside_quotes = not inside_quotes
        opens = text in "([{$£" or (text == '"' and inside_quotes)
        ends_quote = following == '"' and inside_quotes
        words.append(Word(text, bool(following) and not (closes_next or opens or ends_quote)))
    return tuple(words)
