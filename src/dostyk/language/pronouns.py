"""Who "I", "we" and "you" are, and which way every other pronoun goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.antecedents import HE, SHE, Antecedents
from dostyk.language.focus import REACH, Focus
from dostyk.model import STATE, Mention, Party

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from dostyk.language.persons import Person
    from dostyk.language.they import They

_THEY = frozenset(["they", "them", "their", "theirs", "themselves", "both", "each"])
_I = frozenset(["i", "me", "my", "mine", "myself"])
_WE = frozenset(["we", "us", "our", "ours", "ourselves"])
_YOU = frozenset("you your yours yourself".split())
# what speakers who say "we" do together with the other side
_JOINT_VERBS = frozenset("agree sign conclude establish discuss reach meet exchange decide".split())
_SHARED_VERBS = _JOINT_VERBS | frozenset("reaffirm reiterate recognise recognize note underline commit resolve".split())


def is_pronoun(token: Token) -> bool:
    """True for a personal or possessive pronoun, `both` and `each`."""
    return token.tag_ in ("PRP", "PRP$") or token.lower_ in ("both", "each")


class Pronouns:
    """The parties of the pronouns of one document."""

    def __init__(self, focus: Focus, they: They, resolve: Callable[[Token], list[Mention]]) -> None:
        self.focus = focus
        self.they = they
        self.antecedents = Antecedents(focus, resolve)

    def of(self, token: Token) -> list[Mention]:
        """The parties that a pronoun means, none where nothing fits."""
        word = token.lower_
        if token.text == "HE":
            return []  # His Excellency
        if word in _I:
            author = self.focus.quoted_speaker(token) or self.focus.author
            return [self.focus.mention(author, token)] if author else []
        if word in _WE:
            return [self.focus.mention(p, token) for p in self._we(token)]
        if word in _YOU:
            return self._addressee(token)
        if word in HE or word in SHE:
            party = self.antecedents.of(token, "m" if word in HE else "f")
            return [self.focus.mention(party, token)] if party else []
        if word in _THEY:
            return self.they.of(token)
        return []

    def _addressee(self, token: Token) -> list[Mention]:
        """`you` in a quotation: the one of the pair who does not speak."""
        speaker = self.focus.quoted_speaker(token)
        if speaker is None:
            return []
        other = next((p for p in self.focus.pair(token) if p.state != speaker.state), None)
        return [self.focus.mention(other.party, token)] if other else []

    def _we(self, token: Token) -> tuple[Party, ...]:
        if together := token.doc.user_data.get("chorus", {}).get(token.i):
            return tuple(together)
        speaker = self.focus.quoted_speaker(token)
        if speaker and token.head.lemma_ in _JOINT_VERBS:
            sides = self.focus.sides(token)
            if speaker.state in sides:
                return tuple(Party(code) for code in sides)
        if speaker:
            return (Party(speaker.state, "", STATE),) if speaker.state not in ("", "IGO") else (speaker,)
        if self.focus.joint:
            return self.focus.issuers
        if author := self.focus.author:
            own = author if author.state == "IGO" else Party(author.state, "", STATE)
            other = self._met_by(author, token) if token.head.lemma_ in _SHARED_VERBS else None
            return (own, other.party) if other is not None else (own,)
        return ()

    def _met_by(self, author: Party, token: Token) -> Person | None:
        """Whom the author tells of having met: `I met X today. We agreed …`."""
        if token.head.tag_ not in ("VBD", "VBN") or not token.dep_.startswith("nsubj"):
            return None
        near = self.focus.persons_before(token, 2 * REACH)
        return next((p for p in near if p.titles and p.state not in ("", author.state)), None)
