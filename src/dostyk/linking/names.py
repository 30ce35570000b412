"""Names as sets of tokens that spelling, diacritics, order and titles of address do not change."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORD = re.compile(r"[a-z0-9]+")
_ADDRESS = _set("dr mr mrs ms sir dame hon he hm hrh jr sr ii iii iv junior senior madam")
_FORMAL = {
    short: full
    for full, shorts in {
        "joseph": "joe", "anthony": "tony", "william": "bill will", "robert": "bob rob", "james": "jim jimmy",
        "michael": "mike", "richard": "dick rick", "thomas": "tom", "edward": "ed ted", "david": "dave",
        "donald": "don", "daniel": "dan danny", "benjamin": "ben", "samuel": "sam", "christopher": "chris",
        "kenneth": "ken", "ronald": "ron", "timothy": "tim", "steven": "steve", "gregory": "greg",
        "jeffrey": "jeff", "andrew": "andy", "lawrence": "larry", "margaret": "maggie", "katherine": "kate kathy",
        "elizabeth": "liz beth", "deborah": "debbie", "susan": "sue", "leonard": "len", "nicholas": "nick",
    }.items()
    for short in shorts.split()
}  # fmt: skip
# Pairs of letters that transcriptions of one name write either way.
_SOUNDS = (
    ("kh", "h"), ("zh", "j"), ("dj", "j"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "i"),
    ("iy", "i"), ("yi", "i"), ("y", "i"), ("iev", "ev"), ("ck", "k"), ("q", "k"), ("w", "v"), ("ts", "c"), ("tz", "c"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]")
_LONG = 6  # letters of a token that a slip leaves recognisable
_DOUBLED = re.compile(r"(.)\1+")
_SON_OF = _set("bin ibn bint binti ben ould")
_FILLER = _set("the of and for on in a an")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower-case ASCII of any script."""
    return anyascii(text).lower()


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """Tokens of a person's name in the order written, without forms of address, nicknames made formal."""
    words = _WORD.findall(plain(name).replace("'", "").replace("’", ""))
    kept = tuple(_FORMAL.get(word, word) for word in words if word not in _ADDRESS)
    return kept or tuple(words)


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """The token with letters that transcriptions write either way made alike; short tokens stay as they are."""
    if len(token) < 4:
        return token
    for written, alike in _SOUNDS:
        token = token.replace(written, alike)
    return _DOUBLED.sub(r"\1", token)


@lru_cache(maxsize=65536)
def name_key(name: str) -> tuple[str, ...]:
    """Sorted sounds of a name's tokens: equal for the spellings and orders of one name.

    In a name with a father's name in it (`bin`, `ould`) the given name is marked, as father and son share the rest.
    """
    found = [sound(token) for token in tokens(name)]
    if _SON_OF.intersection(found[1:]):
        found[0] = f"^{found[0]}"
    return tuple(sorted(found))


def body_key(name: str) -> tuple[str, ...]:
    """Sorted words of a body's name, without articles and prepositions."""
    words = _WORD.findall(plain(name))
    return tuple(sorted(word for word in words if word not in _FILLER)) or tuple(sorted(words))


def acronym(name: str) -> str:
    """The initials of a body's name of three words or more, else empty."""
    words = [word for word in _WORD.findall(plain(name)) if word not in _FILLER]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


@lru_cache(maxsize=65536)
def close_tokens(one: str, other: str) -> bool:
    """True for two spellings of a longer token: one edit, two where it is long or only letters were moved. `Antonia` is
    no spelling of `Antonio`, nor `Ivanova` of `Ivanov`."""
    shorter = min(len(one), len(other))
    if one == other:
        return True
    if shorter < 5 or _hers(one, other) or _hers(other, one):
        return False
    distance = OSA.distance(one, other, score_cutoff=2)
    return distance <= (2 if shorter >= 9 or sorted(one) == sorted(other) else 1)


def _hers(one: str, other: str) -> bool:
    """True where the first is the second as a woman bears it."""
    return one.endswith("a") and (one[:-1] == other or (other[-1] in "oi" and one[:-1] == other[:-1]))


@lru_cache(maxsize=65536)
def frame(key: tuple[str, ...]) -> tuple[str, ...]:
    """What slips within long tokens leave of a name's key: their consonants in whatever order, short tokens whole."""
    return tuple(sorted("".join(sorted(_VOWELS.sub("", token))) if len(token) >= _LONG else token for token in key))


def close_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True for the keys of one name of three tokens or more in which each token may have a slip of its own."""
    if len(one) < 3 or frame(one) != frame(other):
        return False
    pairs = zip(*(sorted(key, key=lambda token: frame((token,))) for key in (one, other)), strict=True)
    return all(close_tokens(mine, yours) for mine, yours in pairs)


def is_within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True where each token of the shorter name stands for another token of the fuller one.

    Whole tokens are placed first, so an initial never takes the place of a token that is spelt out.
    """
    left = list(full)
    initials = [token for token in short if len(token) == 1 and token not in left]
    for token in short:
        if token in left:
            left.remove(token)
        elif len(token) > 1:
            return False
    for initial in initials:
        match = next((token for token in left if token.startswith(initial)), None)
        if match is None:
            return False
        left.remove(match)
    return True
