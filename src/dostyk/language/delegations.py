"""Delegations and their members: `a delegation led by X`, and `the delegation` further on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.language.focus import Focus, place_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.model import Mention

_LED = frozenset("led headed comprising".split())
_LEAD = frozenset("lead head comprise include consist compose".split())


class Delegations:
    """The delegations of one document that are named with their members."""

    def __init__(self, focus: Focus) -> None:
        self.focus = focus
        self.people = focus.people

    @cached_property
    def known(self) -> list[tuple[tuple[int, int], list[Mention]]]:
        """(place, members) of every delegation that is named with its members, in order."""
        nouns = [t for doc in self.focus.document.docs for t in doc if t.lemma_.lower() == "delegation"]
        return [(place_of(token), members) for token in nouns if (members := self.members(token))]

    def members(self, token: Token) -> list[Mention]:
        """Who a delegation is: those it is led by or made up of."""
        found = self._led_by(token)
        verbs = [c for c in token.children if c.dep_ in ("acl", "acl:relcl", "parataxis")]
        if token.dep_ == "nsubj:pass":
            verbs.append(token.head)  # `The delegation, which …, was led by X`
        for verb in () if found else verbs:
            if verb.lemma_ not in _LEAD:
                continue
            for child in verb.children:
                named = self.people.at(child)
                if named and named.person and child.dep_.startswith(("obl", "obj")):
                    everyone = [named, *self.people.listed_after(named)]
                    found += [m for n in everyone if (m := self.people.mention(n))]
        return found

    def _led_by(self, token: Token) -> list[Mention]:
        """The persons enumerated behind `delegation led by`, whatever the parser made of it."""
        doc = token.doc
        for j in range(token.i + 1, min(token.i + 12, len(doc) - 1)):
            if doc[j].lower_ not in _LED:
                continue
            for k in range(j + 1, min(j + 4, len(doc))):
                named = self.people.at(doc[k])
                if named is not None and named.person is not None:
                    everyone = [named, *self.people.listed_after(named)]
                    return [m for n in everyone if (m := self.people.mention(n))]
        return []

    def before(self, token: Token, state: str = "") -> list[Mention]:
        """The members of the delegation (of a state) last named with its members before a token, as mentions there."""
        here = place_of(token)
        fits = [
            members for place, members in self.known
            if place < here and (not state or any(m.party.state == state for m in members))
        ]  # fmt: skip
        return [self.focus.mention(m.party, token) for m in fits[-1]] if fits else []
