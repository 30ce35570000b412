"""Amounts in words: `US$1.5 billion`, `more than 40 flights`, `double`. A number with its unit, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

DOLLAR = "$"  # a dollar of which the report does not say whose it is
FACTOR = "times"
_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_FACTORS = {"double": 2.0, "twofold": 2.0, "triple": 3.0, "treble": 3.0, "threefold": 3.0, "quadruple": 4.0,
            "fourfold": 4.0, "halve": 0.5}  # fmt: skip
_CURRENCIES = {
    "us$": "USD", "usd": "USD", "u.s. dollar": "USD", "us dollar": "USD", "american dollar": "USD",
    "c$": "CAD", "cad": "CAD", "canadian dollar": "CAD", "a$": "AUD", "aud": "AUD", "australian dollar": "AUD",
    "nz$": "NZD", "$": DOLLAR, "dollar": DOLLAR, "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "¥": "¥", "yuan": "CNY", "rmb": "CNY", "cny": "CNY", "yen": "JPY", "jpy": "JPY",
    "rupee": "INR", "inr": "INR", "tenge": "KZT", "kzt": "KZT", "dong": "VND", "vnd": "VND", "ruble": "RUB",
    "rouble": "RUB", "%": "%", "percent": "%", "per cent": "%",
}  # fmt: skip
_SIGNS = sorted((re.escape(sign) for sign in _CURRENCIES), key=len, reverse=True)
_PREFIX = r"(?P<before>us\$|c\$|a\$|nz\$|usd|cad|aud|eur|gbp|inr|[$€£¥])\s?"
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_AMOUNT = re.compile(
    rf"(?P<bound>(?:about|around|some|nearly|almost|over|more than|at least|up to|approximately|close to)\s+)?"
    rf"(?<![\w.])(?:{_PREFIX})?{_NUMBER}(?:[\s-]*(?P<scale>thousand|million|billion|trillion|bn|mn|m)\b)?"
    rf"(?:[\s-]*(?P<after>{'|'.join(_SIGNS)})s?(?![a-z]))?(?:\s+(?P<noun>[a-z][a-z-]+))?",
    re.IGNORECASE,
)
_FACTOR = re.compile(rf"\b({'|'.join(_FACTORS)})[sd]?\b", re.IGNORECASE)
_COUNTABLE = frozenset((
    "flight", "student", "tourist", "visitor", "scholarship", "ton", "tonne", "mw", "megawatt", "barrel", "company",
    "project", "job", "job", "worker", "vaccine", "dose", "household", "household", "house", "home", "hectare", "km",
    "kilometre", "kilometer", "school", "hospital", "aircraft", "locomotive", "vehicle", "teacher", "soldier", "room",
))  # fmt: skip
_ABOUT = frozenset(("about", "around", "some", "nearly", "almost", "approximately", "close to"))


@dataclass(frozen=True, slots=True)
class Amount:
    """`number` of `unit`: an ISO 4217 code, `$` where the dollar is not named, `%`, `times`, or a singular noun.

    `about` is true where the report itself calls it approximate; `words` is the amount as written.
    """

    number: float
    unit: str
    about: bool = False
    words: str = ""


def amounts_in(text: str) -> list[Amount]:
    """The amounts that a text gives with a unit, in its order; bare numbers and years are none."""
    return [amount for match in _AMOUNT.finditer(text) if (amount := _amount(match)) is not None]


def _amount(match: re.Match[str]) -> Amount | None:
    scale = (match["scale"] or "").casefold()
    noun = _singular((match["noun"] or "").casefold())
    sign = (match["before"] or match["after"] or "").casefold().rstrip("s" if match["after"] else "")
    unit = _CURRENCIES.get((match["before"] or "").casefold()) or _CURRENCIES.get(sign, "")
    spelt = _CURRENCIES.get((match["after"] or "").casefold().removesuffix("s"), "")
    if unit == DOLLAR and spelt:
        unit = spelt
    words = match.group()
    if not unit and noun in _COUNTABLE:
        unit = noun
    elif match["noun"]:
        words = words[: match.start("noun") - match.start()].rstrip()
    if not unit and not scale:
        return None
    number = float(match["number"].replace(",", "")) * _SCALES.get(scale, 1.0)
    bound = (match["bound"] or "").strip().casefold()
    return Amount(number, unit, bound in _ABOUT, words.strip())


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def factor_in(text: str) -> Amount | None:
    """`to double trade`: how many times as much; None where the text names no factor."""
    match = _FACTOR.search(text)
    return Amount(_FACTORS[match[1].casefold()], FACTOR, words=match.group()) if match else None


def same_unit(one: Amount, other: Amount) -> bool:
    """True where both count the same. A dollar that is not named may be any dollar."""
    if one.unit == other.unit:
        return True
    dollars = {"USD", "CAD", "AUD", "NZD"}
    return DOLLAR in (one.unit, other.unit) and bool(dollars & {one.unit, other.unit})


def certain_unit(one: Amount, other: Amount) -> bool:
    """True where both reports say outright what they count."""
    return one.unit == other.unit and one.unit not in ("", DOLLAR)
