"""How alike two short texts are: names of instruments, actions, quotes."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from rapidfuzz import fuzz

from dostyk.linking.names import plain


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORD = re.compile(r"[a-z0-9]+")
_FILLER = _set(
    "a an the of on in at to for from with by and or its their his her between as that this it is be will has"
)
# Words of instruments and undertakings that say nothing about which one it is.
_GENERIC = _set(
    "agreement agreements memorandum memoranda mou understanding treaty protocol document documents instrument "
    "instruments pact accord deal joint statement declaration cooperation bilateral governments government "
    "order first second degree class strengthen promote enhance support continue agreed two countries both sides"
)


@lru_cache(maxsize=131072)
def words(text: str) -> tuple[str, ...]:
    """Words of a text in plain letters, without articles and prepositions, in order."""
    return tuple(word for word in _WORD.findall(plain(text)) if word not in _FILLER)


# words of one thing that reports put in their own way: `exempting … from visas`, `visa waiver`
_AS_ONE = {
    form: name
    for name, forms in {
        "exempt": "exempting exempted exempts exemption waiver waive waives waiving frees freeing",
        "culture": "cultural", "education": "educational", "agriculture": "agricultural", "economy": "economic",
        "science": "scientific", "law": "legal", "industry": "industrial", "trade": "commercial",
    }.items()
    for form in forms.split()
}  # fmt: skip
_NAMED_BY_NUMBER = re.compile(r"\b(?:g|cop|brics)\d+\b")
_SUMMIT = frozenset(("summit", "summits"))


def singular(word: str) -> str:
    """The word without the `s` of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _one_form(word: str) -> str:
    """The word in the singular, or as its like are put."""
    return _AS_ONE.get(word, singular(word))


@lru_cache(maxsize=131072)
def _told(text: str) -> tuple[str, str, str]:
    """All words, the telling ones and the generic ones, each sorted and joined."""
    found = sorted({word if word in _GENERIC else _one_form(word) for word in words(text)})
    return (
        " ".join(found),
        " ".join(word for word in found if word not in _GENERIC),
        " ".join(word for word in found if word in _GENERIC),
    )


def telling(text: str) -> int:
    """How many words of the text tell it from others of its kind."""
    return len(_told(text)[1].split())


_COUNTS = _set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty dozen dozens several various many some number series set package "
    "other more"
)
# nouns that say nothing about which papers they count, and the papers themselves
_ANY_PAPERS = _set("documents papers instruments")
_PAPERS = _ANY_PAPERS | _set("agreements memoranda memorandums mous treaties protocols pacts accords deals")


@lru_cache(maxsize=32768)
def _counted(text: str) -> str:
    """What papers a text counts without a word on what they are of: `documents` of `Twelve documents`; else empty."""
    found = words(text)
    papers = [word for word in found if word in _PAPERS]
    telling = [word for word in found if not (word in _GENERIC or word in _PAPERS or word in _COUNTS or word.isdigit())]
    return "" if telling or not papers else papers[-1]


@lru_cache(maxsize=131072)
def counted_alike(one: str, other: str) -> bool:
    """True for two tellings of all that was signed at one time: `Twelve documents`, `a number of agreements`."""
    ours, theirs = _counted(one), _counted(other)
    return bool(ours) and bool(theirs) and (ours == theirs or bool({ours, theirs} & _ANY_PAPERS))


@lru_cache(maxsize=131072)
def described_alike(one: str, other: str) -> bool:
    """True where nearly all the telling words of one text, three at least, are in the other: an agreement under its
    name, and as a report describes it."""
    ours, theirs = (set(_told(text)[1].split()) for text in (one, other))
    common = len(ours & theirs)
    return common >= 3 and common >= 0.75 * min(len(ours), len(theirs))


_JOINT = re.compile(r"\bjoint (?:statement|declaration|communique)\b")


@lru_cache(maxsize=32768)
def is_joint(text: str) -> bool:
    """True for the statement that sides make together, under any of its names."""
    return _JOINT.search(plain(text)) is not None


_ANY_TRADE = _set("two way bilateral mutual countries country sides total turnover volume value overall annual both")


@lru_cache(maxsize=131072)
def same_indicator(one: str, other: str) -> bool:
    """True for two names of what a figure counts: `two-way trade` and `trade turnover between the countries`."""
    ours, theirs = (set(words(text)) - _ANY_TRADE for text in (one, other))
    return bool(ours) and ours == theirs


@lru_cache(maxsize=131072)
def named_shortly(one: str, other: str, least: int = 2) -> bool:
    """True where one text only says less of the same, in so many telling words at the least: `military parade` and
    `military parade in the capital`."""
    ours, theirs = (set(_told(text)[1].split()) for text in (one, other))
    return len(ours & theirs) >= least and (ours <= theirs or theirs <= ours)


@lru_cache(maxsize=131072)
def same_summit(one: str, other: str) -> bool:
    """True for two names of a summit that is known by letter and number: `G7 Leaders' Summit`, `G7 summit in Oslo`."""
    ours, theirs = (set(words(text)) for text in (one, other))
    numbered = set(_NAMED_BY_NUMBER.findall(" ".join(ours & theirs)))
    return bool(numbered) and bool(ours & _SUMMIT) and bool(theirs & _SUMMIT)


@lru_cache(maxsize=262144)
def likeness(one: str, other: str) -> float:
    """0 to 1. The telling words decide; where neither text has any, the texts are like only if they are equal.

    A text whose telling words are all in the other's is like it, but less than an equal one.
    """
    all_one, telling_one, generic_one = _told(one)
    all_other, telling_other, generic_other = _told(other)
    if not all_one or not all_other:
        return 0.0
    if all_one == all_other:
        return 1.0
    if not telling_one and not telling_other:
        return 0.6 if set(generic_one.split()) & set(generic_other.split()) else 0.3
    if not telling_one or not telling_other:
        return 0.5
    ratio = fuzz.ratio(telling_one, telling_other)
    return float(ratio + fuzz.token_set_ratio(telling_one, telling_other)) / 200


@lru_cache(maxsize=131072)
def quote_text(quote: str) -> str:
    """A quote's words in plain letters, for comparing copies."""
    return " ".join(_WORD.findall(plain(quote)))


def same_words(one: str, other: str) -> bool:
    """True where two quotes are copies: nearly the same words in the same order."""
    return bool(one) and bool(other) and fuzz.ratio(quote_text(one), quote_text(other), score_cutoff=88) > 0


@lru_cache(maxsize=131072)
def quote_marks(quote: str) -> tuple[str, ...]:
    """Three marks of a quote; near-identical quotes share at least one."""
    found = quote_text(quote).split()
    grams = {" ".join(found[i : i + 3]) for i in range(max(1, len(found) - 2))}
    return tuple(f"{seed}{min(crc32(f'{seed}{gram}'.encode()) for gram in grams):08x}" for seed in "abc")
