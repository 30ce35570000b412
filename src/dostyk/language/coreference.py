"""Which parties the head of a noun phrase names: by name, pronoun or noun.

Names and titles come from `people`, what a report is about at a place from `focus`; pronouns are in `pronouns`,
`antecedents` and `they`, common nouns in `noun_phrases`, delegations and their members in `delegations`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.delegations import Delegations
from dostyk.language.focus import Focus
from dostyk.language.groups import Counted
from dostyk.language.noun_phrases import NounPhrases
from dostyk.language.party_nouns import noun_of
from dostyk.language.pronouns import Pronouns, is_pronoun
from dostyk.language.tellers import PAPERS, Tellers
from dostyk.language.they import They
from dostyk.model import Mention, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.document import Document
    from dostyk.language.people import People
    from dostyk.language.persons import Named


def _modifies(named: Named, token: Token) -> bool:
    """True where a demonym only modifies a noun: `the Kazakh visit`."""
    return named.kind == "demonym" and token.dep_ in ("amod", "compound")


class Reference(Focus):
    """Resolves the heads of noun phrases of one document to parties."""

    def __init__(self, document: Document, people: People, author: Party | None, joint: tuple[Party, ...]) -> None:
        super().__init__(document, people, author, joint)
        delegations = Delegations(self)
        they = They(self, delegations, self.resolve)
        self._pronouns = Pronouns(self, they, self.resolve)
        self._nouns = NounPhrases(self, delegations, Counted(self, they.of), self.resolve)
        self._tellers = Tellers(self, self.resolve)

    def resolve(self, token: Token) -> list[Mention]:
        """The parties that a noun phrase with this head names, none where it names no party."""
        named = self.people.at(token)
        if named and (token.tag_ in ("NNPS", "NNS") or not _modifies(named, token)):
            mention = None if _modifies(named, token) else self.people.mention(named)
            return [mention] if mention else []
        word = token.lower_
        if word == "it":
            return self._tellers.of_it(token)
        if is_pronoun(token):
            return self._pronouns.of(token)
        if word == "here" and self.here:
            return [self.mention(Party(self.here), token)]
        if word == "two" and token.tag_ == "CD" and token.dep_.startswith("nsubj"):  # `the two discussed …`
            return [self.mention(p.party, token) for p in self.pair(token)]
        if word in ("whose", "who", "whom"):
            return self._antecedent(token)
        if bearers := self.people.bearers(token):
            return [m for m in map(self.people.mention, bearers) if m is not None]
        return self._tellers.of_paper(token) if noun_of(token) in PAPERS else self._nouns.of(token)

    def _antecedent(self, token: Token) -> list[Mention]:
        """The person named last before a relative pronoun, in the same sentence."""
        before = [n for n in self.people.named if n.doc is token.doc and n.person and n.end <= token.i]
        near = [n for n in before if n.start >= token.sent.start]
        mention = self.people.mention(near[-1]) if near else None
        return [mention] if mention else []
