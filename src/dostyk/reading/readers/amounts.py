"""Amounts of money, goods and people as a text writes them."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|a|half a)"
_ABOUT = r"(?:over|more than|nearly|about|around|some|up to|almost|an additional|at least|close to|approximately)"
_SIGN = (
    r"(?:(?-i:US|A|C|NZ|HK|S|NT|R|EC|TT|J|B)?\$|[€£¥₹₩₦₱₺₴₽₸₫฿₪₵₡]|(?-i:Rs\.?|INRs?|K[Ss]h\.?|TSh|USh|R(?=\d)|kr\.?))"
)
_CODE = (
    "(?-i:USD|EUR|Euro|GBP|JPY|CNY|RMB|INR|AUD|CAD|NZD|CHF|SEK|NOK|DKK|ISK|RUB|KRW|VND|IDR|THB|MYR|RM|SGD|PHP|PKR|BDT|LKR"
    "|NPR|AED|SAR|QAR|KWD|OMR|BHD|TRY|ZAR|NGN|GHS|KES|TZS|UGX|EGP|MAD|BRL|MXN|ARS|CLP|COP|PLN|CZK|HUF|RON|UAH|KZT|UZS|AZN"
    "|GEL|ILS|HKD|TWD|XAF|XOF|FCFA|CFA)"
)
_SCALE = r"(?:thousand|million|billion|trillion|lakh|crore|percent|per cent|%|bn|mn|mln|bln|tn|m)(?:s(?![a-z]))?"
_CURRENCY = (
    "dollars?|euros?|pounds?|yuan|renminbi|yen|won|rubles?|roubles?|rupees?|riyals?|rials?|dirhams?|dinars?|francs?"
    "|kron(?:or|ors|er|a|e|ur)|crowns|lira|liras|pesos?|reais|reals?|rand|shekels|shillings|naira|cedis?|tenge|soms?|manats?"
    "|hryvnias?|zloty|zlotys|forints?|lei|leva|baht|ringgit|rupiah|dong|taka|kwacha|birr"
)
_COUNTED = (
    "tonnes?|tons?|MT|doses|students?|kilograms?|kg|lit(?:re|er)s|barrels|vaccines?|scholarships?|people|visitors?|tourists?"
    "|companies|projects?"
)
AMOUNT = re.compile(
    rf"(?:{_ABOUT}\s+)?(?:{_SIGN}|\b{_CODE})?\s?{_NUMBER}(?:\s?(?:to|-|–)\s?{_SIGN}?\d[\d,.]*)?"
    rf"[\s-]?(?:{_SCALE}(?![a-z]))?(?:\s?crore(?![a-z]))?\s?(?:(?-i:U\.S\.|US|[A-Z][a-z]+)\s(?=(?:{_CURRENCY})\b))?"
    rf"(?:metric\s)?(?:(?:{_CURRENCY}|{_COUNTED})\b|{_CODE}\b)?",
    re.I,
)
_MONEY = re.compile(
    rf"{_SIGN}\s?\d|\b{_CODE}\b|million|billion|trillion|lakh|crore|\d\s?(?:bn|mn|mln|bln)\b|tonne|\btons?\b|\b(?-i:MT)\b|dose"
    rf"|percent|per cent|%|vaccines|scholarships|\b(?:{_CURRENCY})\b",
    re.I,
)
_MONEY_WORD = re.compile(rf"{_SIGN}|{_CODE}|Rs")


def is_currency(word: str) -> bool:
    """True for a sign or code of money: `$`, `₹`, `SEK`, `Rs`."""
    return _MONEY_WORD.fullmatch(word) is not None


def amount_in(text: str) -> str:
    """The first amount of money or goods in a text, as written; empty where there is none."""
    for found in AMOUNT.finditer(text):
        value = found.group().strip(" ,.-")
        if _MONEY.search(value):
            return value
    return ""
