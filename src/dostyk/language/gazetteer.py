"""Known names of states, places and bodies, found in token sequences by the longest match."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from dostyk.language.heads import heads
from dostyk.language.hyphens import hyphens
from dostyk.language.in_time import entry_on, state_on
from dostyk.language.pipeline import load_pipeline
from dostyk.reference import Entry, load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc


# where a surface may stand for several things, the first of these kinds
_RANK = {kind: n for n, kind in enumerate(
    ("state", "demonym", "people", "body", "capital", "historic", "seat", "city")
)}  # fmt: skip


# words before a name that make it a family's or a person's, not a place's: `Al-Sabah`, `Sheikh Sabah`
_FAMILY = frozenset("- Al al El el bin Bin ibn Sheikh Sheikha Mr Mrs Ms Mr. Mrs. Ms. Dr Dr.".split())

_REGIONS = frozenset("Latin South North Central LATIN SOUTH NORTH CENTRAL".split())  # `Latin America` is no state
# what is named after a state and belongs to several, or to none: `the Taiwan Strait`, `the Gulf of Oman`
_WATERS = frozenset("Strait Straits Sea Ocean Peninsula peninsula Channel Trench Subcontinent subcontinent".split())
_WATERS_OF = frozenset(("Sea", "Gulf", "Strait", "Bay"))
_LEFT_BEHIND = frozenset("countries states republics nations territory parts areas".split())
# behind the name of a state or people it is money that is counted: `50 billion US dollars`
_MONEY = frozenset(
    """
    dollar dollars euro euros pound pounds yen yuan won rupee rupees rouble roubles ruble rubles franc francs peso pesos
    dinar dinars dirham dirhams riyal riyals lira tenge dong baht rand crown crowns kroner kronor shilling shillings
    """.split()
)


_HEIRS = frozenset(["prince", "princess"])  # `the Danish crown prince`


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    entry: Any = None


@dataclass(frozen=True, slots=True)
class Known:
    """A known name at the tokens `start`..`end` (half-open) of a paragraph.

    `kind` is state, demonym, people, capital, city, seat, historic or body; `code` the state's code, or `IGO`.
    """

    start: int
    end: int
    kind: str
    code: str
    name: str
    ambiguous: bool = False


@cache
def _trie() -> _Node:
    root = _Node()
    tokenizer = load_pipeline().tokenizer
    for surface, entry in load_reference().phrases():
        if entry.kind == "outlet":
            continue
        for form in (surface, surface.upper()) if len(surface) > 3 else (surface,):
            _grow(root, tokenizer(form), entry)
            if "-" in form:  # `Timor-Leste` is one word in a text
                _grow(root, hyphens(tokenizer(form)), entry)
    return root


def _grow(root: _Node, name: Doc, entry: Entry) -> None:
    node = root
    for token in name:
        node = node.after.setdefault(token.text, _Node())
    if node.entry is None or _RANK[entry.kind] < _RANK[node.entry.kind]:
        node.entry = entry


def find_known(doc: Doc) -> list[Known]:
    """Known names of a paragraph, longest first, not overlapping, in order; those of former times as of the day of the
    report."""
    root, found, i = _trie(), [], 0
    day = doc.user_data.get("published")
    words = [token.text for token in doc]
    while i < len(words):
        node, j, best = root, i, None
        while j < len(words) and (step := node.after.get(words[j])):
            node, j = step, j + 1
            if node.entry is not None:
                best = (j, node.entry)
        if best is None:
            i += 1
            continue
        end, entry = best
        if i and words[i - 1] in _FAMILY and entry.kind not in ("state", "demonym"):
            i = end  # `Al-Sabah` is a family, Sabah a place
            continue
        of_money = end < len(words) and words[end] in _MONEY and not _HEIRS & set(words[end + 1 : end + 2])
        region = i > 0 and words[i - 1] in _REGIONS and words[i].lower().startswith("america")
        if region or of_money or _of_region(words, i) or (_of_waters(words, i, end) and entry.kind != "body"):
            i = end
            continue
        entry = entry_on(doc[i:end].text, entry, day)
        if words[end : end + 2] == ["prime", "minister"] or words[end : end + 2] == ["Prime", "Minister"]:
            entry = _with_premier(doc[i:end].text, entry)
        code = "IGO" if entry.code.startswith("IGO") else state_on(entry.code, entry.kind, entry.name, day)
        found.append(Known(i, end, entry.kind, code, entry.name, entry.ambiguous))
        i = end
    return found


def _of_waters(words: list[str], start: int, end: int) -> bool:
    """`the Indian Ocean`, `the Sea of Japan`: a sea or peninsula that bears the name of a state is no party."""
    if end < len(words) and words[end] in _WATERS:
        return True
    return start > 1 and words[start - 1] == "of" and words[start - 2] in _WATERS_OF


def _with_premier(surface: str, entry: Entry) -> Entry:
    """`the Dominican prime minister`: of states that share a name, one that has such an office."""
    without = heads()["no_prime_minister"]
    if entry.code not in without:
        return entry
    shared = (e for e in load_reference().find(surface) if e.kind == entry.kind and e.code not in without)
    return next(shared, entry)


def _of_region(words: list[str], start: int) -> bool:
    """`countries of the former Soviet Union`: the region that a state has left behind."""
    before = words[max(0, start - 4) : start]
    return before[1:] == ["of", "the", "former"] and before[0].lower() in _LEFT_BEHIND


def known_in(text: str) -> list[Known]:
    """Known names in a short text such as an outlet's name."""
    return find_known(load_pipeline().make_doc(text))
