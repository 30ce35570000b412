"""Lemma tables learnt from the treebanks, for spaCy's rule lemmatizer: known forms, then endings.

The lemmatizer takes the first ending that fits, so the endings are listed longest first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from spacy.lookups import Lookups

from training.sentence import Sentence

INFLECTED = ("VERB", "NOUN", "ADJ", "ADV", "AUX")
LONGEST_ENDING = 6
LEAST_FORMS = 2
UNSETTLED = {"X", "INTJ", "PROPN"}  # lemmas of these are the forms themselves

Lexicon = Mapping[str, Mapping[str, str]]


def lemma_tables(sentences: Iterable[Sentence]) -> Lookups:
    """Tables of exceptions and endings, keyed by part of speech."""
    known = lexicon(sentences)
    tables = Lookups()
    tables.add_table("lemma_index", {})
    tables.add_table("lemma_exc", {pos: {f: [x] for f, x in forms.items()} for pos, forms in known.items()})
    tables.add_table("lemma_rules", {pos.lower(): endings(known.get(pos.lower(), {})) for pos in INFLECTED})
    return tables


def lexicon(sentences: Iterable[Sentence]) -> Lexicon:
    """The commonest lemma of every lower-case form, by lower-case part of speech."""
    counted: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for word in sentence.words:
            if word.pos not in UNSETTLED and word.lemma != "_":
                for form in {word.text.lower(), word.text.lower().replace("'", "’")}:
                    counted[word.pos.lower()][form][word.lemma] += 1
    return {
        pos: {form: lemmas.most_common(1)[0][0] for form, lemmas in sorted(forms.items())}
        for pos, forms in counted.items()
    }


def endings(forms: Mapping[str, str]) -> list[list[str]]:
    """Pairs of old and new ending, longest first, each deciding otherwise than the next shorter one."""
    votes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, lemma in forms.items():
        change = _change(form, lemma)
        if change is not None and form.isalpha():
            for length in range(change[0], min(LONGEST_ENDING, len(form) - 1) + 1):
                votes[form[len(form) - length :]][change] += 1
    settled: dict[str, tuple[int, str]] = {}
    for ending in sorted(votes, key=len):
        change, count = votes[ending].most_common(1)[0]
        shorter = next((settled[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in settled), None)
        if count >= LEAST_FORMS and change != shorter and change[0] <= len(ending):
            settled[ending] = change
    ordered = sorted(settled, key=lambda ending: (-len(ending), ending))
    return [[ending, ending[: len(ending) - settled[ending][0]] + settled[ending][1]] for ending in ordered]


def _change(form: str, lemma: str) -> tuple[int, str] | None:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    cut = len(form) - shared
    return (cut, lemma[shared:]) if shared >= 2 and cut <= 4 else None
