"""Amounts of money, goods and people as a text writes them."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|a|half a)"
AMOUNT = re.compile(
    r"(?:(?:over|more than|nearly|about|around|some|up to|almost|an additional|at least|close to|approximately)\s+)?"
    rf"(?:(?:US|A|C|NZ|HK)?\$|€|£|¥|USD|EUR|AUD)?\s?{_NUMBER}(?:\s?(?:to|-|–)\s?\$?\d[\d,.]*)?"
    r"\s?(?:million|billion|trillion|thousand|percent|per cent|%|bn|m)?\s?"
    r"(?:(?:U\.S\.|US|Australian)\s)?"
    r"(?:dollars?|euros?|USD|EUR|pounds?|yuan|yen|rubles?|roubles?|tonnes?|tons?|doses|students?|kilograms?|vaccines?|people"
    r"|visitors?|tourists?|companies|projects?|rupees|riyals?|dirhams?)?",
    re.I,
)
_MONEY = re.compile(
    r"\$|€|£|¥|million|billion|trillion|dollar|euro|tonne|\btons?\b|dose|percent|per cent|%|yuan|vaccines|USD|EUR", re.I
)


def amount_in(text: str) -> str:
    """The first amount of money or goods in a text, as written; empty where there is none."""
    for found in AMOUNT.finditer(text):
        value = found.group().strip(" ,.")
        if _MONEY.search(value):
            return value
    return ""
