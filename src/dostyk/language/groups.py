"""States named together: `the Nordic prime ministers`, `both Koreas`, `its Baltic neighbours`, `the trio`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.party_nouns import LEADERS, OFFICIALS, SIDES, noun_of, plural_form
from dostyk.model import Party
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token

    from dostyk.language.document import Sentence
    from dostyk.language.focus import Focus
    from dostyk.model import Mention

_POINTING = frozenset("the all these those".split())
_JOINING = frozenset(["and", ",", "&"])
NEIGHBOURS = frozenset(["neighbour", "neighbor"])
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_COLLECTIVES = {"trio": 3, "threesome": 3, "quartet": 4, "quintet": 5}
_REACH = 4  # sentences over which `the five leaders` looks back for five


def members(token: Token) -> list[str]:
    """The states of the group that a noun phrase names, none where it names no group."""
    reference = load_reference()
    if codes := reference.group_nouns.get(token.lower_):
        return list(codes) if plural_form(token) else []
    if not _of_several(token):
        joined = any(c.dep_ == "conj" and _of_several(c) for c in token.children)  # `Nordic and Baltic ministers`
        return list(reference.group_adjectives.get(token.lower_, ())) if joined else []
    words = _words_before(token, reference.group_adjectives)
    found: list[str] = []
    for i, word in enumerate(words):
        pair = " ".join(words[i : i + 2])
        before = " ".join(words[i - 1 : i + 1]) if i else ""
        if before not in reference.group_adjectives:
            found.extend(reference.group_adjectives.get(pair) or reference.group_adjectives.get(word, ()))
    return list(dict.fromkeys(found))


def _of_several(token: Token) -> bool:
    return plural_form(token) and noun_of(token) in LEADERS | SIDES


def _words_before(token: Token, adjectives: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What stands before a noun in its phrase, and other groups joined to it: `Nordic and Baltic ministers`."""
    start = token.left_edge.i
    while start > token.sent.start + 1 and token.doc[start - 1].lower_ in _JOINING:
        if token.doc[start - 2].lower_ not in adjectives:
            break
        start -= 2
    return [t.lower_ for t in token.doc[start : token.i]]


def count_of(token: Token) -> int:
    """How many a noun phrase says they are: 3 of `the trio`, `the three leaders`, `the three agreed`; else 0."""
    if token.lower_ in _COLLECTIVES:
        return _COLLECTIVES[token.lower_]
    if token.tag_ == "CD" and token.dep_.startswith("nsubj"):
        return _COUNTS.get(token.lower_, 0)
    pointed = any(c.lower_ in _POINTING for c in token.children)
    if not (pointed and _of_several(token)) or noun_of(token) in OFFICIALS:
        return 0  # `expelled three diplomats`, `three states abstained`
    return next((_COUNTS[c.lower_] for c in token.children if c.lower_ in _COUNTS), 0)


class Counted:
    """Whom groups, and so many of them, mean; `of_they` gives those of a `they` at the same place."""

    def __init__(self, focus: Focus, of_they: Callable[[Token], list[Mention]]) -> None:
        self.focus = focus
        self.of_they = of_they

    def of(self, token: Token) -> list[Party]:
        """The parties of as many as a noun phrase counts: those of a subject before, else of one sentence before that
        names just so many states; none where there is none."""
        count = count_of(token)
        if not count:
            return []
        acting = {m.party.state: m.party for m in self.of_they(token) if m.party.state != "IGO"}
        if len(acting) == count:
            return [self._as_meant(token, code, party) for code, party in acting.items()]
        for sentence in (self.focus.document.sentence_of(token), *self.focus.sentences_before(token, _REACH)):
            if codes := self._told(sentence, token, count):
                return [self._as_meant(token, code, self.focus.leader_of(code)) for code in codes]
        return []

    def group(self, token: Token, resolve: Callable[[Token], list[Mention]]) -> list[Party]:
        """The parties of a group: `the Nordic prime ministers`, `both Koreas`; of `its Baltic neighbours` without the
        one whose they are."""
        codes = members(token)
        if codes and noun_of(token) in NEIGHBOURS:
            own = {m.party.state for c in token.children if c.dep_ == "nmod:poss" for m in resolve(c)}
            codes = [code for code in codes if code not in own]
        led = noun_of(token) in LEADERS - OFFICIALS
        return [self.focus.leader_of(code) if led else Party(code) for code in codes]

    def _told(self, sentence: Sentence, token: Token, count: int) -> list[str]:
        """The states of a group, or those that a sentence names before a token, where they are just so many."""
        words = [t for t in sentence.span if t.doc is not token.doc or t.i < token.i]
        group = next((found for t in words if len(found := members(t)) == count), [])
        named = [n for n in self.focus.people.in_sentence(sentence) if n.kind not in ("city", "capital")]
        near = [n for n in named if n.doc is not token.doc or n.start < token.i]
        states = dict.fromkeys(p.state for n in near if (p := n.resolve()) and p.state not in ("", "IGO"))
        return group or (list(states) if len(states) == count else [])

    @staticmethod
    def _as_meant(token: Token, code: str, party: Party) -> Party:
        """The state itself for `the three countries`."""
        return Party(code) if noun_of(token) in SIDES else party
