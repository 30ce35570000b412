"""The language of a report, and which reports are kept and searched but not read for claims."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dostyk.model import Problem, Report

READ_LANGUAGES = frozenset({"en"})
LONGEST = 400_000  # code points; the parser needs about 4 KB of memory for each
# English words that no other language shares often. One word in five of news is among them.
_ENGLISH = frozenset(
    "the of and that with was were has have had for from by which their they said this its his would been will are it"
    " at an who".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_LEAST_SHARE = 0.1
_LATIN_ENDS = "\u0250"
_LEAST_WORDS, _LEAST_SURE = 4, 0.6


def recognise(text: str) -> str:
    """The language of a text as a two-letter code; empty where it is too short to tell."""
    # The beginning may be a headline or a form in another language, so the middle is looked at too.
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE] if len(text) > _SAMPLE else text
    words = _WORD.findall(sample.lower())
    letters = "".join(words)
    if letters and sum(letter < _LATIN_ENDS for letter in letters) < len(letters) / 2:
        return str(_identifier().classify(sample)[0])  # whatever it is, it is none of those that are read
    if len(words) < _LEAST_WORDS:
        return ""
    if sum(word in _ENGLISH for word in words) >= _LEAST_SHARE * len(words):
        return "en"
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= _LEAST_SURE else ""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)  # type: ignore[no-untyped-call]


def why_not_read(report: Report) -> Problem | None:
    """Why a report is kept without claims: its language is not read, or it is too long; None where it is to be read."""
    if report.language not in READ_LANGUAGES:
        return Problem(
            report.id,
            "language-not-read",
            f"{report.path or report.name}: its language is {report.language!r}, which is not read; it is kept and"
            " found by search; read a translation into English",
        )
    if len(report.text) > LONGEST:
        return Problem(
            report.id,
            "too-long-to-read",
            f"{report.path or report.name}: its text has {len(report.text):,} characters, more than {LONGEST:,}; it is"
            " kept and found by search; split it to have it read",
        )
    return None
