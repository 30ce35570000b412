"""Lemma tables learnt from the treebanks, for spaCy's rule lemmatizer: known forms, then endings.

The lemmatizer takes the first ending that fits, so the endings are listed longest first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from spacy.lookups import Lookups

from training.sentence import Sentence

INFLECTED = ("VERB", "NOUN", "ADJ", "ADV", "AUX")
LONGEST_ENDING = 6
LEAST_FORMS = 2
# Base, past and participle of verbs whose forms no ending tells; most are too rare for the treebanks.
IRREGULAR = """
arise arose arisen; befall befell befallen; beset beset beset; bid bade bidden; bind bound bound; bleed bled bled;
breed bred bred; broadcast broadcast broadcast; cling clung clung; creep crept crept; dig dug dug; flee fled fled;
fling flung flung; forbid forbade forbidden; forego forewent foregone; foresee foresaw foreseen; foretell foretold
foretold; forgo forwent forgone; forsake forsook forsaken; freeze froze frozen; grind ground ground; hide hid hidden;
kneel knelt knelt; lay laid laid; lead led led; leap leapt leapt; mislead misled misled; overcome overcame overcome;
override overrode overridden; oversee oversaw overseen; overthrow overthrew overthrown; partake partook partaken;
rebuild rebuilt rebuilt; rend rent rent; retake retook retaken; seek sought sought; shake shook shaken; shrink shrank
shrunk; sing sang sung; sink sank sunk; slay slew slain; sow sowed sown; spring sprang sprung; steal stole stolen;
stride strode stridden; strive strove striven; swear swore sworn; sweep swept swept; swing swung swung; tear tore torn;
undergo underwent undergone; underlie underlay underlain; undertake undertook undertaken; uphold upheld upheld; weave
wove woven; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; wring wrung wrung
"""
UNSETTLED = {"X", "INTJ", "PROPN"}  # lemmas of these are the forms themselves

Lexicon = dict[str, dict[str, str]]


def lemma_tables(sentences: Iterable[Sentence], words: Sequence[str] = ()) -> Lookups:
    """Tables of exceptions and endings, keyed by part of speech; `words` are known ones, commonest first."""
    known = lexicon(sentences)
    for pos, guess in (("verb", verb_lemmas), ("noun", noun_lemmas)):
        known[pos] = {**_supported(words, guess), **known.get(pos, {})}
    for verb in IRREGULAR.split(";"):
        base, past, participle = verb.split()
        known["verb"].update({past: base, participle: base})
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


def verb_lemmas(form: str) -> Iterator[str]:
    """What a form in -ed or -ing may come from, spelling rules only."""
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            yield from (f"{stem}e", stem)
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem[-1] == "i" and ending == "ed":
                yield f"{stem[:-1]}y"


def noun_lemmas(form: str) -> Iterator[str]:
    """What a form in -s may be the plural of."""
    if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")):
        yield form[:-1]
        if form.endswith("es"):
            yield form[:-2]
        if form.endswith("ies"):
            yield f"{form[:-3]}y"


def _supported(words: Sequence[str], guess: Callable[[str], Iterator[str]]) -> dict[str, str]:
    """Forms whose guessed lemma is itself a known word; of several, the commonest."""
    rank = {word: place for place, word in enumerate(words) if word.isalpha()}
    found = {form: [lemma for lemma in guess(form) if lemma in rank] for form in rank}
    return {form: min(lemmas, key=rank.__getitem__) for form, lemmas in found.items() if lemmas}


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
