"""Sentences composed of a subject and several clauses: `X praised A, condemned B and called on C to do D`.

Reports on states tell most of what was done in one meeting as such a list. The treebanks have hardly any (51 commas
before a joined verb in the past), and a parser that learnt from them alone takes every other list apart wrongly.
Subjects and clauses are our own (`subjects.txt`, `clauses.txt`); each is parsed alone, where a parser seldom errs, is
left out where the parse is not of the shape expected, and is joined with others as Universal Dependencies has it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from dostyk.language.lemmas import table
from training.officials import Officials
from training.parts import Part, joined, put_in, without_last_comma, word
from training.pool import TITLE_ENDS, Pool
from training.sentence import Sentence, Word
from training.templates import filling

Parse = Callable[[Iterable[str]], Iterator[Doc]]

HERE = Path(__file__).parent
OPENINGS = (
    "On Tuesday|On Friday|In {T}|In {S}|During the meeting|During the talks|During his visit|At the meeting|"
    "At the ceremony|After the talks|At a press conference in {T}|At the end of the visit|In a statement|Last week|"
    "Earlier this month|In a telephone conversation with {N}|"
    "After talks with {N}|During a meeting with {N}|Together with {N}|In the {D} capital|On the sidelines of the summit"
).split("|")
PAPERS = "The agreement|The memorandum|The protocol|The declaration|The document|The treaty|The contract".split("|")
SIGNED = (
    "was signed by {N}|was signed by {N} in {T}|was signed in {T} by {N}|was signed on Monday by {N}|"
    "was initialled by {N}|was adopted by {N}|was discussed by {N}"
).split("|")
SOMEBODY = "Maria"  # stands for a phrase of `officials.py` while a clause is parsed alone
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LONGEST = 18  # words of a part
LOWERED = frozenset("The Both They He She".split())
_SLOT = re.compile(r"\{([PFSTDJN])\}")


def sentences(pool: Pool, parse: Parse, most: int, seed: int) -> Iterator[Sentence]:
    """At most `most` sentences, each one to four clauses long, seeded; `parse` reads plain sentences."""
    rng = random.Random(seed)
    make = Officials(pool, rng)

    def parts(lines: Sequence[str], frame: str, cut: Callable[[Span], Part | None]) -> list[Part]:
        filled = (_SLOT.sub(lambda slot: _filled(slot[1], pool, rng), rng.choice(lines)) for _ in range(most))
        found = (cut(doc[:]) for doc in parse(frame.format(line) for line in filled))
        return [part for part in found if part is not None]

    clauses = parts(_lines("clauses.txt"), "They {}.", _clause)
    signings = parts(SIGNED, "They {}.", _clause)
    subjects = parts(_lines("subjects.txt"), "{} spoke.", _subject)
    openings = parts(OPENINGS, "{}, they spoke.", _opening)

    def named(part: Part) -> Part:
        return put_in(part, SOMEBODY, make.phrase())

    for _ in range(most):
        told = [named(clause) for clause in rng.sample(clauses, 5)]
        subject = make.phrase() if rng.random() < 0.5 else rng.choice(subjects)
        if rng.random() < 0.08:
            told, subject = [named(rng.choice(signings))], _paper(rng.choice(PAPERS))
        yield _composed(subject, told, named(rng.choice(openings)), rng)


def _filled(kind: str, pool: Pool, rng: random.Random) -> str:
    return SOMEBODY if kind == "N" else filling(kind, pool, rng)


def _paper(name: str) -> Part:
    first, last = name.split()
    return joined([word(first, "DT", "DET", "det", 1), word(last, "NN", "NOUN", "", None, "Number=Sing")])


def _lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _clause(found: Span) -> Part | None:
    verb, passive = found.root, found[1].dep_ == "aux:pass"
    if verb.i != found.start + (2 if passive else 1) or found[0].head != verb or _whole(found) is None:
        return None
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    if any(t.dep_ in ("parataxis", "aux") or (t.dep_ == "conj" and t.head == verb) for t in found):
        return None
    part = _cut(found[1:-1], verb.i, "conj")
    if part is None or passive:
        return part
    return replace(part, words=(replace(part.words[0], tag="VBD", morph=_PAST), *part.words[1:]))


def _subject(found: Span) -> Part | None:
    verb = found[-2]
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    if verb.text != "spoke" or verb.dep_ != "ROOT" or len(subjects) != 1 or _whole(found) is None:
        return None
    return _cut(found[:-2], subjects[0].i, "nsubj")


def _opening(found: Span) -> Part | None:
    verb = found[-2]
    fronted = [t for t in verb.children if t.dep_.startswith("obl") and t.i < verb.i]
    if verb.text != "spoke" or verb.dep_ != "ROOT" or len(fronted) != 1 or _whole(found) is None:
        return None
    return _cut(found[:-4], fronted[0].i, fronted[0].dep_)


_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


def _whole(found: Span) -> Span | None:
    """The text as it is where it is one sentence that ends in its full stop."""
    return found if found.root.sent.end == found.end and found[-1].text == "." else None


def _cut(words: Span, top: int, dep: str) -> Part | None:
    """These words as a part; None where one of them but `top` hangs on a word outside."""
    if any(t.i != top and not words.start <= t.head.i < words.end for t in words):
        return None
    if len(words) > LONGEST or any(_title_astray(t) for t in words):
        return None
    heads = [(t if t.i == top else t.head).i - words.start for t in words]
    made = (Word(t.text, bool(t.whitespace_), t.tag_, t.pos_, str(t.morph), "", head, t.dep_)
            for t, head in zip(words, heads, strict=True))  # fmt: skip
    return Part(tuple(made), top - words.start, dep)


def _title_astray(token: Token) -> bool:
    """True for a title before a name that was not put below the name."""
    name = token.nbor(1) if token.i + 1 < len(token.doc) else None
    titled = token.text in TITLE_ENDS and name is not None and name.tag_ == "NNP"
    return titled and token.dep_ not in ("nmod:desc", "compound", "amod")


def _composed(subject: Part, clauses: Sequence[Part], opening: Part, rng: random.Random) -> Sentence:
    parts: list[Part] = []
    if rng.random() < 0.25:
        opening = without_last_comma(opening)
        parts += [opening, word(",", ",", "PUNCT", "punct", 0)]
        if subject.words[0].text in LOWERED:
            first = replace(subject.words[0], text=subject.words[0].text.lower())
            subject = replace(subject, words=(first, *subject.words[1:]))
    elif subject.words[0].text.islower():
        first = replace(subject.words[0], text=subject.words[0].text.capitalize())
        subject = replace(subject, words=(first, *subject.words[1:]))
    at = len(parts)
    parts.append(subject)
    if rng.random() < 0.12 and 1 < len(subject.words) < 5 and clauses[-1].top == 0:
        relative = len(parts) + 2
        parts += [word(",", ",", "PUNCT", "punct", relative),
                  word("who", "WP", "PRON", "nsubj", relative, "PronType=Rel"),
                  replace(without_last_comma(clauses[-1]), dep="acl:relcl", governor=at),
                  word(",", ",", "PUNCT", "punct", relative)]  # fmt: skip
    told = clauses[: rng.choice((1, 2, 2, 3, 3, 3, 4))]
    known = all(clause.words[0].text in table() and clause.top == 0 for clause in told)
    future = rng.choice(("will", "will", "is expected to")) if known and rng.random() < 0.2 else None
    root = _add_verbs(parts, told, future, rng)
    passive = future == "is expected to" or told[0].top > 0
    parts[at] = replace(subject, dep="nsubj:pass" if passive else "nsubj", governor=root)
    if at:
        parts[0] = replace(opening, governor=root)
    parts[-1] = without_last_comma(parts[-1])
    parts.append(word(".", ".", "PUNCT", "punct", root))
    return Sentence(joined(parts).words)


def _add_verbs(parts: list[Part], clauses: Sequence[Part], future: str | None, rng: random.Random) -> int:
    """Adds the list of clauses, joined, with a day here and there; the number of the part that is the root."""
    day = rng.random()
    if day < 0.12:
        parts += _day(len(parts) + 1, rng)
    if future == "is expected to":
        root = len(parts) + 1
        parts += [word("is", "VBZ", "AUX", "aux:pass", root, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
                  word("expected", "VBN", "VERB", "ROOT", None, "Tense=Past|VerbForm=Part|Voice=Pass"),
                  word("to", "TO", "PART", "mark", root + 2)]  # fmt: skip
        first = replace(clauses[0], dep="xcomp", governor=root)
    else:
        if future:
            parts.append(word("will", "MD", "AUX", "aux", len(parts) + 1, "VerbForm=Fin"))
        root = len(parts)
        first = replace(clauses[0], dep="ROOT", governor=None)
    head = len(parts)
    parts.append(_bare(first) if future else first)
    if 0.12 <= day < 0.24:
        parts += _day(head, rng)
    comma_last = rng.random() < 0.4
    for number, clause in enumerate(clauses[1:], 2):
        last = number == len(clauses)
        comma, joiner = not last or (comma_last and number > 2) or (last and rng.random() < 0.1), last
        parts[-1] = without_last_comma(parts[-1]) if comma else parts[-1]
        here = len(parts) + comma + joiner
        if comma:
            parts.append(word(",", ",", "PUNCT", "punct", here))
        if joiner:
            parts.append(word("and", "CC", "CCONJ", "cc", here))
        parts.append(replace(_bare(clause) if future else clause, dep="conj", governor=head))
    return root


def _day(governor: int, rng: random.Random) -> list[Part]:
    day = word(rng.choice(DAYS), "NNP", "PROPN", "obl:unmarked", governor, "Number=Sing")
    if rng.random() < 0.3:
        return [day]
    return [Part((Word("on", True, "IN", "ADP", "", "", 1, "case"), replace(day.words[0], head=1)), 1, "obl", governor)]


def _bare(clause: Part) -> Part:
    """The clause with its verb in the infinitive."""
    verb = clause.words[0]
    infinitive = replace(verb, text=table()[verb.text], tag="VB", morph="VerbForm=Inf")
    return replace(clause, words=(infinitive, *clause.words[1:]))
