"""Whom "it" and "the statement" mean: the body or states that acted, or put out a statement, just before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.focus import Focus
from dostyk.language.party_nouns import has_the, noun_of, plural_form
from dostyk.language.quotations import SAYING
from dostyk.model import PERSON, Mention

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from dostyk.language.document import Sentence

PAPERS = frozenset("statement communique communiqué declaration release readout note communication".split())
_BACK = 3  # sentences that `the statement` looks back over
_SUBJECTS = ("nsubj", "nsubj:pass")


class Tellers:
    """The parties of `it` and of papers that speak; `resolve` gives those of other noun phrases."""

    def __init__(self, focus: Focus, resolve: Callable[[Token], list[Mention]]) -> None:
        self.focus = focus
        self.resolve = resolve

    def of_it(self, token: Token) -> list[Mention]:
        """`It called on …`: the state or body that was the subject of the sentence before."""
        if token.dep_ != "nsubj" or token.head.tag_[:2] != "VB" or token.head.dep_ == "acl:relcl":
            return []
        heads = [t for t in token.sent if t.dep_ in _SUBJECTS and t.i < token.i]  # who acts in its own sentence first
        if not heads or token.head.lemma_ in SAYING:  # `“…,” it said`
            heads = [head for sentence in self.focus.sentences_before(token, 1) for head in _main_subjects(sentence)]
        parties = list(dict.fromkeys(m.party for head in heads for m in self.resolve(head)))
        return [self.focus.mention(p, token) for p in parties if len(parties) == 1 and p.kind != PERSON]

    def of_paper(self, token: Token) -> list[Mention]:
        """`The statement said …`: those of a joint document, else who put it out by the sentences before."""
        if token.dep_ not in _SUBJECTS or plural_form(token):
            return []
        if found := self._by(token):
            return [self.focus.mention(m.party, token) for m in found]
        if not has_the(token):
            return []
        for sentence in self.focus.sentences_before(token, _BACK):
            for other in sentence.span:
                if other is token or noun_of(other) not in PAPERS or (other.doc is token.doc and other.i >= token.i):
                    continue
                if found := self._author(other):
                    return [self.focus.mention(m.party, token) for m in found]
        return []

    def _author(self, paper: Token) -> list[Mention]:
        """`a statement by X`, `X said in a statement`, `X issued a statement`."""
        if found := self._by(paper):
            return found
        verb = next((t for t in paper.ancestors if t.tag_[:2] == "VB"), None)
        subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
        return [m for head in subjects if head is not paper for m in self.resolve(head)]

    def _by(self, paper: Token) -> list[Mention]:
        """`a statement by X and Y`."""
        owners = (c for c in paper.children if c.dep_ == "nmod")
        by = [c for c in owners if any(k.lower_ in ("by", "of", "from") for k in c.children)]
        heads = [t for c in by for t in (c, *(g for g in c.children if g.dep_ == "conj"))]
        return [m for head in heads for m in self.resolve(head)]


def _main_subjects(sentence: Sentence) -> list[Token]:
    """The subjects of the main clause and of a verb of saying put beside it, those joined to them included."""
    root = sentence.span.root
    verbs = [root, *(c for c in root.children if c.dep_ == "parataxis")]
    heads = [c for verb in verbs for c in verb.children if c.dep_ == "nsubj"]
    return [*heads, *(c for head in heads for c in head.children if c.dep_ == "conj")]
