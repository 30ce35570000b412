"""A text as a string of word classes, one character a token, with the value and place of each token."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dostyk.language.dates.lexicon import CAPITALISED_ONLY, OTHER, TENS_WORDS, UNITS_WORDS, WORDS, Entry, code

Atom = object
"""A token's value: a number, a word, a decade's first year, or the ready value of what was already read."""

_TOKEN = re.compile(
    r"(?P<iso>(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\d-]))"
    r"|(?P<decade>(?<![\w.,])[12]\d{2}0['’]?s\b)"
    r"|(?P<ordinal>(?<![\w.,])\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)"
    r"|(?P<number>(?<!\w)\d+(?:,\d{3}(?!\d)|[.:/]\d+)*(?!\w))"
    r"|(?P<mixed>\d+\w+)"
    r"|(?P<poss>['’]s?\b)"
    r"|(?P<compound>\b(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‑ ](?i:"
    + "|".join(sorted(UNITS_WORDS, key=len, reverse=True))
    + r")\b)"
    r"|(?P<word>[^\W\d_]+\d*(?:[^\W\d_]\w*)?)"
    r"|(?P<gap>\n[ \t\r]*\n\s*)"
    r"|(?P<mark>[^\w\s])"
)
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?\Z")
_NUMBERED_PART = re.compile(r"([HQ])([1-4])\Z")
_FISCAL = re.compile(r"FY(\d{2}|\d{4})\Z")
_MARKS = {
    "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "−": "DASH", "‐": "DASH", ",": "COMMA",
    ".": "STOP", "/": "SLASH", "$": "MONEY", "€": "MONEY", "£": "MONEY", "¥": "MONEY", "%": "PERCENT", "#": "MONEY",
    "(": "OPEN", ")": "SHUT", "[": "OPEN", "]": "SHUT",
}  # fmt: skip
_MARK_CODES = {mark: code(name) for mark, name in _MARKS.items()}
_DAY, _INT, _YEAR, _ORD, _DECADE = code("DAY"), code("INT"), code("YEAR"), code("ORD"), code("DECADE")
_MONTHNO, _ISO, _NUM, _PAIR, _POSS = code("MONTHNO"), code("ISO"), code("NUMERIC"), code("PAIR"), code("POSS")
_QUARTERS, _FY, _GAP, _FIGURE = code("PERIOD"), code("FY"), code("GAP"), code("FIGURE")
_NOTHING: Entry = (OTHER, None)


@dataclass(slots=True)
class Tokens:
    """Parallel lists: class, value, first and last-plus-one code point of each token."""

    codes: str
    values: list[object]
    starts: list[int]
    ends: list[int]


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens. Never fails: what is no word, number or mark is left out."""
    codes: list[str] = []
    values: list[object] = []
    starts: list[int] = []
    ends: list[int] = []
    words = WORDS
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        found = match.group()
        if kind == "word":
            lower = found.lower()
            entry: tuple[str, object] = words.get(lower, _NOTHING)
            if entry[0] is not OTHER:
                if lower in CAPITALISED_ONLY and found[0] == lower[0]:
                    entry = _NOTHING
            elif found[-1].isdigit():
                entry = _lettered(found)
        elif kind == "mark":
            entry = (_MARK_CODES.get(found, OTHER), None)
        else:
            entry = _figure(kind or "", found)
        codes.append(entry[0])
        values.append(entry[1])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens("".join(codes), values, starts, ends)


def _lettered(found: str) -> tuple[str, object]:
    if match := _NUMBERED_PART.match(found):
        number = int(match[2])
        if match[1] == "Q":
            return _QUARTERS, (number, 4)
        if number <= 2:
            return _QUARTERS, (number, 2)
    if match := _FISCAL.match(found):
        return _FY, int(match[1]) + (2000 if len(match[1]) == 2 else 0)
    return _NOTHING


def _figure(kind: str, found: str) -> tuple[str, object]:
    """The class and value of what begins with a digit, of a possessive, or of a gap between paragraphs."""
    if kind == "number":
        return _number(found)
    if kind == "ordinal":
        return _ORD, int(found[:-2])
    if kind == "compound":
        return _compound(found)
    if kind == "decade":
        return _DECADE, int(found[:4])
    if kind == "iso":
        return _valid_iso(found)
    return {"poss": (_POSS, None), "gap": (_GAP, None)}.get(kind, _NOTHING)


def _number(found: str) -> tuple[str, object]:
    if found.isascii() and found.isdigit():
        value = int(found) if len(found) < 9 else 10**9
        if len(found) == 4 and 1000 <= value < 2200:
            return _YEAR, value
        if 0 < value <= 31 and len(found) <= 2:
            return (_MONTHNO if value <= 12 else _DAY), value
        return _INT, value
    match = _NUMERIC.match(found) if found.isascii() else None
    if match:
        first, second = int(match[1]), int(match[3])
        if match[4]:
            year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
            return _NUM, (first, second, year, match[2])
        return (_PAIR, (first, second)) if match[2] == "/" else (_FIGURE, None)
    if found.isascii() and re.fullmatch(r"\d{1,2}/[12]\d{3}", found):
        return code("SLASHYEAR"), (int(found[:-5]), int(found[-4:]))
    if found.isascii() and re.fullmatch(r"\d{4}/\d{2}", found):
        return code("SLASHED"), (int(found[:4]), int(found[5:]))
    return _FIGURE, None


def _compound(found: str) -> tuple[str, object]:
    """`twenty-five`, `thirty-first`."""
    tens, ones = re.split(r"[-‑ ]", found.lower())
    name, value = WORDS[ones]
    return name, TENS_WORDS[tens] + int(value or 0)


def _valid_iso(found: str) -> tuple[str, object]:
    try:
        return _ISO, date.fromisoformat(found)
    except ValueError:
        return _FIGURE, None
