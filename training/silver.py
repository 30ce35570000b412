"""Names marked by rule in the open reports: only what is sure, in either direction.

People behind titles, known states and towns, and bodies, instruments and events that say what they
are ("… Ministry", "Treaty on …"). Words in small letters are no names. Other capitals stay open: the
recogniser is neither rewarded nor punished there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training.pool import TITLE_ENDS, Pool, titled_spans
from training.reports import paragraphs
from training.sentence import Sentence, Word

MOST_TOKENS = 120
TITLE_CASE = 0.5  # paragraphs with more capitals than this are headings or lists
_CAPITAL = r"[A-Z][\w’\-]*"
_RUN = rf"{_CAPITAL}(?: (?:(?:of|and|for|the|de|on) )*{_CAPITAL}){{0,6}}"
_BODY = (
    "Ministry Department University Parliament Party Bank Council Organization Organisation Association Commission "
    "Corporation Company Inc Ltd Institute Agency Authority Congress Senate Assembly Committee Court Foundation "
    "Union League Embassy Fund Court Alliance Airlines Airways Academy College Board"
)
_BODY_OF = (
    "Ministry|Department|University|Bank|Embassy|Commission|Organization|Association|Council|Chamber|House|Office"
)
_ACRONYM = (
    "NATO ASEAN UN EU WHO IMF APEC OECD WTO UNESCO UNICEF FBI CIA USAID OPEC OSCE IAEA CARICOM ECOWAS FEMA CDC NASA "
    "EPA FDA AUKUS G7 G20 BRICS SCO ICRC UNHCR ILO FAO UNDP BBC CNN"
)
_INSTRUMENT = "Agreement Treaty Convention Protocol Charter Accord Accords Declaration Act Constitution Covenant Pact"
_EVENT = "Summit Games Conference Forum War Olympics Cup Dialogue Festival Expo"
RULES = (
    ("ORG", re.compile(rf"\b(?:{_BODY_OF}) of (?:the )?{_RUN}")),
    ("WORK", re.compile(rf"\b(?:Treaty|Agreement|Convention|Protocol|Declaration) (?:of|on|for) (?:the )?{_RUN}")),
    ("WORK", re.compile(rf"\b{_CAPITAL}(?: (?:and )?{_CAPITAL}){{0,5}} (?:{'|'.join(_INSTRUMENT.split())})\b(?! of)")),
    ("EVENT", re.compile(rf"\b(?:\d{{4}} )?{_CAPITAL}(?: {_CAPITAL}){{0,5}} (?:{'|'.join(_EVENT.split())})\b(?! of)")),
    ("ORG", re.compile(rf"\b{_CAPITAL}(?: (?:and )?{_CAPITAL}){{0,5}} (?:{'|'.join(_BODY.split())})\b(?! of)")),
    ("ORG", re.compile(rf"\b(?:{'|'.join(_ACRONYM.split())}|United Nations|European Union|White House)\b|\bU\.N\.")),
)  # fmt: skip
ONE_PERSON_KEPT = 0.2
LEADING = set("The This That A An Our In At And As For With On His Her Its Now When If But".split())


def silver(folder: Path, pool: Pool, nlp: Language, most: int, seed: int) -> list[Sentence]:
    """At most `most` paragraphs of the reports that hold a titled person or a rule's name."""
    places = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in _longest_first(pool))})\b")
    rng = random.Random(seed)
    chosen = [text for text in paragraphs(folder) if not _is_heading(text) and _tells(text, rng)]
    rng.shuffle(chosen)
    marked = (_marked(nlp.make_doc(text), places) for text in chosen[: 2 * most])
    return [sentence for sentence in marked if sentence is not None][:most]


def _tells(text: str, rng: random.Random) -> bool:
    """Whether it names a person; texts that name one person only are mostly about the same president."""
    people = {text[start:end] for start, end in titled_spans(text)}
    return len(people) > 1 or (len(people) == 1 and rng.random() < ONE_PERSON_KEPT)


def _longest_first(pool: Pool) -> list[str]:
    towns = [town for town in pool.towns if len(town) > 4]
    return sorted([*pool.states, *towns, "United States", "U.S.", "Washington", "America"], key=len, reverse=True)


def _is_heading(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) < 8 or sum(word[0].isupper() for word in words) > TITLE_CASE * len(words)


def _marked(doc: Doc, places: re.Pattern[str]) -> Sentence | None:
    if len(doc) > MOST_TOKENS:
        return None
    found: list[tuple[int, int, str]] = []
    taken = [False] * len(doc)
    for start, end, label in _candidates(doc.text, places):
        span = doc.char_span(start, end)
        while span is not None and len(span) > 1 and (span[0].text in LEADING):
            span = span[1:]
        if span is not None and not any(taken[span.start : span.end]):
            found.append((span.start, span.end, label))
            taken[span.start : span.end] = [True] * len(span)
    found += _open_runs(doc, taken)
    words = tuple(Word(token.text, bool(token.whitespace_)) for token in doc)
    return Sentence(words, tuple(sorted(found)), has_syntax=False)


def _candidates(text: str, places: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    people = [(start, end) for start, end in titled_spans(text)]
    for start, end in people:
        yield start, end, "PERSON"
    for label, rule in RULES:
        for match in rule.finditer(text):
            yield match.start(), match.end(), label
    for match in places.finditer(text):
        beside = text[match.end() : match.end() + 2]
        if not re.match(r"[-–]\w| [A-Z]", beside) and not re.search(r"[A-Z][\w’]*[ \-]$", text[: match.start()]):
            yield match.start(), match.end(), "PLACE"


def _open_runs(doc: Doc, taken: list[bool]) -> Iterable[tuple[int, int, str]]:
    for token in doc:
        first = token.i == 0 or doc[token.i - 1].text in {".", "!", "?", "“", '"', ":"}
        plain = token.text in TITLE_ENDS or token.text == "I" or (first and token.is_stop)
        unsure = token.text[:1].isupper() and not plain
        if unsure and not taken[token.i]:
            yield token.i, token.i + 1, ""
