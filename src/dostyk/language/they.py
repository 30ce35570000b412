"""Who "they" are: the joined subject of a sentence before, who met in it, a body, a delegation, else the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.delegations import Delegations
from dostyk.language.focus import Focus, place_of
from dostyk.language.party_nouns import LEADERS, SIDES, noun_of, plural_form
from dostyk.model import Mention, Party

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from dostyk.language.persons import Named

_JOINED = frozenset("conj appos flat nmod compound".split())


def _subordinate(verb: Token) -> bool:
    """True for the verb of a clause that describes a noun or is said by somebody: `said that X is …`."""
    if verb.dep_ in ("acl:relcl", "acl"):
        return True
    return verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children)


def _in_subject(named: Named, main: bool = False) -> bool:
    """True in a subject; `main`: not in that of a clause that only describes a noun."""
    head = named.doc[named.start : named.end].root
    while head.dep_ in _JOINED:
        if head.dep_ == "nmod" and head.head.dep_.startswith("nsubj"):
            return False
        head = head.head
    if main and any(_subordinate(t) for t in head.ancestors):
        return False
    return bool(head.dep_.startswith("nsubj"))


class They:
    """The parties of the plural pronouns of one document; `resolve` gives those of other noun phrases."""

    def __init__(self, focus: Focus, delegations: Delegations, resolve: Callable[[Token], list[Mention]]) -> None:
        self.focus = focus
        self.delegations = delegations
        self.resolve = resolve

    def of(self, token: Token) -> list[Mention]:
        """The parties of a `they`, none where nothing fits."""
        for distance in (0, 1, 2):
            if found := self._at_distance(token, distance):
                return [self.focus.mention(p, token) for p in found]
        if travelling := self.delegations.before(token):
            return travelling
        everyone = self.focus.everyone(token)
        if len(everyone) > 1:
            return [self.focus.mention(p, token) for p in everyone]
        sides = self.focus.sides(token)
        return [self.focus.mention(Party(code), token) for code in sides] if len(sides) == 2 else []

    def _at_distance(self, token: Token, distance: int) -> list[Party]:
        """Whom the sentence so many before a token gives to a `they`; 0 is the token's own."""
        index = self.focus.document.sentence_of(token).index - distance
        group = self._subjects(token, distance)
        inside = [n for n in group if not any(o is not n and o.start <= n.start and n.end <= o.end for o in group)]
        parties = list(dict.fromkeys(p for n in inside if (p := n.resolve())))
        states = {p.state for p in parties}
        if distance and (met := self.focus.met_in(index)) and states <= met.states:
            return [p.party for p in met.everyone]
        if len(states) > 1 or sum(bool(p.name) for p in parties) > 1:
            return parties
        if not distance:
            return []
        if len(parties) == 1 and parties[0].state == "IGO":  # `The G7 … They …`
            return parties
        if not group and (before := self._they_in(index)):
            return [m.party for m in self.of(before)]
        return [m.party for m in self._sides_in_subject(index)]

    def _subjects(self, token: Token, distance: int) -> list[Named]:
        """Those named in the subject of the sentence so many before a token; in its own, those before it."""
        here = self.focus.document.sentence_of(token)
        paragraph = place_of(token)[0]
        return [
            named for sentence, named in self.focus.order
            if sentence.index == here.index - distance and sentence.field == here.field
            and _in_subject(named, main=distance > 0)
            and (distance or (named.start < token.i and sentence.paragraph == paragraph))
        ]  # fmt: skip

    def _they_in(self, index: int) -> Token | None:
        """The `they` that is the subject of a sentence: it passes on whom it means."""
        sentence = self.focus.sentences.get(index)
        if sentence is None or sentence.field != "text":
            return None
        return next((c for c in sentence.span.root.children if c.dep_ == "nsubj" and c.lower_ == "they"), None)

    def _sides_in_subject(self, index: int) -> list[Mention]:
        """The sides that are the subject of a sentence: `the delegations discussed …`."""
        sentence = self.focus.sentences.get(index)
        for child in sentence.span.root.children if sentence is not None else ():
            if child.dep_ == "nsubj" and plural_form(child) and noun_of(child) in SIDES | LEADERS | {"member"}:
                found = self.resolve(child)
                return found if len(found) > 1 or any(m.party.state == "IGO" for m in found) else []
        return []
