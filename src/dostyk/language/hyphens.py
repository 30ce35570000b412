"""Hyphenated names as one word: `Kassym-Jomart`, `Al-Qadi`, `Noh-wan`; so are words with a prefix: `de-escalate`.

The tokenizer splits at hyphens, as the treebanks do, and the parser then cuts such names apart. Compounds of states
(`Vietnam-Kazakhstan`) and of other words stay split, since their parts are looked up one by one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az"))
_HYPHENS = frozenset(("-", "\u2010", "\u2011"))


# of the prefixes that the treebanks' guidelines keep with their word, those that are none of their own
_PREFIXES = frozenset(
    """anti bi co counter de eco ex extra inter intra macro mega micro mid mini multi neo non pan post pre pro pseudo
    quasi re semi sub super tri ultra un""".split()
)


@cache
def _kept_apart() -> frozenset[str]:
    """Words that stand in compounds and are no part of a name: states, demonyms, capitals, and office words."""
    from dostyk.language import offices
    from dostyk.reference import load_reference

    names = {s for s, e in load_reference().phrases() if e.kind in ("state", "demonym", "capital", "people", "body")}
    return frozenset({n.lower() for n in names} | offices.OFFICE_WORDS | offices.TITLE_HEADS | {"u.s", "u.s.", "us"})


def _is_part(text: str) -> bool:
    return text[:1].isupper() and text.isalpha() and text.lower() not in _kept_apart()


@Language.component("dostyk_hyphens")
def hyphens(doc: Doc) -> Doc:
    """Merge hyphenated capitalised words, and words with a prefix, into one token each."""
    spans, i = [], 0
    while i + 2 < len(doc):
        j = i
        while (
            j + 2 < len(doc)
            and doc[j + 1].text in _HYPHENS
            and not doc[j].whitespace_
            and not doc[j + 1].whitespace_
            and (_is_part(doc[j].text) or (j == i and doc[j].text in _ARTICLES and doc[j + 2].text[:1].isupper()))
            and (_is_part(doc[j + 2].text) or _is_tail(doc[j + 2].text))
        ):
            j += 2
        if j == i and _is_prefixed(doc, i):
            j = i + 2
        if j > i:
            spans.append(doc[i : j + 1])
        i = j + 1
    if spans:
        with doc.retokenize() as retokenizer:
            for span in spans:
                retokenizer.merge(span)
    return doc


def _is_prefixed(doc: Doc, i: int) -> bool:
    """`de-escalate`, `re-establish`, `anti-corruption`: one word, as the treebanks have it."""
    joined = doc[i + 1].text in _HYPHENS and not doc[i].whitespace_ and not doc[i + 1].whitespace_
    return joined and doc[i].lower_ in _PREFIXES and doc[i + 2].text.isalpha() and doc[i + 2].text.islower()


def _is_tail(text: str) -> bool:
    """The second part of a given name: `Noh-wan`, `Sung-han`."""
    return text.isalpha() and text.islower() and 2 <= len(text) <= 6 and text not in _WORDS


# lower-case words behind a hyphen that make no name: `President-elect`, `Rome-based`
_WORDS = frozenset(
    """elect based led wide level style born only first class long term old year day hour free made owned held brokered
    facing run time ever range scale backed sized like ready proof rich poor wise up down in on off out over friendly
    general chief major minor""".split()
)
