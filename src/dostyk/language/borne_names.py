"""Words that are the name of a town, a state or a month and stand where only a person's can: behind an office or a form
of address (`Queen Mary`, `Ambassador Vienna Cruz`, `the Ambassador of Belgium Jan Peeters`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import offices, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dostyk.language.gazetteer import Known

_ROYAL = frozenset(
    "king queen prince princess emperor empress duke duchess sultan emir pope saint sheikh sheikha majesty".split()
)
# whose office is held in a town, so that a town behind it is where: `Consul General Shanghai`
_SEATED = frozenset("general consul director head chief member representative deputy governor mayor state".split())
_PLACES = frozenset(["city", "capital", "state", "seat"])
_BEHIND_SINGLE = frozenset([",", ".", "of", "and", "'s", "’s"])


def names_of_people(doc: Doc, known: list[Known]) -> frozenset[int]:
    """The words of places and calendars that are parts of personal names, each with the name beside it."""
    at = {k.start: k for k in known}
    inside = {i for k in known for i in range(k.start, k.end)}
    found = set[int]()
    for head in doc:
        if not tokens.is_capital(head) or not _leads_to_a_name(head):
            continue
        j = _behind_owner(doc, head.i + 1, at)
        word = at.get(j)
        if j >= len(doc) or doc[j].is_sent_start or not _borne(doc[j], word):
            continue
        if j + 1 < len(doc) and _plain(doc[j + 1]) and (j + 1 not in inside or _second_place(doc, at, j + 1)):
            if word is None or head.lower_ not in _SEATED:
                found.update((j, j + 1) if j + 1 in inside else (j,))
        elif _alone(head, doc[j], word):
            found.add(j)
    return frozenset(found | _apposed(doc, at))


def _leads_to_a_name(head: Token) -> bool:
    word = head.lower_
    if word == "the":  # of `The Right Honourable`; `The Kremlin` opens a sentence
        return False
    return word in offices.TITLE_HEADS or word.rstrip(".") in offices.PERSONAL


def _behind_owner(doc: Doc, i: int, at: dict[int, Known]) -> int:
    """The token behind `of Belgium`, `to the Netherlands` and the like."""
    while i + 1 < len(doc) and doc[i].lower_ in ("of", "to", "in"):
        k = i + 1 + (doc[i + 1].lower_ == "the")
        if k not in at or at[k].kind not in ("state", "body"):
            return i
        i = at[k].end
    return i


def _borne(token: Token, known: Known | None) -> bool:
    """A single word in capital and small letters that names a place, or a month or day that people bear."""
    if not token.text.istitle():
        return False
    if known is None:
        return token.lower_ in tokens.BORNE_MONTHS or token.lower_ in tokens.BORNE_DAYS
    return known.end == known.start + 1 and known.kind in _PLACES and (known.kind != "state" or known.ambiguous)


def _plain(token: Token) -> bool:
    """A capitalised word in small letters that may be a surname."""
    word = token.lower_
    return (
        token.text.istitle() and word not in offices.NAMING and word not in tokens.CALENDAR and not token.is_sent_start
    )


def _second_place(doc: Doc, at: dict[int, Known], j: int) -> bool:
    """`Florence Paris,`: a surname that is a town's, too."""
    known = at.get(j)
    ends = known is not None and known.end == j + 1 and j + 1 < len(doc)
    return ends and known is not None and known.kind in ("city", "capital")


def _alone(head: Token, token: Token, known: Known | None) -> bool:
    """`Queen Mary`, `Chancellor Berlin of Austria`, `Foreign Minister May said`."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and (following.like_num or following.text in ("-", "–")):
        return False
    if head.lower_ in _ROYAL:
        return known is None or known.kind in ("city", "capital")
    if (
        head.lower_ in _SEATED
        or (known is None and token.lower_ != "may")
        or (known is not None and known.kind == "state")
    ):
        return False
    return following is not None and (following.text in _BEHIND_SINGLE or following.tag_ in ("VBD", "VBZ"))


def _apposed(doc: Doc, at: dict[int, Known]) -> set[int]:
    """`the ambassador to Ethiopia, Florence Paris,`, `Florence Paris, Minister of …`: two towns side by side with an
    office before or behind them."""
    found = set[int]()
    for i, known in at.items():
        following = at.get(known.end)
        if following is None or known.end != i + 1 or following.end != i + 2 or known.code == following.code:
            continue
        if known.kind not in _PLACES - {"state"} or following.kind not in _PLACES - {"state"}:
            continue
        behind = doc[i + 2 : i + 5]
        office = any(t.lower_ in offices.TITLE_HEADS for t in behind) and behind[0].text == ","
        before = (
            i > 1 and doc[i - 1].text == "," and any(t.lower_ in offices.TITLE_HEADS for t in doc[max(0, i - 8) : i])
        )
        if office or before:
            found |= {i, i + 1}
    return found
