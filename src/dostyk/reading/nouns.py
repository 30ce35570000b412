"""Nouns by the order of words: the instrument or thing that a trigger is about, and its wording."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAME_LEFT = (
    "JJ",
    "JJR",
    "JJS",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "CD",
    "HYPH",
    "POS",
    "VBN",
    "VBG",
    "``",
    "''",
    "CC",
    "SYM",
    "$",
)
_QUOTES = frozenset(["“", "”", '"', "«", "»"])
_QUOTED = 20  # words of what is quoted in a name
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
_SPANS = frozenset("week month year".split())
_NAME_STOP = frozenset(
    "between with by signed in at during after before under from when if unless until provided although".split()
)


def noun_lemma(token: Token) -> str:
    """The lemma of a noun in lower case, names in the plural (`Protocols`) without their ending; else empty."""
    if not token.tag_.startswith("NN"):
        return "mou" if token.text in ("MOU", "MoU", "MOUs", "MoUs") else ""
    lemma = str(token.lemma_).lower()
    if token.tag_ == "NNP" and token.is_sent_start and lemma.endswith("s"):
        return lemma[:-1]  # a capital at the start of a sentence makes no name
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss") else lemma


def noun_behind(trigger: Token, lemmas: Container[str], reach: int = 14) -> Token | None:
    """The first noun behind a trigger with one of these lemmas, the next finite verb not passed."""
    doc, end = trigger.doc, trigger.sent.end
    for i in range(trigger.i + 1, min(trigger.i + reach, end)):
        token = doc[i]
        if noun_lemma(token) in lemmas and not _goes_on(token, lemmas):
            return token
        if token.tag_ in ("VBD", "VBZ", "VBP") or token.text == ";":
            return None
    return None


def noun_before(trigger: Token, lemmas: Container[str], reach: int = 30) -> Token | None:
    """The nearest noun before a trigger with one of these lemmas; of an instrument's long name its head."""
    floor = max(trigger.sent.start, trigger.i - reach)
    found = [t for t in trigger.doc[floor : trigger.i] if noun_lemma(t) in lemmas and not _goes_on(t, lemmas)]
    if not found:
        return None
    head = found[-1]
    for earlier in reversed(found[:-1]):  # `protocol on the exchange of the instruments`: the outer noun is meant
        between = [t.lower_ for t in trigger.doc[earlier.i + 1 : head.i]]
        if not between or between[0] not in ("of", "on", "for", "concerning", "to") or "," in between:
            break
        head = earlier
    return head


def _goes_on(token: Token, lemmas: Container[str]) -> bool:
    """True where the next word is a noun of the list too: `framework agreement`."""
    after = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    return after is not None and noun_lemma(after) in lemmas


def _opens_another(token: Token) -> bool:
    """`an agreement on A and three memoranda on B`: an article or a number opens another thing."""
    return token.lower_ in ("a", "an") or (token.tag_ == "CD" and token.i + 1 < len(token.doc))


def _opens_clause(joint: Token) -> bool:
    """`adopted a statement on ties and President X presented …`: names and a finite verb behind the `and`."""
    i, doc = joint.i + 1, joint.doc
    while i < joint.sent.end and doc[i].tag_ in ("NNP", "NNPS", "HYPH", "DT"):
        i += 1
    return i > joint.i + 1 and i < joint.sent.end and doc[i].tag_ in FINITE


def name_around(head: Token, longest: int = 14) -> str:
    """The wording of a thing around its head noun: adjectives to the left, what it is on to the right."""
    doc, sent = head.doc, head.sent
    low = head.i
    while low > sent.start and doc[low - 1].tag_ in _NAME_LEFT and head.i - low < 8:
        if doc[low - 1].tag_ == "CC" and not (low - 2 >= sent.start and doc[low - 2].tag_.startswith(("NNP", "JJ"))):
            break
        low -= 1
    text = doc[low : _name_end(head, longest)].text.strip(" ,;.")
    quoted = sum(text.count(mark) for mark in '“”"')
    return " ".join((text if quoted % 2 == 0 and "“" not in text[:1] else text.strip('"“”')).split())


def _name_end(head: Token, longest: int) -> int:
    """The token behind a thing's name: what is quoted in it is kept whole, a day or another thing ends it."""
    doc, end, high = head.doc, head.sent.end, head.i + 1
    while high < end and high - head.i < longest:
        token = doc[high]
        if token.text in _QUOTES and (closing := _closing(token)) is not None:
            high = closing.i + 1
            continue
        if (
            token.lower_ in _NAME_STOP
            or token.tag_.startswith(("VBD", "VBZ", "VBP", "MD", "W"))
            or token.text in ",;.:("
            or _a_day(token)
            or (token.tag_ == "CC" and high + 1 < end and _opens_another(doc[high + 1]))
            or (token.tag_ == "CC" and _opens_clause(token))
        ):
            break
        high += 1
    while high > head.i + 1 and doc[high - 1].tag_ in ("IN", "DT"):  # `on Monday`
        high -= 1
    return high


def _closing(quote: Token) -> Token | None:
    """The mark that closes a quotation of a few words."""
    behind = quote.doc[quote.i + 1 : min(quote.i + _QUOTED, quote.sent.end)]
    return next((t for t in behind if t.text in _QUOTES), None)


def _a_day(token: Token) -> bool:
    """`signed a pact Monday`, `to sign a treaty next week`: the day is not of the paper's name."""
    if token.lower_ in _DAYS:
        return True
    behind = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    return token.lower_ in ("next", "last", "this") and (behind in _SPANS or behind in _DAYS)


def guest_position(trigger: Token) -> bool:
    """`at the invitation of`, `on an invitation from`: the guest is the subject."""
    before = trigger.doc[max(0, trigger.i - 4) : trigger.i]
    verbs = [t.i for t in before if t.tag_.startswith("VB") and t.dep_ not in ("amod", "compound")]
    behind_verb = max(verbs, default=-1)  # `on Friday conveyed an invitation`
    return any(t.lower_ in ("at", "on", "upon") and t.i > behind_verb and not _particle_of(t) for t in before)


def _particle_of(word: Token) -> bool:
    """`pass on his invitation`: the verb's own word."""
    return word.i > word.sent.start and word.nbor(-1).lemma_ in ("pass", "carry", "hand", "send")
