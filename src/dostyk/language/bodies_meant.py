"""Which bodies, or states by their envoys, common nouns mean: "the ministry", "the group", "Forum leaders"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.focus import Focus
from dostyk.language.party_nouns import BODIES, has_the, plural_form
from dostyk.model import BODY, Mention, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = frozenset(["amod", "compound", "nmod", "nmod:poss", "appos", "flat"])
# whose leaders those of a body are: `heads of state of the CIS`, `leaders of the BRICS countries`
_OF_STATES = frozenset("state government country nation".split())
_SOME = frozenset("some several many most few other various certain individual fellow".split())
_SPEAKING = frozenset(
    """call urge condemn reaffirm affirm decide agree approve express welcome reject back endorse demand stress
    adopt""".split()
)

_OF = frozenset(["of", "'s", "’s", "'", "’"])


class Bodies:
    """The bodies that the nouns of one document mean."""

    def __init__(self, focus: Focus) -> None:
        self.focus = focus
        self.people = focus.people

    def of_their_states(self, token: Token) -> list[Mention]:
        """`the ambassadors of A, B and C`, `the A and B ambassadors to C`, `A's grand duke`: whom they act for."""
        sent = {c for c in token.children if any(k.dep_ == "case" and k.lower_ not in _OF for k in c.children)}
        of = [c for c in token.children if c.dep_ in MODIFIERS and c not in sent]
        named = [self.people.at(t) for c in of for t in (c, *(g for g in c.subtree if g.dep_ == "conj"))]
        states = [p.state for n in named if n is not None and (p := n.resolve()) is not None]
        return [self.focus.mention(Party(code), token) for code in dict.fromkeys(states) if code not in ("", "IGO")]

    def membership(self, token: Token) -> list[Mention]:
        """`the members of the Security Council`, `ASEAN member states`: the body whose members they are."""
        for child in token.children:
            named = self.people.at(child) if child.dep_ in MODIFIERS else None
            party = named.resolve() if named is not None else None
            if party is not None and party.kind == BODY:
                return [self.focus.mention(party, token)]
        return []

    def agency(self, token: Token, noun: str) -> list[Mention]:
        """`the ministry`: the body so called that was named last before."""
        if not has_the(token):
            return []
        for named, body in self.focus.parties_before(token):
            if named.kind == BODY and noun in body.name.lower().split():
                return [self.focus.mention(body, token)]
        return []

    def last_body(self, token: Token) -> list[Party]:
        """The international body named last before: its leaders, or itself as `the group`."""
        return next(([p] for _, p in self.focus.parties_before(token) if p.kind == BODY and p.state == "IGO"), [])

    def body_over(self, token: Token) -> Party | None:
        """The body whose leaders a noun speaks of: `ASEAN leaders`, `heads of state of the CIS`, `leaders of the
        Benelux countries`, `Forum leaders` of a forum named."""
        for child in token.children:
            of_it = child.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ == "of" for c in child.children)
            if of_it and child.lemma_.lower() in _OF_STATES and (body := self.body_over(child)):
                return body
            named = self.people.at(child)
            if child.dep_ not in ("compound", "nmod:poss", "amod") and not of_it:
                continue
            if named is not None and named.party is not None and named.party.state == "IGO":
                return named.party
            if of_it or child.lower_ not in BODIES:
                continue
            for other, party in self.focus.parties_before(token):
                if party.state == "IGO" and other.doc[other.end - 1].lower_ == child.lower_:
                    return party
        return None

    def together(self, token: Token, noun: str) -> Party | None:
        """The body that its states act as, or its meeting speaks for: `the Benelux countries`, `the Arab League summit
        called for …`; not `several EU countries`."""
        if noun in _OF_STATES and plural_form(token):
            some = any(c.lower_ in _SOME or c.dep_ == "nummod" for c in token.children)
            return None if some else self.body_over(token)
        speaks = noun == "summit" and token.dep_ == "nsubj" and token.head.lemma_.lower() in _SPEAKING
        return self.body_over(token) if speaks else None
